"""ST401 missing-load."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Label,
    Line,
    Pattern,
    Rule,
    Scope,
    Session,
    Severity,
    Valid,
)

DOC = """
A barbell lift without a load among others that have one.

## What it finds
A working compound lift with a barbell and without any load, in a session where other such lifts
have one; either it is the only one without, among at least three, or the last time the same lift
had a load. A load is anything that tells how heavy: a weight, a percentage, RPE, RIR, `5RM`,
`heavy`. A note, a coaching cue or a progression may tell it as well, so a line with one of these is
left alone, and so are open sets, sets to failure, deload weeks, drills of the Olympic lifts (a
muscle snatch, a balance) and sessions in which nothing has a load.

## Why
Who writes the others and not this one has most likely forgotten it, and the athlete will have to
guess.

## Instead
Write the load, or how to find it: `@ RPE 7`, `@ light`, a note in brackets.

## How sure this is
This is about writing, not about training. Many coaches leave the weight of assistance lifts to the
athlete, and mean it.
"""

HELP = "write a load, or a note on how to find it"
ODD_ONE_OUT = 2
WHOLE_LIFT = 3


def check(session: Session, context: Context) -> Iterator[Fault]:
    """Each barbell lift that most likely forgot its load."""
    lines = [one for one in context.outline.placed(session).working if _is_barbell_lift(one.entry)]
    loaded = [line for line in lines if _has_load(line.entry)]
    without = [line for line in lines if not _has_load(line.entry)]
    for line in without:
        is_odd = len(without) == 1 and len(loaded) >= ODD_ONE_OUT
        if loaded and not _tells_otherwise(line.entry) and (is_odd or _had_load(line)):
            yield Fault(
                line.entry.place.name,
                f"no load for {line.entry.name}",
                note="how heavy?",
                labels=(Label(loaded[0].entry.place.name, "this one has a load"),),
                help=HELP,
                unfixed=HELP,
            )


def _is_barbell_lift(entry: Entry) -> bool:
    known = entry.exercise
    if known is None or not known.compound or known.implement != "barbell":
        return False
    return known.pattern is not Pattern.OLYMPIC or known.neural >= WHOLE_LIFT


def _has_load(entry: Entry) -> bool:
    return any(one.load is not None for one in entry.sets)


def _had_load(line: Line) -> bool:
    return line.last_time is not None and _has_load(line.last_time.entry)


def _tells_otherwise(entry: Entry) -> bool:
    """Something else may say how heavy, or the line asks for no certain weight."""
    says = entry.notes or entry.cues or entry.progression is not None
    is_open = any(one.amrap or one.to_failure for one in entry.sets)
    return (
        bool(says) or is_open or entry.deload or "to failure" in entry.modifiers or not entry.sets
    )


rule = Rule(
    code="ST401",
    name="missing-load",
    severity=Severity.INFO,
    scope=Scope.SESSION,
    summary="a barbell lift without a load among others that have one",
    doc=DOC,
    evidence=Evidence.OPINION,
    source="good practice in writing programs",
    check=check,
    every_day=True,
    examples=(
        Valid("Squat 5x5\nBench Press 5x5\nBarbell Row 5x5", why="nothing has a load"),
        Valid("Squat 5x5 @ 100kg\nBench Press 5x5", why="two lifts are no pattern"),
        Valid(
            "Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nPush Press 3x5\nBarbell Row 3x8",
            why="two without: they are left to the athlete",
        ),
        Valid("Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nPull-Up 3x8", why="no barbell"),
        Valid("Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nBarbell Curl 3x8", why="isolation"),
        Valid("Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nCosmic Press 3x8", why="nobody knows it"),
        Valid(
            "Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nDeadlift 1x5 (as last week)", why="a note"
        ),
        Valid("Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nDeadlift 1x5, +5kg/week", why="it grows"),
        Valid("Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nDeadlift: heavy single", why="heavy"),
        Valid("Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nBarbell Row 3xAMRAP", why="open sets"),
        Valid("Snatch 5x2 @ 75%\nBack Squat 5x5 @ 75%\nMuscle Snatch 3x3", why="a drill, by feel"),
        Valid(
            "warm-up\nBarbell Row 3x8\nmain\nSquat 5x5 @ 100kg\nBench Press 5x5 @ 80kg",
            why="a warm-up",
        ),
        Valid(
            "Squat 1x3 @ 120kg\nSquat 3x5\nBench Press 5x5 @ 80kg", why="back-off sets of one lift"
        ),
        Invalid(
            "Squat 5x5 @ 100kg\nBench Press 5x5 @ 80kg\nDeadlift 1x5", (3,), severity=Severity.INFO
        ),
        Invalid("Squat 5x5 @ 80%\nBench Press 5x5\nDeadlift 1x5 @ RPE 8", (2,), why="any load"),
        Invalid(
            "week 1\nMonday: A\n  Squat 5x5 @ 75%\n  Bench Press 5x5 @ 75%\n"
            "week 2\nMonday: A\n  Squat 5x5 @ 80%\n  Bench Press 5x5\n",
            (8,),
            why="it had one last week",
        ),
    ),
)
