"""What the formatter promises of a file: its bytes, its proof, its suppressions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from reading_alone import read_alone

from wodlang.format import format_text, formatting
from wodlang.format.proof import difference
from wodlang.format.read_lines import LineReader
from wodlang.format.rows import Row
from wodlang.lint.settings import Settings
from wodlang.text.source import Source
from wodlang.workbench import check_text
from wodlang.workbench import format_text as format_with_packs

TEXT = "Monday\nSquat 3 x 5\nRow 3x8\n"
FORMATTED = "Monday\n  Squat 3x5\n  Row   3x8\n"


def formatted(text: str) -> str:
    found = format_text(text, read_alone)
    assert not found.refused
    return found.text


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param(TEXT.replace("\n", "\r\n"), FORMATTED.replace("\n", "\r\n"), id="crlf"),
        pytest.param("\ufeff" + TEXT, "\ufeff" + FORMATTED, id="byte order mark"),
        pytest.param(TEXT.rstrip("\n"), FORMATTED, id="no final line end"),
        pytest.param(TEXT + "\n\n  \n", FORMATTED, id="blank lines at the end"),
        pytest.param(
            TEXT.replace("\n", "\r\n", 2), FORMATTED.replace("\n", "\r\n"), id="most ends win"
        ),
        pytest.param("", "", id="empty"),
        pytest.param("  \n\t\n", "", id="blanks alone"),
        pytest.param("# nothing", "# nothing\n", id="a comment alone"),
    ],
)
def test_bytes(typed: str, expected: str) -> None:
    assert formatted(typed) == expected


def test_broken_lines_stay_byte_for_byte() -> None:
    broken = "\t Row   3x5  @   # how  much? \t"
    assert formatted(f"Monday\nSquat 3 x 5\n{broken}\n") == f"Monday\n  Squat 3x5\n{broken}\n"


def test_a_line_that_only_the_program_shows_to_be_broken_stays_too() -> None:
    broken = "Mon:  5 x 5 \t"  # sets of no exercise
    assert formatted(f"{broken}\n") == f"{broken}\n"


def test_a_suppression_still_acts_on_its_line() -> None:
    text = (
        "Monday\nBak Squat 3 x 5 # wod: ignore[WOD101] ours\n# wod: ignore[WOD101]\n"
        "Bnch Press 3x5, Bak Row 3x8\n"
    )
    settings = Settings(no_packs=True)
    assert check_text(text, settings=settings).findings == ()
    assert check_text(formatted(text), settings=settings).findings == ()


def test_a_suppression_above_a_session_stays_above_it() -> None:
    text = "Monday\nSquat 3x5\n# wod: ignore[WOD101]\nTuesday: Bak\n"
    assert formatted(text).split("\n\n")[1] == "# wod: ignore[WOD101]\nTuesday: Bak\n"


def test_an_exercise_of_the_file_itself_is_known() -> None:
    text = "exercise Long Curl\n  like: Curl\nsession A\nLong Curl, Squat, Long Curl 3x5\n"
    expected = "session A\n  Long Curl\n  Squat\n  Long Curl 3x5\n"
    assert format_with_packs(text).text.endswith(expected)


def test_wodcraft_is_left_alone() -> None:
    text = "use girls/fran\n\n\nSquat 3 x 5\n"
    found = format_text(text, read_alone)
    assert (found.text, "WODCraft" in found.refused) == (text, True)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        pytest.param("Monday\nSquat 3x5\n", "the program", id="a line is lost"),
        pytest.param("Monday\nSquat 3x6\nRow 3x8\n", "the program", id="a number"),
        pytest.param("Monday\nRow 3x8\nSquat 3x5\n", "the program", id="the order"),
        pytest.param("Monday\nSquat 3x5 # a\nRow 3x8\n", "a comment", id="a comment too much"),
        pytest.param("Monday\nSquat 3x5\n> a\nRow 3x8\n", "the program", id="a cue too much"),
    ],
)
def test_the_proof_sees_what_is_not_the_same(other: str, why: str) -> None:
    assert difference(read_alone(TEXT), read_alone(TEXT)) == ""
    assert difference(read_alone(TEXT), read_alone(other)).startswith(why)


def test_a_comment_of_another_line_is_another_text() -> None:
    one, other = "Squat 3x5 # a\nRow 3x8\n", "Squat 3x5\nRow 3x8 # a\n"
    assert difference(read_alone(one), read_alone(other))


def test_a_suppression_that_acts_on_another_line_is_another_text() -> None:
    one, other = "# wod: ignore[WOD101]\nBak Row 3x8\n", "# wod: ignore[WOD101]\n\nBak Row 3x8\n"
    assert difference(read_alone(one), read_alone(other)).startswith("a comment")


def test_the_proof_sees_a_finding_too_few() -> None:
    reading = read_alone("Bak Row 3x8\n")
    assert difference(reading, replace(reading, findings=())).startswith("the checks")


def test_a_column_that_changes_what_a_line_says_is_given_up(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    narrow = Row.text

    def changed(row: Row, width: int = 0, widths: Sequence[int] = ()) -> str:
        return narrow(row) + ("0" if width else "")

    monkeypatch.setattr(Row, "text", changed)
    assert formatted(TEXT) == "Monday\n  Squat 3x5\n  Row 3x8\n"


def test_a_layout_that_says_something_else_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "laid_out", lambda *_: "Monday\n  Squat 3x5\n")
    found = format_text(TEXT, read_alone)
    assert found.text == TEXT
    assert "the program would not be the same" in found.refused


def test_a_layout_that_never_rests_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def growing(source: Source, reader: LineReader, broken: object) -> str:
        return source.text + "\n"

    monkeypatch.setattr(formatting, "laid_out", growing)
    found = format_text(TEXT, read_alone)
    assert (found.text, "second pass" in found.refused) == (TEXT, True)
