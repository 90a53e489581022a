"""An exercise as a row: what stands before its prescription, and the prescription's cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wodlang.format.cells import as_typed, in_order
from wodlang.format.pieces import Kind, Piece, Token, pieces_of
from wodlang.format.quantities import one_blank
from wodlang.format.width import width_of
from wodlang.syntax.line_nodes import ExerciseNode


@dataclass(frozen=True, slots=True)
class Row:
    """A line in two parts: `head` (label and name) and the `cells` of the prescription.

    `is_aligned` says that the cells begin in the column of the session.
    """

    head: str
    cells: tuple[str, ...] = ()
    is_aligned: bool = False

    def text(self, width: int = 0, widths: Sequence[int] = ()) -> str:
        """The line; the head is filled up to `width`, each cell but the last to its width."""
        padded = [
            cell + " " * ((widths[index] if index < len(widths) else 0) - width_of(cell))
            for index, cell in enumerate(self.cells[:-1])
        ]
        text = " | ".join([*padded, *self.cells[-1:]]).strip()
        if not self.head or not text:
            return self.head or text
        if text.startswith((",", ":")):
            return self.head + text
        return self.head + " " * max(width - width_of(self.head) + 1, 1) + text


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of a line, taken apart: `lead` stands before the name, `cells` behind it.

    `glued` says that no blank stands between lead and name: `45-60ish minutes`.
    """

    prefix: str
    name: str
    lead: tuple[Piece, ...]
    cells: tuple[tuple[Piece, ...], ...]
    bars: tuple[str, ...]
    glued: bool = False

    @property
    def has_colon(self) -> bool:
        """The author wrote a colon behind the name."""
        return not self.lead and any(":" in piece.before for piece in self.cells[0][:1])

    @property
    def size(self) -> int:
        """The number of its pieces."""
        return len(self.lead) + sum(map(len, self.cells))

    def canonical(self, glue_side: bool = True, colon: str = "") -> Row | None:
        """In the canonical order; None where a piece has no place in it."""
        lead_pieces, first = self.lead, self.cells[0]
        if all(piece.kind is Kind.LOAD for piece in lead_pieces):
            lead_pieces, first = (), (*lead_pieces, *first)
        lead = in_order(lead_pieces, glue_side)
        cells = [
            bar if bar else in_order(cell, glue_side, after_sets=bool(lead_pieces) and index == 0)
            for index, (cell, bar) in enumerate(
                zip((first, *self.cells[1:]), self.bars, strict=True)
            )
        ]
        kept = [cell for cell in cells if cell is not None]
        if lead is None or len(kept) != len(cells):
            return None
        return self._row(lead, kept, colon)

    def typed(self, spelled: Sequence[bool], colon: str = "") -> Row:
        """In the order in which it was written; the pieces marked in `spelled` are respelled."""
        flags = list(spelled)
        at = len(self.lead)
        lead, cells = as_typed(self.lead, flags[:at]), []
        for index, (cell, bar) in enumerate(zip(self.cells, self.bars, strict=True)):
            of_cell = flags[at : at + len(cell)]
            behind = bool(self.lead) and index == 0
            cells.append(bar or as_typed(cell, of_cell, behind))
            at += len(cell)
        return self._row(lead, cells, colon)

    def _row(self, lead: str, cells: list[str], colon: str) -> Row:
        name = self.name + colon
        if lead:
            blank = "" if self.glued else " "
            first = f"{self.prefix}{_without_comma(lead)}{blank}{name}"
            return Row("", (Row(first, (cells[0],)).text(), *cells[1:]))
        if not name:
            cells[0] = _without_comma(cells[0])
            return Row("", (self.prefix + cells[0], *cells[1:]))
        aligned = any(cells) and not cells[0].startswith(",")
        return Row(self.prefix + name, tuple(cells) if any(cells) else (), aligned)


def _without_comma(text: str) -> str:
    """A line does not begin with the comma before a modifier."""
    return text.removeprefix(",").lstrip()


def taken_apart(text: str, prefix: str, node: ExerciseNode, tokens: Sequence[Token]) -> Exercise:
    """An exercise of a line; `tokens` are its own, `prefix` is what stands before it."""
    place = node.name_span
    name, lead, rest, glued = "", [], list(tokens), False
    if place is not None:
        name = one_blank(text[place.start : place.end].replace("*", "").replace("__", ""))
        lead = [token for token in tokens if token.span.start < place.start]
        rest = [token for token in tokens if token.span.start >= place.end]
        glued = bool(lead) and lead[-1].span.end == place.start
    runs = _cells(rest)
    cells = tuple(tuple(pieces_of(text, run, node)) for run in runs)
    bars = tuple(
        _sign(run, cell) if index else ""
        for index, (run, cell) in enumerate(zip(runs, cells, strict=True))
    )
    return Exercise(prefix, name, tuple(pieces_of(text, lead, node)), cells, bars, glued)


def _cells(tokens: Sequence[Token]) -> list[list[Token]]:
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.form == "_BAR":
            runs.append([])
        else:
            runs[-1].append(token)
    return runs


def _sign(run: Sequence[Token], cell: Sequence[Piece]) -> str:
    """A cell that is a word of its own: `same`, or `-` for a week that is left out."""
    if [token.form for token in run] == ["DASH"]:
        return "-"
    return "same" if len(cell) == 1 and cell[0].typed.lower() == "same" else ""
