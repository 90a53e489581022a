"""PC703 no-rest-day."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.plugin import (
    Context,
    Evidence,
    Fault,
    Invalid,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
    Week,
)
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE
from wodlang_posterior_chain.week_terms import DAYS_IN_WEEK

DOC = """
A week with back-and-legs training and hardly a day off.

## What it finds
A week of named days with at least one back-and-legs session in which fewer than two days are without
a session. A day titled `rest` is a day off, and two sessions on one day are one day of training. The
finding stands on the header of the week's last day of training.

## Why
To train back and legs together is meant to save days: what two sessions did, one does. Who fills the
days it frees has the load without the rest.

## Instead
Leave two days free, or put two short sessions on one day.

## How sure this is
The article's opinion about a way to plan. Recovery takes time: after sets at a five-repetition
maximum it was not complete at 48 hours (Helland et al. 2020), and sets to failure delay it by one to
two days (Morán-Navarro et al. 2017). But muscles that were not trained rest on training days too,
and no study that we list counts the days off in a week.
"""

DAYS_OFF = 2
HELP = "leave two days of the week free"


def check(week: Week, context: Context) -> Iterator[Fault]:
    """The last training day of a week with fewer than two days off."""
    sessions = [session for session in week.sessions if not session.is_rest]
    trained = {day for session in sessions if (day := session.weekday) is not None}
    free = DAYS_IN_WEEK - len(trained)
    if free >= DAYS_OFF or not any(session.is_back_and_legs for session in sessions):
        return
    place = _on(max(trained), sessions).header
    if place is not None:
        yield Fault(
            place,
            "no day off in this week" if free == 0 else "only one day off in this week",
            note=f"training day {len(trained)} of the week",
            help=HELP,
            unfixed=HELP,
        )


def _on(weekday: int, sessions: list[Session]) -> Session:
    return next(session for session in sessions if session.weekday == weekday)


LIFTS = (
    "Monday: Pull\n  Deadlift 3x5 @ 85%\n  Pull-Up 3x8\n  Leg Press 3x10\n"
    "Tuesday\n  Bench Press 5x5\nWednesday\n  Biceps Curl 3x12\n"
)

rule = Rule(
    code="PC703",
    name="no-rest-day",
    severity=Severity.INFO,
    scope=Scope.WEEK,
    summary="a week with a back-and-legs session and fewer than two days off",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid(LIFTS + "Thursday\n  Press 5x5\nFriday\n  Lateral Raise 3x12", why="two days off"),
        Valid(
            LIFTS + "Thursday\n  Press 5x5\nFriday\n  Dip 3x8\nSaturday: rest\nSunday: rest",
            why="days titled rest are days off",
        ),
        Valid(
            "Mon, Tue, Wed, Thu, Fri, Sat: Bench\n  Bench Press 5x5",
            why="no back-and-legs session in the week",
        ),
        Valid(
            "day 1: Pull\n  Deadlift 3x5 @ 85%\n  Pull-Up 3x8\n  Leg Press 3x10\n"
            "day 2\n  Bench Press 5x5\nday 3\n  Press 5x5\nday 4\n  Dip 3x8\n"
            "day 5\n  Incline Bench Press 3x8\nday 6\n  Push-Up 3x20",
            why="numbered days name no day of the week",
        ),
        Invalid(
            LIFTS + "Thursday\n  Press 5x5\nFriday\n  Dip 3x8\nSaturday\n  Lateral Raise 3x12",
            (13,),
            why="Sunday alone is free",
            severity=Severity.INFO,
        ),
        Invalid(
            "Sunday\n  Push-Up 3x20\n"
            + LIFTS
            + "Thursday\n  Press 5x5\nFriday\n  Dip 3x8\nSaturday\n  Lateral Raise 3x12",
            (1,),
            why="none is free; the week ends on Sunday, wherever it stands",
        ),
    ),
)
