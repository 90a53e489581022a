"""The marks below a line of the file: `^^^` and `---`, each with what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.text import Text

from wodlang.report import palette
from wodlang.report.page import Page
from wodlang.report.printable import on_one_line
from wodlang.report.source_line import SourceLine
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.text.span import Span

READABLE = 30  # a text gets at least so many cells, if need be left of what it is about


@dataclass(frozen=True, slots=True)
class Mark:
    """The marked cells of a line (its index from 0), and what is said about them."""

    line: int
    start: int
    end: int
    text: str
    primary: bool
    style: str

    def moved(self, left: int, room: int) -> Mark:
        """The same mark on a line cut at `left`; what is out of sight is marked at the edge."""
        start = min(max(self.start - left, 0), room - 1)
        return replace(self, start=start, end=min(max(self.end - left, start + 1), room))


def marks_of(source: Source, finding: Finding) -> list[Mark]:
    """The finding's own mark and those of its labels."""
    own = _mark(source, finding.span, finding.note, palette.of_severity(finding.severity), True)
    others = [
        _mark(source, label.span, label.message, palette.SECONDARY, False)
        for label in finding.labels
    ]
    return [own, *others]


def _mark(source: Source, span: Span, text: str, style: str, primary: bool) -> Mark:
    """A span over several lines is marked on the first of them; one past the end, at the end."""
    offset = min(max(span.start, 0), len(source.text))
    index = source.line_index(offset)
    line = source.line_span(index)
    start = min(offset, line.end) - line.start
    end = max(min(span.end, line.end) - line.start, start)
    cells = SourceLine(source.line_text(index)).cells(start, end)
    return Mark(index, *cells, on_one_line(text), primary, style)


def mark_rows(page: Page, marks: Sequence[Mark], room: int) -> list[Text]:
    """The rows below a line: all marks, then their texts from right to left.

    The last mark's text stands beside it where it fits; each other one has a row of its own, tied
    to its mark by a bar.
    """
    marks = sorted(marks, key=lambda mark: (mark.start, mark.primary, mark.end))
    drawn = _drawn(marks)
    waiting = [mark for mark in marks if mark.text]
    rows = [drawn]
    if waiting and _fits_beside(waiting[-1], drawn, room):
        last = waiting.pop()
        rows = [Text.assemble(drawn, " ", (last.text, last.style))]
    if waiting:
        rows.append(_bars(waiting))
    while waiting:
        mark = waiting.pop()
        rows += _text_rows(page, mark, waiting, room)
    return rows


def _drawn(marks: Sequence[Mark]) -> Text:
    """One row with every mark; the primary one is drawn over the others."""
    signs = [" "] * max(mark.end for mark in marks)
    by_rank = sorted(marks, key=lambda mark: mark.primary)
    for mark in by_rank:
        signs[mark.start : mark.end] = ("^" if mark.primary else "-") * (mark.end - mark.start)
    row = Text("".join(signs))
    for mark in by_rank:
        row.stylize(mark.style, mark.start, mark.end)
    return row


def _fits_beside(mark: Mark, drawn: Text, room: int) -> bool:
    return mark.end == len(drawn) and mark.end + 1 + cell_len(mark.text) <= room


def _text_rows(page: Page, mark: Mark, waiting: Sequence[Mark], room: int) -> list[Text]:
    column = max(min(mark.start, room - min(cell_len(mark.text), READABLE)), 0)
    left = [other for other in waiting if other.start < column]
    return [
        Text.assemble(_padded(_bars(left), column), row)
        for row in page.wrapped(Text(mark.text, mark.style), room - column)
    ]


def _bars(marks: Sequence[Mark]) -> Text:
    row = Text()
    for mark in marks:
        if mark.start >= len(row):
            row = Text.assemble(_padded(row, mark.start), ("|", mark.style))
    return row


def _padded(row: Text, column: int) -> Text:
    return Text.assemble(row, " " * max(column - len(row), 0))
