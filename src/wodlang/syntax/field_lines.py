"""`key: value`: the fields of blocks, and the lines that were meant for one."""

from __future__ import annotations

from typing import NamedTuple

from wodlang.syntax.context import Context, Line
from wodlang.syntax.fields import FIELD, SETS_BY_REPS, folded_key, is_field_of
from wodlang.syntax.headers import read_header
from wodlang.syntax.meant_fields import MeantField, as_max, no_field, without_colon
from wodlang.syntax.misplaced_fields import misplaced, misplaced_without_colon
from wodlang.syntax.near_headers import meant_word
from wodlang.syntax.nodes import FieldLine


class _Written(NamedTuple):
    """A key with what stands behind its colon, and where both stand in the line."""

    key: str
    value: str
    start: int
    end: int
    value_start: int


def read_field(line: Line, context: Context) -> FieldLine | None:
    """A field of the block that the line is in, or one that was meant; None for other lines."""
    written = _written(line)
    if written is None:
        meant = without_colon(line, context) or misplaced_without_colon(line, context)
        return None if meant is None else _told(line, meant, context)
    key, block = folded_key(written.key), context.block
    if block is not None and is_field_of(block, key):
        return _field(line, block, written)
    if block is not None and not context.is_open and is_field_of("session", key):
        return _field(line, "session", written)
    meant = _meant(line, written, context)
    return None if meant is None else _told(line, meant, context)


def _written(line: Line) -> _Written | None:
    match = FIELD.match(line.folded) if ":" in line.folded else None
    if match is None:
        return None
    (start, end), behind = match.span("key"), match.start("value")
    return _Written(line.text[start:end], line.text[behind:].strip(), start, end, behind)


def _field(line: Line, block: str, written: _Written) -> FieldLine:
    return FieldLine(
        index=line.index,
        span=line.span,
        block=block,
        key=folded_key(written.key),
        key_span=line.part(written.start, written.end),
        value=written.value,
        value_span=line.part(written.value_start),
    )


def _told(line: Line, meant: MeantField, context: Context) -> FieldLine:
    """The field that was meant, reported; its value counts where its key is one of the block's."""
    context.findings.append(meant.finding)
    value = line.text[meant.value_start :].strip()
    return _field(
        line, meant.block, _Written(meant.key, value, meant.start, meant.end, meant.value_start)
    )


def _meant(line: Line, written: _Written, context: Context) -> MeantField | None:
    """A line where there is no such field: neither an exercise nor a header."""
    block = context.block
    place = (written.start, written.end, written.value_start)
    if block is None or block == "session" or not context.is_open:
        return misplaced(line, place, context)
    value = line.folded[written.value_start :]
    if block == "athlete":
        lift = as_max(line, place, context)
        if lift is not None:
            return lift
    if SETS_BY_REPS.search(value) or context.reader.knows(written.key):
        return None
    if read_header(line.text) is not None or meant_word(line, context) is not None:
        return None
    return no_field(line, place, block)
