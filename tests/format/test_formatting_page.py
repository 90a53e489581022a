"""docs/formatting.md: each pair of what is written and what it becomes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from reading_alone import read_alone

from wodlang.format import format_text

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "formatting.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```wod\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
ROWS = [row.split(" | ") for row in re.findall(r"^\| (`.*`) \|$", PAGE, re.MULTILINE)]
FEWEST_ROWS = 25


def formatted(text: str) -> str:
    return format_text(text, read_alone).text


def spellings(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@pytest.mark.parametrize(
    ("typed", "expected"), list(zip(BLOCKS[::2], BLOCKS[1::2], strict=True)), ids=str
)
def test_a_block_becomes_the_one_below_it(typed: str, expected: str) -> None:
    assert formatted(typed) == expected


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_a_spelling_becomes_the_one_beside_it(row: list[str]) -> None:
    typed, expected = map(spellings, row)
    results = [formatted(text).rstrip("\n") for text in typed]
    assert results == (expected if len(expected) > 1 else expected * len(typed))


def test_the_page_has_its_rows() -> None:
    assert len(ROWS) > FEWEST_ROWS
