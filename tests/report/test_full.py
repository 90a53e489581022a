"""The report for people, as it looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from wodlang.report import full
from wodlang.report.file_report import FileReport
from wodlang.report.look import PLAIN, Look
from wodlang.text.finding import Applicability, Edit, Finding, Fix, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

DAY = """\
program Power

Monday: Heavy Pull
  Conventional Deadlift 4x3 @ 87%
  Weighted Pull-Up 4x6
  Front Squat 3x6
  Barbell Row 3x8
"""


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def after(text: str, words: str) -> Span:
    return Span(at(text, words).end, at(text, words).end)


def finding(
    span: Span,
    note: str = "",
    labels: tuple[Label, ...] = (),
    fixes: tuple[Fix, ...] = (),
    severity: Severity = Severity.WARNING,
    message: str = "bent-over row after deadlifts",
    advice: str = "",
) -> Finding:
    return Finding(
        "PC302", "unsupported-row-after-hinge", "posterior-chain", severity, message, span, note,
        labels, advice, fixes,
    )  # fmt: skip


def supported_row() -> Fix:
    edits = (
        Edit(at(DAY, "Barbell Row"), "Chest-Supported T-Bar Row"),
        Edit(after(DAY, "Barbell Row 3x8"), ", straps"),
    )
    return Fix("replace Barbell Row by Chest-Supported T-Bar Row", edits)


def in_the_example() -> Finding:
    return finding(
        at(DAY, "Barbell Row"),
        "the torso is held by the lower back alone",
        (Label(at(DAY, "Conventional Deadlift"), "the lower back is tired from here on"),),
        (supported_row(),),
        advice="replace it with a row that supports the chest",
    )


def moved_up() -> Finding:
    line = "  Front Squat 3x6\n"
    first = Span(at(DAY, "  Conventional").start, at(DAY, "  Conventional").start)
    fix = Fix("move Front Squat up", (Edit(at(DAY, line), ""), Edit(first, line)))
    other = Fix("write `optional`", (Edit(after(DAY, "3x6\n  B"), ""),), Applicability.SAFE)
    return finding(at(DAY, "Front Squat"), "it stands late", fixes=(fix, other))


LONG = "Barbell Row 3x8, " + "very " * 30 + "slow, tempo 4010, " + "with a long remark " * 8
WIDE = "硬拉 Deadlift 5x5 (💪🏽 ногами) 👨‍👩‍👧 Rudern é Row 3x8\n"
TABS = "\tDeadlift\t3x5\t@ 85%\n"
STRANGE = "Row \x1b[31m3x8\u202e \x07\x7f!\n"


@dataclass(frozen=True)
class Case:
    text: str
    findings: tuple[Finding, ...] = ()
    look: Look = field(default=PLAIN)


CASES = {
    "as-the-design-shows-it": Case(DAY, (in_the_example(),)),
    "narrow": Case(DAY, (in_the_example(),), Look(width=44)),
    "several-on-a-line": Case(
        DAY,
        (
            finding(
                at(DAY, "4x3"),
                "three reps in each of four sets",
                (
                    Label(at(DAY, "Conventional Deadlift"), "a hinge"),
                    Label(at(DAY, "87%"), "this is heavy"),
                ),
                severity=Severity.ERROR,
            ),
        ),
    ),
    "one-inside-the-other": Case(
        DAY,
        (
            finding(
                at(DAY, "Deadlift"),
                "the primary one is drawn over the other",
                (Label(at(DAY, "Conventional Deadlift 4x3"), "the whole line"),),
                severity=Severity.INFO,
            ),
        ),
    ),
    "a-move-and-a-second-fix": Case(DAY, (moved_up(),)),
    "many-lines": Case(DAY, (finding(Span(at(DAY, "Monday").start, len(DAY)), "this session"),)),
    "nothing-marked-at-the-end": Case(DAY, (finding(Span(len(DAY), len(DAY)), "here"),)),
    "neither-note-nor-help": Case(DAY, (finding(at(DAY, "Monday")),)),
    "long-line": Case(
        LONG, (finding(at(LONG, "tempo 4010"), "too slow", (Label(at(LONG, "slow"), "so slow"),)),)
    ),
    "long-line-marked-at-its-end": Case(LONG, (finding(Span(len(LONG) - 7, len(LONG) - 1)),)),
    "long-line-marked-all-over": Case(LONG, (finding(Span(0, len(LONG)), "all of it"),)),
    "long-texts": Case(
        DAY,
        (
            finding(
                at(DAY, "Front Squat"),
                "this explains at some length " * 5,
                message="a message that goes on for a good while " * 3,
                advice="a piece of advice that nobody can say in fewer words " * 3,
            ),
        ),
    ),
    "long-line-with-a-fix": Case(
        LONG, (finding(at(LONG, "tempo"), fixes=(Fix("x", (Edit(at(LONG, "4010"), "31X1"),)),)),)
    ),
    "wide-characters": Case(
        WIDE,
        (
            finding(
                at(WIDE, "Row"),
                "after an accent",
                (
                    Label(at(WIDE, "硬拉"), "two wide letters"),
                    Label(at(WIDE, "💪🏽"), "one emoji, two code points"),
                    Label(at(WIDE, "👨‍👩‍👧"), "one emoji, five code points"),
                ),
            ),
        ),
    ),
    "wide-characters-cut": Case("硬拉" * 40 + WIDE, (finding(Span(80, 84), "硬"),), Look(width=40)),
    "tabs": Case(
        TABS, (finding(at(TABS, "3x5"), "sets", (Label(at(TABS, "@ 85%"), "and a load"),)),)
    ),
    "control-characters": Case(STRANGE, (finding(at(STRANGE, "!"), "\x1b[31mred"),)),
    "clean": Case(DAY),
}


@pytest.mark.parametrize("name", CASES)
def test_report_looks_as_in_its_snapshot(
    name: str, matches_snapshot: Callable[[str, str], None]
) -> None:
    case = CASES[name]
    report = FileReport("monday.wod", Source("monday.wod", case.text), case.findings)
    matches_snapshot(name, full.render([report], look=case.look))


def test_findings_stand_in_order_of_path_and_place() -> None:
    source = Source("x", DAY)
    late, early = finding(at(DAY, "Barbell")), finding(at(DAY, "Front"))
    files = [FileReport("b.wod", source, (late, early)), FileReport("a.wod", source, (late,))]
    places = re.findall(r"--> (.*)", full.render(files))
    assert places == ["a.wod:7:3", "b.wod:6:3", "b.wod:7:3"]


def test_colours_are_the_plain_report_with_escape_sequences() -> None:
    report = [FileReport("monday.wod", Source("monday.wod", DAY), (in_the_example(),))]
    coloured = full.render(report, look=Look(colour=True))
    assert "\x1b[1;33mwarning\x1b[0m" in coloured
    without = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in without.splitlines()] == full.render(report).splitlines()


def test_code_is_a_link_where_a_url_is_known_and_escape_sequences_are_allowed() -> None:
    report = [FileReport("monday.wod", Source("monday.wod", DAY), (in_the_example(),))]
    urls = {"PC302": "https://example.org/PC302"}
    linked = full.render(report, look=Look(colour=True, urls=urls))
    assert re.search(r"\x1b\]8;[^;]*;https://example.org/PC302\x1b\\.*PC302.*\x1b\]8;;", linked)
    assert "\x1b]8" not in full.render(report, look=Look(colour=True))
    assert "\x1b" not in full.render(report, look=Look(urls=urls))
