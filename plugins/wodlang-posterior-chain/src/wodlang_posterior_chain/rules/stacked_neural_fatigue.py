"""PC801 stacked-neural-fatigue."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Label,
    Pattern,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, heavy_sets, is_hinge, is_light

DOC = """
Demanding single-leg work right after heavy deadlifts.

## What it finds
Three or more heavy sets of a hinge with neural demand 3, and directly after it a split squat, lunge
or step-up with neural demand 2 or more that is not light. Top sets and back-off sets of the hinge
count together, sets that are left to choice (the fourth of `3-4x5`) do not.

## Why
Both ask for full attention and steady hands and feet. The article describes what comes of it: hands
that shake before the first split squat is done.

## Instead
Put something simpler between the two, such as a pull-up, or take an easier form of the lunge. It may
also stay as it is, with a long rest: this is an info, no more.

## How sure this is
An experience of coaches, and research gives it little support. Belcher et al. (2019) found that
recovery from deadlifts took no longer than from squats or bench presses, which speaks against a
special claim of the deadlift on the nerves. What is known about the order of exercises (Nunes et al.
2021) is that whatever comes later is done with fewer repetitions, and that holds for any pair.
"""

HEAVY_SETS = 3
HELP = "put a simpler exercise between them, or take an easier form of the single-leg work"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Every demanding lunge whose nearest exercise before it was a heavy hinge of many sets."""
    for hinge, lunge in pairwise(session.working):
        if _is_demanding_lunge(lunge) and _is_spent_by(hinge, context):
            yield Fault(
                lunge.place.name,
                f"{lunge.name} straight after heavy {hinge.name}",
                note="needs balance and steady hands",
                labels=(Label(hinge.place.name, "leaves hands and legs shaking"),),
                help=HELP,
                unfixed=HELP,
            )


def _is_demanding_lunge(entry: Entry) -> bool:
    return entry.has_pattern(Pattern.LUNGE) and entry.demands(neural=2) and not is_light(entry)


def _is_spent_by(entry: Entry, context: Context) -> bool:
    if not is_hinge(entry) or not entry.demands(neural=3):
        return False
    certain = [one for one in heavy_sets(entry, context) if not one.optional]
    return len(certain) >= HEAVY_SETS


rule = Rule(
    code="PC801",
    name="stacked-neural-fatigue",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="demanding single-leg work right after three heavy sets of deadlifts",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nBulgarian Split Squat 3x8/side",
            why="something simple between them",
        ),
        Valid("Deadlift 2x5 @ 85%\nBulgarian Split Squat 3x8/side", why="two sets"),
        Valid("Deadlift 2-3x5 @ 85%\nBulgarian Split Squat 3x8/side", why="two sets for certain"),
        Valid("Deadlift 3x5 @ 75%\nBulgarian Split Squat 3x8/side", why="not heavy"),
        Valid(
            "Deadlift 1x3 @ 90%, then 2x5 @ 75%\nBulgarian Split Squat 3x8/side",
            why="three sets, but one of them heavy",
        ),
        Valid("Romanian Deadlift 3x6\nBulgarian Split Squat 3x8/side", why="neural demand of 2"),
        Valid("Back Squat 3x5 @ 85%\nBulgarian Split Squat 3x8/side", why="no hinge"),
        Valid("Deadlift 3x5 @ 85%\nWalking Lunge 3x10/side", why="a lunge without weight"),
        Valid("Deadlift 3x5 @ 85%\nBulgarian Split Squat 3x8/side @ light", why="light"),
        Valid("Bulgarian Split Squat 3x8/side\nDeadlift 3x5 @ 85%", why="before, not after"),
        Valid("Deadlift 3x5 @ 85%\nFront Squat 3x5", why="both feet on the floor"),
        Invalid("Deadlift 3x5 @ 85%\nBulgarian Split Squat 3x8/side", (2,), severity=Severity.INFO),
        Invalid(
            "Deadlift 1x3 @ 90%\nDeadlift 2x5 @ 80%\nBarbell Lunge 3x8/side",
            (3,),
            why="top set and back-off sets together",
        ),
        Invalid("Trap Bar Deadlift 4x4\nBarbell Step-Up 3x8/side", (2,), why="a step-up"),
        Invalid(
            "Deadlift 3x5 @ 75%\nBulgarian Split Squat 3x8/side",
            (2,),
            why="this gym calls 75 % heavy",
            options={"heavy-percent": 75},
        ),
    ),
)
