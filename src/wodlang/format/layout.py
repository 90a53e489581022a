"""One pass over a text: each line anew, then its depth, its column and the blank lines around it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import groupby

from wodlang.format.blank_lines import spaced
from wodlang.format.choice import NewLine, written_anew
from wodlang.format.columns import Column, columns_of
from wodlang.format.depth import depths_of
from wodlang.format.read_lines import LineReader, WrittenLine, read_lines
from wodlang.syntax.nodes import BlankLine
from wodlang.text.source import LINE_END, Source

STEP = "  "
NO_COLUMN = Column()


def laid_out(source: Source, reader: LineReader, broken: Collection[int]) -> str:
    """The text in the canonical layout; lines with these indexes (from 0) stay byte for byte."""
    written = read_lines(source, reader.bodies, broken)
    lines = [new for line in written for new in written_anew(line, reader)]
    texts = _texts(lines, reader)
    end = _line_end(source.text)
    parts = ["" if line is None else texts[id(line)] for line in spaced(lines)]
    return "".join(part + end for part in parts)


def _texts(lines: Sequence[NewLine], reader: LineReader) -> dict[int, str]:
    """Each line's whole text, by its identity."""
    places = depths_of(lines)
    columns = columns_of((place, line.row) for place, line in zip(places, lines, strict=True))
    texts: dict[int, str] = {}
    pairs = zip(lines, places, strict=True)
    for _, group in groupby(pairs, key=lambda pair: id(pair[0].written)):
        placed = [(line, place.depth, columns.get(place, NO_COLUMN)) for line, place in group]
        wide = [_text(line, depth, column) for line, depth, column in placed]
        if not _says_the_same(wide, placed[0][0].written, reader):
            wide = [_text(line, depth, NO_COLUMN) for line, depth, _ in placed]
        texts |= {id(line): text for (line, _, _), text in zip(placed, wide, strict=True)}
    return texts


def _says_the_same(texts: Sequence[str], written: WrittenLine, reader: LineReader) -> bool:
    """Whether the lines read alike with their indentation, column and comment."""
    if isinstance(written.statement, BlankLine) or written.is_broken:
        return True
    return reader.read_anew(texts, written.before) == written.said


def _text(line: NewLine, depth: int, column: Column) -> str:
    if line.raw is not None:
        return line.raw
    aligned = column if line.row.is_aligned else NO_COLUMN
    text = line.row.text(aligned.head, aligned.cells)
    comment = f"  {line.comment}" if line.comment and text else line.comment
    return (STEP * depth + text + comment).rstrip()


def _line_end(text: str) -> str:
    """The line end that the text has most often."""
    ends = Counter(LINE_END.findall(text))
    return ends.most_common(1)[0][0] if ends else "\n"
