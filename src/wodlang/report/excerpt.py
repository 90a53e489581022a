"""The lines of the file that a finding is about, with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from wodlang.report.gutter import Gutter
from wodlang.report.marks import Mark, mark_rows
from wodlang.report.page import Page
from wodlang.report.source_line import SourceLine, window
from wodlang.text.source import Source


def excerpt(page: Page, gutter: Gutter, source: Source, marks: Sequence[Mark]) -> Iterator[Text]:
    """The marked lines in order of the file, `...` where lines are left out between them."""
    yield gutter.blank()
    previous: int | None = None
    by_line = sorted(marks, key=lambda mark: mark.line)
    for index, on_line in groupby(by_line, key=lambda mark: mark.line):
        if previous is not None and index > previous + 1:
            yield gutter.gap()
        yield from _marked_line(page, gutter, source, list(on_line))
        previous = index


def _marked_line(
    page: Page, gutter: Gutter, source: Source, marks: Sequence[Mark]
) -> Iterator[Text]:
    index = marks[0].line
    line = SourceLine(source.line_text(index))
    room = page.width - gutter.width
    left = window(line.width, room, *_in_sight(marks, room))
    yield gutter.numbered(index + 1, Text(line.cut(left, room)))
    for row in mark_rows(page, [mark.moved(left, room) for mark in marks], room):
        yield gutter.blank(row)


def _in_sight(marks: Sequence[Mark], room: int) -> tuple[int, int]:
    """The cells to show of a line too wide: all marks, else the primary one, else the first."""
    start, end = min(mark.start for mark in marks), max(mark.end for mark in marks)
    if end - start <= room - 2:
        return start, end
    main = next((mark for mark in marks if mark.primary), marks[0])
    return main.start, min(main.end, main.start + room - 2)
