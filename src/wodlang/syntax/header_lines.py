"""Lines that open a week, a day, a session, a section or a timed block."""

from __future__ import annotations

import re

from wodlang.syntax.block_lines import block_line, labelled_block, titled_block
from wodlang.syntax.body import LONGEST_LINE
from wodlang.syntax.context import Context, Line
from wodlang.syntax.headers import (
    IN_BRACKETS,
    BlockHead,
    DayHead,
    Header,
    SectionHead,
    SessionHead,
    WeekHead,
    read_header,
)
from wodlang.syntax.line_nodes import LineBody
from wodlang.syntax.near_headers import near_header
from wodlang.syntax.nodes import SectionHeader, SessionHeader, Statement, WeekHeader
from wodlang.text.span import Span

OFF = re.compile(r"(?:rest|off|rest\s+day|day\s+off)$", re.IGNORECASE)


def is_off(title: str) -> bool:
    """Whether a day's title says that nothing is trained."""
    return OFF.match(title.strip()) is not None


def read_header_line(line: Line, context: Context) -> Statement | None:
    """The header that a line is, exercises behind its colon included; None for other lines."""
    if len(line.text) > LONGEST_LINE:
        return None
    header = read_header(line.folded)
    if header is None:
        return (
            near_header(line, context)
            or labelled_block(line, context)
            or titled_block(line, context)
        )
    if header.tail is None and _is_exercise(header, line, context):
        return None
    if isinstance(header.head, BlockHead):
        return block_line(line, header, header.head, context)
    if isinstance(header.head, SectionHead):
        return _section(line, header, header.head, context)
    if isinstance(header.head, WeekHead):
        return _week(line, header, header.head, context)
    return _session(line, header, header.head, context)


def _is_exercise(header: Header, line: Line, context: Context) -> bool:
    """A known name beats the header of a section or a block (`Circuit Row`)."""
    return isinstance(header.head, BlockHead | SectionHead) and context.reader.knows(line.text)


def _body(line: Line, header: Header, context: Context) -> tuple[LineBody | None, int]:
    """The exercises behind the colon; without a prescription the text is a title."""
    tail = header.behind(line.text)
    if not tail or not context.reader.has_prescription(tail):
        return None, 0
    offset = line.span.start + (header.tail or 0)
    return context.body(tail, offset), offset


def _title(tail: str) -> tuple[str, int]:
    """A title without its brackets, and how far it is from the tail's start."""
    match = IN_BRACKETS.match(tail)
    if match is None:
        return tail.strip(), 0
    return match[1].strip(), 1 + len(match[1]) - len(match[1].lstrip())


def _week(line: Line, header: Header, head: WeekHead, context: Context) -> WeekHeader:
    context.enter(None)
    body, offset = _body(line, header, context)
    title = "" if body is not None else _title(header.behind(line.text))[0]
    return WeekHeader(
        index=line.index, span=line.span, first=head.first, last=head.last, title=title,
        body=body, body_offset=offset,
    )  # fmt: skip


def _session(
    line: Line, header: Header, head: DayHead | SessionHead, context: Context
) -> SessionHeader:
    context.enter("session")
    body, offset = _body(line, header, context)
    title, shift = ("", 0) if body is not None else _title(header.behind(line.text))
    start = line.span.start + (header.tail or 0) + shift
    if isinstance(head, SessionHead):
        title = line.text[head.start : None if body is None else head.start + len(head.name)]
        title, start = title.rstrip(" :"), line.span.start + head.start
    return SessionHeader(
        index=line.index,
        span=line.span,
        days=head.days if isinstance(head, DayHead) else (),
        title=title,
        title_span=Span(start, start + len(title)) if title else None,
        body=body,
        body_offset=offset,
    )


def _section(
    line: Line, header: Header, head: SectionHead, context: Context
) -> SectionHeader | None:
    """A section may stand before exercises without sets: `Warm-up: jog, skip`."""
    tail = header.behind(line.text)
    if tail and not header.colon and not context.reader.has_prescription(tail):
        return None
    context.timed = False
    if not tail:
        return SectionHeader(index=line.index, span=line.span, section=head.section)
    offset = line.span.start + (header.tail or 0)
    body = context.body(tail, offset)
    return SectionHeader(
        index=line.index, span=line.span, section=head.section, body=body, body_offset=offset
    )
