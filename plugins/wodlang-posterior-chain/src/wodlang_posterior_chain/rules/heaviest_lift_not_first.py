"""PC102 heaviest-lift-not-first."""

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
    move_before,
)
from wodlang_posterior_chain.lines import written_lines
from wodlang_posterior_chain.misplaced import late_big_lift, unsafe_after_hinge
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, listed

DOC = """
The heavy deadlift or squat waits behind lesser work.

## What it finds
A session with a heavy big lift (a hinge or squat of neural demand 3, such as the deadlift and the
back squat) whose first exercise for legs or back is none. Core work, jumps, throws, Olympic lifts,
squats without weight, and isolation with a band or the body's weight may come before: they prepare.
The finding stands once, on the first heavy big lift. In a back-and-legs session it is a warning,
elsewhere an info. It is silent for an athlete with a bad lower back.

## Why
The lift that asks most of nerves, grip and attention wants all three fresh. What comes before it
costs load on the bar, or leaves the same load to a tired back.

## Instead
Begin with it. The fix moves it up, unless a back squat or a bent-over row would then stand behind a
heavy hinge: that would be worse than what it mends.

## How sure this is
The order matters for strength: a review of Nunes et al. (2021) finds more gain in what comes first
(effect size 0.32 for multi-joint lifts), and the position stand of the ACSM (2009) puts multi-joint
and more intense work first. Against the article's special place for the deadlift: Belcher et al.
(2019) saw no slower recovery from it than from squat or bench press. No study shows that the order
changes how often people are hurt.
"""


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The first heavy big lift, where something lesser stands first."""
    late = late_big_lift(session, context)
    if late is None:
        return
    lift, first = late
    harmed = _harmed_by_moving(session, context, lift, first)
    yield Fault(
        lift.place.name,
        f"the heavy {lift.name} comes after {first.name}",
        note="the heaviest lift of the day",
        labels=(Label(first.place.name, "this stands first"),),
        help=f"do it before {first.name}",
        severity=Severity.WARNING if session.is_back_and_legs else Severity.INFO,
        fixes=() if harmed else partial(_move_up, session, context, lift, first),
        unfixed=_advice(first, harmed),
    )


def _harmed_by_moving(
    session: Session, context: Context, lift: Entry, first: Entry
) -> tuple[str, ...]:
    """The exercises that would stand behind a heavy hinge for the first time."""
    others = [entry for entry in session.working if entry != lift]
    place = others.index(first)
    moved = [*others[:place], lift, *others[place:]]
    now = unsafe_after_hinge(session.working, context)
    return tuple(entry.name for entry in unsafe_after_hinge(moved, context) if entry not in now)


def _advice(first: Entry, harmed: tuple[str, ...]) -> str:
    if not harmed:
        return f"do it before {first.name}"
    return f"do it first, and replace {listed(harmed)}, which should not follow it"


def _move_up(session: Session, context: Context, lift: Entry, first: Entry) -> tuple[Proposal, ...]:
    moves = [move_before(context.source, line, first) for line in written_lines(session, lift)]
    edits = tuple(edit for move in moves for edit in move)
    return (Proposal(f"move it above {first.name}", edits),) if moves and all(moves) else ()


rule = Rule(
    code="PC102",
    name="heaviest-lift-not-first",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="the heavy deadlift or squat waits behind lesser work",
    doc=DOC,
    evidence=Evidence.REVIEW,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10", why="it comes first"),
        Valid("Pull-Up 3x8\nDeadlift 3x5 @ 70%\nLeg Press 3x10", why="it is not heavy"),
        Valid("Pull-Up 3x8\nRomanian Deadlift 3x6 @ 85%\nLeg Press 3x10", why="no big lift"),
        Valid(
            "Back Squat 5x5 @ 60%\nDeadlift 3x5 @ 85%\nPull-Up 3x8",
            why="a big lift stands first, at whatever load",
        ),
        Valid("Bench Press 3x5 @ 80%\nDeadlift 1x5 @ 85%", why="a press is not for legs or back"),
        Valid("Plank 3x60s\nDeadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10", why="core work"),
        Valid("Box Jump 3x3\nDeadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10", why="jumps"),
        Valid("Power Clean 5x2 @ 75%\nDeadlift 3x5 @ 85%", why="an Olympic lift"),
        Valid("Air Squat 2x15\nDeadlift 3x5 @ 85%\nPull-Up 3x8", why="a squat without weight"),
        Valid("Banded Glute Bridge 2x15\nBack Squat 3x5 @ 85%", why="isolation with a band"),
        Valid("Glute Bridge 2x15\nBack Squat 3x5 @ 85%", why="isolation with the body's weight"),
        Valid(
            "athlete\n  injuries: lower back\nsession A\nPull-Up 3x8\nDeadlift 3x5 @ 85%\n"
            "Leg Press 3x10",
            why="a bad back may come to it late and warm",
        ),
        Valid(
            "Pull-Up 3x8\nDeadlift 3x5 @ 85%\nLeg Press 3x10",
            why="as if the back were bad",
            options={"injured": True},
        ),
        Valid(
            "Grandpa's Tree Heave 3x5\nPull-Up 3x8\nDeadlift 3x5 @ 85%\nLeg Press 3x10",
            why="the unknown exercise may be a big lift",
        ),
        Invalid(
            "Pull-Up 3x8\nDeadlift 3x5 @ 85%\nLeg Press 3x10",
            (2,),
            fixed="Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10",
            severity=Severity.WARNING,
        ),
        Invalid(
            "Leg Press 3x10\nBack Squat 3x5 @ 85%\nLeg Curl 3x12",
            (2,),
            fixed="Back Squat 3x5 @ 85%\nLeg Press 3x10\nLeg Curl 3x12",
            severity=Severity.INFO,
            why="no back-and-legs session, so an info",
        ),
        Invalid(
            "Seated Leg Curl 3x12\nDeadlift 3x5 @ 85%\nBack Squat 3x5 @ 85%",
            (2,),
            fixed="Deadlift 3x5 @ 85%\nSeated Leg Curl 3x12\nBack Squat 3x5 @ 85%",
            why="once a session, on the first heavy big lift",
        ),
        Invalid(
            "Barbell Row 3x8\nDeadlift 3x5 @ 85%\nLeg Press 3x10",
            (2,),
            why="moved up, it would leave a bent-over row behind a deadlift",
        ),
    ),
)
