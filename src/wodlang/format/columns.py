"""Columns: where the prescriptions of a session begin, and the cells of its rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from wodlang.format.rows import Row
from wodlang.format.width import width_of

LONGEST_HEAD = 32
LONGEST_CELL = 40


@dataclass(frozen=True, slots=True)
class Column:
    """The widths of a session: of its heads, and of the cells of its rows."""

    head: int = 0
    cells: tuple[int, ...] = ()


def columns_of(rows: Iterable[tuple[Hashable, Row]]) -> dict[Hashable, Column]:
    """The columns by session and depth; a longer head or cell moves none of the others."""
    together: dict[Hashable, list[Row]] = defaultdict(list)
    for place, row in rows:
        if row.is_aligned:
            together[place].append(row)
    return {place: Column(_heads(rows), _cells(rows)) for place, rows in together.items()}


def _heads(rows: Iterable[Row]) -> int:
    widths = (width_of(row.head) for row in rows)
    return max((width for width in widths if width <= LONGEST_HEAD), default=0)


def _cells(rows: Iterable[Row]) -> tuple[int, ...]:
    widths: dict[int, int] = defaultdict(int)
    for row in rows:
        for index, cell in enumerate(row.cells[:-1]):
            if width_of(cell) <= LONGEST_CELL:
                widths[index] = max(widths[index], width_of(cell))
    return tuple(widths[index] for index in range(len(widths)))
