"""ST203 load-jump."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice

from wodlang.plugin import (
    Context,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Line,
    Rule,
    Scope,
    Severity,
    Valid,
)
from wodlang_strength.loads import Bar, bar_of
from wodlang_strength.words import label_elsewhere, number, whole

DOC = """
A much heavier weight than the last times, for as many repetitions.

## What it finds
A weight in kg or lb that is more than 10 % (`percent`) and more than 5 kg (`kilograms`) above the
heaviest of the exercise's last six sessions, for at least as many repetitions. The heaviest set of
the line is compared, of a range the lower end, with the upper end of what went before; so a light
day between two heavy ones changes nothing, and neither does a deload. Fewer repetitions with more
weight are no jump. Weights added to the body's, pairs, percentages and RPE are not compared: they
adjust themselves, or nobody knows what they are a part of.

## Why
Strength grows in small steps. A step that is several times as large is a slip of the keyboard, or a
missed set.

## Instead
Take two or three sessions for the step. If the weight is right, say so: a new max, a different bar.

## How sure this is
The American College of Sports Medicine advises steps of 2 to 10 % (Ratamess et al. 2009), as expert
advice; nobody has compared steps of different sizes in a trial. Beginners with light bars make
larger steps for a few weeks without harm: hence the kilograms.
"""

HELP = "check the weight, or take smaller steps"
SESSIONS_BACK = 6


@dataclass(frozen=True, slots=True)
class Options:
    """A jump is more than `percent` and more than `kilograms`."""

    percent: Decimal = field(
        default=Decimal(10), metadata={"minimum": 0, "doc": "the largest step, in % of the weight"}
    )
    kilograms: Decimal = field(
        default=Decimal(5),
        metadata={"minimum": 0, "doc": "a step of so many kg is never too large"},
    )


def check(line: Line, context: Context) -> Iterator[Fault]:
    """The line, where its heaviest set jumps above all that the last sessions had."""
    now = _heaviest(line.entry)
    if now is None or not line.entry.is_working:
        return
    times = [(earlier, _heaviest(earlier.entry)) for earlier in _last_times(line)]
    known = [(earlier, bar) for earlier, bar in times if bar is not None]
    if not known or len(known) < len(times):
        return
    earlier, before = max(known, key=lambda pair: pair[1].kilograms()[1])
    step = now.kilograms()[0] - before.kilograms()[1]
    base = before.kilograms()[1]
    options = context.options
    if now.reps >= before.reps and step > options.kilograms and step * 100 > options.percent * base:
        yield Fault(
            line.entry.place.name,
            f"{_written(now.low, now)} of {line.entry.name} after {_written(before.high, before)}",
            note=f"{whole(step * 100 / base)} % more, for no fewer repetitions",
            labels=label_elsewhere(
                line.entry.place.name, earlier.entry.place.name, "the heaviest of the last times"
            ),
            help=HELP,
            unfixed=HELP,
        )


def _last_times(line: Line) -> Iterator[Line]:
    """The exercise in the sessions before this one, the nearest first; deload weeks left out."""

    def walk() -> Iterator[Line]:
        earlier = line.last_time
        while earlier is not None:
            yield earlier
            earlier = earlier.last_time

    loaded = (one for one in islice(walk(), 2 * SESSIONS_BACK) if not one.entry.deload)
    return islice(loaded, SESSIONS_BACK)


def _heaviest(entry: Entry) -> Bar | None:
    """The heaviest set; None where any set's weight or repetitions are not known."""
    bars = [bar_of(one) for one in entry.sets]
    known = [bar for bar in bars if bar is not None and bar.low > 0]
    if not known or len(known) < len(bars):
        return None
    return max(known, key=lambda bar: (bar.kilograms()[0], bar.reps))


def _written(value: Decimal, bar: Bar) -> str:
    return f"{number(value)} {bar.unit}"


def two(first: str, second: str) -> str:
    """Two weeks with one line each."""
    return f"week 1\nMonday: A\n  {first}\nweek 2\nMonday: A\n  {second}\n"


rule = Rule(
    code="ST203",
    name="load-jump",
    severity=Severity.WARNING,
    scope=Scope.EXERCISE,
    summary="a weight far above that of the last times, for as many repetitions",
    doc=DOC,
    evidence=Evidence.OPINION,
    source="Ratamess et al. 2009 (ACSM), MSSE 41(3):687-708",
    check=check,
    options=Options,
    every_day=True,
    examples=(
        Valid(two("Squat 3x5 @ 100kg", "Squat 3x5 @ 105kg"), why="5 %"),
        Valid(two("Squat 3x5 @ 100kg", "Squat 3x5 @ 110kg"), why="10 % is not more than 10 %"),
        Valid(two("Barbell Curl 3x8 @ 20kg", "Barbell Curl 3x8 @ 25kg"), why="25 %, but 5 kg"),
        Valid(two("Squat 3x8 @ 100kg", "Squat 3x3 @ 120kg"), why="fewer repetitions"),
        Valid(two("Squat 3x5 @ 100kg", "Front Squat 3x5 @ 140kg"), why="another exercise"),
        Valid(two("Squat 3x5 @ 70%", "Squat 3x5 @ 90%"), why="percentages are not compared"),
        Valid(two("Squat 3x5", "Squat 3x5 @ 140kg"), why="nobody knows the weight before"),
        Valid(two("Squat 3x5 @ RPE 8", "Squat 3x5 @ 140kg"), why="the same"),
        Valid(two("Squat 3x5 @ 100kg", "Squat 3xAMRAP @ 140kg"), why="an open set"),
        Valid(two("Weighted Pull-Up 3x5 @ +5kg", "Weighted Pull-Up 3x5 @ +20kg"), why="added"),
        Valid(two("Cosmic Press 3x5 @ 20kg", "Cosmic Press 3x5 @ 80kg"), why="nobody knows it"),
        Valid(two("Squat 3x5 @ 100kg", "Squat 3x5 @ 225 lb"), why="225 lb are 102 kg"),
        Valid(
            "Mon: A\n  Squat 3x5 @ 100kg\nWed: B\n  Squat 2x5 @ 70kg\nFri: C\n  Squat 3x5 @ 102.5kg",
            why="a light day between",
        ),
        Valid(
            "week 1\nMonday: A\n  Squat 3x5 @ 100kg\nweek 2: deload\nMonday: A\n  Squat 2x5 @ 60kg\n"
            "week 3\nMonday: A\n  Squat 3x5 @ 102.5kg",
            why="a deload between",
        ),
        Valid(
            two("Squat 3x5 @ 60kg", "Squat 3x5 @ 100kg").replace("week 1", "week 1: deload"),
            why="nothing but a deload before",
        ),
        Valid(
            two("Squat 3x5 @ 100kg", "Squat 3x5 @ 120kg"),
            why="this gym takes large steps",
            options={"percent": 25},
        ),
        Invalid(two("Squat 3x5 @ 100kg", "Squat 3x5 @ 140kg"), (6,), severity=Severity.WARNING),
        Invalid(two("Squat 3x5 @ 225 lb", "Squat 3x5 @ 275 lb"), (6,), why="pounds"),
        Invalid(
            two("Squat 3x5 @ 100kg", "Squat 5 @ 60kg, 5 @ 90kg, 5 @ 120kg"), (6,), why="the top set"
        ),
        Invalid(
            two("Squat 3x5 @ 100kg", "Squat 3x8 @ 115-120kg"), (6,), why="more repetitions too"
        ),
        Invalid(
            "weeks 1-3\nMonday: A\n  Squat 3x5 @ 100kg | 3x5 @ 105kg | 3x5 @ 130kg",
            (3,),
            why="from one cell to the next",
        ),
        Invalid(
            two("Squat 3x5 @ 100kg", "Squat 3x5 @ 106kg"),
            (6,),
            why="a gym with small steps",
            options={"percent": 5},
        ),
    ),
)
