"""Fields that were meant for one: the fix writes what the language has, in the file's own line ends."""

from __future__ import annotations

import pytest

from wodlang.lint.settings import Settings
from wodlang.text.finding import Edit
from wodlang.workbench import check_text

FIXED = {
    "units: lb\nSquat 3x5 @ 200\n": "program\nunits: lb\nSquat 3x5 @ 200\n",
    "units: lb\r\nSquat 3x5 @ 200\r\n": "program\r\nunits: lb\r\nSquat 3x5 @ 200\r\n",
    "units kg\nSquat 3x5 @ 80": "program\nunits: kg\nSquat 3x5 @ 80",
    "max Squat: 140kg\nRow 3x8": "athlete\nmax Squat: 140kg\nRow 3x8",
    "athlete\n  squat: 140kg\nRow 3x8": "athlete\n  max squat: 140kg\nRow 3x8",
    "athlete\n  Deadlift 1RM 180kg\nRow 3x8": "athlete\n  max Deadlift: 180kg\nRow 3x8",
    "athlete\n  max Squat = 140kg\nRow 3x8": "athlete\n  max Squat: 140kg\nRow 3x8",
    "Monday\n  fokus: legs\n  Row 3x8": "Monday\n  focus: legs\n  Row 3x8",
    "Monday\n  duration 60min\n  Row 3x8": "Monday\n  duration: 60min\n  Row 3x8",
}


@pytest.mark.parametrize("text", FIXED)
def test_the_fix_writes_the_field(text: str) -> None:
    result = check_text(text, "field.wod", Settings(no_packs=True))
    (finding,) = result.findings
    assert finding.name == "unknown-field"
    (fix,) = finding.fixes
    assert _edited(text, fix.edits) == FIXED[text]
    assert not check_text(FIXED[text], "field.wod", Settings(no_packs=True)).findings


def _edited(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda one: one.span.start, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
