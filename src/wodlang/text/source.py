"""A text with a path and an index of its lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from wodlang.text.span import Span

# Only these end a line. str.splitlines also breaks at U+2028, U+0085, VT and FF, which come with
# pasted notes and which neither editors nor other tools count as line ends.
LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A place as people count it: line and column from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Source:
    """The text of one file (`path` is what reports call it) with its line index."""

    path: str
    text: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts, ends = [0], []
        for match in LINE_END.finditer(self.text):
            ends.append(match.start())
            starts.append(match.end())
        ends.append(len(self.text))
        object.__setattr__(self, "_starts", tuple(starts))
        object.__setattr__(self, "_ends", tuple(ends))

    @property
    def line_count(self) -> int:
        """The number of lines; an empty text has one empty line."""
        return len(self._starts)

    def line_span(self, index: int) -> Span:
        """The span of the line with this index (from 0), its line end left out."""
        return Span(self._starts[index], self._ends[index])

    def full_line_span(self, index: int) -> Span:
        """The span of the line with this index (from 0), its line end included."""
        end = self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)
        return Span(self._starts[index], end)

    def line_text(self, index: int) -> str:
        """The text of the line with this index (from 0), its line end left out."""
        return self.text[self._starts[index] : self._ends[index]]

    def line_index(self, offset: int) -> int:
        """The index (from 0) of the line that holds this offset."""
        return bisect_right(self._starts, offset) - 1

    def position(self, offset: int) -> Position:
        """Line and column, both from 1, of an offset."""
        line = self.line_index(offset)
        return Position(line + 1, offset - self._starts[line] + 1)
