"""Where a span begins and ends, in the units that other programs count columns in."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from wodlang.text.source import Position, Source
from wodlang.text.span import Span

Length = Callable[[str], int]
"""How many columns a text takes."""


class Region(NamedTuple):
    """Two places, the second behind the last character."""

    start: Position
    end: Position


def region(source: Source, span: Span, length: Length = len) -> Region:
    """The lines and columns of a span, from 1; what lies outside of the text is moved to its edge.

    Columns are code points, or whatever `length` counts.
    """
    last = len(source.text)
    start = min(max(span.start, 0), last)
    end = min(max(span.end, start), last)
    return Region(_position(source, start, length), _position(source, end, length))


def utf16_units(text: str) -> int:
    """The length as JavaScript, .NET and Java count it: two for a sign beyond U+FFFF."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def utf8_bytes(text: str) -> int:
    """The length in bytes of UTF-8."""
    return len(text.encode("utf-8", "surrogatepass"))


def _position(source: Source, offset: int, length: Length) -> Position:
    line = source.line_index(offset)
    return Position(line + 1, length(source.text[source.line_span(line).start : offset]) + 1)
