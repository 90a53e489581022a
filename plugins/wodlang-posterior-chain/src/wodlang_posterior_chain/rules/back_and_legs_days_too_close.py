"""PC702 back-and-legs-days-too-close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from wodlang.plugin import (
    Context,
    Evidence,
    Fault,
    Invalid,
    Rule,
    Scope,
    Severity,
    Valid,
    Week,
)
from wodlang_posterior_chain.day_moves import move_to_free_day
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE
from wodlang_posterior_chain.week_terms import (
    Dated,
    date_timeline,
    label_elsewhere,
    too_close,
    weekday_timeline,
)

DOC = """
Two back-and-legs days with too little rest between them.

## What it finds
Fewer than `rest-days-between` (2) easy days between two successive back-and-legs sessions. An easy
day is one without a session, one titled `rest`, or one whose exercises train no legs; a leg day is
none. Sessions need weekdays or dates. The rule looks across the end of a week too: from one numbered
week into the next, and from a week that repeats into itself. The finding stands on the later day.

## Why
Legs, hips and back do all their work in the same session. Two days later they still carry some of
it, and a heavy hinge is a poor place to find that out.

## Instead
Two days of rest or upper-body work in between: Monday and Thursday, for example. The fix moves the
later session to the nearest day of the week that is free and far enough from the others, where there
is one. It changes the plan, so it is not applied unasked.

## How sure this is
That one day is short is measured: people were not fully recovered 48 hours after work with their
five-repetition maximum (Helland et al. 2020), and sets to failure delay recovery by one to two days
(Morán-Navarro et al. 2017). That two days are needed by everybody is not: both looked at hard work
only, and deadlifts took no longer to recover from than squats or bench presses (Belcher et al. 2019).
Light sessions may stand closer.
"""


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`rest_days_between` is how many easy days should lie between two back-and-legs days."""

    rest_days_between: int = field(default=2, metadata={"minimum": 0, "maximum": 6})


def check(week: Week, context: Context) -> Iterator[Fault]:
    """Every back-and-legs day of the week that comes too soon after the last one."""
    minimum = context.options.rest_days_between
    calendar = context.outline.calendar
    for timeline in (weekday_timeline(week, calendar), date_timeline(week, calendar)):
        for earlier, later, between in too_close(timeline, minimum):
            if later.is_own:
                yield from _fault(week, context, timeline, (earlier, later, between))


def _fault(
    week: Week, context: Context, timeline: tuple[Dated, ...], pair: tuple[Dated, Dated, int]
) -> Iterator[Fault]:
    earlier, later, between = pair
    minimum = context.options.rest_days_between
    place = later.session.header
    if place is None:
        return
    help_text = f"leave {_days(minimum, 'rest or upper-body day')} between them"
    where = "back and legs" if earlier.is_own else "back and legs, the week before"
    yield Fault(
        place,
        f"{'only ' if between else ''}{_days(between, 'easy day')} between two back-and-legs days",
        note="back and legs again",
        labels=label_elsewhere(place, earlier.session, where),
        help=help_text,
        fixes=partial(move_to_free_day, context.source, week, later, timeline, minimum),
        unfixed=help_text,
    )


def _days(count: int, name: str) -> str:
    number = {0: "no", 1: "one", 2: "two"}.get(count, str(count))
    return f"{number} {name}" if count < 2 else f"{number} {name}s"


PULL = "\n\nsession Pull\n  Deadlift 3x5 @ 85%\n  Pull-Up 3x8\n  Leg Press 3x10\n"
BENCH = "\n  Bench Press 5x5\n"
SQUAT = "\n  Back Squat 5x5\n"

rule = Rule(
    code="PC702",
    name="back-and-legs-days-too-close",
    severity=Severity.WARNING,
    scope=Scope.WEEK,
    summary="fewer than two easy days between two back-and-legs days",
    doc=DOC,
    evidence=Evidence.TRIAL,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid("Monday: Pull\nThursday: Pull" + PULL, why="two days between, three after"),
        Valid(
            "Monday: Pull\nTuesday" + BENCH + "Wednesday: rest\nThursday: Pull" + PULL,
            why="a day for the upper body and a day off",
        ),
        Valid(
            "Monday: Pull\nTuesday" + BENCH + "Wednesday" + SQUAT + "Friday: Pull" + PULL,
            why="the leg day does not count, the other two do",
        ),
        Valid("day 1: Pull\nday 2: Pull" + PULL, why="days without a name may lie far apart"),
        Valid("2026-11-23: Pull\n2026-11-26: Pull" + PULL, why="dates"),
        Valid("week 1\nSunday: Pull\nweek 3\nMonday: Pull" + PULL, why="a whole week lies between"),
        Valid(
            "Monday: Pull\nWednesday: Pull" + PULL,
            why="one day is enough for this gym",
            options={"rest-days-between": 1},
        ),
        Invalid(
            "Monday: Pull\nWednesday: Pull" + PULL,
            (2,),
            fixed="Monday: Pull\nThursday: Pull" + PULL,
            severity=Severity.WARNING,
        ),
        Invalid(
            "Monday: Pull\nWednesday" + SQUAT + "Thursday: Pull" + PULL,
            (4,),
            fixed="Monday: Pull\nWednesday" + SQUAT + "Friday: Pull" + PULL,
            why="a leg day is no easy day",
        ),
        Invalid(
            "Tue: Pull\nSun: Pull" + PULL,
            (1,),
            fixed="Wed: Pull\nSun: Pull" + PULL,
            why="a week that repeats: one day from Sunday to Tuesday",
        ),
        Invalid(
            "week 1\nMon: Pull\nSat: Pull\nweek 2\nMon: Pull" + PULL,
            (5,),
            fixed="week 1\nMon: Pull\nSat: Pull\nweek 2\nTue: Pull" + PULL,
            why="from one week into the next",
        ),
        Invalid(
            "2026-11-23: Pull\n2026-11-25: Pull" + PULL,
            (2,),
            fixed="2026-11-23: Pull\n2026-11-26: Pull" + PULL,
            why="dates",
        ),
        Invalid(
            f"Monday: Pull\nTuesday: Pull\nWed, Thu, Fri: Bench{BENCH}Saturday: rest{PULL}",
            (2,),
            why="the days that are free are too near to Monday",
        ),
        Invalid(
            "Monday: Pull\nTuesday: Pull\nThursday: rest" + PULL,
            (2,),
            fixed="Monday: Pull\nThursday: Pull\nTuesday: rest" + PULL,
            why="the day off changes places with it",
        ),
        Invalid(
            "Monday: Pull\nThursday: Pull" + PULL,
            (2,),
            why="this gym wants three days; no week has room for that twice, so no fix",
            options={"rest-days-between": 3},
        ),
    ),
)
