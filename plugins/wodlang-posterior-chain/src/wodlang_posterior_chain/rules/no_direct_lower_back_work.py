"""PC303 no-direct-lower-back-work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Pattern,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
    add_line_after,
)
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import (
    ARTICLE,
    is_injured,
    is_olympic,
    is_unknown,
    without_core,
)

DOC = """
Nothing in a back-and-legs session works the lower back.

## What it finds
A back-and-legs session with no back extension, no hinge of lower-back demand 2 or more at any load,
no squat of axial load 3, no row of lower-back demand 3 and no Olympic lift. It keeps quiet for an
athlete with a bad lower back, and where the catalogue does not know an exercise, which might be one.

## Why
Deadlifts, back squats and bent-over rows train the lower back by the way. A session on machines
leaves it out, and then it is the link that stays weak.

## Instead
End with three sets of hyperextensions. The fix adds them where the session has room.

## How sure this is
A coach's advice. Against calling the hyperextension the safe choice: lying extension of the trunk
gave the highest forces in the joints among the exercises that Callaghan et al. (1998) compared, so
it is not unloaded work. Do it slowly, without weight at first.
"""

LINE = "Hyperextension 3x12-15"
HELP = "end with back extensions, such as 3 sets of 12-15"


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """The fix adds a line only to sessions with fewer exercises than `max_exercises`."""

    max_exercises: int = field(default=6, metadata={"minimum": 1})


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The session, where nothing works the lower back."""
    if not session.is_back_and_legs or is_injured(context):
        return
    if not session.working or session.place is None:
        return
    if any(is_unknown(entry) or _works_lower_back(entry) for entry in session.working):
        return
    yield Fault(
        session.place,
        "nothing works the lower back",
        note="no back extension, deadlift or back squat",
        help=HELP,
        fixes=partial(_add, session, context),
        unfixed=HELP,
    )


def _works_lower_back(entry: Entry) -> bool:
    if entry.has_pattern(Pattern.HINGE):
        return entry.demands(lower_back=2)
    if entry.has_pattern(Pattern.SQUAT):
        return entry.demands(axial=3)
    if entry.has_pattern(Pattern.ROW):
        return entry.demands(lower_back=3)
    return entry.has_pattern(Pattern.BACK_EXTENSION) or is_olympic(entry)


def _add(session: Session, context: Context) -> tuple[Proposal, ...]:
    last = [entry for entry in session.entries if entry.is_working][-1]
    if len(without_core(session)) >= context.options.max_exercises:
        return ()
    edits = add_line_after(context.source, last, LINE)
    return (Proposal("add back extensions", edits),) if edits else ()


MACHINES = "Leg Press 3x10\nLat Pulldown 3x10\nSeated Leg Curl 3x12"

rule = Rule(
    code="PC303",
    name="no-direct-lower-back-work",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="nothing in a back-and-legs session works the lower back",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid(MACHINES + "\nBack Extension 3x12", why="a back extension"),
        Valid("Deadlift 3x5 @ 50%\n" + MACHINES, why="a hinge, at any load"),
        Valid("Dumbbell Romanian Deadlift 3x12\n" + MACHINES, why="lower-back demand 2"),
        Valid("Back Squat 3x5\n" + MACHINES, why="a squat of axial load 3"),
        Valid(MACHINES + "\nBarbell Row 3x8", why="a row of lower-back demand 3"),
        Valid("Power Clean 5x2\n" + MACHINES, why="an Olympic lift"),
        Valid("Leg Press 3x10\nSeated Leg Curl 3x12", why="no pull: a leg day"),
        Valid(MACHINES + "\nGrandpa's Tree Heave 3x10", why="the unknown one may be for the back"),
        Valid(
            "athlete\n  injuries: lower back\nsession A\n" + MACHINES,
            why="with a bad back that is for somebody else to say",
        ),
        Valid(MACHINES, why="the same", options={"injured": True}),
        Invalid(
            "Leg Press 3x10\nLat Pulldown 3x10\ncircuit 3 rounds\nLeg Curl x12\nGoblet Squat x12",
            (1,),
            why="no line is added to a circuit",
        ),
        Invalid(MACHINES, (1,), fixed=MACHINES + "\n" + LINE),
        Invalid(
            "Monday: Legs and Back\n" + MACHINES + "\n",
            (1,),
            fixed="Monday: Legs and Back\n" + MACHINES + "\n" + LINE + "\n",
            why="on the session's header",
        ),
        Invalid(
            "Single-Leg Romanian Deadlift 3x10\nFront Squat 3x8\nT-Bar Row 3x8\nLat Pulldown 3x10",
            (1,),
            fixed="Single-Leg Romanian Deadlift 3x10\nFront Squat 3x8\nT-Bar Row 3x8\n"
            "Lat Pulldown 3x10\nHyperextension 3x12-15",
            why="a hinge of demand 1, a squat of axial load 2 and a row of demand 2 do not count",
        ),
        Invalid(
            MACHINES + "\ncool-down\nHamstring Stretch 2x30s",
            (1,),
            fixed=MACHINES + "\n" + LINE + "\ncool-down\nHamstring Stretch 2x30s",
            why="before the cool-down",
        ),
        Invalid(
            MACHINES + "\nHip Thrust 3x10\nLeg Extension 3x12\nMachine Row 3x10",
            (1,),
            why="six exercises: no room for another",
        ),
    ),
)
