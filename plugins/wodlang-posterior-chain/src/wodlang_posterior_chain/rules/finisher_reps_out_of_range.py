"""PC602 finisher-reps-out-of-range."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Measure,
    Pattern,
    Proposal,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)
from wodlang_posterior_chain.lines import set_reps_everywhere
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.terms import ARTICLE

DOC = """
Few repetitions in the last exercise, where size is all that is left to gain.

## What it finds
The last working exercise of a back-and-legs session is a leg curl, glute-ham raise or another
flexion of the knee, or a hip extension, and even its longest set stops short of the lower end of
`finisher-reps` (12-15). Nordic curls are left out, of which few people can do twelve. So are sets
that go on beyond the number written: `3x8+`, drop sets, myo-reps and rest-pause.

## Why
The heavy work is done and the strength is spent. What a finisher can still add is work for the
muscle, and that comes with lighter weights and longer sets.

## Instead
Take less weight and do 12 to 15 repetitions. The fix writes the range; the load is yours to adapt,
therefore it is not applied unasked.

## How sure this is
A coach's opinion about a detail. That weekly sets drive growth is reviewed (Schoenfeld, Ogborn,
Krieger 2017); that 12 to 15 repetitions grow hamstrings better than 8 to 10 is not in any study that
we list, and people differ widely in how many repetitions they manage at one percentage (Nuzzo et al.
2024). Lighter and longer at the end mainly keeps tired joints out of trouble, and even this is a
reason, not a finding.
"""

GOES_ON = ("drop set", "myo-reps", "rest-pause")


@dataclass(frozen=True, slots=True)
class Options(PackOptions):
    """`finisher_reps` is the range that the last exercise should reach."""

    finisher_reps: tuple[int, int] = (12, 15)


def check(session: Session, context: Context) -> Iterator[Fault]:
    """The last exercise, where it is a finisher of few repetitions."""
    if not session.is_back_and_legs or not session.working:
        return
    last = session.working[-1]
    highest = _most_reps(last)
    low, high = context.options.finisher_reps
    if not _is_finisher(last) or highest is None or highest >= low:
        return
    wanted = f"{low}-{high}"
    help_text = f"do {wanted} reps, with less weight if need be"
    yield Fault(
        last.place.name,
        f"{last.name} stops at {highest} reps",
        note="the last exercise: long sets pay here",
        help=help_text,
        fixes=partial(_lengthen, session, last, wanted),
        unfixed=help_text,
    )


def _is_finisher(entry: Entry) -> bool:
    known = entry.exercise
    if known is None or "Nordic" in known.name:
        return False
    return known.pattern in (Pattern.KNEE_FLEXION, Pattern.HIP_EXTENSION)


def _most_reps(entry: Entry) -> int | None:
    """The highest upper bound of its sets; None where one is open or none counts repetitions."""
    if any(word in GOES_ON for word in entry.modifiers):
        return None
    sets = [one for one in entry.sets if one.measure is Measure.REPS]
    highs = [int(one.high) for one in sets if one.high is not None]
    return max(highs) if highs and len(highs) == len(sets) else None


def _lengthen(session: Session, last: Entry, wanted: str) -> tuple[Proposal, ...]:
    edits = set_reps_everywhere(session, last, wanted)
    return (Proposal(f"do {wanted} reps", edits),) if edits else ()


OPENING = "Deadlift 3x5 @ 85%\nPull-Up 3x8\nLeg Press 3x10\n"

rule = Rule(
    code="PC602",
    name="finisher-reps-out-of-range",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="a hamstring or glute finisher of fewer than 12 repetitions",
    doc=DOC,
    evidence=Evidence.OPINION,
    source=ARTICLE,
    check=check,
    options=Options,
    examples=(
        Valid(OPENING + "Seated Leg Curl 3x12-15"),
        Valid(OPENING + "Seated Leg Curl 3x10-12", why="its upper end reaches the range"),
        Valid(OPENING + "Seated Leg Curl 12, 10, 8", why="its longest set reaches the range"),
        Valid(OPENING + "Seated Leg Curl 3x20", why="more is no fault"),
        Valid(OPENING + "Seated Leg Curl 3x8+", why="the last set is open"),
        Valid(OPENING + "Seated Leg Curl 3x8, drop set", why="a drop set goes on"),
        Valid(OPENING + "Nordic Curl 3x5", why="hard enough with five"),
        Valid(OPENING + "Glute Bridge 3x10s", why="counted by time"),
        Valid(OPENING + "Seated Cable Row 3x8, straps", why="no finisher for legs"),
        Valid(OPENING + "Seated Leg Curl 3x8\nPlank 3x60s", why="not the last exercise"),
        Valid("Back Squat 3x5\nLeg Press 3x10\nSeated Leg Curl 3x8", why="a leg day"),
        Valid(
            OPENING + "Seated Leg Curl 3x8",
            why="this gym finishes with eight",
            options={"finisher-reps": "8-10"},
        ),
        Invalid(
            OPENING + "Seated Leg Curl 3x8-10",
            (4,),
            fixed=OPENING + "Seated Leg Curl 3x12-15",
            severity=Severity.INFO,
        ),
        Invalid(
            OPENING + "Seated Leg Curl 10, 8, 6",
            (4,),
            fixed=OPENING + "Seated Leg Curl 3x12-15",
            why="a list keeps its sets",
        ),
        Invalid(
            OPENING + "Hip Thrust 3x8",
            (4,),
            fixed=OPENING + "Hip Thrust 3x12-15",
            why="a hip extension",
        ),
        Invalid(
            OPENING + "Seated Leg Curl 3x11",
            (4,),
            fixed=OPENING + "Seated Leg Curl 3x12-15",
            why="one short",
        ),
        Invalid(
            OPENING + "Seated Leg Curl 1x6\nSeated Leg Curl 2x10",
            (4,),
            fixed=OPENING + "Seated Leg Curl 1x12-15\nSeated Leg Curl 2x12-15",
            why="one exercise on two lines",
        ),
        Invalid(
            OPENING + "Seated Leg Curl 3x12",
            (4,),
            fixed=OPENING + "Seated Leg Curl 3x15-20",
            why="this gym wants longer sets",
            options={"finisher-reps": "15-20"},
        ),
    ),
)
