"""ST402 unloadable-weight."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from wodlang.plugin import (
    Context,
    Edit,
    Entry,
    Evidence,
    Fault,
    Invalid,
    Line,
    Load,
    Proposal,
    Rule,
    Scope,
    Severity,
    Source,
    Span,
    Valid,
    Weight,
)
from wodlang_strength.plates import Rack, can_be_made, is_on_a_bar, rack_of
from wodlang_strength.words import number

DOC = """
A weight that the athlete's bar and plates cannot make.

## What it finds
A weight in kg or lb of a barbell exercise that lies below the `bar` or that no pairs of the
athlete's `plates` make. Both must be written in the `athlete` block, in one unit. Of each plate as
many pairs are taken as are needed. A weight in the other unit (`225 lb` with plates in kg) is right
if it can be met to the weight of the smallest plate. A range is right if a weight in it can be
made. Percentages, RPE, weights added to the body's and pairs are left out, and so are bars with a
weight of their own: trap bar, safety bar, EZ bar, Smith machine.

## Why
The athlete stands at the rack and has to round, up or down, and next week nobody knows what was
lifted.

## Instead
The nearest weight that can be made, the lighter one of two; the fix writes it.

## How sure this is
Arithmetic. Only the plates can be wrong: half-kilogram plates that are there but not written.
"""

NUMBER = re.compile(r"\d+(?:[.,]\d+)?")


def check(line: Line, context: Context) -> Iterator[Fault]:
    """Each weight of the line that cannot be loaded, once."""
    rack = rack_of(context.athlete)
    entry = line.entry
    if rack is None or entry.exercise is None or entry.exercise.implement != "barbell":
        return
    for load in dict.fromkeys(one.load for one in entry.sets):
        if load is None or not is_on_a_bar(load) or can_be_made(load, rack):
            continue
        yield _fault(context.source, entry, load, rack)
        return


def _fault(source: Source, entry: Entry, load: Load, rack: Rack) -> Fault:
    wanted = Weight(load.low or Decimal(0), str(load.unit))
    nearest = rack.nearest(wanted)
    is_below = wanted.kilograms() < Weight(rack.bar, rack.unit).kilograms()
    written = f"{number(wanted.value)} {load.unit}"
    spans = _spans(source, entry, load)
    help_text = "" if nearest is None else f"the nearest is {number(nearest)} {rack.unit}"
    return Fault(
        spans[0] if spans else entry.place.name,
        f"{written} is lighter than the bar" if is_below else f"no plates make {written}",
        note=f"the bar has {number(rack.bar)} {rack.unit}" if is_below else "not with these plates",
        help=help_text,
        fixes=partial(_write, source, spans, load, nearest, rack),
        unfixed=help_text,
    )


def _spans(source: Source, entry: Entry, load: Load) -> tuple[Span, ...]:
    """The written loads of the line that say this weight and nothing else."""
    return tuple(
        span
        for span in entry.place.loads
        if [Decimal(text.replace(",", ".")) for text in _numbers(source, span)] == [load.low]
    )


def _numbers(source: Source, span: Span) -> list[str]:
    return NUMBER.findall(source.text[span.start : span.end])


def _write(
    source: Source, spans: tuple[Span, ...], load: Load, nearest: Decimal | None, rack: Rack
) -> tuple[Proposal, ...]:
    if nearest is None or load.unit != rack.unit or not spans:
        return ()
    edits = []
    for span in spans:
        found = NUMBER.search(source.text, span.start, span.end)
        if found is not None:
            edits.append(Edit(Span(found.start(), found.end()), number(nearest)))
    return (Proposal(f"write {number(nearest)} {rack.unit}", tuple(edits)),)


KG = "athlete\n  bar: 20 kg\n  plates: 25, 20, 15, 10, 5, 2.5, 1.25 kg\n\n"
LB = "athlete\n  bar: 45 lb\n  plates: 45, 35, 25, 10, 5, 2.5 lb\n\n"

rule = Rule(
    code="ST402",
    name="unloadable-weight",
    severity=Severity.WARNING,
    scope=Scope.EXERCISE,
    summary="a weight that the athlete's bar and plates cannot make",
    doc=DOC,
    evidence=Evidence.MECHANISM,
    source="arithmetic",
    check=check,
    examples=(
        Valid(KG + "Squat 3x5 @ 102.5kg", why="two of 25, one of 15, one of 1.25 on each side"),
        Valid(KG + "Squat 3x5 @ 20kg", why="the empty bar"),
        Valid(LB + "Squat 3x5 @ 225 lb", why="two of 45 on each side"),
        Valid("Squat 3x5 @ 101kg", why="nobody knows the plates"),
        Valid("athlete\n  bar: 20 kg\n\nSquat 3x5 @ 101kg", why="the same"),
        Valid("athlete\n  plates: 25, 20 kg\n\nSquat 3x5 @ 101kg", why="nobody knows the bar"),
        Valid(
            "athlete\n  bar: 20 kg\n  plates: 45, 25 lb\n\nSquat 3x5 @ 101kg", why="mixed plates"
        ),
        Valid(KG + "Squat 3x5 @ 225 lb", why="102.5 kg is near enough"),
        Valid(KG + "Squat 3x5 @ 135 lb", why="60 kg are near enough"),
        Valid(KG + "Squat 3x5 @ 101-103kg", why="102.5 kg lies in the range"),
        Valid(KG + "Dumbbell Row 3x8 @ 22kg", why="a dumbbell"),
        Valid(KG + "Trap Bar Deadlift 3x5 @ 101kg", why="a bar with a weight of its own"),
        Valid(KG + "Weighted Pull-Up 3x5 @ +7kg", why="on a belt"),
        Valid(KG + "Squat 3x5 @ 81%", why="a percentage is rounded by whoever lifts it"),
        Valid(KG + "Cosmic Press 3x5 @ 101kg", why="nobody knows what that is"),
        Invalid(
            KG + "Squat 3x5 @ 101kg",
            (5,),
            fixed=KG + "Squat 3x5 @ 100kg",
            severity=Severity.WARNING,
            why="100 or 102.5 kg, and 100 is nearer",
        ),
        Invalid(
            LB + "Bench Press 3x5 @ 187 lb",
            (5,),
            fixed=LB + "Bench Press 3x5 @ 185 lb",
            why="pounds",
        ),
        Invalid(
            KG + "Squat 3x5 @ 101.25kg",
            (5,),
            fixed=KG + "Squat 3x5 @ 100kg",
            why="half-way: the lighter one",
        ),
        Invalid(
            KG + "Overhead Press 3x5 @ 15kg",
            (5,),
            fixed=KG + "Overhead Press 3x5 @ 20kg",
            why="lighter than the bar",
        ),
        Invalid(
            KG + "Squat 1x8@60kg, 1x5@84kg, 3x5@100kg",
            (5,),
            fixed=KG + "Squat 1x8@60kg, 1x5@85kg, 3x5@100kg",
            why="the one that cannot be made",
        ),
        Invalid(
            "athlete\n  bar: 20 kg\n  plates: 20, 10 kg\n\nSquat 3x5 @ 95kg",
            (5,),
            fixed="athlete\n  bar: 20 kg\n  plates: 20, 10 kg\n\nSquat 3x5 @ 100kg",
            why="only steps of 20",
        ),
        Invalid(
            KG + "Squat 3x3 @ 75/86/95 kg",
            (5,),
            why="a value a set is written together with others, so there is no fix",
        ),
        Invalid(KG + "Squat 3x5 @ 40 lb", (5,), why="the bar has 20 kg; no fix in another unit"),
    ),
)
