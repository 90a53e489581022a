"""ST202 too-many-reps-at-high-percentage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_strength.prilepin import (
    OTHER_LIFTS_EXTRA_REPS,
    ZONES,
    Zone,
    is_olympic,
    least_reps,
    lines_by_lift,
)
from wodlang_strength.words import label_elsewhere

DOC = """
More repetitions of a lift in a session than weightlifters do at that weight.

## What it finds
One lift whose repetitions at 70-79 %, at 80-89 %, or at 90 % and more add up to more than the upper
end of Prilepin's table: 24, 20 and 10 (its optimum is 18, 15 and 7). The sets of the whole session
are added, rounds of a block too; of a range the lower end counts, optional sets do not, and of a
set that is too long by itself (ST201) only what it may have. For the snatch, the clean, the jerk
and their variants it is a warning. Squats, deadlifts and presses with a barbell may have a quarter
more (`other-lifts-extra-percent`) and give an info. Pulls, percentages of another lift and
everything below 70 % are left out. Too few repetitions are no fault: a top single is none.

## Why
There is a number of good repetitions in a day at a weight; those behind it are practice in being
tired.

## Instead
Take a set away, or do the last sets in the next lower row.

## How sure this is
The table sums up what successful Soviet weightlifters did and is known only second-hand (as printed
by Hristov 2004, in the same figures by McCullough). It was never tried against another. It
describes one row a session; who works through several does more than any row says, and this rule
does not add them. Hard programs go beyond it on purpose, for a few weeks.
"""

HELP = "take a set away, or do some of them lighter"


@dataclass(frozen=True, slots=True)
class Options:
    """`other_lifts_extra_percent` is what lifts other than the Olympic ones may have on top."""

    other_lifts_extra_percent: int = field(
        default=25,
        metadata={"minimum": 0, "doc": "further repetitions, in %, of squats, deadlifts, presses"},
    )


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Each lift and row of the table that has too many repetitions, on the lift's first line."""
    for entries in lines_by_lift(session):
        extra = 0 if is_olympic(entries[0]) else context.options.other_lifts_extra_percent
        for zone in ZONES:
            most = Decimal(zone.in_all[1]) * (100 + extra) / 100
            longest = zone.a_set[1] + (0 if is_olympic(entries[0]) else OTHER_LIFTS_EXTRA_REPS)
            counted = [(entry, least_reps(entry, zone, longest)) for entry in entries]
            if sum(reps for _, reps in counted) > most:
                yield _fault([pair for pair in counted if pair[1]], zone)
                break


def _fault(counted: list[tuple[Entry, int]], zone: Zone) -> Fault:
    entry = counted[0][0]
    place = entry.place.name
    return Fault(
        place,
        f"{sum(reps for _, reps in counted)} repetitions of {entry.name} at {zone.name}",
        note=f"Prilepin's table has {zone.in_all[0]} to {zone.in_all[1]} in a session",
        labels=tuple(
            label
            for other, reps in counted[1:]
            for label in label_elsewhere(place, other.place.name, f"{reps} of them")
        ),
        help=HELP,
        severity=Severity.WARNING if is_olympic(entry) else Severity.INFO,
        unfixed=HELP,
    )


rule = Rule(
    code="ST202",
    name="too-many-reps-at-high-percentage",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="more repetitions of a lift in a session than Prilepin's table has",
    doc=DOC,
    evidence=Evidence.OBSERVATIONAL,
    source="Prilepin's table, as printed by Hristov 2004",
    check=check,
    options=Options,
    examples=(
        Valid("Snatch 5x3 @ 82%", why="15, the optimum"),
        Valid("Snatch 5x5 @ 85%", why="each set is too long, which ST201 says"),
        Valid("Snatch 1x1 @ 92%", why="a top single"),
        Valid("Back Squat 5x5 @ 80%", why="25 of a slow lift"),
        Valid("Back Squat 5x5 @ 78%", why="25 of 30"),
        Valid("Snatch 70% x 3 x 7, 82% x 2 x 8", why="21 and 16: the rows are not added"),
        Valid("Snatch 6x3-4 @ 82%", why="18 of the range are enough"),
        Valid("Snatch 5-8x4 @ 82%", why="optional sets do not count"),
        Valid("Clean Pull 6x4 @ 95%", why="a pull is of the whole lift's max"),
        Valid("Snatch Balance 8x3 @ 85% of Snatch", why="a percentage of another lift"),
        Valid("Snatch 10x3", why="no load"),
        Valid("Cosmic Snatch 10x5 @ 90%", why="nobody knows what that is"),
        Valid("Leg Press 5x10 @ 85%", why="a machine"),
        Valid(
            "Monday: A\n  Snatch 5x4 @ 82%\nTuesday: B\n  Snatch 5x4 @ 82%",
            why="20 in each session",
        ),
        Invalid("Snatch 8x3 @ 82%", (1,), severity=Severity.WARNING, why="24 of 20"),
        Invalid("Back Squat 10x3 @ 85%", (1,), severity=Severity.INFO, why="30 of 25"),
        Invalid("Clean 6x2 @ 92%", (1,), why="12 of 10"),
        Invalid(
            "Snatch 5x3 @ 82%\nPull-Up 3x8\nSnatch 4x2 @ 85%",
            (1,),
            why="both lines together are 23",
        ),
        Invalid("8 rounds:\n  Snatch 3 reps @ 80%", (2,), why="24 in eight rounds"),
        Invalid(
            "Back Squat 5x5 @ 80%",
            (1,),
            why="a gym that holds everybody to the table",
            options={"other-lifts-extra-percent": 0},
        ),
    ),
)
