"""PC101 isolation-before-compound."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Exercise,
    Fault,
    Invalid,
    Label,
    LoadUnit,
    Pattern,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Support,
    Valid,
    move_after,
)
from wodlang_posterior_chain.misplaced import UNLOADED
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import (
    ARTICLE,
    first_compound,
    is_heavy,
    is_hinge,
    is_loaded_hinge_or_squat,
)

DOC = """
Single-joint work before the heavy deadlift or squat of the day.

## What it finds
An isolation exercise that stands before a heavy hinge or squat (axial load 2 or more) and takes
something from it: it shares a primary muscle with the lift; or it trains grip or traps, and the
lift is a hinge, which hangs from both; or the session is for back and legs, and the exercise stands
before its first compound. Core and calf work, and activation with a band or the body's weight, are
left out; leg curls and back extensions are not, whatever they are done with, but for drills on the
floor such as the superman.

## Why
Whoever empties a muscle alone brings it tired to the lift that needs every part of the chain. The
load on the bar does not get smaller for that, and the technique does not get better.

## Instead
Put the isolation work behind the last compound. To wake a muscle up beforehand, use a band or the
body's weight, or write the line under `warm-up`.

## How sure this is
For performance, well supported: two reviews (Simão et al. 2012; Nunes et al. 2021) find that more
repetitions are done in whatever comes first, and that strength grows more in it. Against the rule
as a rule of safety: neither shows any effect of the order on injuries, and muscle grows alike in
either order. Who trains for size alone may ignore it.
"""

NEVER = (Pattern.CORE, Pattern.CALF)
ALWAYS = (Pattern.KNEE_FLEXION, Pattern.BACK_EXTENSION)
GRIP_AND_TRAPS = {"forearms", "traps"}
HELP = "do it after the last compound"


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Every isolation exercise that takes something from a heavy lift behind it."""
    heavy_lifts = [
        (place, entry)
        for place, entry in enumerate(session.working)
        if is_loaded_hinge_or_squat(entry) and is_heavy(entry, context)
    ]
    if not heavy_lifts:
        return
    opener = first_compound(session) if session.is_back_and_legs else None
    too_early = session.before(opener) if opener is not None else ()
    for index, entry in enumerate(session.working):
        if not _is_isolation(entry):
            continue
        for place, lift in heavy_lifts:
            note = _what_it_takes(entry, lift, is_early=entry in too_early)
            if place > index and note:
                yield _fault(session, context, entry, lift, note)
                break


def _is_isolation(entry: Entry) -> bool:
    known = entry.exercise
    if known is None or known.compound or known.pattern in NEVER:
        return False
    is_unloaded = known.implement in UNLOADED and not _is_weighted(entry)
    return not is_unloaded or (known.pattern in ALWAYS and not _is_floor_drill(known))


def _is_floor_drill(known: Exercise) -> bool:
    """Supermans and their kin: a back extension on the floor wakes the back and tires nobody."""
    return known.pattern is Pattern.BACK_EXTENSION and known.support is Support.LYING


def _is_weighted(entry: Entry) -> bool:
    loads = [one.load for one in entry.sets if one.load is not None]
    return any(load.unit in (LoadUnit.KG, LoadUnit.LB) or load.added for load in loads)


def _what_it_takes(entry: Entry, lift: Entry, *, is_early: bool) -> str:
    """What the lift is short of after this exercise; empty where it is nothing."""
    if entry.exercise is None or lift.exercise is None:
        return ""
    shared = [muscle for muscle in entry.exercise.primary if muscle in lift.exercise.primary]
    if shared:
        return f"tires the {shared[0]} that the lift needs"
    if is_hinge(lift) and not GRIP_AND_TRAPS.isdisjoint(entry.exercise.primary):
        return "tires the grip and traps that the hinge hangs from"
    return "stands before the first compound" if is_early else ""


def _fault(session: Session, context: Context, entry: Entry, lift: Entry, note: str) -> Fault:
    return Fault(
        entry.place.name,
        f"{entry.name} before the heavy {lift.name}",
        note=note,
        labels=(Label(lift.place.name, "this heavy lift gets what is left"),),
        help=HELP,
        fixes=partial(_move_behind, session, context, entry),
        unfixed=HELP,
    )


def _move_behind(session: Session, context: Context, entry: Entry) -> tuple[Proposal, ...]:
    last = [line for line in session.entries if line.is_working and line.is_compound][-1]
    edits = move_after(context.source, entry, last)
    return (Proposal("move it behind the last compound", edits),) if edits else ()


rule = Rule(
    code="PC101",
    name="isolation-before-compound",
    severity=Severity.WARNING,
    scope=Scope.SESSION,
    summary="isolation work before a heavy deadlift or squat that it tires",
    doc=DOC,
    evidence=Evidence.REVIEW,
    source=ARTICLE,
    check=check,
    options=PackOptions,
    examples=(
        Valid("Deadlift 3x5 @ 85%\nSeated Leg Curl 3x12", why="isolation behind the compound"),
        Valid("Seated Leg Curl 3x12\nDeadlift 3x5 @ 70%", why="the deadlift is not heavy"),
        Valid("Seated Leg Curl 3x12\nLeg Press 3x5 @ 85%", why="the spine carries nothing"),
        Valid("Biceps Curl 3x12\nBack Squat 3x5 @ 85%", why="no muscle in common, no leg day"),
        Valid(
            "Barbell Shrug 3x10\nBack Squat 3x5 @ 85%", why="a squat does not hang from the hands"
        ),
        Valid("Leg Extension 3x12\nBarbell Walking Lunge 3x5", why="a lunge is no squat"),
        Valid(
            "Plank 3x60s\nStanding Calf Raise 3x12\nDeadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10",
            why="core and calves, in a back-and-legs session too",
        ),
        Valid("Banded Glute Bridge 2x15\nDeadlift 3x5 @ 85%", why="activation with a band"),
        Valid("Glute Bridge 2x15\nDeadlift 3x5 @ 85%", why="activation with the body's weight"),
        Valid("Superman 2x10\nDeadlift 3x5 @ 85%", why="a drill on the floor"),
        Valid("warm-up\nSeated Leg Curl 2x15\nmain\nDeadlift 3x5 @ 85%", why="a warm-up"),
        Valid("Hip Thrust 3x10\nDeadlift 3x5 @ 85%", why="a compound"),
        Valid("Leg Extension 3x12\nGoblet Squat 3x5", why="little load on the spine"),
        Invalid(
            "Seated Leg Curl 3x12\nDeadlift 3x5 @ 85%\nLeg Press 3x10",
            (1,),
            fixed="Deadlift 3x5 @ 85%\nLeg Press 3x10\nSeated Leg Curl 3x12",
            why="the hamstrings are needed",
        ),
        Invalid(
            "Leg Extension 3x12\nBack Squat 3x5 @ 85%",
            (1,),
            fixed="Back Squat 3x5 @ 85%\nLeg Extension 3x12",
        ),
        Invalid(
            "Nordic Curl 3x5\nDeadlift 3x5 @ 85%",
            (1,),
            fixed="Deadlift 3x5 @ 85%\nNordic Curl 3x5",
            why="a leg curl tires, with the body's weight too",
        ),
        Invalid(
            "circuit 3 rounds\nSeated Leg Curl x12\nPlank 60s\nmain\nDeadlift 3x5 @ 85%",
            (2,),
            why="outside of its circuit it would lose its rounds, so no fix",
        ),
        Invalid(
            "A1. Seated Leg Curl 3x12\nA2. Plank 3x60s\nB. Deadlift 3x5 @ 85%",
            (1,),
            why="the fix would tear a superset",
        ),
        Invalid(
            "A. Leg Curl 3x12\nB1. Deadlift 3x5 @ 85%\n> brace\n\nB2. Plank 3x60s",
            (1,),
            why="behind the deadlift it would stand within a superset",
        ),
        Invalid(
            "Glute Bridge 3x8 @ 60kg\nDeadlift 3x5 @ 85%",
            (1,),
            fixed="Deadlift 3x5 @ 85%\nGlute Bridge 3x8 @ 60kg",
            why="with 60 kg it is no activation",
        ),
        Invalid(
            "Barbell Shrug 3x10\nWrist Curl 3x15\nRomanian Deadlift 3x6",
            (1, 2),
            fixed="Wrist Curl 3x15\nRomanian Deadlift 3x6\nBarbell Shrug 3x10",
            why="the grip and the traps hold the bar",
        ),
        Invalid(
            "Biceps Curl 3x12\nPull-Up 3x8\nFront Squat 3x5 @ 85%\nHip Thrust 3x10\nLeg Press 3x10",
            (1,),
            fixed="Pull-Up 3x8\nFront Squat 3x5 @ 85%\nHip Thrust 3x10\nLeg Press 3x10\n"
            "Biceps Curl 3x12",
            why="before the first compound of a back-and-legs session",
        ),
        Valid(
            "Pull-Up 3x8\nBiceps Curl 3x12\nFront Squat 3x5 @ 85%\nHip Thrust 3x10\nLeg Press 3x10",
            why="after the first compound, and no muscle in common",
        ),
        Valid(
            "Seated Leg Curl 3x12\nDeadlift 3x5 @ 85%",
            why="this gym calls only 90 % heavy",
            options={"heavy-percent": 90},
        ),
    ),
)
