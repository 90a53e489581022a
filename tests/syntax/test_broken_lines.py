"""A bad line costs one line, whatever is wrong with it and whatever rules run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wodlang.lint.settings import Settings
from wodlang.text.finding import Severity
from wodlang.text.span import Span
from wodlang.workbench import CheckResult, check_text

CORPUS = Path(__file__).parents[2] / "grammar" / "corpus"
LINES, EVERY = 500, 10
CORE_ALONE, ALL_PACKS = Settings(no_packs=True), Settings()
# One of each kind, with the check that names it.
BROKEN = {
    "Row 3x": "syntax-error",
    "Row 3x8 @": "syntax-error",
    "Row 3x8 @ abc": "syntax-error",
    "Row 3x8 (slow": "syntax-error",
    "Row 3x8 slow)": "syntax-error",
    'Row 3x8 "slow': "syntax-error",
    "...": "syntax-error",
    "exercise": "syntax-error",
    "Row 60x8x3": "ambiguous-numbers",
    "Row 3x8 @ 60kgg": "unknown-unit",
    "Row 3x8 @ RPE 11": "rpe-out-of-range",
    "Row 3x8 @ 160%": "percentage-out-of-range",
    "Row 3x0": "zero-sets-or-reps",
    "Row 0x8": "zero-sets-or-reps",
    "Row 3x12-8": "descending-rep-range",
    "Row 3x8 | 3x6": "cells-do-not-match-weeks",
}
PROGRAMS = sorted(
    path for path in CORPUS.rglob("*.wod") if not path.read_text("utf-8").startswith("include")
)


def sound_lines() -> list[str]:
    return [f"Back Squat 3x{number % 8 + 1} @ {60 + number % 30}%" for number in range(LINES)]


@pytest.mark.parametrize("broken", BROKEN)
def test_every_broken_line_is_named_at_its_place(broken: str) -> None:
    lines = sound_lines()
    lines[::EVERY] = [broken] * len(lines[::EVERY])
    result = check_text("\n".join(lines), "many.wod", CORE_ALONE, fixes=False)
    assert _errors(result) == [(index, BROKEN[broken]) for index in range(0, LINES, EVERY)]
    assert _read_lines(result) == [index for index in range(LINES) if index % EVERY]


def test_fifty_lines_broken_in_many_ways_cost_fifty_lines() -> None:
    lines, kinds = sound_lines(), list(BROKEN)
    expected = []
    for index in range(0, LINES, EVERY):
        lines[index] = kinds[index // EVERY % len(kinds)]
        expected.append((index, BROKEN[lines[index]]))
    result = check_text("\n".join(lines), "many.wod", CORE_ALONE, fixes=False)
    assert _errors(result) == expected
    assert _read_lines(result) == [index for index in range(LINES) if index % EVERY]


def _errors(result: CheckResult) -> list[tuple[int, str]]:
    return [
        (result.source.line_index(one.span.start), one.name)
        for one in result.findings
        if one.severity is Severity.ERROR
    ]


def _read_lines(result: CheckResult) -> list[int]:
    """The lines (from 0) of the sound exercise that are in the program with their sets and load."""
    return [
        entry.line - 1
        for session in result.program.sessions
        for entry in session.entries
        if entry.name == "Back Squat" and entry.sets and entry.sets[0].load is not None
    ]


@st.composite
def programs_with_a_fault(draw: st.DrawFn) -> str:
    """A program of the corpus in which a line is broken, lost, doubled or moved."""
    lines = draw(st.sampled_from(PROGRAMS)).read_text("utf-8").splitlines() or [""]
    index = draw(st.integers(0, len(lines) - 1))
    other = draw(st.integers(0, len(lines) - 1))
    instead = draw(
        st.sampled_from([[], [lines[index]] * 2, [lines[other]], [lines[index] + lines[other]]])
        | st.sampled_from(sorted(BROKEN)).map(lambda broken: [broken])
    )
    return draw(st.sampled_from(["\n", "\r\n"])).join(lines[:index] + instead + lines[index + 1 :])


@settings(deadline=None, max_examples=150)
@given(programs_with_a_fault())
def test_no_rule_crashes_and_every_place_is_in_the_text(text: str) -> None:
    result = check_text(text, "any.wod", ALL_PACKS)
    for finding in result.findings:
        assert finding.name != "rule-crashed", finding.message
        places = [finding.span, *(label.span for label in finding.labels)]
        places += [edit.span for fix in finding.fixes for edit in fix.edits]
        assert all(_lies_in(text, place) for place in places), finding
    for session in result.program.sessions:
        for entry in session.entries:
            name = text[entry.place.name.start : entry.place.name.end]
            assert " ".join(name.replace("*", "").replace("__", "").split()) == entry.name


def _lies_in(text: str, span: Span) -> bool:
    return 0 <= span.start <= span.end <= len(text)
