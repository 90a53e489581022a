"""Lines that go on with the exercise above them: what they add to it."""

from __future__ import annotations

from dataclasses import replace

from wodlang.syntax.line_nodes import Cell, CellKind, ExerciseNode, Modifier, ModifierKind, Number
from wodlang.syntax.unfinished_groups import completed, for_both, is_load_alone
from wodlang.text.span import Span

MEN, WOMEN = (
    frozenset({"men", "man", "male", "males", "♂"}),
    frozenset({"women", "woman", "female", "females", "♀"}),
)
SEXES = MEN | WOMEN


def rest_alone(span: Span, seconds: tuple[Number, Number]) -> ExerciseNode:
    """`rest 3min` on a line of its own, as a modifier of the exercise above it."""
    rest = Modifier(ModifierKind.REST, span, "rest", seconds)
    return ExerciseNode("", None, (Cell(CellKind.WRITTEN, span, (), (rest,)),), span, span.end)


def has_groups(node: ExerciseNode) -> bool:
    """Whether it says sets, repetitions or a load."""
    return any(cell.groups for cell in node.cells)


def is_load(node: ExerciseNode) -> bool:
    """`@ 80%` and nothing else."""
    return has_groups(node) and all(
        not cell.groups or (len(cell.groups) == 1 and is_load_alone(cell.groups[0]))
        for cell in node.cells
    )


def joined(
    above: ExerciseNode, offset: int, below: ExerciseNode, place: int
) -> ExerciseNode | None:
    """Two lines whose groups say one thing together (`3 sets`, `10 reps`), as one node.

    Its places are those of the file; None where the lower line says groups of its own. A single cell
    below a `|` row is for all its cells, a row for those above its own.
    """
    first, second = above.moved(offset), below.moved(place)
    sexes = [note.text.lower() for node in (above, below) for note in node.notes[-1:]]
    men_first = sexes[0] in MEN if len(sexes) == 2 and SEXES.issuperset(sexes) else None
    cells = [_joined_cell(cell, added, men_first) for cell, added in _week_by_week(first, second)]
    kept = tuple(cell for cell in cells if cell is not None)
    if not kept or len(kept) != len(cells):
        return None
    return replace(
        first,
        cells=kept,
        span=Span(first.span.start, second.end),
        end=second.end,
        notes=(*first.notes, *second.notes),
    )


def _week_by_week(above: ExerciseNode, below: ExerciseNode) -> list[tuple[Cell, Cell]]:
    """The cells that say one thing together; none where they do not match."""
    if len(below.cells) == 1:
        return [(cell, below.cells[0]) for cell in above.cells]
    added: list[Cell] = []
    for cell in below.cells:
        added.append(added[-1] if cell.kind is CellKind.SAME and added else cell)
    pairs = list(zip(above.cells, added, strict=False))
    own = all(one.kind is other.kind for one, other in pairs)
    return pairs if own and len(above.cells) == len(added) else []


def _joined_cell(above: Cell, below: Cell, men_first: bool | None) -> Cell | None:
    """The cell with what is said below it; a week that is left out or repeated stays as it is."""
    if above.kind is not CellKind.WRITTEN:
        return above
    if not above.groups or len(below.groups) != 1:
        return None
    if men_first is None:
        group = completed(above.groups[-1], below.groups[0])
    else:
        group = for_both(above.groups[-1], below.groups[0], men_first)
    if group is None:
        return None
    span = Span(above.span.start, max(above.span.end, below.span.end))
    groups, modifiers = (*above.groups[:-1], group), (*above.modifiers, *below.modifiers)
    return Cell(above.kind, span, groups, modifiers)
