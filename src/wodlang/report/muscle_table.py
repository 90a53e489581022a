"""Sets per muscle, a column a week; of a single week, a bar a muscle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from wodlang.model.program import Program, Week
from wodlang.model.volume import sets_per_muscle
from wodlang.report import palette
from wodlang.report.quantity_words import number_words
from wodlang.report.session_table import indented

MUSCLE_CELLS, WEEK_CELLS = 18, 9  # the widest muscle, `week 52`, and blanks
SETS_CELLS = 10  # `1,234.5`, and blanks
LEGEND = "A working set counts 1 for a primary muscle and 0.5 for a secondary one."


def muscle_rows(program: Program, width: int) -> Iterator[RenderableType]:
    """As many weeks side by side as the width allows; nothing where no muscle is known."""
    counts = [(week, sets_per_muscle(week.sessions)) for week in program.weeks]
    total = sets_per_muscle(program.sessions)
    if not total:
        return
    yield Text("Sets per muscle and week", palette.HEADING)
    if len(counts) == 1:
        yield indented(_bars(total, width - MUSCLE_CELLS - SETS_CELLS))
    else:
        side_by_side = max((width - MUSCLE_CELLS) // WEEK_CELLS, 1)
        for first in range(0, len(counts), side_by_side):
            yield indented(_columns(list(total), counts[first : first + side_by_side]))
            yield Text()
    yield indented(Text(LEGEND, palette.QUIET))


def _bars(counts: dict[str, Decimal], longest: int) -> Table:
    """A mark a set; of more sets than there is room for, the bars are drawn to scale."""
    scale = min(Decimal(max(longest, 1)) / max(counts.values()), Decimal(1))
    table = _empty_table()
    table.show_header = False
    table.add_column("", justify="right")
    table.add_column("", style=palette.SECONDARY, no_wrap=True, overflow="crop")
    for muscle, sets in counts.items():
        table.add_row(muscle, number_words(sets), "■" * max(round(sets * scale), 1))
    return table


def _columns(muscles: Sequence[str], counts: Sequence[tuple[Week, dict[str, Decimal]]]) -> Table:
    table = _empty_table()
    for week, _ in counts:
        table.add_column("every" if week.number is None else f"week {week.number}", justify="right")
    for muscle in muscles:
        sets = (counted.get(muscle) for _, counted in counts)
        table.add_row(muscle, *("-" if one is None else number_words(one) for one in sets))
    return table


def _empty_table() -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=palette.QUIET)
    table.add_column("")
    return table
