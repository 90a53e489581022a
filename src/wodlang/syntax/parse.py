"""From the text of a file to its statements: one a line, each read by itself."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from wodlang.syntax.body import LONGEST_LINE, REMEMBERED_LINES, BodyReader
from wodlang.syntax.bold import without_bold
from wodlang.syntax.context import Context, Line
from wodlang.syntax.field_lines import read_field
from wodlang.syntax.grammar import fold
from wodlang.syntax.header_lines import is_off, read_header_line
from wodlang.syntax.keyword_lines import read_keyword
from wodlang.syntax.lines import comment_start, content_span, read_prefix
from wodlang.syntax.modifiers import unfinished
from wodlang.syntax.neighbour import is_wodcraft, wodcraft_finding
from wodlang.syntax.nodes import (
    BlankLine,
    CueLine,
    Document,
    ExerciseLine,
    OffLine,
    RestLine,
    Statement,
    UnreadableLine,
)
from wodlang.syntax.quantities import seconds
from wodlang.syntax.unfinished_groups import lacks_sets
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.text.span import Span

REST_LINE = re.compile(
    r"(?:[-*•]\s+)?(?:\(?\s*rest(?:\s+(?:for|exactly))?\s*(?::(?!\d\d)|(?<=[a-z]):(?=\d\d?:))?\s*(?P<first>[\d:½.]+(?:\s*-\s*[\d:.]+)?\s*(?:[a-z'\"]*))"
    r"|(?P<second>[\d:½.]+(?:\s*-\s*[\d:.]+)?\s*[a-z'\"]*\.?)\s+rest)"
    r"(?:\s+(?:between|after)\s+(?:each\s+|the\s+)?(?P<between>round|set|exercise|effort)s?)?\s*\)?\.?$",
    re.IGNORECASE,
)
SETS_ALONE = re.compile(
    r"(?:[-*•]\s+)?\d+\s*sets?\.?(?:\s*\([^()]*\)|\s*[,;].*)?(?<!:)$", re.IGNORECASE
)
OFF = re.compile(r"\b(?:rest|off)\b", re.IGNORECASE)  # a cheap look before the prefix
WITHOUT_UNIT = re.compile(r"[\d.\s-]+")


def parse(source: Source, reader: BodyReader) -> tuple[Document, tuple[Finding, ...]]:
    """The statements of a file, and what is wrong in its lines."""
    if is_wodcraft(source):
        return Document(()), (wodcraft_finding(source),)
    context = Context(reader, newline="\r\n" if "\r\n" in source.text else "\n")
    statements = tuple(read_statement(source, index, context) for index in range(source.line_count))
    return Document(statements), tuple(context.findings)


def read_statement(source: Source, index: int, context: Context) -> Statement:
    """The statement of one line; `context` says what the lines above it opened, and is kept up."""
    start, end = source.line_span(index)
    text = source.text[start:end]
    content = (_content if len(text) <= LONGEST_LINE else _content.__wrapped__)(text)
    line = Line(index, content.text, content.folded, content.span.moved(start))
    statement = _read(line, context)
    if content.comment is None:
        return statement
    return replace(statement, comment=Span(start + content.comment, end))


class _Content(NamedTuple):
    """What a line holds without indentation and comment, where, and where its comment begins."""

    text: str
    folded: str
    span: Span
    comment: int | None


@lru_cache(maxsize=REMEMBERED_LINES)
def _content(line: str) -> _Content:
    comment = comment_start(fold(line))
    span = content_span(fold(line if comment is None else line[:comment]), 0)
    held = line[span.start : span.end]
    return _Content(held, fold(held), span, comment)


def _read(line: Line, context: Context) -> Statement:
    if not line.text:
        return BlankLine(index=line.index, span=line.span)
    if line.text.startswith(">"):
        return CueLine(index=line.index, span=line.span, text=line.text[1:].strip())
    if context.knows_exercises(line.text):
        return _exercises(line, context)
    plain = without_bold(line)
    for read in READERS:
        statement = read(plain, context)
        if statement is not None:
            return statement if plain is line else replace(statement, span=line.span)
    context.remember_exercises(line.text)
    return _exercises(line, context)


def _rest(line: Line, context: Context) -> Statement | None:
    match = REST_LINE.match(line.folded)
    if match is None:
        return None
    time = (match["first"] or match["second"]).strip()
    if WITHOUT_UNIT.fullmatch(time):
        if not context.timed:
            context.findings.append(unfinished("rest", time, line.span))
            return RestLine(index=line.index, span=line.span, seconds=None)
        time += " min"
    return RestLine(
        index=line.index,
        span=line.span,
        seconds=seconds(time),
        between=(match["between"] or "").lower(),
    )


def _off(line: Line, context: Context) -> OffLine | None:
    """`Day off` as a line of its own; `Min 4: rest` and `Min 4: rest 30s`, a turn without work."""
    if OFF.search(line.folded) is None:
        return None
    prefix = read_prefix(line.text, context.reader.knows)
    said = line.folded[prefix.length :].strip(" .()*_")
    if not is_off(said) and (prefix.slot is None or REST_LINE.match(said) is None):
        return None
    return OffLine(index=line.index, span=line.span, slot=prefix.slot)


def _sets(line: Line, context: Context) -> ExerciseLine | None:
    """`3 sets`, `3 sets (100 kg)` below an exercise that says no sets: they are of that exercise."""
    if not context.lacks_sets or SETS_ALONE.match(line.folded) is None:
        return None
    body = context.body(line.text, line.span.start)
    context.lacks_sets = False
    return ExerciseLine(index=line.index, span=line.span, body=body)


READERS = (read_keyword, read_field, _sets, read_header_line, _rest, _off)
"""Forms of lines. A reader that gives None has changed nothing: the line is for those behind it."""


def _exercises(line: Line, context: Context) -> Statement:
    body = context.body(line.text, line.span.start)
    if not body.exercises:
        return UnreadableLine(index=line.index, span=line.span, text=line.text)
    if context.block != "session":
        context.is_open = False
    last = body.exercises[-1]
    context.lacks_sets = (
        not context.timed
        and (last.name_span is not None or context.lacks_sets)
        and all(
            lacks_sets(group, named=last.name_span is not None)
            for cell in last.cells
            for group in cell.groups
        )
    )
    return ExerciseLine(index=line.index, span=line.span, body=body)
