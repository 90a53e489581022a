"""PC701 too-many-back-and-legs-days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

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
from wodlang_posterior_chain.week_terms import label_elsewhere, training_days

DOC = """
Back and legs together more than twice a week.

## What it finds
More than `max-days-a-week` (2) back-and-legs sessions in one week; the finding stands on the header
of the first one too many. A `session NAME` that days repeat counts on each of those days and not
where it is defined. Dates are counted by calendar week, Monday to Sunday.

## Why
Such a session takes in nearly all of the body's large muscles. The article allows it twice a week,
because the gain comes while one recovers from it.

## Instead
Make the third day one for the upper body, for light work, or for rest.

## How sure this is
The number two is the article's. Research says something weaker: the body has not fully recovered 48
hours after sets at a five-repetition maximum (Helland et al. 2020), and failure adds one or two days
(Morán-Navarro et al. 2017). Against a special place for the deadlift: it took no longer to recover
from than squats or bench presses (Belcher et al. 2019). And more weekly sets mean more growth
(Schoenfeld, Ogborn, Krieger 2017), so three lighter days can be right for someone who recovers well.
"""

HELP = "make this a day for the upper body, for light work or for rest"


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`max_days_a_week` is how many back-and-legs sessions a week may have."""

    max_days_a_week: int = field(default=2, metadata={"minimum": 0})


def check(week: Week, context: Context) -> Iterator[Fault]:
    """The first back-and-legs day too many, in each calendar week."""
    most = context.options.max_days_a_week
    for sessions in _by_calendar_week(week):
        days = [one for one in training_days(sessions) if one.is_back_and_legs]
        place = days[most].header if len(days) > most else None
        if place is not None:
            yield Fault(
                place,
                f"{len(days)} back-and-legs days in one week",
                note=f"more than {most} a week",
                labels=tuple(
                    label
                    for earlier in days[:most]
                    for label in label_elsewhere(place, earlier, "back and legs")
                ),
                help=HELP,
                unfixed=HELP,
            )


def _by_calendar_week(week: Week) -> Iterable[list[Session]]:
    """The sessions of a week; dated ones by the week of the calendar in which they fall."""
    groups: dict[tuple[int, int] | None, list[Session]] = {}
    for session in week.sessions:
        day = session.date
        groups.setdefault(day.isocalendar()[:2] if day is not None else None, []).append(session)
    return groups.values()


PULL = "\n\nsession Pull\n  Deadlift 3x5 @ 85%\n  Pull-Up 3x8\n  Leg Press 3x10\n"

rule = Rule(
    code="PC701",
    name="too-many-back-and-legs-days",
    severity=Severity.WARNING,
    scope=Scope.WEEK,
    summary="more than two back-and-legs sessions in a week",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid("Monday: Pull\nThursday: Pull" + PULL, why="twice, and the definition is no day"),
        Valid(
            "Monday: Pull\nWednesday: Bench\n  Bench Press 5x5\nThursday: Pull\nFriday: rest"
            + PULL,
            why="two, a day for the upper body and a day off",
        ),
        Valid(
            "week 1\nMonday: Pull\nFriday: Pull\nweek 2\nTuesday: Pull\nFriday: Pull" + PULL,
            why="two in each week",
        ),
        Valid(
            "2026-11-23: Pull\n2026-11-27: Pull\n2026-12-01: Pull\n2026-12-04: Pull" + PULL,
            why="two in each week of the calendar",
        ),
        Valid(
            "Monday: Pull\nWednesday: Pull\nFriday: Pull" + PULL,
            why="this gym allows three",
            options={"max-days-a-week": 3},
        ),
        Invalid(
            "Monday: Pull\nWednesday: Pull\nFriday: Pull" + PULL, (3,), severity=Severity.WARNING
        ),
        Invalid(
            "Friday: Pull\nMonday: Pull\nWednesday: Pull" + PULL,
            (1,),
            why="the third in the week, whatever the order in the file",
        ),
        Invalid("Mon, Wed, Fri: Pull" + PULL, (1,), why="three days of one header"),
        Invalid(
            "day 1: Pull\nday 2: Pull\nday 3: Pull\nday 4: Pull" + PULL,
            (3,),
            why="one finding a week, at the third",
        ),
        Invalid(
            "Monday: Pull\nThursday: Pull" + PULL,
            (2,),
            why="this gym allows one",
            options={"max-days-a-week": 1},
        ),
    ),
)
