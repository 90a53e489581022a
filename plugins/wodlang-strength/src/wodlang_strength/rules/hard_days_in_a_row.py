"""ST302 hard-days-in-a-row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wodlang.plugin import (
    Context,
    Evidence,
    Fault,
    Invalid,
    Pattern,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
    Week,
)
from wodlang_strength.days import pairs_of_days
from wodlang_strength.hard_sets import MUSCLES
from wodlang_strength.loads import is_surely_hard
from wodlang_strength.words import label_elsewhere, listed

DOC = """
The same muscle hard on two days in a row.

## What it finds
Two sessions on successive days, by weekday or date, that both give a large muscle (quads,
hamstrings, glutes, lats, chest, biceps, triceps) at least four (`hard-sets`) hard sets as a primary
one. Hard is what says so: 80 % and more, RPE 8, RIR 2, `heavy`, `5RM`, to failure. Olympic lifts
are left out, and so are deload weeks, two sessions on one day, and days without a name, which may
lie far apart. It looks across the end of a week too. One finding for a pair of days.

## Why
A muscle that was trained hard is not what it was the day after.

## Instead
Put a day between the two, or make the second one easy.

## How sure this is
The American College of Sports Medicine advised 48 hours for a muscle in 2011 (Garber et al.; quoted
here without having been read again). In support, people were not fully recovered 48 hours after
sets at a five-repetition maximum (Helland et al. 2020), and failure adds a day or two
(Morán-Navarro et al. 2017). Against the rule: trained on three days in a row or on three days
apart, thirty men gained the same strength and muscle over twelve weeks (Yang et al. 2018). So it is
a matter of how the second day feels.
"""

HELP = "put a day between them, or make the second one easy"


@dataclass(frozen=True, slots=True)
class Options:
    """`hard_sets` is what makes a session hard for a muscle."""

    hard_sets: int = field(
        default=4, metadata={"minimum": 1, "doc": "hard sets of a muscle that make a hard day"}
    )


def check(week: Week, context: Context) -> Iterator[Fault]:
    """Each day of the week that follows a hard day for the same muscle."""
    for earlier, later in pairs_of_days(week, context.outline.calendar):
        enough = context.options.hard_sets
        both = [
            muscle
            for muscle in MUSCLES
            if _hard_sets(earlier, muscle) >= enough and _hard_sets(later, muscle) >= enough
        ]
        if both and later.header is not None:
            yield Fault(
                later.header,
                f"hard for {listed(both)} on two days in a row",
                note="the day after",
                labels=label_elsewhere(later.header, earlier.header, "hard for the same muscles"),
                help=HELP,
                unfixed=HELP,
            )


def _hard_sets(session: Session, muscle: str) -> int:
    return sum(
        is_surely_hard(one, entry)
        for entry in session.entries
        if entry.is_working and entry.exercise is not None and muscle in entry.exercise.primary
        if not entry.has_pattern(Pattern.OLYMPIC)
        for one in entry.sets
    )


HARD = "\n  Bench Press 5x5 @ 85%\n"
LEGS = "\n  Squat 5x5 @ 85%\n"

rule = Rule(
    code="ST302",
    name="hard-days-in-a-row",
    severity=Severity.INFO,
    scope=Scope.WEEK,
    summary="the same muscle hard on two days in a row",
    doc=DOC,
    evidence=Evidence.TRIAL,
    source="Garber et al. 2011 (ACSM); Yang et al. 2018, Front Physiol 9:725",
    check=check,
    options=Options,
    examples=(
        Valid(f"Monday: A{HARD}Wednesday: B{HARD}", why="a day between"),
        Valid(f"Monday: A{HARD}Tuesday: B{LEGS}", why="other muscles"),
        Valid(f"Monday: A{HARD}Tuesday: B\n  Bench Press 5x5 @ 65%", why="the second one is light"),
        Valid("Mon, Tue: A\n  Bench Press 5x5", why="nobody knows how hard"),
        Valid("Mon, Tue: A\n  Bench Press 5x5 @ 80kg", why="the same"),
        Valid("Mon, Tue: A\n  Bench Press 3x5 @ 85%", why="three sets"),
        Valid(f"day 1: A{HARD}day 2: B{HARD}", why="days without a name may lie far apart"),
        Valid("Mon, Tue: A\n  Snatch 6x2 @ 85%", why="weightlifters lift every day"),
        Valid(f"week 1: deload\nMon, Tue: A{HARD}", why="a deload week"),
        Valid(f"Monday: A{HARD}Monday: B{HARD}", why="morning and evening"),
        Valid(f"2026-11-23: A{HARD}2026-11-25: B{HARD}", why="dates"),
        Valid(f"week 1\nSunday: A{HARD}week 3\nMonday: B{HARD}", why="a week between"),
        Valid(f"Mon, Tue: A{HARD}", why="this gym calls six sets hard", options={"hard-sets": 6}),
        Valid("Mon, Tue: A\n  Cosmic Press 5x5 @ 85%", why="nobody knows what that trains"),
        Invalid(f"Monday: A{HARD}Tuesday: B{HARD}", (3,), severity=Severity.INFO),
        Invalid(f"Mon, Tue: A{HARD}", (1,), why="one header for both"),
        Invalid(
            "Monday: A\n  Bench Press 4x10 @ RPE 9\nTuesday: B\n  Dumbbell Fly 4x12, to failure",
            (3,),
            why="near failure",
        ),
        Invalid(f"Monday: A{HARD}Sunday: B{HARD}", (1,), why="a week that repeats"),
        Invalid(f"week 1\nSunday: A{HARD}week 2\nMonday: B{HARD}", (5,), why="into the next week"),
        Invalid(f"2026-11-30: A{HARD}2026-12-01: B{HARD}", (3,), why="dates"),
    ),
)
