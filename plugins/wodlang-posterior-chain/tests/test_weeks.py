"""The rules about weeks: weekdays and dates, weeks that repeat, days that repeat a session."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from wodlang.plugin import (
    Context,
    Edit,
    Evidence,
    Fault,
    Pack,
    Rule,
    Scope,
    Severity,
    Source,
    Week,
)
from wodlang.testing import findings
from wodlang_posterior_chain.week_terms import date_timeline, weekday_timeline

WEEK_CODES = ("PC701", "PC702", "PC703")
PULL = "\n\nsession Pull\n  Deadlift 3x5 @ 85%\n  Pull-Up 3x8\n  Leg Press 3x10\n  Leg Curl 3x12\n"
BENCH = "\n  Bench Press 5x5\n"
CURL_AND_FLAT = "\n  Barbell Curl 3x10\n  Plank 3x60s\n"
SQUAT = "\n  Back Squat 5x5 @ 75%\n"


def said_of_weeks(text: str) -> list[tuple[str, int]]:
    """The codes and lines (from 1) of what the week rules find."""
    source = Source("<test>", text)
    return [
        (one.code, source.position(one.span.start).line)
        for one in findings(text)
        if one.code in WEEK_CODES
    ]


def with_edits(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text


QUIET = {
    "two days with two between": "Monday: Pull\nThursday: Pull" + PULL,
    "short names": "Tue: Pull\nFri: Pull" + PULL,
    "one header for two days": "Mon, Thu: Pull" + PULL,
    "numbered days": "day 1: Pull\nday 2: Pull" + PULL,
    "curls and planks train no legs": (
        f"Monday: Pull\nTuesday{CURL_AND_FLAT}Wednesday{BENCH}Thursday: Pull" + PULL
    ),
    "a ride is no leg day": (
        "Monday: Pull\nTuesday\n  Bike 1x30min\nWednesday: rest\nThursday: Pull" + PULL
    ),
    "leg days alone": f"Mon, Tue, Wed, Thu, Fri, Sat, Sun: Squat{SQUAT}",
    "dates": "2026-11-23: Pull\n2026-11-26: Pull" + PULL,
    "dates in any order": "2026-11-26: Pull\n2026-11-23: Pull" + PULL,
    "dates do not repeat": "2026-11-24: Pull\n2026-11-29: Pull" + PULL,
    "dates over a month's end": "2026-11-29: Pull\n2026-12-02: Pull" + PULL,
    "three sessions, two weeks of the calendar": (
        "2026-11-24: Pull\n2026-11-27: Pull\n2026-11-30: Pull" + PULL
    ),
    "weeks 1-3": "weeks 1-3\nMonday: Pull\nThursday: Pull" + PULL,
    "the last numbered week does not repeat": "week 1\nTuesday: Pull\nSunday: Pull" + PULL,
    "a definition is no day": (
        "session Pull\n  Deadlift 3x5 @ 85%\n  Pull-Up 3x8\n  Leg Press 3x10\n\n"
        "Monday: Pull\nThursday: Pull"
    ),
    "a gap in the numbers": "week 1\nSunday: Pull\nweek 3\nMonday: Pull" + PULL,
    "two days off": f"Monday: Pull\nTue, Wed, Thu, Fri: Bench{BENCH}" + PULL,
    "two sessions on one day": (
        f"Monday: Pull\nTue, Wed, Thu, Fri: Bench{BENCH}Friday: Curls{CURL_AND_FLAT}" + PULL
    ),
}


@pytest.mark.parametrize("text", QUIET.values(), ids=QUIET.keys())
def test_good_weeks(text: str) -> None:
    assert said_of_weeks(text) == []


LOUD = [
    pytest.param("Monday: Pull\nTuesday: Pull" + PULL, [("PC702", 2)], id="next day"),
    pytest.param("Monday: Pull\nWednesday: Pull" + PULL, [("PC702", 2)], id="one day between"),
    pytest.param("Mon, Wed: Pull" + PULL, [("PC702", 1)], id="one header for both days"),
    pytest.param(
        "Thursday: Pull\nWednesday: Pull" + PULL, [("PC702", 1)], id="the later day stands first"
    ),
    pytest.param(
        f"Monday: Pull\nWednesday{SQUAT}Thursday: Pull" + PULL,
        [("PC702", 4)],
        id="a leg day between",
    ),
    pytest.param("Tuesday: Pull\nSunday: Pull" + PULL, [("PC702", 1)], id="over the week's end"),
    pytest.param("2026-11-29: Pull\n2026-12-01: Pull" + PULL, [("PC702", 2)], id="dates"),
    pytest.param(
        f"2026-11-23: Pull\n2026-11-24{SQUAT}2026-11-26: Pull" + PULL,
        [("PC702", 4)],
        id="a dated leg day between",
    ),
    pytest.param(
        "2026-11-23: Pull\n2026-11-26: Pull\n2026-11-29: Pull" + PULL,
        [("PC701", 3)],
        id="three dates in one week of the calendar",
    ),
    pytest.param(
        "week 1\nSaturday: Pull\nweek 2\nMonday: Pull" + PULL,
        [("PC702", 4)],
        id="from week 1 into week 2",
    ),
    pytest.param(
        "weeks 1-3\nTuesday: Pull\nSunday: Pull" + PULL,
        [("PC702", 2)],
        id="weeks 1-3 follow each other; said once",
    ),
    pytest.param(
        "weeks 1-2\nFriday: Pull\nweek 3\nSaturday: Pull\nweek 4\nSunday: Pull\nMonday: Pull"
        + PULL,
        [("PC702", 7)],
        id="a week's Monday comes before its Sunday",
    ),
    pytest.param(
        "weeks 1-3\nMonday: Pull\nTuesday: Pull" + PULL, [("PC702", 3)], id="in each of three weeks"
    ),
    pytest.param(
        "Mon, Wed, Fri: Pull" + PULL,
        [("PC701", 1), ("PC702", 1)],
        id="one header for three days",
    ),
    pytest.param(
        "day 1: Pull\nday 2: Pull\nday 3: Pull" + PULL, [("PC701", 3)], id="numbered days count"
    ),
    pytest.param(
        f"Monday: Pull\nTue, Wed, Thu, Fri, Sat: Bench{BENCH}" + PULL,
        [("PC703", 2)],
        id="one day off",
    ),
    pytest.param(
        f"Monday: Pull\nTue, Wed, Thu, Fri, Sat: Bench{BENCH}Sunday: rest" + PULL,
        [("PC703", 2)],
        id="one day off that says so",
    ),
    pytest.param(
        f"weeks 1-3\nMonday: Pull\nTue, Wed, Thu, Fri, Sat, Sun: Bench{BENCH}" + PULL,
        [("PC703", 3)],
        id="no day off in three weeks; said once",
    ),
    pytest.param(
        f"Tue, Wed, Thu, Fri, Sat: Bench{BENCH}Monday: Pull\nSunday: Pull" + PULL,
        [("PC702", 3), ("PC703", 4)],
        id="on the day's own header, not where the session is defined",
    ),
]


@pytest.mark.parametrize(("text", "expected"), LOUD)
def test_bad_weeks(text: str, expected: list[tuple[str, int]]) -> None:
    assert sorted(said_of_weeks(text)) == expected


MOVED = [
    pytest.param("Mon: Pull\nWed: Pull", "Mon: Pull\nThu: Pull", id="short names stay short"),
    pytest.param("monday: Pull\ntuesday: Pull", "monday: Pull\nthursday: Pull", id="small letters"),
    pytest.param("MONDAY: Pull\nTUESDAY: Pull", "MONDAY: Pull\nTHURSDAY: Pull", id="capitals"),
    pytest.param("Mon, Tue: Pull", "Mon, Thu: Pull", id="one day of a header"),
    pytest.param("Tue: Pull\nSun: Pull", "Wed: Pull\nSun: Pull", id="over the week's end"),
    pytest.param(
        "weeks 1-3\nMon: Pull\nTue: Pull", "weeks 1-3\nMon: Pull\nThu: Pull", id="weeks 1-3"
    ),
    pytest.param(
        "Mon: Pull\nTue: Pull\nThu: rest", "Mon: Pull\nThu: Pull\nTue: rest", id="a day off moves"
    ),
    pytest.param(
        f"Mon: Pull\nTue: Pull\nThu: Bench{BENCH}",
        f"Mon: Pull\nFri: Pull\nThu: Bench{BENCH}",
        id="a day that is taken is passed over",
    ),
    pytest.param(
        "week 1\nMon: Pull\nTue: Pull\nweek 2\nTue: Pull\nFri: Pull",
        "week 1\nMon: Pull\nThu: Pull\nweek 2\nTue: Pull\nFri: Pull",
        id="in its own week alone",
    ),
    pytest.param(
        "2026-11-30: Pull\n2026-12-01: Pull", "2026-11-30: Pull\n2026-12-03: Pull", id="dates"
    ),
]


@pytest.mark.parametrize(("text", "expected"), MOVED)
def test_the_fix_moves_the_later_day(text: str, expected: str) -> None:
    wrong = text + PULL
    found = next(one for one in findings(wrong) if one.code == "PC702")
    assert [with_edits(wrong, fix.edits) for fix in found.fixes] == [expected + PULL]


def test_no_fix_where_no_day_fits() -> None:
    week = f"Mon, Tue: Pull\nWed, Thu, Fri: Bench{BENCH}" + PULL
    assert [one.fixes for one in findings(week) if one.code == "PC702"] == [()]


def sessions_looked_at(text: str) -> tuple[int, int]:
    """How many sessions a program has, and at how many the rules look for all of its weeks."""
    there, seen = [], []

    def check(week: Week, context: Context) -> list[Fault]:
        calendar = context.outline.calendar
        there.extend(week.sessions)
        seen.extend(weekday_timeline(week, calendar) + date_timeline(week, calendar))
        return []

    rule = Rule(
        "XX101", "asks", Severity.INFO, Scope.WEEK, "asks", "", Evidence.OPINION, "", check, ()
    )  # type: ignore[arg-type]
    assert not findings(text, packs=[Pack("asking", "XX", "1", "asks", (rule,))])
    return len(there), len(seen)


@pytest.mark.parametrize("has_dates", [False, True])
def test_a_week_looks_at_its_neighbours_alone(has_dates: bool) -> None:
    days = [date(2024, 1, 1) + timedelta(days=7 * week) for week in range(60)]
    weeks = [
        f"week {number}\n{day if has_dates else 'Monday'}: Pull"
        for number, day in enumerate(days, 1)
    ]
    there, seen = sessions_looked_at("\n".join(weeks) + PULL)
    assert there == 60
    assert there <= seen <= 5 * there


def test_dates_far_apart() -> None:
    """Each day but one is a leg day: the one easy day in two months is too few."""
    legs = [f"{date(2024, 1, 2) + timedelta(days=one)}: Legs{SQUAT}" for one in range(60)]
    del legs[30]
    text = f"2024-01-01: Pull\n{''.join(legs)}week 2\n2024-03-02: Pull" + PULL
    assert [code for code, _ in said_of_weeks(text)] == ["PC702"]
