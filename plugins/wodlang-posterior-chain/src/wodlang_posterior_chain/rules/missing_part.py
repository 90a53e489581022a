"""PC203 missing-part."""

from __future__ import annotations

from collections.abc import Iterator

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
)
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, exercises_of, is_unknown, listed

DOC = """
A part of the article's plan is missing.

## What it finds
In the profile `strict` alone: a back-and-legs session without a squat or lunge, without a row, or
without a vertical pull. One finding names all that is missing. Where the catalogue does not know an
exercise, nothing is said: it might be the missing one.

## Why
The plan pairs a hinge with a squat and a vertical with a horizontal pull, so that the front of the
legs and the whole back get their share. Hinge and finisher have rules of their own.

## Instead
Add one exercise of the kind that is missing.

## How sure this is
A description of the article's plan. A program may well spread these parts over the week, which is
why only `strict` asks for all of them on one day.
"""

PARTS = {
    "squat or lunge": (Pattern.SQUAT, Pattern.LUNGE),
    "row": (Pattern.ROW,),
    "vertical pull": (Pattern.VERTICAL_PULL,),
}


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The session, with all the parts that it lacks."""
    working = session.working
    if not session.is_back_and_legs or not working or session.place is None:
        return
    if any(is_unknown(entry) for entry in working):
        return
    present = {exercise.pattern for entry in working for exercise in exercises_of(entry)}
    missing = [part for part, patterns in PARTS.items() if present.isdisjoint(patterns)]
    if missing:
        named = listed([f"no {part}" for part in missing])
        advice = f"add {listed([f'a {part}' for part in missing])}"
        yield Fault(
            session.place,
            f"{named} for back and legs",
            note="the plan: hinge, vertical pull, squat, row, finisher",
            help=advice,
            unfixed=advice,
        )


rule = Rule(
    code="PC203",
    name="missing-part",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="a squat, a row or a vertical pull is missing",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    profiles=("strict",),
    examples=(
        Valid("Deadlift 3x5\nPull-Up 3x8\nFront Squat 3x8\nChest-Supported Row 3x10"),
        Valid(
            "Deadlift 3x5\nPull-Up 3x8\nWalking Lunge 3x10\nChest-Supported Row 3x10",
            why="a lunge does for a squat",
        ),
        Valid("Deadlift 3x5\nBench Press 3x8\nPull-Up 3x8", why="no back-and-legs session"),
        Valid(
            "Deadlift 3x5\nPull-Up 3x8\nFront Squat 3x8\nLeg Curl 3x12\nGrandpa's Tree Heave 3x10",
            why="the unknown exercise may be a row",
        ),
        Invalid("Deadlift 3x5\nPull-Up 3x8\nHip Thrust 3x8\nChest-Supported Row 3x10", (1,)),
        Invalid("Deadlift 3x5\nPull-Up 3x8\nFront Squat 3x8\nLeg Curl 3x12", (1,), why="no row"),
        Invalid("Deadlift 3x5\nFront Squat 3x8\nChest-Supported Row 3x10", (1,), why="no pull-up"),
        Invalid(
            "Monday: A\nDeadlift 3x5\nPull-Up 3x8\nHip Thrust 3x8", (1,), why="two are missing"
        ),
    ),
)
