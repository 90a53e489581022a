"""ST103 presses-outnumber-pulls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Label,
    Program,
    Rule,
    Scope,
    Severity,
    Valid,
    working_entries,
    working_sets,
)
from wodlang_strength.words import number

DOC = """
Far more pressing than pulling.

## What it finds
More than twice (`ratio`) as many sets of presses as of rows and vertical pulls together, in a
program with at least 12 (`from-sets`) sets of presses a week. The sets of all weeks are added up,
because programs that alternate two workouts lean to one side one week and to the other the next.
Sets of an exercise that nobody knows count as pulls. Nothing is said about a single session, or
where some line does not say how many sets it has. More pulls than presses is no fault.

## Why
Presses turn the arms forward and in, rows and pull-ups turn them back. Most coaches want the two to
keep step, so that the muscles behind the shoulder grow with those in front of it.

## Instead
Add a row or a pull-up to the days that press, or trade a third press for one.

## How sure this is
A coach's rule of thumb. Rugby players who trained both alike pressed and pulled about the same
(Baker and Newton 2004); recreationally active people did 1.6 to 2.7 times as many push-ups as
pull-ups, and the authors say that what this means for injuries is not known (Negrete et al. 2013).
No trial has compared programs by this ratio. Deadlifts work the upper back too and are not counted,
which speaks against the rule in programs that pull heavy from the floor.
"""

HELP = "add rows or pull-ups to the days that press"


@dataclass(frozen=True, slots=True)
class Options:
    """`ratio` is of press sets to pull sets, `from_sets` the weekly press sets that it takes."""

    ratio: Decimal = field(
        default=Decimal(2), metadata={"minimum": 0, "doc": "sets of presses for one of pulls"}
    )
    from_sets: int = field(
        default=12, metadata={"minimum": 1, "doc": "weekly sets of presses below which all is well"}
    )


def check(program: Program, context: Context) -> Iterator[Fault]:
    """The program, where its presses outnumber its pulls."""
    sessions, place = program.sessions, program.place
    entries = [entry for session in sessions for entry in working_entries(session)]
    if len(sessions) < 2 or place is None or any(not entry.sets for entry in entries):
        return
    pressing = [one for one in entries if one.exercise is not None and one.exercise.is_press]
    presses = _sum(pressing)
    pulls = _sum(one for one in entries if _may_pull(one))
    weeks = sum(any(not one.is_rest for one in week.sessions) for week in program.weeks)
    if presses < context.options.from_sets * weeks or presses <= context.options.ratio * pulls:
        return
    a_week = [number(Decimal(sets) / weeks) for sets in (presses, pulls)]
    yield Fault(
        place,
        f"{a_week[0]} sets of presses a week, {a_week[1]} of rows and vertical pulls",
        note="presses far outnumber pulls",
        labels=(Label(pressing[0].place.name, "the first of the presses"),),
        help=HELP,
        unfixed=HELP,
    )


def _sum(entries: Iterable[Entry]) -> int:
    return sum(working_sets(entry) for entry in entries)


def _may_pull(entry: Entry) -> bool:
    """A row or a vertical pull, or something that nobody knows."""
    parts = (entry.exercise,) if not entry.parts else entry.part_exercises
    return any(one is None or one.is_pull for one in parts)


PRESSES = "  Bench Press 4x6\n  Overhead Press 3x8\n"

rule = Rule(
    code="ST103",
    name="presses-outnumber-pulls",
    severity=Severity.INFO,
    scope=Scope.PROGRAM,
    summary="more than twice as many sets of presses as of rows and pull-ups",
    doc=DOC,
    evidence=Evidence.OPINION,
    source="Baker and Newton 2004, JSCR 18(3):594-8; Negrete et al. 2013 (PMC3625793)",
    check=check,
    options=Options,
    examples=(
        Valid(f"Mon, Thu: A\n{PRESSES}  Barbell Row 4x8", why="14 to 8"),
        Valid(f"Monday: A\n{PRESSES}  Dips 6x10", why="one session is no program"),
        Valid(
            "weeks 1-3\nMon, Thu: A\n  Bench Press 5x5\n  Squat 5x5",
            why="ten presses in each of three weeks",
        ),
        Valid("Mon, Thu: A\n  Bench Press 5x5\n  Squat 5x5", why="ten presses a week are not many"),
        Valid(f"Mon, Thu: A\n{PRESSES}  Cosmic Pull 4x8", why="the unknown exercise may be a pull"),
        Valid(f"Mon, Thu: A\n{PRESSES}  Barbell Row", why="sets are not written"),
        Valid("Mon, Thu: A\n  Barbell Row 8x8\n  Lat Pulldown 8x8", why="pulls may outnumber"),
        Valid(
            f"week 1\nMon, Thu: A\n{PRESSES}week 2\nMon, Thu: B\n  Barbell Row 4x8\n"
            "  Lat Pulldown 3x10",
            why="week 2 makes up for week 1",
        ),
        Valid(f"Mon, Thu: A\n{PRESSES}", why="a bench specialist", options={"from-sets": 30}),
        Invalid(f"Mon, Thu: A\n{PRESSES}", (1,), severity=Severity.INFO, why="14 to nothing"),
        Invalid(f"program Bench\n\nMon, Thu: A\n{PRESSES}  Pull-Up 3x8", (1,), why="14 to 6"),
        Invalid(
            f"Mon, Thu: A\n{PRESSES}  Barbell Row 4x8",
            (1,),
            why="this gym wants one pull for each press",
            options={"ratio": 1},
        ),
        Invalid(f"Mon, Thu: A\n{PRESSES}  Deadlift 5x5", (1,), why="a deadlift is no row"),
    ),
)
