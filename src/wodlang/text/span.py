"""A place in a text, as two offsets."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Half-open range of code-point offsets into a text: `start <= offset < end`.

    Lines and columns are made from it where something is printed, never before.
    """

    start: int
    end: int

    def moved(self, offset: int) -> Span:
        """The same stretch, counted from a text that begins `offset` earlier."""
        return Span(self.start + offset, self.end + offset)
