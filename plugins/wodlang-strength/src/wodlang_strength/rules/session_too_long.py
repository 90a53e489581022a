"""ST303 session-too-long."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import ROUND_FLOOR, Decimal

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
)
from wodlang_strength.duration import least_seconds

DOC = """
A session that cannot be done in its time.

## What it finds
A session whose sets, repetitions and rests alone take longer than its `duration` (a warning), or,
where none is written, longer than two hours (`minutes`, 120; an info). Three seconds are taken for
a repetition, or its tempo, and one minute for a rest that is not written, none in a superset. What
a warm-up line says counts. Setting up, warm-up sets that are not written, distances and the way
from one exercise to the next count nothing: the real session takes longer than the number in the
message.

## Why
What does not fit is left out at the end, and it is always the same exercises.

## Instead
Pair exercises that do not disturb each other as a superset, shorten rests where the sets are light,
or take an exercise out. Or write the `duration` that it takes.

## How sure this is
The sum is arithmetic. That two hours are long is opinion: nobody has shown that a long session is
worse than two short ones with the same work.
"""

HELP = "take sets out, pair exercises, or give it more time"
MINUTE = Decimal(60)


@dataclass(frozen=True, slots=True)
class Options:
    """`minutes` is the longest session where no `duration` is written."""

    minutes: int = field(
        default=120,
        metadata={"minimum": 1, "doc": "the longest session where no duration is written"},
    )


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The session, where the least that it takes is too much."""
    takes = least_seconds(session)
    written = session.duration
    most = Decimal(context.options.minutes) * MINUTE if written is None else Decimal(written)
    place = session.place
    if takes > most and place is not None:
        yield Fault(
            place,
            f"at least {_minutes(takes)} minutes of sets and rests",
            note=f"longer than {_minutes(most)} minutes",
            help=HELP,
            severity=Severity.INFO if written is None else Severity.WARNING,
            unfixed=HELP,
        )


def _minutes(seconds: Decimal) -> Decimal:
    return (seconds / MINUTE).quantize(Decimal(1), ROUND_FLOOR)


LONG = "  Squat 8x5, rest 5min\n  Bench Press 8x5, rest 5min\n  Barbell Row 8x5, rest 5min\n"

rule = Rule(
    code="ST303",
    name="session-too-long",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="a session that takes longer than its duration, or than two hours",
    doc=DOC,
    evidence=Evidence.OPINION,
    source="arithmetic; two hours are this pack's opinion",
    check=check,
    options=Options,
    examples=(
        Valid("Monday: A\n" + LONG, why="111 minutes"),
        Valid("Monday: A\n  duration: 60min\n  Squat 5x5, rest 3min", why="13 minutes"),
        Valid("Monday: A\n  duration: 115min\n" + LONG, why="it fits"),
        Valid("Monday: A\n  duration: 20min\n  Squat\n  Row 5km", why="nobody knows how long"),
        Valid(
            "Monday: A\n  duration: 20min\n  Cosmic Press 5x5", why="five minutes, whatever it is"
        ),
        Valid("Monday: A\n  duration: 20min\n  EMOM 20\n    Push-Up 5\n    Squat 5", why="twenty"),
        Valid(
            "Monday: A\n  duration: 10min\n  superset 3 rounds\n    Squat 5\n    Pull-Up 5",
            why="a minute and a half",
        ),
        Valid(
            "Monday: A\n  duration: 20min\n  Squat 5x5, rest 2-5min", why="with the shorter rests"
        ),
        Valid("Monday: rest", why="a day off"),
        Invalid(
            "Monday: A\n" + LONG + "  Leg Press 8x12, rest 2min\n",
            (1,),
            severity=Severity.INFO,
            why="126 minutes",
        ),
        Invalid("Monday: A\n  duration: 60min\n" + LONG, (1,), severity=Severity.WARNING),
        Invalid("Monday: A\n  duration: 15min\n  AMRAP 20\n    Push-Up 5\n    Squat 5", (1,)),
        Invalid(
            "Monday: A\n  duration: 5min\n  Squat 10x1, every 1min", (1,), why="ten, on the minute"
        ),
        Invalid(
            "Monday: A\n  Squat 5x5, rest 3min",
            (1,),
            why="a lunch break",
            options={"minutes": 10},
        ),
    ),
)
