"""A program as CSV: one row a set."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from wodlang.exchange.csv_sets import COLUMNS, render
from wodlang.workbench import open_text


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(open_text(text).program))))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Squat 2x5", [{"set": "1", "low": "5", "high": "5"}, {"set": "2", "measure": "reps"}]),
        ("Squat 1x8-12 @ 70-75%", [{"low": "8", "high": "12", "load_low": "70", "load_unit": "%"}]),
        ("Squat 1x5+", [{"low": "5", "high": "", "amrap": "yes"}]),
        ("Pull-Up 1x5 +20kg", [{"load_low": "20", "load_unit": "kg", "load_added": "yes"}]),
        ("Plank 1x30s", [{"measure": "seconds", "low": "30"}]),
        ("Zzyzx 1x5", [{"exercise": "", "name": "Zzyzx"}]),
        ("Bench 1x5, rest 2-3min", [{"rest_low": "120", "rest_high": "180"}]),
        ("Squat", [{"set": "", "low": "", "exercise": "Back Squat"}]),
        ('Squat 1x5, straps, slow', [{"modifiers": "straps; slow"}]),
    ],
)  # fmt: skip
def test_a_line(line: str, expected: list[dict[str, str]]) -> None:
    found = rows(line)
    assert len(found) == len(expected)
    for row, part in zip(found, expected, strict=True):
        assert {key: row[key] for key in part} == part


def test_days_and_weeks() -> None:
    found = rows("week 1\nMonday\nSquat 1x5\nweek 2\nTuesday: Legs, heavy\nSquat 1x3\n")
    assert [(row["week"], row["day"]) for row in found] == [("1", "monday"), ("2", "tuesday")]


def test_every_row_has_every_column() -> None:
    text = "athlete\n  max Squat: 100 kg\nA1. Squat 2x5 @ 80%, 31X1\nPlank\nRun 5km\n3 rounds\nBurpee\n"
    lines = list(csv.reader(StringIO(render(open_text(text).program))))
    assert {len(line) for line in lines} == {len(COLUMNS)}
