"""What holds for any text: it comes out, it says the same, a second pass changes nothing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from generated_programs import exercise_lines, programs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wodlang.report.program_json import program_data
from wodlang.syntax.nodes import CueLine
from wodlang.workbench import check_text, format_text, open_text

CORPUS = Path(__file__).parents[2] / "grammar" / "corpus"
LINES = sorted(
    {line for path in CORPUS.rglob("*.wod") for line in path.read_text("utf-8").split("\n")}
)
REAL_LINES = os.environ.get("WOD_REAL_LINES", "")
PIECES = (
    "Back Squat", "3x5", "5,5,3", "@ 80%", "100kg", "RPE 8", ", ", " - ", " | ", "then", "rest 90s",
    "(", ")", '"', "#", "//", "or", "+", "/", ":", "week 1", "Monday", "EMOM 10", "@", "x", "each side",
    "½", "×", "–", "\u00a0", "\t", "\n", "\r\n", "\r", "> ", "same", "athlete", "exercise", "max", "A1)",
    "**", "12:30", "\ufeff", "💪", "٣", "\u2028", "\x85", "\x0b", "\x0c", "\u200b", "# wod: ignore[WOD101]",
)  # fmt: skip
any_text = st.text(max_size=200) | st.lists(
    st.sampled_from(PIECES) | st.sampled_from(LINES), max_size=20
).map(" ".join)
thorough = settings(
    deadline=None, max_examples=int(os.environ.get("WOD_EXAMPLES", "150")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip


def sayings(text: str) -> object:
    """The program as other programs read it, without the lines that it stands on."""
    data = program_data(open_text(text.removeprefix("\ufeff")).program)
    for session in data["sessions"]:
        session["line"] = 0
        for exercise in session["exercises"]:
            exercise["line"] = 0
    return _one_blank(data)


def _one_blank(value: object) -> object:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        written = str(value.get("written") or "").replace(" ", "")
        data = {key: _one_blank(one) for key, one in value.items()}
        return {**data, "written": written} if "written" in value else data
    return [_one_blank(one) for one in value] if isinstance(value, list) else value


def check(text: str) -> str:
    formatted = format_text(text)
    assert not formatted.refused or "WODCraft" in formatted.refused
    assert format_text(formatted.text).text == formatted.text
    return formatted.text


@thorough
@given(programs())
def test_a_program_says_the_same_in_its_layout(text: str) -> None:
    assert sayings(check(text)) == sayings(text)


@thorough
@given(st.lists(exercise_lines(), min_size=1, max_size=4))
def test_the_checks_find_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = [one.name for one in check_text(text, fixes=False).findings]
    formatted = check(text)
    assert sorted(one.name for one in check_text(formatted, fixes=False).findings) == sorted(found)


@thorough
@given(any_text)
def test_any_text_has_a_layout(text: str) -> None:
    check(text)


@thorough
@given(programs())
def test_no_word_of_a_comment_or_a_note_is_lost(text: str) -> None:
    assert _kept_words(check(text)) == _kept_words(text)


def _kept_words(text: str) -> list[str]:
    """The words of comments and cues, in order."""
    document = open_text(text.removeprefix("\ufeff"))
    words: list[str] = []
    for statement in document.document.statements:
        if isinstance(statement, CueLine):
            words += statement.text.split()
        if statement.comment is not None:
            comment = document.source.text[statement.comment.start : statement.comment.end]
            words += comment.lstrip("#/").split()
    return words


@pytest.mark.skipif(not REAL_LINES, reason="WOD_REAL_LINES names no table of real lines")
def test_real_lines_have_a_layout() -> None:
    rows = Path(REAL_LINES).read_text(encoding="utf-8").split("\n")
    lines = [row.split("\t", 2)[2] for row in rows if row.count("\t") > 1 and row[0] != "#"]
    for start in range(0, len(lines), 40):
        text = "program Real\n  units: lb\nMonday\nBack Squat 3x3\n" + "\n".join(
            lines[start : start + 40]
        )
        assert sayings(check(text)) == sayings(text)
