"""Fields that stand in no block which has them: `units: lb` without `program`, `fokus: legs`."""

from __future__ import annotations

import re

from wodlang.syntax.context import Context, Line
from wodlang.syntax.fields import (
    ATHLETE_FIELDS,
    MAX_FIELD,
    PROGRAM_FIELDS,
    SESSION_FIELDS,
    SETS_BY_REPS,
    WEIGHT,
    folded_key,
)
from wodlang.syntax.headers import read_header
from wodlang.syntax.meant_fields import KEY_AND_WEIGHT, WEIGHT_ALONE, MeantField, Place, no_field
from wodlang.syntax.slips import slip_of
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Edit, Fix
from wodlang.text.span import Span

# Words that are labels of exercises as well (`Grip: Farmer Carry`) are left out.
HOMES = {
    **dict.fromkeys(("like", "aliases"), "exercise"),
    **dict.fromkeys(ATHLETE_FIELDS, "athlete"),
    **dict.fromkeys(PROGRAM_FIELDS, "program"),
}
OPENERS = {"program": "program NAME", "athlete": "athlete", "exercise": "exercise NAME"}
OF_WEIGHT = ("bodyweight", "bar", "plates")
WEIGHTS = re.compile(rf"{WEIGHT}(?:\s*,\s*{WEIGHT})*\s*$", re.IGNORECASE)
UNITS = re.compile(
    r"(?P<key>units)\s*(?:=|\s-\s|\s)\s*(?P<value>(?:kgs?|kilos?|lbs?|pounds?)$)", re.IGNORECASE
)
MISTYPED = (*SESSION_FIELDS, "units", "author", "bodyweight", "injuries")


def misplaced(line: Line, place: Place, context: Context) -> MeantField | None:
    """A line outside the blocks that was meant for a field; None for exercises."""
    start, end, value_start = place
    key, value = folded_key(line.text[start:end]), line.folded[value_start:]
    if context.timed or SETS_BY_REPS.search(value) or context.reader.knows(key):
        return None
    home = _home(key, value, context)
    if home is not None:
        return _without_block(line, place, home, context)
    if slip_of(key, MISTYPED) is None or read_header(line.text) is not None:
        return None
    return no_field(line, place, "session" if slip_of(key, SESSION_FIELDS) else _home_of_slip(key))


def misplaced_without_colon(line: Line, context: Context) -> MeantField | None:
    """`units kg`, `bodyweight 82kg` where no block is open."""
    if context.block not in (None, "session") or context.timed:
        return None
    match = UNITS.match(line.folded) or KEY_AND_WEIGHT.match(line.folded)
    if match is None or folded_key(match["key"]) not in ("units", *OF_WEIGHT):
        return None
    return misplaced(line, (*match.span("key"), match.start("value")), context)


def _home_of_slip(key: str) -> str:
    return HOMES[slip_of(key, MISTYPED) or "units"]


def _home(key: str, value: str, context: Context) -> str | None:
    """The block that has this field."""
    if MAX_FIELD.match(key):
        name = key.split(None, 1)[1]
        of_session = context.block == "session" and context.is_open
        is_max = WEIGHT_ALONE.match(value) and context.reader.knows(name)
        return "athlete" if is_max and not of_session else None
    if key in OF_WEIGHT and not WEIGHTS.match(value):
        return None
    return None if key in SESSION_FIELDS else HOMES.get(key)


def _without_block(line: Line, place: Place, home: str, context: Context) -> MeantField:
    start, end, value_start = place
    key, gap = line.text[start:end], line.part(end, value_start)
    at_top = context.block == "session" and not context.is_open
    fixes: tuple[Fix, ...] = ()
    if home in context.seen:
        cure = f'write it below "{home}", above the first session'
    elif not at_top:
        cure = f'write "{OPENERS[home]}" above the first session, and this below it'
    else:
        cure = f'write "{OPENERS[home]}" above it'
        if home != "exercise":
            opened = Edit(Span(line.span.start, line.span.start), f"{home}{context.newline}")
            colon = () if ":" in line.text[end:value_start] else (Edit(gap, ": "),)
            fixes = (Fix(f"write {home} above it", (opened, *colon)),)
    finding = core_finding(
        "unknown-field",
        line.part(start, end),
        f'"{key}" is a field of {home}',
        help=cure,
        fixes=fixes,
    )
    if at_top and home not in context.seen:
        context.enter(home)  # its other fields are read, so that this is said once
    return MeantField(home, key, start, end, value_start, finding)
