"""Lines that open a week, a day, a session, a section or a timed block."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from wodlang.syntax.block_lines import block_line, head_behind, labelled_block, titled_block
from wodlang.syntax.body import LONGEST_LINE
from wodlang.syntax.bold import bold_words
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
from wodlang.syntax.near_headers import near_header, week_and_day
from wodlang.syntax.nodes import BlockHeader, SectionHeader, SessionHeader, Statement, WeekHeader
from wodlang.syntax.other_headers import other_header
from wodlang.text.span import Span

OFF_WORDS = (
    r"(?:rest(?:\s*(?:and|&|/)\s*recovery)?|off|(?:rest|off)\s+day|day\s+off)(?:\s*\([^()]*\))?"
)
OFF = re.compile(rf"{OFF_WORDS}$", re.IGNORECASE)
DAY_OFF = re.compile(rf"[^:]*?\w(\s)\s*{OFF_WORDS}[.!]*$", re.IGNORECASE)


def is_off(title: str) -> bool:
    """Whether a day's title says that nothing is trained."""
    return OFF.match(title.strip(" .!")) is not None


def read_header_line(line: Line, context: Context) -> Statement | None:
    """The header that a line is, exercises behind its colon included; None for other lines."""
    if len(line.text) > LONGEST_LINE:
        return None
    other = other_header(line, context)
    if other is not None:
        return other
    header = read_header(line.folded)
    if header is None:
        return (
            _day_off(line, context)
            or near_header(line, context)
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
        return week_and_day(line, header, context) or _week(line, header, header.head, context)
    return _session(line, header, header.head, context)


def _day_off(line: Line, context: Context) -> SessionHeader | None:
    """`Tue off`, `Sunday rest day`: a day off needs no colon."""
    match = DAY_OFF.match(line.folded)
    if match is None:
        return None
    blank = match.start(1)
    header = read_header(f"{line.folded[:blank]}:{line.folded[blank + 1 :]}")
    if header is None or not isinstance(header.head, DayHead):
        return None
    return _session(line, header, header.head, context)


def _is_exercise(header: Header, line: Line, context: Context) -> bool:
    """A known name beats the header of a section or a block (`Circuit Row`)."""
    return isinstance(header.head, BlockHead | SectionHead) and context.reader.knows(line.text)


class _Behind(NamedTuple):
    """What stands behind a header's colon: the head of a timed block, exercises, a title."""

    block: BlockHeader | None = None
    body: LineBody | None = None
    offset: int = 0

    @property
    def is_title(self) -> bool:
        """Without a prescription the text is a title, and so is a timed block without exercises."""
        return self.body is None


def _behind(line: Line, header: Header, context: Context) -> _Behind:
    tail = header.behind(line.text)
    if not tail:
        return _Behind()
    start = header.tail or 0
    block = head_behind(line, start, context)
    if block is not None:
        lone = replace(block, body=None, body_offset=0)
        return _Behind(lone, block.body, block.body_offset)
    if not context.reader.has_prescription(tail):
        return _Behind()
    return _Behind(None, context.body(tail, line.span.start + start), line.span.start + start)


def _title(tail: str) -> tuple[str, int]:
    """A title without its brackets or bold marks, and how far it is from the tail's start."""
    match = IN_BRACKETS.match(tail)
    if match is None:
        return bold_words(tail.strip())
    return match[1].strip(), 1 + len(match[1]) - len(match[1].lstrip())


def _week(line: Line, header: Header, head: WeekHead, context: Context) -> WeekHeader:
    context.enter(None)
    behind = _behind(line, header, context)
    if behind.is_title:  # lines below a week's header stand in no block
        context.timed, behind = False, _Behind()
    return WeekHeader(
        index=line.index,
        span=line.span,
        first=head.first,
        last=head.last,
        title=_title(header.behind(line.text))[0] if behind.is_title else "",
        block=behind.block,
        body=behind.body,
        body_offset=behind.offset,
    )


def _session(
    line: Line, header: Header, head: DayHead | SessionHead, context: Context
) -> SessionHeader:
    context.enter("session")
    behind = _behind(line, header, context)
    title, shift = _title(header.behind(line.text)) if behind.is_title else ("", 0)
    start = line.span.start + (header.tail or 0) + shift
    if isinstance(head, SessionHead):
        is_name = behind.body is None and behind.block is None
        title = line.text[head.start : None if is_name else head.start + len(head.name)]
        title, shift = bold_words(title.rstrip(" :"))
        start = line.span.start + head.start + shift
    return SessionHeader(
        index=line.index,
        span=line.span,
        days=head.days if isinstance(head, DayHead) else (),
        title=title,
        title_span=Span(start, start + len(title)) if title else None,
        block=behind.block,
        body=behind.body,
        body_offset=behind.offset,
    )


def _section(
    line: Line, header: Header, head: SectionHead, context: Context
) -> SectionHeader | None:
    """A section may stand before exercises without sets: `Warm-up: jog, skip`."""
    tail = header.behind(line.text)
    timed, context.timed, context.lacks_sets = context.timed, False, False
    behind = _behind(line, header, context)
    if behind.block is None and behind.body is None and tail:
        if not header.colon:
            context.timed = timed
            return None
        offset = line.span.start + (header.tail or 0)
        behind = _Behind(None, context.body(tail, offset), offset)
    return SectionHeader(
        index=line.index, span=line.span, section=head.section,
        block=behind.block, body=behind.body, body_offset=behind.offset,
    )  # fmt: skip
