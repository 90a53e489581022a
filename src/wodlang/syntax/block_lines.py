"""Lines that open a timed block: the head alone, behind a label or a title, with its exercises."""

from __future__ import annotations

import re
from dataclasses import replace

from wodlang.syntax.context import Context, Line
from wodlang.syntax.headers import IN_BRACKETS, BlockHead, Header, read_header
from wodlang.syntax.line_nodes import Note
from wodlang.syntax.lines import read_prefix
from wodlang.syntax.nodes import BlockHeader, Statement, TimedBlock
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding

# Behind a bullet these are of the exercise above: `- 3 sets`, `- every 2min`.
OF_EXERCISE = re.compile(
    r"\d+\s*(?:sets?|rounds?|rds?)[^\w:]*$|every\b[^:]*(?::\d\d[^:]*)*$", re.IGNORECASE
)
TITLE = re.compile(r"[\"“]?(\d{1,2}[A-Za-z]?(?=:)|[A-Za-z][\w' -]{0,40}?)[\"”]?\s*:\s+(?=\S)")


def _is_tabata_item(head: BlockHead, tail: str, context: Context) -> bool:
    """`Tabata squats`: the exercise may stand right behind the word."""
    return head.block.kind == "tabata" and context.reader.knows(tail.strip(" .:"))


def labelled_block(line: Line, context: Context) -> Statement | None:
    """`A) AMRAP 12:`, `- EMOM 10`: a label is the block's title, a bullet says nothing."""
    prefix = read_prefix(line.text, context.reader.knows)
    if prefix.length == 0 or prefix.slot is not None:
        return None
    inner = line.text[prefix.length :]
    if (prefix.label is None and OF_EXERCISE.match(inner)) or context.reader.knows(inner):
        return None
    block = _block_behind(line, prefix.length, prefix.label or "", context)
    if block is None and prefix.label is None:
        return titled_block(line, context, prefix.length)
    return block


def titled_block(line: Line, context: Context, start: int = 0) -> Statement | None:
    """`Helen: 3 rounds for time`: the head of a timed block behind the workout's title."""
    match = TITLE.match(line.text, start)
    if match is None or context.reader.knows(match[1]):
        return None
    return _block_behind(line, match.end(), match[1], context)


def _block_behind(line: Line, start: int, title: str, context: Context) -> Statement | None:
    header = read_header(line.text[start:])
    if header is None or not isinstance(header.head, BlockHead):
        return None
    inner = Line(line.index, line.text[start:], line.folded[start:], line.part(start))
    block = block_line(inner, header, header.head, context)
    return None if block is None else replace(block, span=line.span, title=title)


def _nothing_timed(block: TimedBlock, line: Line) -> Finding:
    what = "rounds" if block.rounds == 0 else "minutes"
    return core_finding(
        "zero-sets-or-reps", line.span, f"no {what}: the number is 0",
        help="write how many, or remove the block",
    )  # fmt: skip


def block_line(line: Line, header: Header, head: BlockHead, context: Context) -> BlockHeader | None:
    """The head of a timed block with what stands behind it; None where that does not fit a head."""
    tail = header.behind(line.text)
    note = IN_BRACKETS.match(tail)
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
