"""From the lines of a session to its entries, for one cell of a `|` row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from wodlang.model.catalogue import Catalogue
from wodlang.model.continuing import has_groups
from wodlang.model.drafts import LineDraft
from wodlang.model.entry import Entry, Place
from wodlang.model.exercise import Exercise
from wodlang.model.sets_of_line import LoadContext, sets_of
from wodlang.model.workset import WorkSet
from wodlang.syntax.line_nodes import (
    Amount,
    Cell,
    CellKind,
    ExerciseNode,
    Group,
    Measure,
    Modifier,
    ModifierKind,
    Progression,
)
from wodlang.text.span import Span

LONGEST_NAME = 120  # a longer text is no name, and looking it up would take long
ENDURANCE = (Measure.SECONDS, Measure.METRES, Measure.CALORIES)
BRACKET = re.compile(r"\s*\([^)]*\)\s*")
IMPLEMENTS = re.compile(
    r"barbell|dumbbell|kettlebell|machine|cable|band|smith|\b(?:bb|db|kb|ez|bw)\b|trap bar|ring|trx",
    re.IGNORECASE,
)


def find_exercise(catalogue: Catalogue, node: ExerciseNode) -> Exercise | None:
    """What a line's name means."""
    measures = {
        amount.measure for cell in node.cells for group in cell.groups for amount in group.amounts
    }
    return find_named(catalogue, node.name, bool(measures.intersection(ENDURANCE)))


def find_named(catalogue: Catalogue, name: str, endurance: bool = False) -> Exercise | None:
    """The exercise with this name; a bracket in it that changes nothing known is left out."""
    if len(name) > LONGEST_NAME:
        return None
    found = catalogue.find(name, endurance=endurance)
    if found is None and "(" in name and not IMPLEMENTS.search(name.split("(", 1)[1]):
        found = catalogue.find(BRACKET.sub(" ", name).strip(), endurance=endurance)
    return found


def is_skipped(line: LineDraft, cell: int) -> bool:
    """Whether this week's cell of the line is `-`."""
    return _kind(line.node, cell) is CellKind.SKIPPED


def _kind(node: ExerciseNode, index: int) -> CellKind:
    return node.cells[min(index, len(node.cells) - 1)].kind


def _cell(node: ExerciseNode, index: int) -> Cell:
    """The cell of this week; `same` is the one before it."""
    place = min(index, len(node.cells) - 1)
    while place > 0 and node.cells[place].kind is not CellKind.WRITTEN:
        place -= 1
    return node.cells[place]


def make_entry(
    line: LineDraft,
    cell: int,
    catalogue: Catalogue,
    context: LoadContext,
    deload: bool,
) -> Entry:
    """The entry of a line in the week that this cell is for."""
    exercise = None if line.node.parts else find_exercise(catalogue, line.node)
    nodes = [(line.node, line.offset), *line.more]
    cells = tuple((_cell(node, cell), offset) for node, offset in nodes)
    modifiers = [one for node, _ in nodes for one in _modifiers(node, cell)]
    flags = [one.text for one in modifiers if one.kind in (ModifierKind.FLAG, ModifierKind.UNKNOWN)]
    times = {one.kind: one.seconds for one in reversed(modifiers) if one.seconds}
    tempo = next((one.text for one in modifiers if one.kind is ModifierKind.TEMPO), None)
    pause, every = times.get(ModifierKind.PAUSE), times.get(ModifierKind.EVERY)
    return Entry(
        line=line.statement.index + 1,
        name=line.node.name,
        place=_place(line, cells),
        exercise=exercise,
        sets=_sets(line, [one for one, _ in cells], exercise, context),
        parts=line.node.parts,
        part_exercises=tuple(catalogue.find(part) for part in line.node.parts),
        label=line.label,
        section=line.section,
        rest=times.get(ModifierKind.REST),
        tempo=tempo,
        pause=pause[1] if pause else None,
        every=every[1] if every else None,
        height=next((one.height for one in modifiers if one.height), None),
        modifiers=tuple(dict.fromkeys(flags)),
        alternatives=tuple(one.text for one in modifiers if one.kind is ModifierKind.ALTERNATIVE),
        cues=tuple(line.cues),
        notes=tuple(note.text for node, _ in nodes for note in node.notes),
        progression=_progression(modifiers, context.units),
        block=line.block,
        deload=deload,
    )


def _progression(modifiers: Iterable[Modifier], units: str | None) -> Progression | None:
    """How the exercise grows; a bare number is in the file's units."""
    found = next((one.progression for one in modifiers if one.progression), None)
    if found is None or found.unit or units is None:
        return found
    return replace(found, unit=units)


def like_entry(pattern: Entry, line: LineDraft, cell: int, deload: bool) -> Entry:
    """The entry of a line that says the same as another's, at its own place."""
    return pattern.at(
        line=line.statement.index + 1,
        place=_place(line, ((_cell(line.node, cell), line.offset),)),
        label=line.label,
        section=line.section,
        cues=tuple(line.cues),
        block=line.block,
        deload=deload,
    )


def _modifiers(node: ExerciseNode, cell: int) -> Iterable[Modifier]:
    """Those of this week's cell; those behind the last cell hold for every week."""
    own = _cell(node, cell)
    last = node.cells[-1]
    return own.modifiers if own is last else (*own.modifiers, *last.modifiers)


def _place(line: LineDraft, cells: tuple[tuple[Cell, int], ...]) -> Place:
    name = line.node.name_span or line.node.span
    further = [one for one in line.more if has_groups(one[0])]  # no modifier behind `rest 90s`
    last_node, last_offset = further[-1] if further else (line.node, line.offset)
    return Place(
        line=line.statement.span,
        name=name.moved(line.offset),
        end=last_node.end + last_offset,
        alone=line.alone and not line.more,
        row=len(line.node.cells) > 1,
        cells=cells,
    )


def _sets(
    line: LineDraft, cells: list[Cell], exercise: Exercise | None, context: LoadContext
) -> tuple[WorkSet, ...]:
    groups = [group for cell in cells for group in cell.groups]
    reps = line.block.reps if line.block else ()
    if reps and all(amount.measure is None for group in groups for amount in group.amounts):
        groups = [_block_group(reps, groups, line.node.span)]
    return sets_of(groups, exercise, context)


def _block_group(reps: tuple[int, ...], groups: list[Group], span: Span) -> Group:
    """`21-15-9 for time`: its items do these repetitions."""
    amounts = tuple(Amount(low=count, high=count) for count in reps)
    loads = groups[0].loads if groups else ()
    return Group(span, (len(reps), len(reps)), amounts, loads)
