"""Weights with their unit as fields write them: `82 kg`, `225lb`, `25, 20, 15 kg`."""

from __future__ import annotations

import re
from decimal import Decimal

from wodlang.model.athlete import Weight
from wodlang.syntax.mistakes import slip_of
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Edit, Finding, Fix
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

WEIGHT = re.compile(r"(\d+(?:[.,]\d+)?)\s*([A-Za-z#]*)$")
UNITS = {
    "kg": "kg", "kgs": "kg", "kilo": "kg", "kilos": "kg", "kilogram": "kg", "kilograms": "kg",
    "lb": "lb", "lbs": "lb", "pound": "lb", "pounds": "lb", "#": "lb",
}  # fmt: skip


def read_weight(text: str, span: Span, units: str | None) -> tuple[Weight | None, list[Finding]]:
    """A weight; without a unit it is in the file's, and where the file has none that is a finding."""
    match = WEIGHT.match(text.strip())
    if match is None:
        message = f'"{text}" is no weight' if text else "no weight behind the colon"
        return None, [
            core_finding("syntax-error", span, message, help="write one: 100 kg or 225 lb")
        ]
    value, unit = Decimal(match[1].replace(",", ".")), match[2].lower()
    if not unit:
        problems = [] if units else [missing_unit(span, match[1])]
        return Weight(value, units), problems
    if unit not in UNITS:
        near = nearest(unit, ("kg", "lb")) or slip_of(unit)
        cure = f"did you mean {near}?" if near else "weights are in kg or lb"
        return None, [
            core_finding("unknown-unit", span, f'"{match[2]}" is no unit of weight', help=cure)
        ]
    return Weight(value, UNITS[unit]), []


def read_weights(
    text: str, span: Span, units: str | None
) -> tuple[tuple[Weight, ...], list[Finding]]:
    """A list of weights; a unit at its end holds for all."""
    parts = [part.strip() for part in text.split(",") if part.strip()]
    last = WEIGHT.match(parts[-1]) if parts else None
    unit = UNITS.get(last[2].lower()) if last else None
    weights: list[Weight] = []
    problems: list[Finding] = []
    for part in parts:
        weight, found = read_weight(part, span, unit or units)
        problems += found
        if weight is not None:
            weights.append(weight)
    return tuple(weights), problems[:1]


def missing_unit(span: Span, number: str, usual: str | None = None) -> Finding:
    """The finding about a weight without a unit; `usual` is the unit that the file's others have."""
    fixes: tuple[Fix, ...] = ()
    if usual is not None:
        fixes = (Fix(f"write {number}{usual}", (Edit(Span(span.end, span.end), usual),)),)
    return core_finding(
        "missing-unit",
        span,
        f"{number} of what?",
        note="a load without a unit",
        help=f'write {number}kg or {number}lb, or "units: kg" under "program"',
        fixes=fixes,
    )
