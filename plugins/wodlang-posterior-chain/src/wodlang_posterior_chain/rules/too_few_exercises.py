"""PC202 too-few-exercises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from wodlang.plugin import (
    Context,
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
from wodlang_posterior_chain.terms import ARTICLE, without_core

DOC = """
Fewer exercises than the article's plan has.

## What it finds
In the profile `strict` alone: a back-and-legs session of fewer than five working exercises
(`min-exercises`), core work left out.

## Why
The plan is concise, five or six exercises, and each of its parts has a task. With fewer, one of
them is left out.

## Instead
Add the part that is missing: hinge, vertical pull, squat, row, finisher.

## How sure this is
A description of the article's plan, no more. Sessions of three or four lifts build strength well, as
many published programs show; that is why only `strict` asks.
"""


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`min_exercises` is the fewest exercises that are no fault."""

    min_exercises: int = field(default=5, metadata={"minimum": 1})


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The session, where it has too few exercises."""
    counted = len(without_core(session)) if session.is_back_and_legs else 0
    fewest = context.options.min_exercises
    if not 0 < counted < fewest or session.place is None:
        return
    yield Fault(
        session.place,
        f"only {counted} exercises for back and legs",
        note=f"the plan has {fewest} or more",
        help="add what is missing: hinge, vertical pull, squat, row or finisher",
        unfixed="add what is missing: hinge, vertical pull, squat, row or finisher",
    )


FOUR = "Deadlift 3x5 @ 85%\nPull-Up 3x8\nFront Squat 3x8 @ 70%\nChest-Supported Row 3x10"

rule = Rule(
    code="PC202",
    name="too-few-exercises",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="fewer exercises than the article's plan has",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=Options,
    profiles=("strict",),
    examples=(
        Valid(FOUR + "\nLeg Curl 3x12", why="five"),
        Valid("Deadlift 3x5 @ 85%\nBench Press 3x8\nPull-Up 3x8", why="a full-body day"),
        Valid(FOUR, why="their limit", options={"min-exercises": 4}),
        Invalid(FOUR, (1,)),
        Invalid(FOUR + "\nPlank 3x60s", (1,), why="core work is not counted"),
        Invalid("Monday: Pull\n" + FOUR, (1,), why="on the session's header"),
    ),
)
