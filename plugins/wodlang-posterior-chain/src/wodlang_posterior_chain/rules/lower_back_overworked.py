"""PC305 lower-back-overworked."""

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
from wodlang_posterior_chain.terms import ARTICLE, is_light, labels

DOC = """
Three exercises in one session that ask everything of the lower back.

## What it finds
Three or more exercises of lower-back demand 3 (deadlifts from the floor, Romanian deadlifts, good
mornings, bent-over barbell rows) that are not light, in any session. The finding stands on the third
and shows the others. `max-demanding` is how many are allowed.

## Why
Each of them is held by the same muscles. Two are a day's work for these; in the third they are the
weakest link of a lift that was meant for something else.

## Instead
Replace one by a form that takes the lower back out: a supported row, a leg curl, a hip thrust.

## How sure this is
That these lifts load the lumbar spine is well measured: up to 17,192 N in the deadlift (Cholewicki
et al. 1991); a good morning with a quarter of the body's weight reaches the deadlift's moment
(Schellenberg et al. 2013); the bent-over row leads among rows (Fenwick et al. 2009). That two are
fine and three are not is a rule of thumb.
"""

HELP = "replace one with work that spares the lower back, such as hip thrusts or leg curls"


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`max_demanding` is how many such exercises a session may have."""

    max_demanding: int = field(default=2, metadata={"minimum": 1})


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The first exercise too many for the lower back."""
    most = context.options.max_demanding
    hard = [one for one in session.working if one.demands(lower_back=3) and not is_light(one)]
    if len(hard) <= most:
        return
    others = [entry for entry in hard if entry != hard[most]]
    yield Fault(
        hard[most].place.name,
        f"{len(hard)} exercises that tire the lower back",
        note=f"{most} in one session are enough",
        labels=labels(others, "this tires the lower back too"),
        help=HELP,
        unfixed=HELP,
    )


rule = Rule(
    code="PC305",
    name="lower-back-overworked",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="three exercises in one session that ask everything of the lower back",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nRomanian Deadlift 3x8\nLeg Curl 3x12", why="two"),
        Valid("Deadlift 3x5 @ 85%\nRomanian Deadlift 3x8\nGood Morning 3x10 @ light", why="light"),
        Valid("Deadlift 3x5\nRomanian Deadlift 3x8\nSeated Cable Row 3x8", why="a seated row"),
        Valid(
            "Deadlift 1x3 @ 90%\nDeadlift 3x5 @ 75%\nBarbell Row 3x8",
            why="a top set and its back-off sets are one exercise",
        ),
        Valid(
            "week 1: deload\nMonday: A\nDeadlift 2x5\nRomanian Deadlift 2x8\nBarbell Row 2x8",
            why="a deload week",
        ),
        Valid(
            "Deadlift 3x5\nRomanian Deadlift 3x8\nBarbell Row 3x8",
            why="their limit",
            options={"max-demanding": 3},
        ),
        Valid(
            "Deadlift 3x5\nRomanian Deadlift 3x8\nT-Bar Row 3x8", why="a T-bar row asks for less"
        ),
        Invalid("Deadlift 3x5 @ 85%\nRomanian Deadlift 3x8\nBarbell Row 3x8", (3,)),
        Invalid(
            "Barbell Row 4x8\nBench Press 4x8\nGood Morning 3x10\nDeadlift 3x5 @ 85%\n"
            "Romanian Deadlift 3x8",
            (4,),
            why="in any session; once, on the third",
        ),
    ),
)
