"""ST301 too-long-without-deload."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wodlang.plugin import (
    Context,
    Evidence,
    Fault,
    Invalid,
    Program,
    Rule,
    Scope,
    Severity,
    Valid,
    Week,
)
from wodlang_strength.levels import Level, level_of
from wodlang_strength.loads import is_surely_hard
from wodlang_strength.words import label_elsewhere

DOC = """
Many hard weeks in a row and no easier one.

## What it finds
More than eight (`weeks`) hard weeks in a row. A week is hard if some set in it says so (80 % and
more, RPE 8, RIR 2, `heavy`, `5RM`, to failure); it is no longer hard if its title says deload or
taper, or if it has at most two thirds of the working sets of the week before. Weeks need numbers
that follow each other. The finding stands on the first week too many. Beginners, who need no
deload, are left alone.

## Why
Fatigue adds up over weeks and hides what was gained. An easier week lets it go.

## Instead
Title a week `deload` and take half of its sets away, or lighten it.

## How sure this is
Common practice, with little behind it. Competitive strength and physique athletes deload every 5.6
weeks on average, give or take 2.3 (Rogerson et al. 2024: 246 of them): eight is the upper end of
that. Against the rule: in the one trial of nine weeks, those who took the middle week off gained
less strength than those who trained through, and no more muscle (Coleman et al. 2024); but they
stopped altogether, which is not what most people mean by a deload.
"""

HELP = "title a week `deload` and make it easier"
EASIER = (2, 3)


@dataclass(frozen=True, slots=True)
class Options:
    """`weeks` is how many hard weeks may follow each other."""

    weeks: int = field(
        default=8, metadata={"minimum": 1, "doc": "hard weeks that may follow each other"}
    )


def check(program: Program, context: Context) -> Iterator[Fault]:
    """The first week too many of each run of hard weeks."""
    if level_of(context.athlete) is Level.BEGINNER:
        return
    most = context.options.weeks
    run: list[Week] = []
    before: Week | None = None
    for week in program.weeks:
        if not _goes_on(run, week) or _is_easier(week, before):
            run = []
        if _is_hard(week) and not _is_easier(week, before):
            run.append(week)
        before = week
        if len(run) == most + 1 and week.place is not None:
            yield Fault(
                week.place,
                f"more than {most} hard weeks in a row",
                note=f"week {week.number} is the {most + 1}th without a deload",
                labels=label_elsewhere(week.place, run[0].place, "the first of them"),
                help=HELP,
                unfixed=HELP,
            )


def _goes_on(run: list[Week], week: Week) -> bool:
    """The week follows the run's last one, and is hard too."""
    last = run[-1].number if run else None
    return last is not None and week.number == last + 1 and _is_hard(week)


def _is_hard(week: Week) -> bool:
    return any(
        is_surely_hard(one, entry)
        for session in week.sessions
        for entry in session.entries
        if entry.is_working
        for one in entry.sets
    )


def _is_easier(week: Week, before: Week | None) -> bool:
    """It has far fewer sets than the week before."""
    if before is None:
        return False
    return _sets(week) * EASIER[1] <= _sets(before) * EASIER[0]


def _sets(week: Week) -> int:
    return sum(
        len(entry.sets)
        for session in week.sessions
        for entry in session.entries
        if entry.is_working
    )


DAY = "Monday: A\n  Squat 5x5 @ 80%\n"

rule = Rule(
    code="ST301",
    name="too-long-without-deload",
    severity=Severity.INFO,
    scope=Scope.PROGRAM,
    summary="more than eight hard weeks in a row without an easier one",
    doc=DOC,
    evidence=Evidence.OBSERVATIONAL,
    source="Rogerson et al. 2024, Sports Med Open 10:26; Coleman et al. 2024, PeerJ 12:e16777",
    check=check,
    options=Options,
    examples=(
        Valid("weeks 1-8\n" + DAY, why="eight weeks"),
        Valid(
            "weeks 1-5\n" + DAY + "week 6: deload\n" + DAY + "weeks 7-12\n" + DAY, why="a deload"
        ),
        Valid("weeks 1-6\n" + DAY + "week 7: taper\n" + DAY + "weeks 8-12\n" + DAY, why="a taper"),
        Valid(
            "weeks 1-6\n" + DAY + "week 7\nMonday: A\n  Squat 2x5 @ 80%\nweeks 8-12\n" + DAY,
            why="two sets after five are a deload by any name",
        ),
        Valid("weeks 1-12\nMonday: A\n  Squat 5x5 @ 65%", why="not hard"),
        Valid("weeks 1-12\nMonday: A\n  Squat 5x5", why="nobody knows how hard"),
        Valid("weeks 1-12\nMonday: A\n  Squat 5x5 @ 100kg", why="the same"),
        Valid(DAY, why="a week that repeats for who knows how long"),
        Valid("athlete\n  level: beginner\n\nweeks 1-16\n" + DAY, why="a beginner"),
        Valid("weeks 1-5\n" + DAY + "weeks 11-15\n" + DAY, why="a gap between"),
        Valid("weeks 1-12\n" + DAY, why="this gym waits longer", options={"weeks": 12}),
        Invalid("weeks 1-12\n" + DAY, (1,), severity=Severity.INFO),
        Invalid("weeks 1-8\n" + DAY + "week 9\n" + DAY, (4,), why="the ninth"),
        Invalid(
            "weeks 1-4\n" + DAY + "week 5: deload\n" + DAY + "weeks 6-10\n" + DAY + "weeks 11-14\n"
            "Monday: A\n  Squat 4x4 @ RPE 9\n",
            (10,),
            why="weeks 6 to 14",
        ),
        Invalid(
            "weeks 1-3\n" + DAY + "week 4\n" + DAY,
            (4,),
            why="three up, one down",
            options={"weeks": 3},
        ),
    ),
)
