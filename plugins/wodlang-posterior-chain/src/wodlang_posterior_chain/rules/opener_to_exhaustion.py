"""PC106 opener-to-exhaustion."""

from __future__ import annotations

from collections.abc import Iterator
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
from wodlang_posterior_chain.terms import ARTICLE, opening_hinge

DOC = """
The opening deadlift is done to exhaustion.

## What it finds
A back-and-legs session that opens with a hinge of axial load 2 or more, not light, and that does it
`to failure`, as a drop set, with myo-reps or rest-pause, for as many repetitions as possible without
a number, or with less than 90 seconds of rest (`min-rest`). A plain plus set (`5+`) is no fault: it
has a number to reach and stops short of failure.

## Why
What comes first is meant for strength. Who burns out in it has neither a strong second set nor a
steady back for the rest of the day.

## Instead
Stop with a repetition or two in reserve and rest two to five minutes. Exhaust a leg curl at the end.

## How sure this is
Training to failure delays recovery by a day or two (Morán-Navarro et al. 2017), and the ACSM's
position stand (2009) gives three to five minutes of rest to heavy sets. Those are findings about
recovery and strength in general, not about opening a session; the limit of 90 seconds is a round
number.
"""

EXHAUSTING = ("to failure", "drop set", "myo-reps", "rest-pause")
HELP = "keep a rep or two in reserve and rest 2-5 minutes"


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`min_rest` is the shortest rest in seconds that is no fault."""

    min_rest: int = field(default=90, metadata={"minimum": 1})


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The opening hinge, where it exhausts."""
    opener = opening_hinge(session) if session.is_back_and_legs else None
    note = _what_exhausts(opener, context.options.min_rest) if opener is not None else ""
    if opener is not None and note:
        message = f"{opener.name} opens the session and is done to exhaustion"
        yield Fault(opener.place.name, message, note=note, help=HELP, unfixed=HELP)


def _what_exhausts(opener: Entry, min_rest: int) -> str:
    """What exhausts in this opener; empty where nothing does."""
    for modifier in opener.modifiers:
        if modifier in EXHAUSTING:
            return modifier
    if any(one.to_failure for one in opener.sets):
        return "to failure"
    if any(one.amrap and not one.low for one in opener.sets):
        return "as many reps as possible"
    if opener.rest is not None and opener.rest[1] < min_rest:
        return f"rest under {min_rest} s leaves no time to recover"
    return ""


REST = "\nPull-Up 3x8\nLeg Press 3x10"

rule = Rule(
    code="PC106",
    name="opener-to-exhaustion",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="the opening deadlift is done to exhaustion",
    doc=DOC,
    evidence=Evidence.TRIAL,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid("Deadlift 3x5 @ 85%, rest 3min" + REST),
        Valid("Deadlift 5 @ 65%, 5 @ 75%, 5+ @ 85%" + REST, why="a plus set has a number"),
        Valid("Deadlift 3x5 @ 85%, rest 60-90s" + REST, why="the longer rest is 90 seconds"),
        Valid("Deadlift 3xAMRAP @ 50%" + REST, why="light"),
        Valid("Deadlift 3x5 @ 85%" + REST + ", to failure", why="not the opener"),
        Valid("Pull-Up 3xAMRAP\nDeadlift 3x5 @ 85%\nLeg Press 3x10", why="no hinge opens"),
        Valid("Deadlift 3x5, to failure\nBench Press 3x8", why="no back-and-legs session"),
        Valid("Dumbbell Romanian Deadlift 3x12, rest 60s" + REST, why="axial load below 2"),
        Valid("Deadlift 3x5 @ 85%, rest 75s" + REST, why="in a hurry", options={"min-rest": 60}),
        Invalid("Deadlift 3x5 @ 85%, to failure" + REST, (1,)),
        Invalid("Deadlift 3xF @ 80%" + REST, (1,), why="failure in the set's own spelling"),
        Invalid("Deadlift 3x5 @ 85%, drop set" + REST, (1,)),
        Invalid("Deadlift 3x5 @ 85%, myo-reps" + REST, (1,)),
        Invalid("Deadlift 3x5 @ 85%, rest-pause" + REST, (1,)),
        Invalid("Deadlift 3xAMRAP @ 75%" + REST, (1,), why="no number to reach"),
        Invalid("Deadlift 3x5 @ 85%, rest 60s" + REST, (1,)),
        Invalid("Trap Bar Deadlift 3x5 @ 80%, rest 45-75s" + REST, (1,)),
    ),
)
