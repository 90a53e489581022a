"""ST102 too-many-sets-for-a-muscle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wodlang.plugin import (
    Context,
    Evidence,
    Fault,
    Invalid,
    Label,
    MuscleWeek,
    Rule,
    Scope,
    Severity,
    Valid,
)
from wodlang_strength.hard_sets import MUSCLES, biggest_parts, hard_sets
from wodlang_strength.levels import Level, SetsByLevel, level_of, sets_a_week
from wodlang_strength.words import number

DOC = """
More hard sets for a muscle in a week than most people can use.

## What it finds
A large muscle (quads, hamstrings, glutes, lats, chest, biceps, triceps) with more hard sets in a
week than the ceiling for the athlete's level: 20 for a beginner, 25 for an intermediate, 30 for an
advanced athlete and where no level is written. A set counts 1 for a primary muscle and 0.5 for a
secondary one. Sets that are written as light (65 % or less, RPE 6 or less, `light`), a deload week,
Olympic lifts, swings, jumps, throws, carries and core work do not count. The lines that give the
muscle most are labelled.

## Why
Each further set brings less than the one before it and costs as much to recover from.

## Instead
Take sets from the labelled lines, or spread the work: a block for this muscle, then one for
another.

## How sure this is
Not very. A review of six trials found 12 to 20 weekly sets as good as more than 20 for quads and
biceps, and worse for triceps (Baz-Valle et al. 2022), so more sets often bring nothing and
sometimes do bring something. Nobody has shown that they harm. The ceilings lie above those 20,
because half sets are counted here that the trials did not count, and the steps between levels are
this pack's.
"""

HELP = "take sets away where the labels stand, unless this muscle is the point of the block"
LABELS = 3


@dataclass(frozen=True, slots=True)
class Options(SetsByLevel):
    """The most weekly hard sets of a muscle, by level; 0 says nothing at that level."""

    beginner: int = sets_a_week(20, "the most for a beginner")
    intermediate: int = sets_a_week(25, "the most for an intermediate")
    advanced: int = sets_a_week(30, "the most for an advanced athlete")
    unknown: int = sets_a_week(30, "the most where no level is written")


def check(subject: MuscleWeek, context: Context) -> Iterator[Fault]:
    """The muscle, where its hard sets are more than the ceiling."""
    level = level_of(context.athlete)
    most = context.options.at(level)
    place = subject.week.place
    if subject.muscle not in MUSCLES or most == 0 or subject.sets <= most or place is None:
        return
    sets = hard_sets(subject.week, subject.muscle)
    if sets > most:
        who = "" if level is Level.UNKNOWN else f" for the level {level}"
        yield Fault(
            place,
            f"{number(sets)} hard sets for {subject.muscle} in a week",
            note=f"more than {most}{who}",
            labels=tuple(
                Label(entry.place.name, f"{number(part)} of them")
                for entry, part in biggest_parts(subject.week, subject.muscle, LABELS)
            ),
            help=HELP,
            unfixed=HELP,
        )


CHEST = "  Bench Press 5x8\n  Incline Dumbbell Press 5x10\n  Dumbbell Fly 4x12\n"

rule = Rule(
    code="ST102",
    name="too-many-sets-for-a-muscle",
    severity=Severity.INFO,
    scope=Scope.MUSCLE,
    summary="more hard sets for a muscle in a week than most people can use",
    doc=DOC,
    evidence=Evidence.REVIEW,
    source="Baz-Valle et al. 2022, J Hum Kinet 81 (PMC8884877)",
    check=check,
    options=Options,
    examples=(
        Valid("Mon, Thu: Chest\n" + CHEST, why="28 sets, the ceiling is 30"),
        Valid(
            "Mon, Wed, Fri: Speed\n  Bench Press 12x3 @ 55%",
            why="36 sets, all of them written light",
        ),
        Valid(
            "Mon, Tue, Wed, Thu: Swings\n  Kettlebell Swing 10x10",
            why="swings end before they tire",
        ),
        Valid("Mon, Tue, Wed, Thu, Fri: Lifts\n  Snatch 8x2 @ 75%", why="Olympic lifts"),
        Valid("week 1: deload\nMon, Wed, Fri: Chest\n" + CHEST, why="a deload week"),
        Valid("Mon, Wed, Fri: Abs\n  Crunch 15x20", why="abs are not looked at"),
        Valid("Mon, Wed, Fri: X\n  Cosmic Press 15x20", why="nobody knows what it trains"),
        Valid("Monday: A\n  Bench Press 30-40x5", why="optional sets do not count"),
        Valid("Mon, Wed, Fri: Chest\n" + CHEST, why="this gym lets them", options={"unknown": 45}),
        Invalid("Mon, Wed, Fri: Chest\n" + CHEST, (1,), severity=Severity.INFO, why="42 sets"),
        Invalid(
            "athlete\n  level: beginner\n\nMon, Thu: Chest\n" + CHEST,
            (4,),
            why="28 sets for a beginner's chest; triceps get 20, which is no more than 20",
            options={"beginner": 20},
        ),
        Invalid(
            "week 1\nMon, Wed, Fri: Chest\n" + CHEST + "week 2\nMon, Wed, Fri: Chest\n" + CHEST,
            (1, 6),
            why="each week by itself",
        ),
    ),
)
