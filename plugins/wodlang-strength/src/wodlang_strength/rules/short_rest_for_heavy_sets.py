"""ST205 short-rest-for-heavy-sets."""

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
    Line,
    Pattern,
    Proposal,
    Rule,
    Scope,
    Severity,
    Valid,
    set_rest,
)
from wodlang_strength.duration import SUPERSET
from wodlang_strength.loads import is_surely_heavy

DOC = """
Too little rest between heavy sets.

## What it finds
Two or more heavy sets of a compound lift with a written rest below two minutes (`seconds`, 120).
Heavy is what says so: 80 % and more, up to `6RM`, `heavy`, or RPE 8 with at most six repetitions. A
weight in kg of which nobody knows the max is not heavy here, and neither is anything in a deload
week. Supersets, timed blocks, `every 2min`, clusters, rest-pause and myo-reps have short rests on
purpose; the Olympic lifts, done in singles and doubles far from failure, are left out. Of `rest
90-150s` the longer end counts.

## Why
After a minute the muscles have not yet won back what a heavy set took. The next one loses
repetitions or weight, and what was to be strength work becomes endurance work.

## Instead
Rest three to five minutes between heavy sets. The fix writes three; it makes the session longer.

## How sure this is
Fairly. The American College of Sports Medicine recommends 3 to 5 minutes for 1-6RM (Ratamess et al.
2009). A review of 23 studies agrees that trained people need more than two minutes to gain the most
strength, and adds against the rule that strength grows with less than one minute too, and that one
to two are enough for the untrained (Grgic et al. 2018).
"""

HELP = "rest 3 to 5 minutes between these sets"
LONG_ENOUGH = "3min"
ON_PURPOSE = {"rest-pause", "myo-reps", "drop set"}


@dataclass(frozen=True, slots=True)
class Options:
    """`seconds` is the shortest rest between heavy sets."""

    seconds: int = field(
        default=120, metadata={"minimum": 0, "doc": "the shortest rest between heavy sets"}
    )


def check(line: Line, context: Context) -> Iterator[Fault]:
    """The line, where its heavy sets follow each other too closely."""
    entry = line.entry
    if entry.rest is None or entry.rest[1] >= context.options.seconds or _is_on_purpose(entry):
        return
    heavy = [one for one in entry.sets if is_surely_heavy(one) and not one.cluster]
    if len(heavy) < 2 or not entry.is_compound or entry.deload or not entry.is_working:
        return
    yield Fault(
        entry.place.name,
        f"{entry.rest[1]} seconds of rest between heavy sets of {entry.name}",
        note=f"{len(heavy)} heavy sets",
        help=HELP,
        fixes=partial(_lengthen, entry),
        unfixed=HELP,
    )


def _is_on_purpose(entry: Entry) -> bool:
    return (
        entry.block is not None
        or entry.every is not None
        or SUPERSET.fullmatch(entry.label or "") is not None
        or not ON_PURPOSE.isdisjoint(entry.modifiers)
        or entry.has_pattern(Pattern.OLYMPIC)
    )


def _lengthen(entry: Entry) -> tuple[Proposal, ...]:
    return (Proposal("rest three minutes", set_rest(entry, LONG_ENOUGH)),)


rule = Rule(
    code="ST205",
    name="short-rest-for-heavy-sets",
    severity=Severity.WARNING,
    scope=Scope.EXERCISE,
    summary="less than two minutes between heavy sets",
    doc=DOC,
    evidence=Evidence.REVIEW,
    source="Ratamess et al. 2009 (ACSM); Grgic et al. 2018, Sports Med 48(1):137-51",
    check=check,
    options=Options,
    examples=(
        Valid("Squat 3x5 @ 85%, rest 3min", why="three minutes"),
        Valid("Squat 3x5 @ 85%, rest 90-150s", why="up to two and a half"),
        Valid("Squat 3x5 @ 85%", why="no rest is written"),
        Valid("Squat 3x5 @ 70%, rest 60s", why="not heavy"),
        Valid("Squat 3x5 @ 100kg, rest 60s", why="nobody knows the max"),
        Valid("Squat 3x5, rest 60s", why="no load"),
        Valid("Squat 3x10 @ RPE 8, rest 60s", why="ten repetitions are not heavy"),
        Valid("Squat 1x3 @ 90%, rest 60s", why="nothing follows a single set"),
        Valid("A1. Squat 3x5 @ 85%, rest 60s\nA2. Pull-Up 3x8, rest 60s", why="a superset"),
        Valid("Snatch 8x1 @ 82%, rest 60s", why="an Olympic lift"),
        Valid("Leg Extension 3x5 @ 85%, rest 60s", why="isolation work"),
        Valid("Cosmic Squat 3x5 @ 85%, rest 60s", why="nobody knows what that is"),
        Valid("Squat 3x5 @ 85%, rest 60s, rest-pause", why="on purpose"),
        Valid("EMOM 10\n  Deadlift 1 rep @ 85%, rest 30s", why="a timed block"),
        Valid("week 1: deload\nMonday: A\n  Squat 3x3 @ 80%, rest 60s", why="a deload week"),
        Valid("Squat 3x5 @ 85%, rest 90s", why="this gym is in a hurry", options={"seconds": 90}),
        Invalid(
            "Squat 3x5 @ 85%, rest 60s",
            (1,),
            fixed="Squat 3x5 @ 85%, rest 3min",
            severity=Severity.WARNING,
        ),
        Invalid(
            "Bench Press 4x4 @ RPE 9, 90 sec rest",
            (1,),
            fixed="Bench Press 4x4 @ RPE 9, rest 3min",
            why="the other spelling",
        ),
        Invalid("Deadlift 3x3 @ 5RM; rest 1:00", (1,), fixed="Deadlift 3x3 @ 5RM; rest 3min"),
        Invalid(
            "Squat 5 @ 65%, 5 @ 80%, 5 @ 85%, rest 60-90s, belt",
            (1,),
            fixed="Squat 5 @ 65%, 5 @ 80%, 5 @ 85%, rest 3min, belt",
            why="two of three sets are heavy",
        ),
        Invalid(
            "athlete\n  max Squat: 120 kg\n\nSquat 3x5 @ 100kg, rest 60s",
            (4,),
            fixed="athlete\n  max Squat: 120 kg\n\nSquat 3x5 @ 100kg, rest 3min",
            why="100 of 120 kg are 83 %",
        ),
        Invalid(
            "Squat 3x5 @ 85%, rest 2min",
            (1,),
            fixed="Squat 3x5 @ 85%, rest 3min",
            why="a gym that follows the college to the letter",
            options={"seconds": 180},
        ),
    ),
)
