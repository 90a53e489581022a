"""Lines that open a timed block: the head alone, behind a label or a title, with its exercises."""

from __future__ import annotations

import re
from dataclasses import replace

from wodlang.syntax.context import Context, Line
from wodlang.syntax.grammar import fold, prescription_lexer
from wodlang.syntax.headers import IN_BRACKETS, BlockHead, Header, read_header
from wodlang.syntax.line_nodes import Note
from wodlang.syntax.lines import read_prefix
from wodlang.syntax.nodes import BlockHeader, TimedBlock
from wodlang.syntax.tokens import LOAD_FORMS
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding

EVERY_MINUTE = 60  # what `EMOM` says by itself
# Behind a bullet these are of the exercise above: `- 3 sets`, `- every 2min`.
OF_EXERCISE = re.compile(
    r"\d+\s*(?:sets?|rounds?|rds?)[^\w:]*$|every\b[^:]*(?::\d\d[^:]*)*$", re.IGNORECASE
)
TITLE = re.compile(r"[\"“]?(\d{1,2}[A-Za-z]?(?=:)|[A-Za-z][\w' -]{0,40}?)[\"”]?\s*:\s+(?=\S)")
# Names of the catalogue that are rather a title before the head of a block.
KIND_OF_WORK = re.compile(
    r"(?:[a-z]+\s+)?(?:conditioning|cardio|gpp|endurance|core|abs|mobility)(?:\s+(?:work|session|training))?$",
    re.IGNORECASE,
)
# `3 rounds (easy)`, `3 rounds (easy): 10 Push-Ups`
NOTE = re.compile(r"(?P<note>\((?P<words>[^()]*(?:\([^()]*\)[^()]*)*)\))(?:\s*:\s*|$)")
NOTES = re.compile(r"(?P<note>\((?P<words>.*)\))$")


def _is_tabata_item(head: BlockHead, tail: str, context: Context) -> bool:
    """`Tabata squats`: the exercise may stand right behind the word."""
    return head.block.kind == "tabata" and context.reader.knows(tail.strip(" .:"))


def labelled_block(line: Line, context: Context) -> BlockHeader | None:
    """`A) AMRAP 12:`, `- EMOM 10`: a label is the block's title, a bullet says nothing."""
    prefix = read_prefix(line.text, context.reader.knows)
    if prefix.length == 0 or prefix.slot is not None:
        return None
    inner = line.folded[prefix.length :]
    if (prefix.label is None and OF_EXERCISE.match(inner)) or context.reader.knows(inner):
        return None
    block = _block_behind(line, prefix.length, prefix.label or "", context)
    if block is None and prefix.label is None:
        return titled_block(line, context, prefix.length)
    return block


def titled_block(line: Line, context: Context, start: int = 0) -> BlockHeader | None:
    """`Helen: 3 rounds for time`: the head of a timed block behind the workout's title."""
    match = TITLE.match(line.folded, start)
    if match is None:
        return None
    name, behind = match[1], line.folded[match.end() :]
    if context.reader.knows(name) and not _is_title(name, behind, context):
        return None
    title = line.text[match.start(1) : match.end(1)]
    return _block_behind(line, match.end(), title, context)


def _is_title(name: str, behind: str, context: Context) -> bool:
    """Whether a known name (`Core`, `Conditioning`) is the title of the block behind it."""
    header = read_header(behind) if KIND_OF_WORK.match(name) else None
    if header is None or OF_EXERCISE.match(behind):
        return False
    if header.tail is None or not header.colon:
        return True
    body, _ = context.reader.read(header.behind(behind), True)
    return bool(body.exercises) and body.exercises[0].name_span is not None


def head_behind(line: Line, start: int, context: Context) -> BlockHeader | None:
    """`Finisher: AMRAP 10: 5 Burpees`: the head of a timed block behind that of a session or section.

    A word alone (`Monday: Circuit`) is rather a title.
    """
    inner = line.behind(start)
    brackets = IN_BRACKETS.match(inner.folded)
    if brackets:
        inner = inner.behind(1, len(inner.text) - 1)
    if not inner.text or context.reader.knows(inner.text):
        return None
    timed, found = context.timed, len(context.findings)
    block = (
        _block_behind(inner, 0, "", context)
        or labelled_block(inner, context)
        or titled_block(inner, context)
    )
    if block is None or block.body is not None or _says_how_much(block.block):
        return block
    context.timed = timed
    del context.findings[found:]
    return None


def _says_how_much(block: TimedBlock) -> bool:
    counts = (block.rounds, block.seconds, block.cap)
    return bool(block.reps) or any(counts) or block.every not in (None, EVERY_MINUTE)


def _block_behind(line: Line, start: int, title: str, context: Context) -> BlockHeader | None:
    header = read_header(line.text[start:])
    if header is None or not isinstance(header.head, BlockHead):
        return None
    block = block_line(line.behind(start), header, header.head, context)
    return None if block is None else replace(block, span=line.span, title=title)


def _nothing_timed(block: TimedBlock, line: Line) -> Finding:
    what = "rounds" if block.rounds == 0 else "time"
    return core_finding(
        "zero-sets-or-reps", line.span, f"no {what}: the number is 0",
        help="write how many, or remove the block",
    )  # fmt: skip


def _is_load(text: str) -> bool:
    forms = [token.type for token in prescription_lexer().tokens(fold(text))]
    return len(forms) == 1 and forms[0] in LOAD_FORMS


def _load_of_nothing(note: Note) -> Finding:
    return core_finding(
        "unknown-modifier", note.span, f'"{note.text}" is a load of no exercise',
        note="kept as a remark on the block",
        help="write it behind the exercise that it is for: 10 Push-Ups @ 10kg",
    )  # fmt: skip


def block_line(line: Line, header: Header, head: BlockHead, context: Context) -> BlockHeader | None:
    """The head of a timed block with what stands behind it; None where that does not fit a head."""
    tail, start = header.behind(line.text), header.tail or 0
    bracket = None if header.colon else NOTE.match(tail) or NOTES.match(tail)
    if tail and not header.colon and not bracket and not _is_tabata_item(head, tail, context):
        return None
    context.timed, context.lacks_sets = True, False
    if 0 in (head.block.rounds, head.block.seconds, head.block.every, head.block.cap):
        context.findings.append(_nothing_timed(head.block, line))
    note = None
    if bracket:
        note = Note(line.part(start, start + bracket.end("note")), bracket["words"].strip())
        if _is_load(note.text):
            context.findings.append(_load_of_nothing(note))
        tail, start = tail[bracket.end() :], start + bracket.end()
    if not tail:
        return BlockHeader(index=line.index, span=line.span, block=head.block, note=note)
    offset = line.span.start + start
    return BlockHeader(
        index=line.index, span=line.span, block=head.block, note=note,
        body=context.body(tail, offset), body_offset=offset,
    )  # fmt: skip
