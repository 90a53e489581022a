"""ST101 too-few-sets-for-a-muscle."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wodlang.plugin import (
    Calendar,
    Context,
    Evidence,
    Fault,
    Invalid,
    MuscleWeek,
    Rule,
    Scope,
    Severity,
    Valid,
    Week,
    sets_per_muscle,
)
from wodlang_strength.hard_sets import MUSCLES
from wodlang_strength.levels import SetsByLevel, level_of, sets_a_week
from wodlang_strength.words import sets_in_words

DOC = """
A muscle that gets hardly any work in a week.

## What it finds
A large muscle (quads, hamstrings, glutes, lats, chest, biceps, triceps) with fewer weekly sets than
the floor for the athlete's level: 4 for a beginner, 6 for an intermediate, 8 for an advanced
athlete. A set counts 1 for a primary muscle and 0.5 for a secondary one, light sets like heavy
ones, so the count is on the program's side. Without a written `level` nothing is said, unless the
option `unknown` is set. It speaks only about a week that is plainly somebody's whole training: two
or more sessions, some of it for the legs and some of it pressing or pulling, every exercise known
and every number of sets written. Deload weeks and athletes with an injury are left alone, and so is
a muscle that gets enough in the week before or after: programs alternate, and have lighter weeks.

## Why
More weekly sets build more muscle, up to a point, and the longer somebody has trained the more it
takes. A muscle below the floor is usually one that was forgotten.

## Instead
Add a set or two to what already trains the muscle, or one exercise for it.

## How sure this is
That sets matter is well supported: each weekly set of a muscle went with 0.37 % more growth
(Schoenfeld, Ogborn, Krieger 2017), and counting indirect sets as half fitted the measured growth
best (Pelland et al. 2024, a preprint). Against the rule: no study gives a floor, and none gives one
by level; these three numbers are this pack's. Strength needs fewer sets than size does. Who trains
for a sport, or to keep what they have, may well stay below.
"""

HELP = "add sets, or an exercise, for this muscle"


@dataclass(frozen=True, slots=True)
class Options(SetsByLevel):
    """The fewest weekly sets of a muscle, by level; 0 says nothing at that level."""

    beginner: int = sets_a_week(4, "the least for a beginner")
    intermediate: int = sets_a_week(6, "the least for an intermediate")
    advanced: int = sets_a_week(8, "the least for an advanced athlete")
    unknown: int = sets_a_week(0, "the least where no level is written; 0 says nothing")


def check(subject: MuscleWeek, context: Context) -> Iterator[Fault]:
    """The muscle, where its week is known in full and gives it too little."""
    level = level_of(context.athlete)
    least = context.options.at(level)
    week, place = subject.week, subject.week.place
    if subject.muscle not in MUSCLES or subject.sets >= least or place is None:
        return
    hurt = any(injury.stage != "past" for injury in context.athlete.injuries)
    if not subject.complete or week.deload or hurt or not _is_whole(week):
        return
    beside = _weeks_beside(week, context.outline.calendar)
    if all(_sets(other, subject.muscle) < least for other in beside):
        yield Fault(
            place,
            f"{sets_in_words(subject.sets)} for {subject.muscle} in a week",
            note=f"fewer than {least} for the level {level}",
            help=HELP,
            unfixed=HELP,
        )


def _weeks_beside(week: Week, calendar: Calendar) -> tuple[Week, ...]:
    """The weeks before and after this one, as far as they are others."""
    beside = (calendar.week_before(week), calendar.week_after(week))
    return tuple(one for one in beside if one is not None and one is not week)


def _sets(week: Week, muscle: str) -> Decimal:
    return sets_per_muscle(week.sessions).get(muscle, Decimal(0))


def _is_whole(week: Week) -> bool:
    """Two or more sessions, work for the legs, and a press or a pull."""
    sessions = [one for one in week.sessions if not one.is_rest]
    known = [one.exercise for session in sessions for one in session.working if one.exercise]
    trains_legs = any(exercise.trains_legs for exercise in known)
    trains_arms = any(exercise.is_press or exercise.is_pull for exercise in known)
    return len(sessions) >= 2 and trains_legs and trains_arms


def athlete(level: str) -> str:
    """The block that says the level."""
    return f"athlete\n  level: {level}\n\n"


FULL = "  Squat 3x5\n  Leg Curl 3x10\n  Hip Thrust 3x8\n  Pull-Up 3x8\n  Bench Press 3x5\n"
ARMS = "  Barbell Curl 3x10\n  Triceps Pushdown 3x10\n"
WEEK = f"Monday: A\n{FULL}{ARMS}Thursday: B\n{FULL}{ARMS}"
NO_CHEST = WEEK.replace("  Bench Press 3x5\n", "")

rule = Rule(
    code="ST101",
    name="too-few-sets-for-a-muscle",
    severity=Severity.INFO,
    scope=Scope.MUSCLE,
    summary="a large muscle below the weekly floor for the athlete's level",
    doc=DOC,
    evidence=Evidence.REVIEW,
    source="Schoenfeld, Ogborn, Krieger 2017, J Sports Sci 35(11):1073-82",
    check=check,
    options=Options,
    examples=(
        Valid(athlete("intermediate") + WEEK, why="six sets and more for each"),
        Valid(NO_CHEST, why="nobody knows the level"),
        Valid(athlete("beginner") + WEEK.split("Thursday")[0], why="one session is no week"),
        Valid(
            athlete("advanced") + "Mon, Thu: Legs\n  Squat 3x5\n  Leg Curl 3x10",
            why="no press and no pull: the rest of the training stands elsewhere",
        ),
        Valid(
            athlete("intermediate") + NO_CHEST + "  Cosmic Press 3x8\n",
            why="the unknown exercise may be for the chest",
        ),
        Valid(athlete("intermediate") + NO_CHEST + "  Pallof Press\n", why="sets are not written"),
        Valid(
            athlete("intermediate") + "week 1: deload\n" + NO_CHEST, why="a deload week does less"
        ),
        Valid(
            "athlete\n  level: advanced\n  injuries: left shoulder\n\n" + NO_CHEST,
            why="an injury is a reason",
        ),
        Valid(
            athlete("intermediate") + f"week 1\n{WEEK}week 2\n{NO_CHEST}",
            why="the chest gets enough in the other week",
        ),
        Valid(
            athlete("intermediate") + NO_CHEST,
            why="this gym has no floor",
            options={"intermediate": 0},
        ),
        Invalid(
            athlete("intermediate") + NO_CHEST, (4,), severity=Severity.INFO, why="none for chest"
        ),
        Invalid(
            athlete("Novice") + WEEK.replace("  Bench Press 3x5\n", "", 1),
            (4,),
            why="three sets on one of two days; a novice is a beginner",
        ),
        Invalid(
            athlete("advanced") + f"weeks 1-4\n{WEEK}",
            (4, 4),
            why="six are few for the chest and lats of the advanced; each once for all four weeks",
        ),
        Invalid(
            NO_CHEST,
            (1,),
            why="a gym that wants some for everybody",
            options={"unknown": 4},
        ),
    ),
)
