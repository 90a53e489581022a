"""PC802 mostly-isolation."""

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
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, exercises_of, without_core

DOC = """
A back-and-legs session in which single-joint work outnumbers the compounds.

## What it finds
Fewer than half of the working exercises of a back-and-legs session are compound lifts. Core work is
not counted, and an exercise that the catalogue does not know gets the benefit of the doubt.

## Why
The session lives on a few big lifts that train back and legs together. Each small exercise in the
place of one costs time and recovery and moves less.

## Instead
Trade isolation exercises for a squat, a row or a pull-up, and keep one or two at the end.

## How sure this is
A coach's opinion. Position stands put multi-joint work first (ACSM 2009), and the reviews of
exercise order see more strength gained in what is done first (Nunes et al. 2021); neither says how
much isolation work is too much. For size alone the weekly sets of a muscle count (Schoenfeld,
Ogborn, Krieger 2017), and isolation can supply those too.
"""

HELP = "trade some isolation work for a squat, a row or a pull-up"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The session's header, where most of its exercises are isolation."""
    place, counted = session.place, without_core(session)
    if place is None or not session.is_back_and_legs:
        return
    isolation = sum(_is_isolation(entry) for entry in counted)
    if 2 * isolation > len(counted):
        yield Fault(
            place,
            f"{isolation} of {len(counted)} exercises are isolation",
            note="a session for back and legs lives on compounds",
            help=HELP,
            unfixed=HELP,
        )


def _is_isolation(entry: Entry) -> bool:
    """Known, in all its parts, to be no compound."""
    exercises = exercises_of(entry)
    return bool(exercises) and not any(exercise.compound for exercise in exercises)


rule = Rule(
    code="PC802",
    name="mostly-isolation",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="a back-and-legs session of mostly single-joint exercises",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nSeated Leg Curl 3x12"),
        Valid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nSeated Leg Curl 3x12\nLeg Extension 3x12",
            why="half of them",
        ),
        Valid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nOur Own Lift 3x8\nSeated Leg Curl 3x12\n"
            "Leg Extension 3x12",
            why="the one that nobody knows may be a compound",
        ),
        Valid(
            "Back Squat 3x5\nLeg Extension 3x12\nSeated Leg Curl 3x12\nStanding Calf Raise 3x12",
            why="a leg day",
        ),
        Valid(
            "warm-up\nLeg Extension 2x15\nSeated Leg Curl 2x15\nStanding Calf Raise 2x15\nmain\n"
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10",
            why="a warm-up does not count",
        ),
        Valid(
            "Bird Dog 3x8\nSide Plank 3x20s\nGoblet Squat 3x10\nChest-Supported Row 3x10\n"
            "Split Squat 3x8\nDead Bug 3x8\nPallof Press 3x10",
            why="work for the core takes no compound's place",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nSeated Leg Curl 3x12\nLeg Extension 3x12\n"
            "Standing Calf Raise 3x15",
            (1,),
            why="two of five",
            severity=Severity.WARNING,
        ),
        Invalid(
            "Monday: Pull and Legs\n  Pull-Up 3x8\n  Leg Extension 3x12\n  Seated Leg Curl 3x12",
            (1,),
            why="on the header where there is one",
        ),
    ),
)
