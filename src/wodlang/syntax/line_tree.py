"""The tree of an exercise line: its cells, and in them its segments.

The grammar looks at the kinds of the parts alone. So Lark builds a tree once for each sequence of
kinds, and further lines with that sequence have the same shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from lark import Token, Tree

from wodlang.syntax.grammar import prescription_lexer, prescription_parser
from wodlang.syntax.tokens import Segment
from wodlang.text.memory import Memory

REMEMBERED_SHAPES = 20_000

Segments: TypeAlias = list[tuple[str, Segment]]
Shape: TypeAlias = list[tuple[list[tuple[str, list[int]]], int | None]]
"""For each cell its segments, the tokens as indexes, and the separator that it begins with."""


class Cell(NamedTuple):
    """A cell: its segments, each with the separator before it, and the separator it begins with."""

    segments: Segments
    sign: Token | None


class LineTrees:
    """Reads lines into their cells; shapes are remembered."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._parse = prescription_parser().parse
        self._tokens = prescription_lexer().tokens
        self._shapes: Memory[tuple[str, ...], Shape] = Memory(REMEMBERED_SHAPES)

    def cells(self, text: str, before: Sequence[Token] = (), start: int = 0) -> list[Cell]:
        """The cells of a folded line; the tokens `before` an offset are known."""
        tokens = [*before, *self._tokens(text, start)]
        kinds = tuple([token.type for token in tokens])
        shape = self._shapes.get(kinds)
        if shape is None:
            shape = self._shapes.keep(kinds, _shape(self._parse(text), tokens))
        return [
            Cell(
                [(separator, [tokens[at] for at in places]) for separator, places in segments],
                None if sign is None else tokens[sign],
            )
            for segments, sign in shape
        ]


def _shape(tree: Tree[Token], tokens: Segment) -> Shape:
    places = {token.start_pos: index for index, token in enumerate(tokens)}
    return [_cell_shape(cell, places) for cell in tree.children if isinstance(cell, Tree)]


def _cell_shape(
    cell: Tree[Token], places: dict[int | None, int]
) -> tuple[list[tuple[str, list[int]]], int | None]:
    """Empty segments are left out; colons say nothing."""
    segments: list[tuple[str, list[int]]] = []
    separator = ""
    for child in cell.children:
        if isinstance(child, Token):
            separator = child.type if not (child.type == "DASH" and separator) else separator
        else:
            parts = [part for part in child.children if isinstance(part, Token)]
            said = [places[part.start_pos] for part in parts if part.type != "COLON"]
            segments.append((separator, said))
            separator = ""
    first = cell.children[0] if cell.children else None
    return segments, places[first.start_pos] if isinstance(first, Token) else None
