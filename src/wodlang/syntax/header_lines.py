"""Lines that open a week, a day, a session, a section or a timed block."""

from __future__ import annotations

import re
from dataclasses import replace

from wodlang.syntax.body import LONGEST_LINE
from wodlang.syntax.context import Context, Line
from wodlang.syntax.headers import (
    BlockHead,
    DayHead,
    Header,
    SectionHead,
    SessionHead,
    WeekHead,
    read_header,
)
from wodlang.syntax.near_headers import near_header
from wodlang.syntax.nodes import (
    BlockHeader,
    LineBody,
    Note,
    SectionHeader,
    SessionHeader,
    Statement,
    TimedBlock,
    WeekHeader,
)
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.span import Span

BRACKETS = re.compile(r"^\((.*)\)$")
TITLE = re.compile(r"[\"“]?([A-Za-z][\w' -]{0,40}?)[\"”]?\s*:\s+(?=\S)")
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
        return near_header(line, context) or _titled_block(line, context)
    if header.tail is None and _is_exercise(header, line, context):
        return None
    if isinstance(header.head, BlockHead):
        return _block(line, header, header.head, context)
    if isinstance(header.head, SectionHead):
        return _section(line, header, header.head, context)
    if isinstance(header.head, WeekHead):
        return _week(line, header, header.head, context)
    return _session(line, header, header.head, context)


def _is_exercise(header: Header, line: Line, context: Context) -> bool:
    """A known name beats the header of a section or a block (`Circuit Row`)."""
    return isinstance(header.head, BlockHead | SectionHead) and context.reader.knows(line.text)


def _tail(line: Line, header: Header) -> str:
    return "" if header.tail is None else line.text[header.tail :]


def _body(line: Line, header: Header, context: Context) -> tuple[LineBody | None, int]:
    """The exercises behind the colon; without a prescription the text is a title."""
    tail = _tail(line, header)
    if not tail or not context.reader.has_prescription(tail):
        return None, 0
    offset = line.span.start + (header.tail or 0)
    return context.body(tail, offset), offset


def _title(tail: str) -> tuple[str, int]:
    """A title without its brackets, and how far it is from the tail's start."""
    match = BRACKETS.match(tail)
    if match is None:
        return tail.strip(), 0
    return match[1].strip(), 1 + len(match[1]) - len(match[1].lstrip())


def _week(line: Line, header: Header, head: WeekHead, context: Context) -> WeekHeader:
    context.enter(None)
    body, offset = _body(line, header, context)
    title = "" if body is not None else _title(_tail(line, header))[0]
    return WeekHeader(
        index=line.index, span=line.span, first=head.first, last=head.last, title=title,
        body=body, body_offset=offset,
    )  # fmt: skip


def _session(
    line: Line, header: Header, head: DayHead | SessionHead, context: Context
) -> SessionHeader:
    context.enter("session")
    body, offset = _body(line, header, context)
    title, shift = ("", 0) if body is not None else _title(_tail(line, header))
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
    tail = _tail(line, header)
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


def _is_tabata_item(head: BlockHead, tail: str, context: Context) -> bool:
    """`Tabata squats`: the exercise may stand right behind the word."""
    return head.block.kind == "tabata" and context.reader.knows(tail.strip(" .:"))


def _titled_block(line: Line, context: Context) -> Statement | None:
    """`Helen: 3 rounds for time`: the head of a timed block behind the workout's title."""
    match = TITLE.match(line.text)
    if match is None or context.reader.knows(match[1]):
        return None
    header = read_header(line.text[match.end() :])
    if header is None or not isinstance(header.head, BlockHead):
        return None
    start = match.end()
    inner = Line(line.index, line.text[start:], line.folded[start:], line.part(start))
    block = _block(inner, header, header.head, context)
    return None if block is None else replace(block, span=line.span, title=match[1])


def _nothing_timed(block: TimedBlock, line: Line) -> Finding:
    what = "rounds" if block.rounds == 0 else "minutes"
    return core_finding(
        "zero-sets-or-reps", line.span, f"no {what}: the number is 0",
        help="write how many, or remove the block",
    )  # fmt: skip


def _block(line: Line, header: Header, head: BlockHead, context: Context) -> BlockHeader | None:
    tail = _tail(line, header)
    note = BRACKETS.match(tail)
    if tail and not header.colon and not note and not _is_tabata_item(head, tail, context):
        return None
    context.timed = True
    if head.block.rounds == 0 or head.block.seconds == 0:
        context.findings.append(_nothing_timed(head.block, line))
    if not tail:
        return BlockHeader(index=line.index, span=line.span, block=head.block)
    start = header.tail or 0
    if note:
        kept = Note(line.part(start), note[1].strip())
        return BlockHeader(index=line.index, span=line.span, block=head.block, note=kept)
    body = context.body(tail, line.span.start + start)
    return BlockHeader(
        index=line.index, span=line.span, block=head.block, body=body,
        body_offset=line.span.start + start,
    )  # fmt: skip
