"""PC104 opener-reps-out-of-range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Measure,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.lines import set_reps_everywhere
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, opening_hinge

DOC = """
The opening deadlift is done for many repetitions.

## What it finds
A back-and-legs session that opens with a hinge of axial load 2 or more, not light, whose top set
asks for more than five repetitions at the least. The top set is the heaviest, or the one with the
fewest repetitions where no load is written. Singles and doubles are no fault, nor are longer
back-off sets behind a top set. `opener-reps` is the range.

## Why
The opener is there for strength. Long sets of deadlifts end in a back that rounds because it is
tired, and leave little for the rest of the session.

## Instead
Three to five repetitions a set, with a load to match.

## How sure this is
Loads that allow one to six repetitions are what the ACSM's position stand (2009) gives for strength,
and Prilepin's table has two to four repetitions a set at 80-89 %, for weightlifters' lifts. The line
at five is the article's: people differ widely in how many repetitions they get from a percentage
(Nuzzo et al. 2024, 7,289 people), and nobody has shown that sets of six or eight hurt backs.
"""


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`opener_reps` is the range of repetitions for the opener; only its upper end is a limit."""

    opener_reps: tuple[int, int] = (3, 5)


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The opening hinge, where its top set is too long."""
    opener = opening_hinge(session) if session.is_back_and_legs else None
    top = opener.top_set if opener is not None else None
    if opener is None or top is None or top.measure is not Measure.REPS:
        return
    low, most = context.options.opener_reps
    if top.low is None or top.low <= most:
        return
    advice = _advice(opener, f"{low}-{most}")
    yield Fault(
        opener.place.name,
        f"{opener.name} opens with sets of {top.low}",
        note=f"more than {most} reps in the top set",
        help=advice,
        fixes=partial(_shorten, session, opener, f"{low}-{most}"),
        unfixed=advice,
    )


def _advice(opener: Entry, reps: str) -> str:
    """A Romanian deadlift or a good morning is rather preceded by a deadlift than done in triples."""
    if opener.demands(neural=3):
        return f"do {reps} reps, heavier"
    return f"open with a deadlift of {reps} reps, or do {reps} here, heavier"


def _shorten(session: Session, opener: Entry, reps: str) -> tuple[Proposal, ...]:
    edits = set_reps_everywhere(session, opener, reps)
    return (Proposal(f"{reps} reps", edits),) if edits else ()


REST = "\nPull-Up 3x8\nLeg Press 3x10"

rule = Rule(
    code="PC104",
    name="opener-reps-out-of-range",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="the opening deadlift is done for many repetitions",
    doc=DOC,
    evidence=Evidence.REVIEW,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid("Deadlift 3x5 @ 80%" + REST),
        Valid("Deadlift 3x3-6 @ 80%" + REST, why="the lower end counts"),
        Valid("Deadlift 5x1 @ 90%" + REST, why="singles are no fault"),
        Valid("Deadlift 3x8 @ 60%" + REST, why="light: practice"),
        Valid("Deadlift 1x3 @ 88%, then 3x8 @ 70%" + REST, why="the top set counts, not back-off"),
        Valid("Deadlift 1x8, then 2x5" + REST, why="without loads the shortest set is the top set"),
        Valid("Leg Press 3x10\nPull-Up 3x8\nHip Thrust 3x10", why="no hinge opens"),
        Valid("Pull-Up 3x8\nDeadlift 3x8 @ 75%\nLeg Press 3x10", why="it does not open"),
        Valid("Dumbbell Romanian Deadlift 3x10" + REST, why="axial load below 2"),
        Valid("Deadlift 3x8 @ 75%\nBench Press 3x8\nPull-Up 3x8", why="no back-and-legs session"),
        Valid("week 1: deload\nMonday: A\nDeadlift 3x8" + REST, why="a deload week"),
        Valid("Deadlift 3x8 @ 75%" + REST, why="their range", options={"opener-reps": "5-8"}),
        Valid("Back Squat 3x8 @ 75%\nPull-Up 3x8\nHip Thrust 3x10", why="a squat opens"),
        Valid("Deadlift 3x20s @ 80%" + REST, why="held for seconds"),
        Invalid("Deadlift 3x8 @ 75%" + REST, (1,), fixed="Deadlift 3x3-5 @ 75%" + REST),
        Invalid(
            "Deadlift 10/8/6 @ 70/75/80%" + REST,
            (1,),
            fixed="Deadlift 3x3-5 @ 70/75/80%" + REST,
            why="a list keeps its sets",
        ),
        Invalid("Trap Bar Deadlift 3x6-8" + REST, (1,), fixed="Trap Bar Deadlift 3x3-5" + REST),
        Invalid("Box Jump 3x3\nDeadlift 4x10" + REST, (2,), "Box Jump 3x3\nDeadlift 4x3-5" + REST),
        Invalid(
            "Deadlift 1x5 @ 60%, then 3x8 @ 75%" + REST,
            (1,),
            fixed="Deadlift 1x3-5 @ 60%, then 3x3-5 @ 75%" + REST,
            why="the heaviest set is the top set, however short the others are",
        ),
    ),
)
