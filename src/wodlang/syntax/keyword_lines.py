"""`program`, `athlete`, `exercise`, `include`: the headers of blocks that hold fields."""

from __future__ import annotations

import re

from wodlang.syntax.context import Context, Line
from wodlang.syntax.nodes import (
    AthleteHeader,
    ExerciseHeader,
    IncludeLine,
    ProgramHeader,
    Statement,
    UnreadableLine,
)
from wodlang.text.finding import Edit, Fix
from wodlang.text.span import Span

KEYWORD = re.compile(r"(program|athlete|exercise|include)\b\s*:?\s*(.*)$", re.IGNORECASE)
BARE = re.compile(r"(weeks?|day|session|exercise)\s*:?$", re.IGNORECASE)
NAME = re.compile(r"[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*){0,3}$")
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
        return _named_athlete(line, context, rest, place) if rest else _athlete(line, context)
    if word == "program":
        context.enter("program")
        return ProgramHeader(index=line.index, span=line.span, name=rest)
    return _exercise(line, context, rest, place)


def _bare(line: Line, context: Context, word: str) -> UnreadableLine:
    return context.unreadable(line, f'"{line.text}" says not which', CURES[word])


def _athlete(line: Line, context: Context) -> AthleteHeader:
    context.enter("athlete")
    return AthleteHeader(index=line.index, span=line.span)


def _named_athlete(line: Line, context: Context, name: str, place: Span) -> UnreadableLine | None:
    """`athlete: Bob`, `athlete Bob`: the name is a field of the block."""
    is_name = NAME.match(name) and line.folded[len("athlete")] in ": \t"
    if not is_name or (context.block == "session" and context.is_open):
        return None
    if context.reader.knows(line.text) or context.reader.has_prescription(line.text):
        return None
    context.enter("athlete")
    gap = Span(line.span.start + len("athlete"), place.start)
    own_line = Fix(f"write name: {name}", (Edit(gap, f"{context.newline}name: "),))
    return context.unreadable(
        line, "an athlete has no name in its header", f'write "name: {name}" below "athlete"',
        place, (own_line,),
    )  # fmt: skip


def _exercise(line: Line, context: Context, name: str, place: Span) -> Statement | None:
    """`Exercise Ball Crunch 3x15`: a known name, or a prescription, beats a keyword."""
    if context.reader.knows(line.text) or context.reader.has_prescription(line.text):
        return None
    context.enter("exercise")
    name = name.rstrip(": ")
    span = Span(place.start, place.start + len(name))
    return ExerciseHeader(index=line.index, span=line.span, name=name, name_span=span)
