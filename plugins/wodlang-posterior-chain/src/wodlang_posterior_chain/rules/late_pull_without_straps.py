"""PC501 late-pull-without-straps."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wodlang.plugin import (
    Applicability,
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
    add_modifiers,
)
from wodlang_posterior_chain.bad_back import is_unsupported_row
from wodlang_posterior_chain.misplaced import unsafe_after_hinge
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, heavy_hinges, is_injured

DOC = """
A row late in the session, with a grip that the deadlift has used up.

## What it finds
In a back-and-legs session, the first row with a grip demand of 2 or more and without `straps` that
stands at least two places after a heavy hinge held in the hands. A note or a cue that speaks of
straps counts as well. Inverted and other bodyweight rows
are left out, and so is a good morning, whose bar lies on the back. One finding a session. Where
`unsupported-row-after-hinge` or `unsupported-row-with-bad-back` names that row, this rule keeps
quiet: their fix writes the straps too.

## Why
After a heavy deadlift and a pull-up the fingers open before the back has worked: the set ends where
the grip does.

## Instead
Add `straps` to the row. The deadlift itself keeps its free grip. The fix changes nothing that the
back does, so it is safe.

## How sure this is
Trials with straps found less fatigue of the grip and more repetitions at 80 % (Jukic et al. 2021;
Coswig et al. 2015; Trahey et al. 2023). They tested deadlifts; that a later row gains as well is an
inference which nobody has checked. Who wants to train the grip here has a reason to go without.
"""

PLACES_LATER = 2
HELP = "add `straps`: the grip should not end the set"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The first row that comes late and without straps."""
    if not session.is_back_and_legs:
        return
    for place, row in enumerate(session.working):
        early = session.working[: max(0, place + 1 - PLACES_LATER)]
        hinges = [hinge for hinge in heavy_hinges(early, context) if hinge.demands(grip=1)]
        if hinges and _hangs_from_the_hands(row):
            if not _is_named_elsewhere(session, row, context):
                yield _fault(session, row, hinges[-1])
            return


def _hangs_from_the_hands(row: Entry) -> bool:
    known = row.exercise
    return (
        known is not None
        and known.pattern is Pattern.ROW
        and known.grip >= 2
        and known.support is not Support.HANGING
        and not _speaks_of_straps(row)
    )


def _speaks_of_straps(row: Entry) -> bool:
    """Straps as a modifier, or any word on them in a note or a cue: the coach has thought of it."""
    return any("strap" in words.lower() for words in (*row.modifiers, *row.notes, *row.cues))


def _is_named_elsewhere(session: Session, row: Entry, context: Context) -> bool:
    if is_injured(context):
        return is_unsupported_row(row)
    return row in unsafe_after_hinge(session.working, context)


def _fault(session: Session, row: Entry, hinge: Entry) -> Fault:
    return Fault(
        row.place.name,
        f"{row.name} without straps, late after {hinge.name}",
        note="the grip gives out before the back",
        labels=(Label(hinge.place.name, "spends the grip"),),
        help=HELP,
        fixes=partial(_strap, session, row),
        unfixed=HELP,
    )


def _strap(session: Session, row: Entry) -> tuple[Proposal, ...]:
    """Straps for this row and for those behind it, which would be named next."""
    later = [one for one in session.after(row) if _hangs_from_the_hands(one)]
    edits = tuple(edit for one in (row, *later) for edit in add_modifiers(one, "straps"))
    return (Proposal(f"use straps for {row.name}", edits, Applicability.SAFE),) if edits else ()


OPENING = "Deadlift 3x5 @ 85%\nPull-Up 3x8\n"

rule = Rule(
    code="PC501",
    name="late-pull-without-straps",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="a late row without straps after a heavy deadlift",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid(OPENING + "Leg Press 3x10\nSeated Cable Row 3x10, straps", why="straps"),
        Valid(OPENING + "Leg Press 3x10\nSeated Cable Row 3x10 (with straps)", why="in a note"),
        Valid(OPENING + "Leg Press 3x10\nSeated Cable Row 3x10\n> no straps today", why="a cue"),
        Valid(OPENING + "Leg Press 3x10\nMachine Row 3x10", why="grip demand of 1"),
        Valid(OPENING + "Leg Press 3x10\nWeighted Inverted Row 3x8", why="a bodyweight row"),
        Valid(OPENING + "Leg Press 3x10\nLat Pulldown 3x10", why="no row"),
        Valid(
            "Deadlift 3x5 @ 85%\nSeated Cable Row 3x10\nLeg Press 3x10\nLat Pulldown 3x10",
            why="one place after the hinge the grip is not yet gone",
        ),
        Valid(
            "Deadlift 3x5 @ 70%\nPull-Up 3x8\nLeg Press 3x10\nSeated Cable Row 3x10",
            why="the hinge is not heavy",
        ),
        Valid(
            "Good Morning 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nSeated Cable Row 3x10",
            why="the bar lies on the back",
        ),
        Valid(
            "Back Squat 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\nSeated Cable Row 3x10",
            why="no hinge",
        ),
        Valid(
            "Deadlift 3x5 @ 85%\nPull-Up 3x8\nSeated Cable Row 3x10\nLat Pulldown 3x10",
            why="a back day: its only leg lift is the deadlift",
        ),
        Valid(
            OPENING + "Leg Press 3x10\nBarbell Row 3x8",
            why="unsupported-row-after-hinge names this row, and its fix brings the straps",
        ),
        Valid(
            OPENING + "Leg Press 3x10\nBarbell Row 3x8",
            why="unsupported-row-with-bad-back names it",
            options={"injured": True},
        ),
        Invalid(
            OPENING + "Seated Cable Row 3x10\nLeg Press 3x10",
            (3,),
            fixed=OPENING + "Seated Cable Row 3x10, straps\nLeg Press 3x10",
            why="two places after the hinge",
        ),
        Invalid(
            "Romanian Deadlift 3x6\nPull-Up 3x8\nLeg Press 3x10\nChest-Supported T-Bar Row 3x8-10",
            (4,),
            fixed="Romanian Deadlift 3x6\nPull-Up 3x8\nLeg Press 3x10\n"
            "Chest-Supported T-Bar Row 3x8-10, straps",
            why="every heavy hinge in the hands counts",
        ),
        Invalid(
            OPENING + "Leg Press 3x10\nT-Bar Row 3x8, straps\nSeated Cable Row 3x10",
            (5,),
            fixed=OPENING + "Leg Press 3x10\nT-Bar Row 3x8, straps\nSeated Cable Row 3x10, straps",
            why="the first row that lacks them",
        ),
        Invalid(
            OPENING + "Leg Press 3x10\nSeated Cable Row 3x10\nChest-Supported T-Bar Row 3x8",
            (4,),
            why="one finding a session, and straps for both",
            fixed=OPENING + "Leg Press 3x10\nSeated Cable Row 3x10, straps\n"
            "Chest-Supported T-Bar Row 3x8, straps",
        ),
        Invalid(
            OPENING + "Leg Press 3x10\nSeated Cable Row 3x10",
            (4,),
            fixed=OPENING + "Leg Press 3x10\nSeated Cable Row 3x10, straps",
            why="a bad back has hands too",
            options={"injured": True},
        ),
    ),
)
