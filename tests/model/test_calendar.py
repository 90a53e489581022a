"""How the days of a program lie to one another."""

from __future__ import annotations

from datetime import date

import pytest

from wodlang.model.calendar import Calendar
from wodlang.model.program import Program
from wodlang.workbench import open_text


def program(days: str) -> Program:
    """A program of these headers, each day with a lift below it."""
    lines = [
        f"{line}\n  Squat 3x5" if "week" not in line and "rest" not in line else line
        for line in days.split("; ")
    ]
    return open_text("\n".join(lines)).program


@pytest.mark.parametrize(
    ("days", "beside"),
    [
        pytest.param("Monday", [(None, None)], id="a week that repeats follows itself"),
        pytest.param("week 1; Mon; week 2; Mon", [(None, 2), (1, None)], id="in a row"),
        pytest.param("week 2; Mon; week 1; Mon", [(1, None), (None, 2)], id="in any order"),
        pytest.param("week 1; Mon; week 3; Mon", [(None, None), (None, None)], id="a gap"),
    ],
)
def test_weeks_beside(days: str, beside: list[tuple[int | None, int | None]]) -> None:
    weeks = program(days).weeks
    calendar = Calendar(weeks)
    found = [(calendar.week_before(one), calendar.week_after(one)) for one in weeks]
    assert [tuple(one.number if one else None for one in pair) for pair in found] == beside
    if weeks[0].repeats:
        assert found == [(weeks[0], weeks[0])]


@pytest.mark.parametrize(
    ("days", "week", "placed"),
    [
        pytest.param("Sun; Tue", 0, [-6, -1, 1, 6, 8, 13], id="a week that repeats"),
        pytest.param("week 1; Sun; week 2; Mon; Fri; week 3; Mon", 1, [-1, 0, 4, 7], id="in a row"),
        pytest.param("week 1; Sun; week 3; Mon", 1, [0], id="a gap"),
        pytest.param("Monday: rest; day 1; 2026-02-28", 0, [-7, 0, 7], id="days off, no others"),
    ],
)
def test_weekdays(days: str, week: int, placed: list[int]) -> None:
    weeks = program(days).weeks
    assert [one.day for one in Calendar(weeks).weekdays(weeks[week])] == placed


def test_dates_of_all_weeks_in_order() -> None:
    weeks = program("week 1; 2026-03-02; week 2; 2026-02-28: rest; Mon; 2026-03-01").weeks
    calendar = Calendar(weeks)
    first = date(2026, 2, 28).toordinal()
    assert [(one.day - first, one.week.number) for one in calendar.dated] == [
        (0, 2),
        (1, 2),
        (2, 1),
    ]
    assert [one.session.day for one in calendar.dated_between(first + 1, first + 1)] == [
        "2026-03-01"
    ]
    assert calendar.dated_between(first + 3, first + 9) == ()


@pytest.mark.parametrize(
    ("day", "weekday", "dated"),
    [
        ("Thu", 3, None),
        ("2026-11-24", None, date(2026, 11, 24)),
        ("day 2", None, None),
        ("session A", None, None),
    ],
)
def test_the_day_of_a_session(day: str, weekday: int | None, dated: date | None) -> None:
    (session,) = program(day).weeks[0].sessions
    assert (session.weekday, session.date) == (weekday, dated)
