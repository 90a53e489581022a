"""What `check_example` promises: for each promise a rule that breaks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from wodlang.plugin import (
    Edit,
    Fault,
    Invalid,
    Label,
    Pack,
    Proposal,
    Rule,
    Severity,
    Span,
    Valid,
)
from wodlang.testing import CheckFailed, check_example

BENCH = "Bench Press 3x8"
UNSAID = Invalid(BENCH, (1,), fix_stated=False)
NO_FIX = Invalid(BENCH, (1,))

Check = Callable[[Any, Any], Iterator[Fault]]


def yields(
    message: str = "a bench", *edits: str, title: str = "a fix", label: str = "", **fault: Any
) -> Check:
    """A check that speaks on every bench press; each of `edits` is a proposal for the whole line."""

    def check(session: Any, context: Any) -> Iterator[Fault]:
        for one in session.working:
            if one.name == "Bench Press":
                proposals = tuple(Proposal(title, (Edit(one.place.line, new),)) for new in edits)
                labels = (Label(one.place.name, label),) if label else ()
                yield Fault(one.place.name, message, labels=labels, fixes=proposals, **fault)

    return check


def raises(session: Any, context: Any) -> Iterator[Fault]:
    raise KeyError("lost plates")
    yield


def raises_in_the_fix(session: Any, context: Any) -> Iterator[Fault]:
    def fixes() -> tuple[Proposal, ...]:
        raise ValueError("no such rack")

    yield Fault(session.working[0].place.name, "a bench", fixes=fixes)


def changes_a_line(session: Any, context: Any) -> Iterator[Fault]:
    object.__setattr__(session.entries[0], "name", "Squat")
    yield from ()


def changes_a_shared_exercise(session: Any, context: Any) -> Iterator[Fault]:
    exercise = session.entries[0].exercise
    object.__setattr__(exercise, "axial", 7)  # the same at every call
    yield from ()


def test_an_example_that_holds_is_accepted(rule: Rule) -> None:
    for example in rule.examples:
        check_example(rule, example)


@pytest.mark.parametrize(
    ("check", "example", "said"),
    [
        pytest.param(yields(), Valid(BENCH), "IH101: it speaks on line 1: a bench", id="valid"),
        pytest.param(
            yields(), Invalid(f"Squat 3x5\n{BENCH}", (1,)), "on line 2, the example says line 1",
            id="wrong-line",
        ),
        pytest.param(yields(), Invalid("Squat 3x5", (1,)), "on no line", id="silent"),
        pytest.param(
            yields(), replace(NO_FIX, severity=Severity.ERROR), "its severity is warning",
            id="severity",
        ),
        pytest.param(yields(), Valid("Squat 3x"), "line 1 cannot be read", id="unreadable"),
        pytest.param(yields(), Valid("Squat 3x5", options={"mots": 1}), '"most"', id="option"),
        pytest.param(
            yields(), Valid("Squat 3x5", options={"most": -1}), "at least 0", id="option-value"
        ),
        pytest.param(raises, NO_FIX, "KeyError: 'lost plates'", id="raises"),
        pytest.param(raises, Valid(BENCH), "KeyError: 'lost plates'", id="raises-in-valid"),
        pytest.param(raises_in_the_fix, UNSAID, "no such rack", id="raises-in-the-fix"),
        pytest.param(changes_a_line, Valid(BENCH), "changed the program", id="changes-a-line"),
        pytest.param(
            yields("a bench", "Squat 3x5"), NO_FIX, 'it offers the fix "a fix"', id="unsaid-fix"
        ),
        pytest.param(
            yields("a bench", "Squat 3x5"), replace(NO_FIX, fixed="Squat 3x8"),
            "makes another text:", id="other-text",
        ),
        pytest.param(yields(), replace(NO_FIX, fixed="Squat 3x8"), "offers no fix", id="no-fix"),
        pytest.param(
            yields("a bench", "Squat 3x"), UNSAID, "makes a text that cannot be read",
            id="fix-does-not-parse",
        ),
        pytest.param(yields("a bench", BENCH), UNSAID, "changes nothing", id="fix-is-the-same"),
        pytest.param(
            yields("a bench", "Bench Press 3x5"), replace(NO_FIX, fixed="Bench Press 3x5"),
            "the finding is still there", id="fix-does-nothing",
        ),
        pytest.param(yields("a {name}"), NO_FIX, "unfilled field {name}", id="field"),
        pytest.param(yields(note="{}"), NO_FIX, "the note has an unfilled", id="field-in-note"),
        pytest.param(yields(help="{a.b}"), NO_FIX, "the help has", id="field-in-help"),
        pytest.param(yields("a bench", "Bench Press 3x5", unfixed="{a}"), NO_FIX, "the help has", id="field-in-unfixed"),
        pytest.param(yields(label="{a}"), NO_FIX, "the label has", id="field-in-label"),
        pytest.param(
            yields("a bench", "Squat 3x5", title="{a}"), UNSAID, "the title of the fix has",
            id="field-in-title",
        ),
        pytest.param(yields(f"at {None}"), NO_FIX, "None where a value belongs", id="none"),
        pytest.param(yields("?"), NO_FIX, "only that something is unknown", id="unknown"),
        pytest.param(yields(" "), NO_FIX, "the message is empty", id="empty"),
        pytest.param(yields(f"{(Decimal(1),)}"), NO_FIX, "Decimal('1')", id="python"),
        pytest.param(yields(), 42, "write Valid(...) or Invalid(...)", id="no-example"),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_said(rule: Rule, check: Check, example: Any, said: str) -> None:
    with pytest.raises(CheckFailed) as caught:
        check_example(replace(rule, check=check), example)
    assert said in str(caught.value)


def test_a_change_of_what_programs_share_is_noticed(rule: Rule) -> None:
    """The catalogue's exercise is the same value in every program of this process."""
    spoilt = replace(rule, check=changes_a_shared_exercise)
    seen: list[Any] = []

    def put_back(session: Any, context: Any) -> Iterator[Fault]:
        seen.append(session.entries[0].exercise)
        yield from ()

    check_example(replace(rule, check=put_back), Valid(BENCH))
    before = seen[0].axial
    try:
        with pytest.raises(CheckFailed, match="changed the program"):
            check_example(spoilt, Valid(BENCH))
    finally:
        object.__setattr__(seen[0], "axial", before)


@pytest.mark.parametrize(
    ("check", "example"),
    [
        pytest.param(yields("Row at ?"), NO_FIX, id="one-unknown-of-several"),
        pytest.param(yields("None of the rows"), NO_FIX, id="none-as-a-word"),
        pytest.param(
            yields("a {wide} bench"), Invalid(f'{BENCH} "a {{wide}} grip"', (1,)), id="own-braces"
        ),
        pytest.param(yields("a bench", "Squat 3x5"), UNSAID, id="fix-not-stated"),
        pytest.param(yields("a bench", "Bench Press 3x5"), NO_FIX, id="withheld-as-stated"),
    ],
)
def test_what_only_looks_wrong_is_accepted(rule: Rule, check: Check, example: Invalid) -> None:
    check_example(replace(rule, check=check), example)


def test_a_fix_is_judged_with_the_rules_of_the_pack(rule: Rule) -> None:
    def squats(session: Any, context: Any) -> Iterator[Fault]:
        yield from (Fault(one.place.name, "s") for one in session.working if one.name == "Squat")

    squatting = replace(rule, check=yields("a bench", "Squat 3x5"))
    other = replace(rule, code="IH102", name="any-squat", check=squats)
    pack = Pack("iron-house", "IH", "1", "x", (squatting, other))
    check_example(squatting, replace(NO_FIX, fixed="Squat 3x5"))
    with pytest.raises(CheckFailed, match="it brings IH102"):
        check_example(squatting, replace(NO_FIX, fixed="Squat 3x5"), pack)


def test_a_fix_that_leaves_the_finding_in_the_whole_text(rule: Rule) -> None:
    """The engine looks at the sessions that a fix touches; here the other session keeps it."""

    def check(session: Any, context: Any) -> Iterator[Fault]:
        sessions = context.program.sessions
        if session is not sessions[0]:
            return
        lines = (line for one in sessions for line in one.entries)
        benches = [line for line in lines if line.name == "Bench Press"]
        for one in benches[:1]:
            fix = Proposal("a fix", (Edit(one.place.line, "Squat 3x5"),))
            yield Fault(one.place.name, "a bench", fixes=(fix,))

    text = f"session A\n{BENCH}\nsession B\n{BENCH}"
    with pytest.raises(CheckFailed, match="leaves the finding"):
        check_example(replace(rule, check=check), replace(UNSAID, wod=text, lines=(2,)))


def test_the_failure_shows_the_example(rule: Rule) -> None:
    with pytest.raises(CheckFailed) as caught:
        check_example(rule, Valid(f"Squat 3x5\n{BENCH}"))
    assert "  2 | Bench Press 3x8" in str(caught.value)


def test_a_place_outside_of_the_text_is_a_failure(rule: Rule) -> None:
    def outside(session: Any, context: Any) -> Iterator[Fault]:
        yield Fault(Span(900, 901), "lost")

    with pytest.raises(CheckFailed, match="outside of the text"):
        check_example(replace(rule, check=outside), NO_FIX)
