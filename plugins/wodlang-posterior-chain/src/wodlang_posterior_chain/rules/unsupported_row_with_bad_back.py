"""PC402 unsupported-row-with-bad-back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.bad_back import is_unsupported_row
from wodlang_posterior_chain.lines import replace_everywhere
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE, SUPPORTED_T_BAR_ROW, is_injured

DOC = """
A row without support for the torso, for an athlete whose lower back hurts.

## What it finds
A row done standing free with a lower-back demand of 2 or more, in any session of an athlete whose
`injuries` name the lower back; no deadlift need come before it. A row with one hand on the bench, a
seated or chest-supported one and an inverted row are fine. Only a suppression that gives a reason
is obeyed.

## Why
In a bent-over row the lower back holds the torso in mid-air for the whole set, so a movement meant
for the upper back is paid for by the part that hurts.

## Instead
The same row with the chest on a pad, with straps so that the grip is no limit either. The fix names
the supported form and changes the training, so it is not applied unasked.

## How sure this is
Of the rows that Fenwick, Brown and McGill (2009) measured, the bent-over row loaded the lumbar spine
most and the inverted row least: seven people, no chest-supported row, and no injuries counted. So the order of the loads is known, its consequence for a sore back is not. Against it
stands that loaded training of a painful back can help: supervised deadlifts did, in 70 patients
(Aasa et al. 2015).
"""

HELP = "use a row that supports the chest"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Every row of an injured athlete that the lower back alone holds."""
    if not is_injured(context):
        return
    for row in session.working:
        if is_unsupported_row(row):
            yield Fault(
                row.place.name,
                f"{row.name} with a bad lower back",
                note="nothing but the lower back holds the torso",
                help=HELP,
                fixes=partial(_support, session, row),
                unfixed=HELP,
            )


def _support(session: Session, row: Entry) -> tuple[Proposal, ...]:
    own = row.exercise.supported_form if row.exercise is not None else None
    form = own or SUPPORTED_T_BAR_ROW
    edits = replace_everywhere(session, (row,), form, "straps")
    return (Proposal(f"replace {row.name} with {form}, and use straps", edits),)


INJURED = "athlete\n  injuries: lower back\n\nsession A\n"

rule = Rule(
    code="PC402",
    name="unsupported-row-with-bad-back",
    severity=Severity.ERROR,
    scope=Scope.SESSION,
    summary="a bent-over row with a bad lower back",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    needs_reason=True,
    examples=(
        Valid("Barbell Row 3x8", why="nobody's back hurts"),
        Valid(
            "athlete\n  injuries: lower back (past)\n\nsession A\n  Barbell Row 3x8",
            why="the injury is past",
        ),
        Valid(INJURED + "  Chest-Supported T-Bar Row 3x8", why="a pad holds the torso"),
        Valid(INJURED + "  Single-Arm Dumbbell Row 3x10/side", why="a hand on the bench holds it"),
        Valid(INJURED + "  Standing Cable Row 3x12", why="upright: lower-back demand of 1"),
        Valid(INJURED + "  Inverted Row 3x10", why="it hangs"),
        Valid(INJURED + "  Seated Cable Row 3x10", why="the seat carries it"),
        Valid(INJURED + "  Romanian Deadlift 3x10 @ 60%", why="no row"),
        Invalid(
            INJURED + "  Barbell Row 3x8",
            (5,),
            fixed=INJURED + "  Chest-Supported Barbell Row 3x8, straps",
            severity=Severity.ERROR,
        ),
        Invalid(
            INJURED + "  Barbell Row 3x8 @ 50%, straps",
            (5,),
            fixed=INJURED + "  Chest-Supported Barbell Row 3x8 @ 50%, straps",
            why="light, and with straps: the torso still hangs in the air",
        ),
        Invalid(
            INJURED + "  T-Bar Row 3x8\n  Bent-Over Dumbbell Row 3x10",
            (5, 6),
            fixed=INJURED + "  Chest-Supported T-Bar Row 3x8, straps\n"
            "  Bent-Over Dumbbell Row 3x10",
            why="a finding for each row",
        ),
        Invalid(
            INJURED + "  Pendlay Row 1x5 @ 100kg\n  Pendlay Row 3x8 @ 80kg",
            (5,),
            fixed=INJURED + "  Chest-Supported Barbell Row 1x5 @ 100kg, straps\n"
            "  Chest-Supported Barbell Row 3x8 @ 80kg, straps",
            why="one row on two lines",
        ),
        Invalid(
            "Barbell Row 3x8",
            (1,),
            fixed="Chest-Supported Barbell Row 3x8, straps",
            why="the profile says that the back is bad",
            options={"injured": True},
        ),
    ),
)
