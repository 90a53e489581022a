"""Every form of the language in its canonical layout: files with what was typed and what it becomes.

WOD_WRITE_SNAPSHOTS=1 writes the second halves anew, for review.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from reading_alone import read_alone

from wodlang.format import format_text
from wodlang.lint.settings import Settings
from wodlang.text.finding import Finding
from wodlang.workbench import check_text
from wodlang.workbench import format_text as format_with_packs

CASES = sorted((Path(__file__).parent / "cases").glob("*.wod"))
SENTINEL = "=====\n"
ROOT = Path(__file__).parents[2]
CORPUS = sorted((ROOT / "grammar" / "corpus").rglob("*.wod"))


def case(path: Path) -> tuple[str, str]:
    typed, _, expected = path.read_text(encoding="utf-8").partition(SENTINEL)
    return typed, expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_text_becomes_its_canonical_form(path: Path) -> None:
    typed, expected = case(path)
    formatted = format_text(typed, read_alone)
    assert not formatted.refused
    if os.environ.get("WOD_WRITE_SNAPSHOTS"):
        path.write_text(typed + SENTINEL + formatted.text, encoding="utf-8")
    else:
        assert formatted.text == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_canonical_form_stays_as_it_is(path: Path) -> None:
    _, expected = case(path)
    assert format_text(expected, read_alone).text == expected


def _said(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.name) for finding in findings]


@pytest.mark.parametrize(
    "path", [*CORPUS, *sorted((ROOT / "examples").rglob("*.wod"))], ids=lambda path: path.stem
)
def test_the_linter_says_the_same_of_a_formatted_file(path: Path) -> None:
    text = path.read_bytes().decode("utf-8")
    formatted = format_with_packs(text, str(path))
    assert not formatted.refused or "WODCraft" in formatted.refused
    settings = Settings(no_packs=True)
    before = check_text(text, str(path), settings, fixes=False).findings
    after = check_text(formatted.text, str(path), settings, fixes=False).findings
    assert sorted(_said(after)) == sorted(_said(before))
