"""ST201 long-sets-at-high-percentage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Line,
    Proposal,
    Rule,
    Scope,
    Severity,
    Valid,
    WorkSet,
    set_reps,
)
from wodlang_strength.loads import own_percent, reps_of
from wodlang_strength.prilepin import OTHER_LIFTS_EXTRA_REPS, Zone, is_in_table, is_olympic, zone_of
from wodlang_strength.words import number

DOC = """
More repetitions in a set than weightlifters do at that weight.

## What it finds
A set with more repetitions than Prilepin's table gives for its percentage: 6 at 70-79 %, 4 at 80-89
%, 2 at 90 % and more. For the snatch, the clean, the jerk and their variants that is a warning.
Squats, deadlifts and presses with a barbell may have two more (`other-lifts-extra-reps`) and give
an info. Pulls, percentages of another lift, `5+` sets and clusters are left out, and so is
everything below 70 %. Of a range the lower end counts. Fewer repetitions than in the table are no
fault. Repetitions that nobody could do at all are the core check `reps-beyond-percentage`.

## Why
In a long set of a fast lift the last repetitions are slow ones with a changed technique, and that
is what one learns from them.

## Instead
Keep the weight and shorten the set, or keep the set and lighten the bar. The fix writes the table's
range; it changes the training.

## How sure this is
The table sums up what successful Soviet weightlifters did. It was never tried against anything
else, and it is known only second-hand (as printed by Hristov 2004, in the same figures by
McCullough). How many repetitions somebody can do at a percentage differs widely (Nuzzo et al. 2024:
7,289 people). In slow lifts five repetitions at 85 % are ordinary training: hence the two on top.
"""

HELP = "shorten the sets, or lower the percentage"


@dataclass(frozen=True, slots=True)
class Options:
    """`other_lifts_extra_reps` is what lifts other than the Olympic ones may have on top."""

    other_lifts_extra_reps: int = field(
        default=OTHER_LIFTS_EXTRA_REPS,
        metadata={"minimum": 0, "doc": "further repetitions in squats, deadlifts and presses"},
    )


def check(line: Line, context: Context) -> Iterator[Fault]:
    """The line's first set that is longer than the table has it."""
    entry = line.entry
    if not entry.is_working or not is_in_table(entry):
        return
    extra = 0 if is_olympic(entry) else context.options.other_lifts_extra_reps
    for one in entry.sets:
        zone = zone_of(one)
        reps = reps_of(one)
        if zone is None or reps is None or one.cluster or reps[0] <= zone.a_set[1] + extra:
            continue
        yield _fault(entry, one, zone, reps[0])
        return


def _fault(entry: Entry, one: WorkSet, zone: Zone, reps: int) -> Fault:
    percent = own_percent(one)
    at = f" at {number(percent[0])} %" if percent is not None else ""
    return Fault(
        entry.place.name,
        f"{reps} repetitions of {entry.name}{at} in a set",
        note=f"Prilepin's table has {_range(zone)} at {zone.name}",
        help=HELP,
        severity=Severity.WARNING if is_olympic(entry) else Severity.INFO,
        fixes=partial(_shorten, entry, zone),
        unfixed=HELP,
    )


def _shorten(entry: Entry, zone: Zone) -> tuple[Proposal, ...]:
    """The table's repetitions, where the whole line lies in one row of it."""
    if any(zone_of(one) is not zone for one in entry.sets):
        return ()
    edits = set_reps(entry, _range(zone))
    return (Proposal(f"write {_range(zone)} repetitions", edits),) if edits else ()


def _range(zone: Zone) -> str:
    return f"{zone.a_set[0]}-{zone.a_set[1]}"


rule = Rule(
    code="ST201",
    name="long-sets-at-high-percentage",
    severity=Severity.WARNING,
    scope=Scope.EXERCISE,
    summary="more repetitions in a set than Prilepin's table has at that percentage",
    doc=DOC,
    evidence=Evidence.OBSERVATIONAL,
    source="Prilepin's table, as printed by Hristov 2004",
    check=check,
    options=Options,
    examples=(
        Valid("Snatch 5x2 @ 85%", why="two of two to four"),
        Valid("Snatch 5x5 @ 65%", why="below the table"),
        Valid("Back Squat 5x5 @ 85%", why="a slow lift may have two more"),
        Valid("Back Squat 3x8 @ 75%", why="the same"),
        Valid("Bench Press 5 @ 75%, 3 @ 85%, 1+ @ 95%", why="5/3/1"),
        Valid("Clean Pull 4x5 @ 95%", why="a pull is of the whole lift's max"),
        Valid("Power Snatch 4x5 @ 85% of Clean", why="a percentage of another lift"),
        Valid("Snatch 3x3-6 @ 82%", why="three are enough of the range"),
        Valid("Clean x5+ @ 82%", why="an open set ends where one likes"),
        Valid("Snatch 5x(1+1+1+1+1) @ 85%", why="a cluster has pauses in it"),
        Valid("Leg Press 3x10 @ 85%", why="a machine"),
        Valid("Cosmic Snatch 5x5 @ 90%", why="nobody knows what that is"),
        Valid("Snatch 5x5", why="no load"),
        Valid("warm-up\nSnatch 3x8 @ 75%", why="a warm-up"),
        Invalid("Snatch 5x5 @ 85%", (1,), fixed="Snatch 5x2-4 @ 85%", severity=Severity.WARNING),
        Invalid(
            "Clean and Jerk 4x3 @ 92%",
            (1,),
            fixed="Clean and Jerk 4x1-2 @ 92%",
            severity=Severity.WARNING,
        ),
        Invalid(
            "Back Squat 3x8 @ 85%", (1,), fixed="Back Squat 3x2-4 @ 85%", severity=Severity.INFO
        ),
        Invalid(
            "athlete\n  max Back Squat: 200 kg\n\nBack Squat 2x6 @ 185kg",
            (4,),
            fixed="athlete\n  max Back Squat: 200 kg\n\nBack Squat 2x1-2 @ 185kg",
            why="185 of 200 kg are 92.5 %",
        ),
        Invalid(
            "Snatch 3 @ 70%, 3 @ 80%, 5 @ 85%", (1,), why="the sets differ, so there is no one fix"
        ),
        Invalid(
            "Back Squat 5x5 @ 85%",
            (1,),
            fixed="Back Squat 5x2-4 @ 85%",
            why="a gym that holds everybody to the table",
            options={"other-lifts-extra-reps": 0},
        ),
    ),
)
