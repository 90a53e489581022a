"""`program`, `athlete`, `exercise`, `include`, and the fields of blocks."""

from __future__ import annotations

import re

from wodlang.syntax.context import Context, Line
from wodlang.syntax.fields import FIELD, FIELDS, SETS_BY_REPS, folded_key, is_field_of
from wodlang.syntax.headers import read_header
from wodlang.syntax.near_headers import meant_word
from wodlang.syntax.nodes import (
    AthleteHeader,
    ExerciseHeader,
    FieldLine,
    IncludeLine,
    ProgramHeader,
    Statement,
    UnreadableLine,
)
from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

KEYWORD = re.compile(r"(program|athlete|exercise|include)\b\s*:?\s*(.*)$", re.IGNORECASE)
BARE = re.compile(r"(weeks?|day|session|exercise)\s*:?$", re.IGNORECASE)
CURES = {
    "week": "number it: week 1",
    "weeks": "number them: weeks 1-3",
    "day": "number it: day 1",
    "session": "name it: session Heavy Pull",
    "exercise": "name it: exercise Belt Squat Machine",
}


def read_keyword(line: Line, context: Context) -> Statement | None:
    """The header of a program, athlete or exercise block, or an include; None for other lines."""
    bare = BARE.match(line.folded)
    if bare:
        return _bare(line, context, bare[1].lower())
    match = KEYWORD.match(line.folded)
    if match is None:
        return None
    word, rest = match[1].lower(), line.text[match.start(2) :].strip()
    place = line.part(match.start(2))
    if word == "include":
        target = rest.strip("\"'“”‘’")
        return IncludeLine(index=line.index, span=line.span, target=target, target_span=place)
    if word == "athlete":
        return None if rest else _athlete(line, context)
    if word == "program":
        context.enter("program")
        return ProgramHeader(index=line.index, span=line.span, name=rest)
    return _exercise(line, context, rest, place)


def _bare(line: Line, context: Context, word: str) -> UnreadableLine:
    return context.unreadable(line, f'"{line.text}" says not which', CURES[word])


def _athlete(line: Line, context: Context) -> AthleteHeader:
    context.enter("athlete")
    return AthleteHeader(index=line.index, span=line.span)


def _exercise(line: Line, context: Context, name: str, place: Span) -> Statement | None:
    """`Exercise Ball Crunch 3x15`: a known name, or a prescription, beats a keyword."""
    if context.reader.knows(line.text) or context.reader.has_prescription(line.text):
        return None
    context.enter("exercise")
    name = name.rstrip(": ")
    span = Span(place.start, place.start + len(name))
    return ExerciseHeader(index=line.index, span=line.span, name=name, name_span=span)


def read_field(line: Line, context: Context) -> FieldLine | None:
    """A field of the block that the line is in; None for other lines."""
    if context.block is None or ":" not in line.text:
        return None
    match = FIELD.match(line.folded)
    if match is None:
        return None
    key, value = folded_key(match[1]), line.text[match.start(2) :].strip()
    block = context.block
    if not is_field_of(block, key):
        if not context.is_open and is_field_of("session", key):
            block = "session"
        elif not _is_wrong_field(line, context, match[1], value):
            return None
        else:
            _unknown_field(match[1], line.part(0, len(match[1])), context)
    return FieldLine(
        index=line.index,
        span=line.span,
        block=block,
        key=key,
        key_span=line.part(0, match.end(1)),
        value=value,
        value_span=line.part(match.start(2)),
    )


def _is_wrong_field(line: Line, context: Context, key: str, value: str) -> bool:
    """Whether a line in a block is meant for a field: no exercise, and no header."""
    if context.block == "session" or not context.is_open:
        return False
    if SETS_BY_REPS.search(value) or context.reader.knows(key):
        return False
    return read_header(line.text) is None and meant_word(line, context) is None


def _unknown_field(key: str, span: Span, context: Context) -> None:
    block = context.block or "program"
    near = nearest(key, FIELDS[block])
    known = ", ".join(FIELDS[block])
    context.findings.append(
        core_finding(
            "unknown-field",
            span,
            f'"{key}" is no field of {block}',
            help=f'did you mean "{near}"?' if near else f"its fields are: {known}",
            fixes=replacement(span, near),
        )
    )
