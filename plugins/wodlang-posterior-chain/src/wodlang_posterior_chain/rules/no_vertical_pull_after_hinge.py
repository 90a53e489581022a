"""PC105 no-vertical-pull-after-hinge."""

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
    Pattern,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Support,
    Valid,
    move_before,
)
from wodlang_posterior_chain.lines import written_lines
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, heavy_hinges, is_hinge, is_unknown

DOC = """
Heavy deadlifts, and then something other than pull-ups or pulldowns.

## What it finds
A back-and-legs session with a heavy hinge, in which the exercise behind the run of neighbouring
hinges is no vertical pull. A hang from the bar will do as well, and nothing is said where a hinge
ends the session. It is a warning where
the next exercise loads the spine or the lower back again (2 or more on either scale), else an info.

## Why
The article wants the back to hang or to rest after it has been compressed, while the lats work: the
pull-ups are due anyway, and in this place they cost the lower back nothing.

## Instead
Move the pull-ups or pulldowns up to the place behind the deadlift.

## How sure this is
The least certain of the pack. That lifting shortens the spine is measured: 5.4 mm after two weight
circuits, with no significant recovery in 20 minutes of rest (Leatt et al. 1986). That pull-ups bring
it back faster has not been studied, as far as we found. What remains is the plain sense of letting
the lower back rest between two exercises that need it.
"""

HELP = "do pull-ups or pulldowns right after the hinge"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The last hinge of the first run with a heavy one, where no vertical pull follows."""
    if not session.is_back_and_legs:
        return
    heavy = next(iter(heavy_hinges(session.working, context)), None)
    if heavy is None:
        return
    last = session.position(heavy)
    while last + 1 < len(session.working) and is_hinge(session.working[last + 1]):
        last += 1
    if last + 1 == len(session.working):
        return
    following = session.working[last + 1]
    if not is_unknown(following) and not _decompresses(following):
        yield _fault(session, context, session.working[last], following)


def _decompresses(entry: Entry) -> bool:
    """A pull-up or a pulldown, or a plain hang, in which the body's weight draws the spine out."""
    if entry.has_pattern(Pattern.GRIP, Pattern.SHRUG):
        return entry.exercise is not None and entry.exercise.support is Support.HANGING
    return entry.has_pattern(Pattern.VERTICAL_PULL)


def _fault(session: Session, context: Context, hinge: Entry, following: Entry) -> Fault:
    loads_again = following.demands(axial=2) or following.demands(lower_back=2)
    return Fault(
        hinge.place.name,
        f"no vertical pull right after {hinge.name}",
        note="the spine is compressed here",
        labels=(
            Label(
                following.place.name,
                "this loads the back again" if loads_again else "this comes next",
            ),
        ),
        help=HELP,
        severity=Severity.WARNING if loads_again else Severity.INFO,
        fixes=partial(_move_up, session, context, following),
        unfixed=HELP,
    )


def _move_up(session: Session, context: Context, following: Entry) -> tuple[Proposal, ...]:
    pulls = (one for one in session.after(following) if one.has_pattern(Pattern.VERTICAL_PULL))
    pull = next(pulls, None)
    if pull is None:
        return ()
    moves = [move_before(context.source, line, following) for line in written_lines(session, pull)]
    edits = tuple(edit for move in moves for edit in move)
    return (Proposal(f"move {pull.name} up", edits),) if moves and all(moves) else ()


rule = Rule(
    code="PC105",
    name="no-vertical-pull-after-hinge",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="heavy deadlifts, and then something other than pull-ups or pulldowns",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10"),
        Valid("Deadlift 3x5 @ 85%\nLat Pulldown 3x10\nLeg Press 3x10"),
        Valid("Deadlift 3x5 @ 85%\nDead Hang 3x30s\nLeg Press 3x10\nPull-Up 3x8", why="it hangs"),
        Valid(
            "Deadlift 3x5 @ 85%\nRomanian Deadlift 3x8\nPull-Up 3x8",
            why="behind the whole run of hinges",
        ),
        Valid("Deadlift 3x5 @ 70%\nLeg Press 3x10\nPull-Up 3x8", why="no heavy hinge"),
        Valid("Pull-Up 3x8\nLeg Press 3x10\nDeadlift 3x5 @ 85%", why="the hinge is last"),
        Valid("Deadlift 3x5 @ 85%\nLeg Press 3x10\nLeg Curl 3x12", why="no pull: a leg day"),
        Valid(
            "Deadlift 3x5 @ 85%\nGrandpa's Tree Heave 3x8\nLeg Press 3x10\nPull-Up 3x8",
            why="the unknown exercise may be a vertical pull",
        ),
        Valid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nRomanian Deadlift 3x6\nLeg Curl 3x12",
            why="once is enough: behind the first heavy hinge",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nFront Squat 3x6\nPull-Up 3x8\nLeg Curl 3x12",
            (1,),
            fixed="Deadlift 3x5 @ 85%\nPull-Up 3x8\nFront Squat 3x6\nLeg Curl 3x12",
            severity=Severity.WARNING,
            why="the spine is loaded again",
        ),
        Invalid(
            "Trap Bar Deadlift 3x5 @ 85%\nT-Bar Row 3x8\nLat Pulldown 3x10\nLeg Press 3x10",
            (1,),
            fixed="Trap Bar Deadlift 3x5 @ 85%\nLat Pulldown 3x10\nT-Bar Row 3x8\nLeg Press 3x10",
            severity=Severity.WARNING,
            why="the lower back is loaded again",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nLeg Press 3x10\nPull-Up 3x8\nLeg Curl 3x12",
            (1,),
            fixed="Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nLeg Curl 3x12",
            severity=Severity.INFO,
            why="the leg press rests the back, so an info",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nRomanian Deadlift 3x8\nLeg Press 3x10\nPull-Up 3x8\nLeg Curl 3x12",
            (2,),
            fixed="Deadlift 3x5 @ 85%\nRomanian Deadlift 3x8\nPull-Up 3x8\nLeg Press 3x10\nLeg Curl 3x12",
            why="on the last hinge of the run",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nLeg Press 3x10\nChest-Supported Row 3x10",
            (1,),
            why="there is no vertical pull to move",
        ),
        Invalid(
            "Deadlift 3x5 @ 85%\nGoblet Squat 3x10\nPull-Up 3x8\nLeg Curl 3x12",
            (1,),
            fixed="Deadlift 3x5 @ 85%\nPull-Up 3x8\nGoblet Squat 3x10\nLeg Curl 3x12",
            severity=Severity.INFO,
            why="a little load is no second compression",
        ),
    ),
)
