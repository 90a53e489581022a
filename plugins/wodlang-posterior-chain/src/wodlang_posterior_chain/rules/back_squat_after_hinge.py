"""PC301 back-squat-after-hinge."""

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
from wodlang_posterior_chain.misplaced import back_squats_after_hinge
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, LEG_PRESS, is_heavy, is_injured

DOC = """
A back squat behind a heavy deadlift.

## What it finds
A squat with the highest axial load (3: the back squat and its kin), not light, anywhere behind a
heavy hinge. It is a warning in a back-and-legs session or where the squat is heavy too, else an
info. For an athlete with a bad lower back the rules for that speak instead.

## Why
The back squat leans the torso forward over a lower back that has just held the deadlift, and
compresses the same spine a second time.

## Instead
A front squat keeps the torso upright; a leg press takes the load off the spine. Or squat first.

## How sure this is
The difference between the lifts is measured, if in few people: more trunk lean in the back squat
than in the front squat (Diggin et al., n = 12), and compression of 6-10 times body weight in half
squats, in which the lean of the trunk matters most (Cappozzo et al. 1985, n = 4). Nothing was
measured behind deadlifts, and no study counts injuries: powerlifters do both on one day, and do
well. The article itself says "often".
"""

FRONT_SQUAT = "Front Squat"
HELP = "use a front squat or a leg press, or squat first"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Every back squat behind a heavy hinge."""
    if is_injured(context):
        return
    for squat, hinge in back_squats_after_hinge(session.working, context):
        is_grave = session.is_back_and_legs or is_heavy(squat, context)
        yield Fault(
            squat.place.name,
            f"{squat.name} after the heavy {hinge.name}",
            note="loads the spine again, leaning forward",
            labels=(Label(hinge.place.name, "the lower back is tired from here on"),),
            help=HELP,
            severity=Severity.WARNING if is_grave else Severity.INFO,
            fixes=partial(_replacements, session, squat),
            unfixed=HELP,
        )


def _replacements(session: Session, squat: Entry) -> tuple[Proposal, ...]:
    return tuple(
        Proposal(f"replace it with {name}", replace_everywhere(session, [squat], name))
        for name in (FRONT_SQUAT, LEG_PRESS)
    )


rule = Rule(
    code="PC301",
    name="back-squat-after-hinge",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="a back squat behind a heavy deadlift",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Back Squat 3x5 @ 85%\nDeadlift 1x5 @ 85%", why="the squat comes first"),
        Valid("Deadlift 3x5 @ 85%\nFront Squat 3x5 @ 80%", why="a front squat loads less"),
        Valid("Deadlift 3x5 @ 85%\nBack Squat 3x5 @ 60%", why="a light squat"),
        Valid("Deadlift 3x5 @ 70%\nBack Squat 3x5 @ 85%", why="the deadlift is not heavy"),
        Valid("Snatch Pull 3x3 @ 95%\nBack Squat 3x5 @ 85%", why="a snatch pull is no hinge"),
        Valid(
            "athlete\n  injuries: lower back\nsession A\nDeadlift 3x5 @ 85%\nBack Squat 3x5 @ 85%",
            why="PC401 speaks",
        ),
        Valid("Deadlift 3x5 @ 85%\nBack Squat 3x8", why="the same", options={"injured": True}),
        Valid("Deadlift 3x5 @ 85%\nSumo Deadlift 3x8 @ 70%", why="a second hinge is no squat"),
        Invalid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nBack Squat 3x8 @ 70%",
            (3,),
            fixed="Deadlift 3x5 @ 85%\nPull-Up 3x8\nFront Squat 3x8 @ 70%",
            severity=Severity.WARNING,
            why="in a back-and-legs session",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nBack Squat 3x5 @ 82%",
            (2,),
            fixed="Deadlift 3x5 @ 85%\nFront Squat 3x5 @ 82%",
            severity=Severity.WARNING,
            why="the squat is heavy too",
        ),
        Invalid(
            "Romanian Deadlift 3x6\nBack Squat 3x8 @ 70%",
            (2,),
            fixed="Romanian Deadlift 3x6\nFront Squat 3x8 @ 70%",
            severity=Severity.INFO,
            why="a squat that is not heavy, on another day",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nSafety Bar Squat 3x5 @ 80%\nBox Squat 3x8 @ 70%",
            (2, 3),
            fixed="Deadlift 3x5 @ 85%\nFront Squat 3x5 @ 80%\nBox Squat 3x8 @ 70%",
            why="every such squat",
        ),
        Invalid(
            "athlete\n  injuries: lower back (past)\nsession A\nDeadlift 3x5 @ 85%\nBack Squat 3x8",
            (5,),
            fixed="athlete\n  injuries: lower back (past)\nsession A\nDeadlift 3x5 @ 85%\n"
            "Front Squat 3x8",
            why="a past injury is none",
        ),
    ),
)
