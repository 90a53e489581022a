"""A fix as a small diff of the lines that it changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from rich.text import Text

from wodlang.report import palette
from wodlang.report.gutter import Gutter
from wodlang.report.page import Page
from wodlang.report.source_line import SourceLine, window
from wodlang.text.finding import Edit, Fix, apply_edits
from wodlang.text.source import Source
from wodlang.text.span import Span

LONGEST = 12


@dataclass(frozen=True, slots=True)
class DiffLine:
    """A removed or added line with its number (from 1) in the text before or after the fix.

    `change` is the code point where it begins to differ from its counterpart.
    """

    number: int
    sign: str
    text: str
    change: int = 0


def diff_of(source: Source, fix: Fix) -> list[DiffLine]:
    """The lines that the fix removes and adds, in order; compared only where its edits are."""
    if not fix.edits:
        return []
    first = source.line_index(min(edit.span.start for edit in fix.edits))
    last = source.line_index(max(edit.span.end for edit in fix.edits))
    begin, end = source.line_span(first).start, source.full_line_span(last).end
    old = source.text[begin:end]
    edits = tuple(Edit(_before(edit.span, begin), edit.replacement) for edit in fix.edits)
    return list(_compared(_lines(old), _lines(apply_edits(old, edits)), first + 1))


def _before(span: Span, offset: int) -> Span:
    return Span(span.start - offset, span.end - offset)


def _lines(text: str) -> list[str]:
    source = Source("", text)
    lines = [source.line_text(index) for index in range(source.line_count)]
    return lines[:-1] if lines[-1] == "" else lines


def _compared(old: list[str], new: list[str], first: int) -> Iterator[DiffLine]:
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        changes = [_alike(*pair) for pair in zip(old[a:b], new[c:d], strict=False)]
        yield from _signed("-", old[a:b], first + a, changes)
        yield from _signed("+", new[c:d], first + c, changes)


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _signed(sign: str, lines: list[str], number: int, changes: list[int]) -> Iterator[DiffLine]:
    for index, text in enumerate(lines):
        yield DiffLine(number + index, sign, text, changes[index] if index < len(changes) else 0)


def diff_rows(page: Page, gutter: Gutter, diff: list[DiffLine]) -> Iterator[Text]:
    """The diff under the excerpt, `...` between changes far apart and after many lines."""
    yield gutter.blank()
    reached: int | None = None
    for line in diff[:LONGEST]:
        if reached is not None and line.number > reached + 1:
            yield gutter.gap()
        yield _diff_row(page, gutter, line)
        reached = line.number
    if len(diff) > LONGEST:
        yield gutter.gap()


def _diff_row(page: Page, gutter: Gutter, line: DiffLine) -> Text:
    shown = SourceLine(line.text)
    room = page.width - gutter.width
    left = window(shown.width, room, *shown.cells(line.change, line.change))
    style = palette.REMOVED if line.sign == "-" else palette.ADDED
    return gutter.numbered(line.number, Text(shown.cut(left, room), style), line.sign, style)
