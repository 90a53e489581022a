"""Lines that were meant for a field: a slip in the key, no colon, a max that does not say so."""

from __future__ import annotations

import re
from typing import NamedTuple, TypeAlias

from wodlang.syntax.context import Context, Line
from wodlang.syntax.fields import FIELDS, MAX_FIELD, WEIGHT, folded_key, is_field_of
from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.finding import Edit, Finding, Fix
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

Place: TypeAlias = tuple[int, int, int]
"""Where in its line a key begins and ends, and where its value begins."""

WEIGHT_ALONE = re.compile(rf"{WEIGHT}\s*$", re.IGNORECASE)
KEY_AND_WEIGHT = re.compile(
    rf"(?:[-*•+]\s+)?(?P<key>(?:1\s?rm\s|[A-Za-z])[^:=@]*?)\s*(?:=|@|\s-\s|\s)\s*(?P<value>{WEIGHT})$",
    re.IGNORECASE,
)
# `Deadlift 1RM: 180kg`: the word stands behind the name.
MAX_BEHIND = re.compile(r"(?P<name>.+?)\s+(?:max|1\s?rm|p[rb])$", re.IGNORECASE)
KEYS = {block: "|".join(sorted(keys, key=len, reverse=True)) for block, keys in FIELDS.items()}
WITHOUT_COLON = {
    block: re.compile(
        rf"(?:[-*•+]\s+)?(?P<key>{keys.replace(' ', '[ _-]')})(?:\s*=\s*|\s+-\s+|\s+)(?P<value>[^\s=:-].*)$",
        re.IGNORECASE,
    )
    for block, keys in KEYS.items()
}
BLOCKS = ("program", "athlete")
SHORTEST_END = 4
# Fields whose value reads like a prescription.
AMOUNTS = {
    "duration": re.compile(r"[\d.:]+\s*(?:m|mins?|minutes?|h|hrs?|hours?)?$", re.IGNORECASE),
    "training max": re.compile(r"\d+(?:[.,]\d+)?\s*%?$"),
}


class MeantField(NamedTuple):
    """A line that is told as the field that was meant."""

    block: str
    key: str
    start: int
    end: int
    value_start: int
    finding: Finding


def no_field(line: Line, place: Place, block: str) -> MeantField:
    """`unit: kg`: a key that the block does not have."""
    start, end, value_start = place
    span, key = line.part(start, end), line.text[start:end]
    near = _key_that_ends_so(key, block) or nearest(key, FIELDS[block])
    home = next((one for one in BLOCKS if is_field_of(one, folded_key(key))), None)
    if home is not None:
        cure, near = f'it is a field of {home}: write it below "{home}"', None
    elif near:
        cure = f'did you mean "{near}"?'
    else:
        cure = f"its fields are: {', '.join(FIELDS[block])}"
    finding = core_finding(
        "unknown-field",
        span,
        f'"{key}" is no field of {block}',
        help=cure,
        fixes=replacement(span, near),
    )
    return MeantField(block, key, start, end, value_start, finding)


def _key_that_ends_so(key: str, block: str) -> str | None:
    """`weight` for `bodyweight`."""
    end = folded_key(key)
    found = (one for one in FIELDS[block] if one.endswith(end))
    return next(found, None) if len(end) >= SHORTEST_END else None


def as_max(line: Line, place: Place, context: Context) -> MeantField | None:
    """`squat: 140kg` among the fields of an athlete: a known lift and one weight."""
    start, end, value_start = place
    key = line.text[start:end]
    behind = MAX_BEHIND.match(line.folded[start:end])
    name = behind["name"] if behind else key
    if MAX_FIELD.match(key) or not WEIGHT_ALONE.match(line.folded, value_start):
        return None
    if not context.reader.knows(name):
        return None
    span = line.part(start, end)
    finding = core_finding(
        "unknown-field",
        span,
        f'"{key}" is no field of athlete',
        help=f'a one-rep max is written "max {name}: {line.text[value_start:].strip()}"',
        fixes=(Fix(f"write max {name}", (Edit(line.part(start, value_start), f"max {name}: "),)),),
    )
    return MeantField("athlete", key, start, end, value_start, finding)


def without_colon(line: Line, context: Context) -> MeantField | None:
    """`max squat 140kg`, `units kg`: a field of the block, but for its colon."""
    block = context.block
    if block == "session":
        return None if context.timed else _without_colon(line, "session", context)
    if block is None or not context.is_open:
        return None
    weight = KEY_AND_WEIGHT.match(line.folded) if block == "athlete" else None
    if weight is None:
        return _without_colon(line, block, context)
    place = (*weight.span("key"), weight.start("value"))
    if is_field_of(block, folded_key(weight["key"])):
        return _lacks_colon(line, place, block)
    return None if "@" in line.folded else as_max(line, place, context)


def _without_colon(line: Line, block: str, context: Context) -> MeantField | None:
    match = WITHOUT_COLON[block].match(line.folded)
    if match is None:
        return None
    key, value = folded_key(match["key"]), match["value"]
    is_amount = AMOUNTS[key].match(value) is not None if key in AMOUNTS else False
    if not is_amount and (key in AMOUNTS or context.reader.has_prescription(value)):
        return None
    if context.reader.knows(re.split(r"\s*[\d(,]", line.text, maxsplit=1)[0]):
        return None
    return _lacks_colon(line, (*match.span("key"), match.start("value")), block)


def _lacks_colon(line: Line, place: Place, block: str) -> MeantField:
    start, end, value_start = place
    key, value = line.text[start:end], line.text[value_start:].strip()
    gap = Span(line.span.start + end, line.span.start + value_start)
    finding = core_finding(
        "unknown-field",
        line.part(start, end),
        f'"{key}" lacks its colon',
        help=f"write {key}: {value}",
        fixes=(Fix(f"write {key}: {value}", (Edit(gap, ": "),)),),
    )
    return MeantField(block, key, start, end, value_start, finding)
