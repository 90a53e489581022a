"""A rule that looks at the day or week finds the fault of a day: it stands on that day's header."""

from __future__ import annotations

from typing import Any

import pytest

WOD = """Monday: Pull
Wednesday: Pull
Friday: Pull
session Pull
Deadlift 3x5 @ 85%
"""


@pytest.mark.parametrize(
    ("when", "lines"),
    [
        pytest.param("count(exercises) = 1", [4], id="the lines alone: once, at the definition"),
        pytest.param("count(before) = 2", [3], id="sessions before it"),
        pytest.param("day = friday", [3], id="its day"),
        pytest.param("count(sessions) > 2", [1, 2, 3], id="its week"),
        pytest.param("level is unknown and count(exercises) = 1", [4], id="the athlete"),
    ],
)
def test_where_a_session_is_named(house: Any, when: str, lines: list[int]) -> None:
    assert house.lines(house.pack(when, "session"), WOD) == lines


def test_a_day_in_the_message_alone_moves_nothing(house: Any) -> None:
    pack = house.pack("count(exercises) = 1", "session", 'message = "{day}"')
    assert house.lines(pack, WOD) == [4]


def test_labels_stand_on_days_too(house: Any) -> None:
    labels = 'labels = [{ on = "before", text = "earlier" }]'
    found = house.findings(house.pack("count(before) = 2", "session", labels), WOD)
    spans = [WOD[label.span.start : label.span.end] for label in found[0].labels]
    assert spans == ["Monday: Pull", "Wednesday: Pull"]
