"""PC302 unsupported-row-after-hinge."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Label,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.lines import replace_everywhere
from wodlang_posterior_chain.misplaced import bent_over_rows_after_hinge
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, is_injured, supported_rows

DOC = """
A bent-over row behind a deadlift.

## What it finds
A row that nothing supports (lower-back demand 2 or more, the torso free, no cable) behind a hinge
with axial load and lower-back demand of 2 or more that is not light. For an athlete with a bad lower
back `unsupported-row-with-bad-back` speaks instead.

## Why
Bent over, the lower back is all that holds the torso. Behind deadlifts it is the most tired part of
the body, and the first to give: the row is then a lower-back exercise done badly.

## Instead
Support the chest, and take straps: a chest-supported T-bar row, or the supported form of the row
that you have. Or row before you pull.

## How sure this is
In a laboratory the bent-over row loaded the lower back most of the rows compared, the inverted row
least (Fenwick et al. 2009, seven men). That study had no chest-supported row, nothing behind
deadlifts, and no injuries: the article's step from load to injury is a coach's judgement.
"""

HELP = "use a row that supports the chest"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Every bent-over row behind a hinge that tires the lower back."""
    if is_injured(context):
        return
    for row, hinge in bent_over_rows_after_hinge(session.working):
        yield Fault(
            row.place.name,
            f"bent-over row after {hinge.name}",
            note="the torso is held by the lower back alone",
            labels=(Label(hinge.place.name, "the lower back is tired from here on"),),
            help=HELP,
            fixes=partial(_replacements, session, row),
            unfixed=HELP,
        )


def _replacements(session: Session, row: Entry) -> tuple[Proposal, ...]:
    return tuple(
        Proposal(f"replace it with {name}", replace_everywhere(session, [row], name, "straps"))
        for name in supported_rows(row)
    )


rule = Rule(
    code="PC302",
    name="unsupported-row-after-hinge",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="a bent-over row behind a deadlift",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Barbell Row 3x8\nDeadlift 3x5 @ 85%", why="the row comes first"),
        Valid("Deadlift 3x5 @ 55%\nBarbell Row 3x8", why="a light hinge tires nobody"),
        Valid("Deadlift 3x5 @ 85%\nChest-Supported T-Bar Row 3x8", why="the chest is supported"),
        Valid("Deadlift 3x5 @ 85%\nSingle-Arm Dumbbell Row 3x8", why="a hand is on the bench"),
        Valid("Deadlift 3x5 @ 85%\nStanding Cable Row 3x10", why="a cable"),
        Valid(
            "exercise Bent-Over Cable Heave\n  like: Barbell Row\n  implement: cable\n"
            "session A\nDeadlift 3x5 @ 85%\nBent-Over Cable Heave 3x10",
            why="a cable, however far one bends",
        ),
        Valid(
            "exercise Upright Pull\n  like: Trap Bar Deadlift\n  lower back: 1\n"
            "session A\nUpright Pull 3x5 @ 85%\nBarbell Row 3x8",
            why="a hinge that spares the lower back",
        ),
        Valid(
            "exercise Braced Row\n  like: Barbell Row\n  support: one-hand\n"
            "session A\nDeadlift 3x5 @ 85%\nBraced Row 3x10",
            why="a hand supports the torso, whatever the lower back does",
        ),
        Valid("Deadlift 3x5 @ 85%\nInverted Row 3x10", why="little for the lower back to hold"),
        Valid("Dumbbell Romanian Deadlift 3x8\nBarbell Row 3x8", why="axial load below 2"),
        Valid("Kettlebell Swing 3x15\nBarbell Row 3x8", why="a swing is no hinge here"),
        Valid("Power Clean 5x2 @ 80%\nBarbell Row 3x8", why="a clean is no hinge here"),
        Valid("Back Squat 5x5 @ 80%\nBarbell Row 5x5", why="no hinge at all"),
        Valid(
            "athlete\n  injuries: lower back\nsession A\nDeadlift 3x5 @ 85%\nBarbell Row 3x8",
            why="PC402 speaks",
        ),
        Valid("Deadlift 3x5 @ 85%\nBarbell Row 3x8", why="the same", options={"injured": True}),
        Invalid(
            "Deadlift 3x5 @ 85%\nBarbell Row 3x8",
            (2,),
            fixed="Deadlift 3x5 @ 85%\nChest-Supported T-Bar Row 3x8, straps",
        ),
        Invalid(
            "Romanian Deadlift 3x8\nPull-Up 3x8\nT-Bar Row 3x10, straps",
            (3,),
            fixed="Romanian Deadlift 3x8\nPull-Up 3x8\nChest-Supported T-Bar Row 3x10, straps",
            why="not heavy, but not light; somewhere behind it",
        ),
        Invalid(
            "Trap Bar Deadlift 3x5\nBent-Over Dumbbell Row 3x10\nPendlay Row 3x5",
            (2, 3),
            fixed="Trap Bar Deadlift 3x5\nChest-Supported Dumbbell Row 3x10, straps\nPendlay Row 3x5",
            why="the supported form of the same implement",
        ),
        Invalid(
            "Deadlift 1x5 @ 85%\nBarbell Row 1x5 @ 80%\nBarbell Row 3x8",
            (2,),
            fixed="Deadlift 1x5 @ 85%\nChest-Supported T-Bar Row 1x5 @ 80%, straps\n"
            "Chest-Supported T-Bar Row 3x8, straps",
            why="a top set and its back-off sets are one row",
        ),
    ),
)
