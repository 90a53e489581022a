"""PC201 too-many-exercises."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

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
from wodlang_posterior_chain.terms import ARTICLE, is_heavy, without_core

DOC = """
More exercises than one back-and-legs session bears.

## What it finds
A back-and-legs session with more than six working exercises (`max-exercises`), core work left out;
the finding stands on the first one over. With five or more exercises for the back and five or more
for the legs (`crash-exercises`; a hinge counts as both), one of them heavy, it is an error.

## Why
Back and legs are the two largest jobs of the week. A list that does justice to both one by one is
two sessions in a row, and the second half of it is done by somebody who is already spent.

## Instead
Keep five or six that cover the pattern: hinge, vertical pull, squat, row, finisher. Put the rest on
another day.

## How sure this is
A coach's count. Research counts weekly sets of a muscle, and there more is more: each further set
went with 0.37 % more growth in the review of Schoenfeld et al. (2017). It says nothing about how
many exercises one session may have, so it neither supports five or six nor speaks against it.
"""


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """The most exercises in all; and of each kind from where on it is an error."""

    max_exercises: int = field(default=6, metadata={"minimum": 1})
    crash_exercises: int = field(default=5, metadata={"minimum": 1})


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The first exercise over the limit."""
    counted = without_core(session) if session.is_back_and_legs else ()
    most = context.options.max_exercises
    if len(counted) <= most:
        return
    crashes = _crashes(counted, context)
    yield Fault(
        counted[most].place.name,
        f"{len(counted)} exercises in a back-and-legs session",
        note=f"number {most + 1}" + (": a heavy back day and a leg day in one" if crashes else ""),
        help=f"keep {most} at most, and put the rest on another day",
        severity=Severity.ERROR if crashes else Severity.WARNING,
        unfixed=f"keep {most} at most, and put the rest on another day",
    )


def _crashes(counted: Sequence[Entry], context: Context) -> bool:
    """Many exercises of each kind, and one of them heavy."""
    known = [entry.exercise for entry in counted if entry.exercise is not None]
    legs = sum(exercise.trains_legs for exercise in known)
    back = sum(exercise.trains_back for exercise in known)
    heavy = any(is_heavy(entry, context) for entry in counted)
    return heavy and min(legs, back) >= context.options.crash_exercises


SIX = (
    "Deadlift 3x5 @ 85%\nPull-Up 3x8\nFront Squat 3x8 @ 70%\nChest-Supported Row 3x10\n"
    "Leg Press 3x10\nLeg Curl 3x12"
)
TEN = (
    "Deadlift 3x5 @ {load}\nPull-Up 3x8\nLat Pulldown 3x10\nChest-Supported Row 3x10\n"
    "Seated Cable Row 3x10\nFront Squat 3x8 @ 70%\nLeg Press 3x10\nHip Thrust 3x10\n"
    "Leg Curl 3x12"
)

rule = Rule(
    code="PC201",
    name="too-many-exercises",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="more exercises than one back-and-legs session bears",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid(SIX, why="six"),
        Valid(SIX + "\nPlank 3x60s\nHanging Leg Raise 3x10", why="core work is not counted"),
        Valid("warm-up\nAir Squat 2x10\nmain\n" + SIX, why="a warm-up is not counted"),
        Valid(
            SIX.replace("3x5 @ 85%", "1x3 @ 90%\nDeadlift 3x5 @ 80%"),
            why="a top set and its back-off sets are one exercise",
        ),
        Valid(
            SIX + "\nBench Press 3x8\nDumbbell Curl 3x10",
            why="with a press it is no back-and-legs session",
        ),
        Valid(SIX + "\nLeg Extension 3x12", options={"max-exercises": 7}, why="their limit"),
        Invalid(SIX + "\nLeg Extension 3x12", (7,), severity=Severity.WARNING),
        Invalid(TEN.format(load="85%"), (7,), severity=Severity.ERROR, why="five of each, heavy"),
        Invalid(
            TEN.format(load="70%"), (7,), severity=Severity.WARNING, why="many, but none is heavy"
        ),
    ),
)
