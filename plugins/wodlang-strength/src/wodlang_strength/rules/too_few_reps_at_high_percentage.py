"""ST206 too-few-reps-at-high-percentage."""

from __future__ import annotations

from collections.abc import Iterator

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
from wodlang_strength.loads import own_percent, reps_of
from wodlang_strength.prilepin import Zone, least_reps, lines_by_lift, zone_of

DOC = """
Fewer repetitions of a lift in a session than Prilepin's table has.

## What it finds
A lift of which every set of the session lies in one row of the table (70-79 %, 80-89 %, 90 % and
more) and whose repetitions add up to less than that row's lower end: 12, 10 and 4. It speaks only
in the profile `strict`. A lift that works up through several rows is left alone, as are open sets,
optional sets, ranges, deload weeks, pulls and percentages of another lift.

## Why
The table's lower end is the least that successful weightlifters did at that weight: less keeps
strength rather than building it.

## Instead
Add a set, or say with a title (`deload`, `taper`) that the day is meant to be short.

## How sure this is
Hardly. The table is an old observation, known second-hand (as printed by Hristov 2004), and good
programs for slow lifts often do less: three sets of three at 85 % are nine. Against it, too: a few
hard sets a week raise strength. That is why the rule is off by default.
"""

HELP = "add a set, if the day is not meant to be short"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Each lift whose only row of the table has too few repetitions, on its first line."""
    if session.deload:
        return
    for entries in lines_by_lift(session):
        zone = _only_zone(entries)
        reps = (
            sum(least_reps(entry, zone, zone.in_all[1]) for entry in entries)
            if zone is not None
            else 0
        )
        if zone is not None and reps < zone.in_all[0]:
            yield Fault(
                entries[0].place.name,
                f"{reps} repetitions of {entries[0].name} at {zone.name}",
                note=f"Prilepin's table has {zone.in_all[0]} to {zone.in_all[1]} in a session",
                help=HELP,
                unfixed=HELP,
            )


def _only_zone(entries: tuple[Entry, ...]) -> Zone | None:
    """The row in which all sets lie, if each says how many repetitions it has."""
    sets = [one for entry in entries for one in entry.sets]
    reps = [reps_of(one) for one in sets]
    if any(one is None or one[0] != one[1] for one in reps) or any(one.optional for one in sets):
        return None
    percents = [own_percent(one) for one in sets]
    if any(percent is None or percent[0] != percent[1] for percent in percents):
        return None
    zones = [zone_of(one) for one in sets]
    return zones[0] if zones and all(zone is zones[0] for zone in zones) else None


rule = Rule(
    code="ST206",
    name="too-few-reps-at-high-percentage",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="fewer repetitions of a lift in a session than Prilepin's table has",
    doc=DOC,
    evidence=Evidence.OPINION,
    source="Prilepin's table, as printed by Hristov 2004",
    check=check,
    profiles=("strict",),
    examples=(
        Valid("Snatch 5x2 @ 82%", why="ten"),
        Valid("Squat 5 @ 65%, 5 @ 75%, 5 @ 85%", why="it works up through the table"),
        Valid("Squat 1x3 @ 85%, then 3x5 @ 75%", why="a top set, and others"),
        Valid("Squat 2x3+ @ 85%", why="an open set"),
        Valid("Squat 1-3x3 @ 85%", why="optional sets"),
        Valid("Squat 2x3 @ 60%", why="below the table"),
        Valid("Squat 2x3 @ 75-82%", why="a range"),
        Valid("Squat 2x3", why="no load"),
        Valid("Clean Pull 2x3 @ 90%", why="a pull"),
        Valid("week 1: deload\nMonday: A\n  Squat 2x3 @ 80%", why="a deload week"),
        Invalid("Snatch 3x2 @ 82%", (1,), severity=Severity.INFO, why="six of ten"),
        Invalid("Snatch 2x1 @ 92%", (1,), why="two of four"),
        Invalid("Squat 2x3 @ 75%\nPull-Up 3x8\nSquat 1x3 @ 78%", (1,), why="nine of twelve"),
    ),
)
