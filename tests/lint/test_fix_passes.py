"""The passes of fixing, with rules that are a pattern and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from wodlang.lint.fix_attempts import Seen
from wodlang.lint.fix_passes import FixResult, make_fixes
from wodlang.lint.fix_trial import Look
from wodlang.text.finding import Applicability, Edit, Finding, Fix, Severity
from wodlang.text.span import Span


@dataclass(frozen=True)
class R:
    """A rule: what it finds, and the fixes that it offers; `first` says that it finds one alone."""

    code: str
    pattern: str
    fixes: tuple[str, ...] = ()
    severity: Severity = Severity.WARNING
    safe: bool = True
    first: bool = False
    pack: str = "core"


def found(rule: R, text: str) -> Iterator[Finding]:
    for match in re.finditer(rule.pattern, text):
        span = Span(*match.span())
        kind = Applicability.SAFE if rule.safe else Applicability.UNSAFE
        fixes = tuple(
            Fix(f"write {one}", (Edit(span, match.expand(one)),), kind) for one in rule.fixes
        )
        yield Finding(rule.code, rule.code, rule.pack, rule.severity, "said", span, fixes=fixes)
        if rule.first:
            return


def looking(*rules: R, sessions: str | None = None) -> Look:
    def look(text: str) -> Seen:
        findings = sorted(
            (one for rule in rules for one in found(rule, text)),
            key=lambda one: (one.span, one.code),
        )
        starts = [match.start() for match in re.finditer(sessions, text)] if sessions else []
        return Seen(text, tuple(findings), tuple(starts))

    return look


A = R("A", "a", ("b",))
ERROR = R("E", "!", severity=Severity.ERROR)

CASES = [
    pytest.param([A], "xaxaxa", "xbxbxb", id="several in one pass"),
    pytest.param([A], "aaaa", "bbbb", id="touching ones wait for the next pass"),
    pytest.param([A], "a" * 40, "b" * 40, id="more passes than the bound, each with less to do"),
    pytest.param([A], "", "", id="nothing there"),
    pytest.param([R("A", "ab", ("x",)), R("B", "bc", ("y",))], "abc", "xc", id="overlapping"),
    pytest.param([R("A", "a", ("c",)), R("B", "b", ("d",))], "a-b", "c-d", id="one line, two rules"),
    pytest.param([R("A", "a", ("a!",)), ERROR, R("B", "b", ("c",))], "a b", "a c", id="an error"),
    pytest.param([R("A", "a", ("a ",))], "a", "a", id="its finding stays"),
    pytest.param([R("A", "a", ("!", "b")), ERROR], "a", "b", id="the second way is tried"),
    pytest.param([A, R("B", "b", ("a",))], "a", "a", id="round and round"),
    pytest.param(
        [R("A", "a", ("b",)), R("B", "b", ("a",)), R("C", "c", ("d",))],
        "a c a c", "a d a d", id="round and round beside one that holds",
    ),
    pytest.param([R("A", "a", ("b",)), R("B", "b", ("c",)), R("C", "c", ("a",))], "a", "a",
                 id="a circle of three"),
    pytest.param([R("A", "a", ("xb",)), R("B", "b", ("a",))], "a", "a", id="growing for ever"),
    pytest.param([R("A", "a", ("b",), first=True)], "a a a", "b b b", id="one is told at a time"),
    pytest.param([R("A", "(a)(.*)(b)", (r"\3\2\1",))], "a-b", "b-a", id="a swap"),
    pytest.param([R("A", "a(?=.*x)", ("b",)), R("X", "x", ("y",))], "a x", "b y",
                 id="both, though either would do"),
]  # fmt: skip


@pytest.mark.parametrize(("rules", "text", "fixed"), CASES)
def test_fixes(rules: list[R], text: str, fixed: str) -> None:
    look = looking(*rules)
    result = make_fixes(text, look)
    assert result.text == fixed
    assert result.findings == look(fixed).findings
    assert result.before == look(text).findings
    assert make_fixes(fixed, look).text == fixed


def reasons(result: FixResult) -> list[tuple[str, str]]:
    return [(one.finding.code, one.reason) for one in result.taken_back]


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        pytest.param([R("A", "a", ("!",)), ERROR], "it brings E, said", id="an error"),
        pytest.param([R("A", "a", ("a.",))], "its finding stays", id="stays"),
        pytest.param([A, R("B", "b", ("a",))], "the fixes of A and B undo one another", id="undo"),
        pytest.param([R("A", "a", ("xb",)), R("B", "b", ("a",))], "the fixes of A and B undo",
                     id="growing"),
    ],
)  # fmt: skip
def test_what_was_taken_back_is_told(rules: list[R], said: str) -> None:
    result = make_fixes("a", looking(*rules))
    assert result.made == ()
    [(code, reason)] = reasons(result)
    assert code == "A"
    assert reason.startswith(said)


def test_what_grows_for_ever_ends_soon() -> None:
    look, texts = looking(R("A", "a", ("xb",)), R("B", "b", ("a",))), []

    def counting(text: str) -> Seen:
        texts.append(text)
        return look(text)

    assert make_fixes("a", counting).text == "a"
    assert len(texts) < 40


def test_unsafe_fixes_are_made_only_where_they_are_asked_for() -> None:
    look = looking(R("A", "a", ("b",), safe=False))
    assert make_fixes("a", look).text == "a"
    assert make_fixes("a", look, unsafe=True).text == "b"


def test_of_a_session_one_unsafe_fix_is_made_at_a_time() -> None:
    """The second would have been right before the first was made."""
    hinge = R("A", "deadlift", ("press",), safe=False, pack="chain")
    row = R("B", r"(?<=deadlift\n)row", ("machine row",), safe=False, pack="chain")
    look = looking(hinge, row, sessions="session")
    text = "session\ndeadlift\nrow\nsession\nsquat\nrow\n"
    assert make_fixes(text, look, unsafe=True).text == text.replace("deadlift", "press")


def test_fixes_of_a_pack_that_are_harmless_alone_are_made_as_far_as_they_are_together() -> None:
    few = R("A", "a", ("b",), pack="chain")
    many = R("B", "b.*b.*b", pack="chain")
    result = make_fixes("a a a", looking(few, many))
    assert (result.text, reasons(result)) == ("b b a", [("A", "it brings B, said")])


@pytest.mark.parametrize(
    ("other", "fixed"),
    [
        pytest.param(R("B", "b", severity=Severity.INFO), "b", id="a lesser finding may come"),
        pytest.param(R("B", "b"), "a", id="one as grave may not"),
        pytest.param(R("unused-suppression", "b"), "b", id="an idle suppression is mended next"),
    ],
)
def test_what_a_fix_of_a_pack_may_bring(other: R, fixed: str) -> None:
    assert make_fixes("a", looking(R("A", "a", ("b",), pack="chain"), other)).text == fixed


def test_what_a_core_fix_makes_readable_may_be_found_by_a_pack() -> None:
    """It is no fault of the pack's fix that is made in the same pass."""
    names, of_pack = R("A", "a", ("row",)), R("P", "p", ("q",), pack="chain")
    look = looking(names, of_pack, R("B", "row", pack="chain"))
    assert make_fixes("a p", look).text == "row q"


def test_moves_that_cross_are_made_one_after_the_other() -> None:
    def look(text: str) -> Seen:
        """Each letter wants to stand where the alphabet has it; a move takes the whole way."""
        findings = []
        for index, letter in enumerate(text):
            wanted = sorted(text).index(letter)
            if wanted != index:
                target = wanted if wanted < index else wanted + 1
                edits = (Edit(Span(index, index + 1), ""), Edit(Span(target, target), letter))
                fix = Fix("move", edits, Applicability.SAFE)
                findings.append(
                    Finding("M", "M", "core", Severity.INFO, letter, Span(index, index + 1),
                            fixes=(fix,))
                )  # fmt: skip
        return Seen(text, tuple(findings))

    result = make_fixes("dcba", look)
    assert sorted(result.text) == list("abcd"), "no letter is lost or doubled"
    assert len(result.findings) < 4


def test_a_fix_outside_of_the_text_is_not_made() -> None:
    broken = Fix("far", (Edit(Span(5, 9), "x"),), Applicability.SAFE)
    double = Fix("twice", (Edit(Span(0, 2), "x"), Edit(Span(1, 2), "y")), Applicability.SAFE)
    finding = Finding("A", "A", "core", Severity.INFO, "", Span(0, 1), fixes=(broken, double))
    assert make_fixes("abc", lambda text: Seen(text, (finding,))).text == "abc"
