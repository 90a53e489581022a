"""Exercises while a line is being read; `finished` makes the nodes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from wodlang.syntax.checks import check_group
from wodlang.syntax.line_nodes import (
    Amount,
    Cell,
    CellKind,
    ExerciseNode,
    Group,
    Load,
    LoadUnit,
    Modifier,
    Note,
)
from wodlang.syntax.loads import WrittenLoad, loads_for
from wodlang.syntax.sets import WrittenSets
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.span import Span

LOAD_ALONE = WrittenSets((1, 1), (Amount(None, 0, None),))
RPE_LIMIT = Decimal(10)


@dataclass(slots=True)
class GroupDraft:
    """A group and the loads that were written for it."""

    written: WrittenSets
    span: Span
    loads: list[tuple[WrittenLoad, Span]] = field(default_factory=list)
    per_side: bool = False

    def repeat(self, sets: str, span: Span) -> None:
        """`50 Squats x 5`: so many sets, which the text says at `span`."""
        low, _, high = sets.partition("-")
        place = Span(span.end - len(sets), span.end).moved(-self.span.start)
        self.written = replace(self.written, sets=(int(low), int(high or low)), sets_span=place)

    def finished(self, named: bool) -> tuple[Group, list[Finding]]:
        """The group node, and what is wrong with it; `named` says that a name is on its line."""
        written = self.written
        amounts = written.amounts
        if self.per_side:
            amounts = tuple(replace(amount, per_side=True) for amount in amounts)
        loads, problems = self._loads(written.sets[1], named)
        group = Group(
            self.span,
            written.sets,
            amounts,
            loads,
            written.last_amrap,
            _moved(written.sets_span, self.span.start),
            _moved(written.reps_span, self.span.start),
            _merged(self.loads)[0][1] if self.loads else None,
        )
        return group, problems + list(check_group(group))

    def _loads(self, sets: int, named: bool) -> tuple[tuple[Load, ...], list[Finding]]:
        problems: list[Finding] = []
        first: tuple[Load, ...] = ()
        for written, span in _merged(self.loads):
            found = loads_for(written, sets)
            if found is None and self.written is LOAD_ALONE and not named:
                found = loads_for(written, len(written.values)) or ()  # of the sets above
            elif found is None:
                problems.append(_mismatch(len(written.values), sets, span))
                found = (written.load(),)
            first = _joined(first, found) if first else found
        return first, problems


def _merged(loads: list[tuple[WrittenLoad, Span]]) -> list[tuple[WrittenLoad, Span]]:
    """Loads of one unit written one after another are a value a set: `3,3 @ 75%, 80%`."""
    merged: list[tuple[WrittenLoad, Span]] = []
    for written, span in loads:
        last, place = merged[-1] if merged else (None, span)
        if (
            last is not None
            and last.values
            and written.unit is last.unit
            and written.added is last.added
        ):
            values = last.values + written.values
            merged[-1] = (
                replace(last, values=values, listed=True),
                Span(min(place.start, span.start), max(place.end, span.end)),
            )
        else:
            merged.append((written, span))
    return merged


def _joined(first: tuple[Load, ...], second: tuple[Load, ...]) -> tuple[Load, ...]:
    """Each load with a further one of another unit: `100kg RPE 8`."""
    if len(second) > len(first):
        first = first * len(second)
    return tuple(
        _with_further(load, second[index % len(second)]) for index, load in enumerate(first)
    )


def _with_further(load: Load, further: Load) -> Load:
    also = further if load.also is None else _with_further(load.also, further)
    return replace(load, also=also)


def _mismatch(values: int, sets: int, span: Span) -> Finding:
    sets_word = "set" if sets == 1 else "sets"
    return core_finding(
        "mismatched-loads",
        span,
        f"{values} loads for {sets} {sets_word}",
        note="these values do not match the number of sets",
        help="write one load for all sets, or one for each",
    )


def _moved(span: Span | None, offset: int) -> Span | None:
    return None if span is None else span.moved(offset)


@dataclass(slots=True)
class CellDraft:
    """One cell of a `|` row, or the whole prescription of a line without one."""

    start: int
    end: int
    kind: CellKind = CellKind.WRITTEN
    groups: list[GroupDraft] = field(default_factory=list)
    modifiers: list[Modifier] = field(default_factory=list)
    waiting: list[tuple[WrittenLoad, Span]] = field(default_factory=list)
    waiting_side: bool = False

    def add_group(self, written: WrittenSets, span: Span) -> None:
        """A new group; it takes the loads and the side that were written before it."""
        group = GroupDraft(written, span, per_side=self.waiting_side)
        if written.load is not None:
            group.loads.append((written.load, span))
        group.loads.extend(self.waiting)
        self.waiting, self.waiting_side = [], False
        self.groups.append(group)

    def add_load(self, load: WrittenLoad, span: Span, early: bool = False) -> None:
        """A load for the group before it; for the one to come where there is none, or if `early`."""
        if self.groups and not early:
            self.groups[-1].loads.append((load, span))
        else:
            self.waiting.append((load, span))

    def add_side(self) -> None:
        """`each side` for the group before it, else for the one to come."""
        if self.groups:
            self.groups[-1].per_side = True
        else:
            self.waiting_side = True

    def finished(self, named: bool) -> tuple[Cell, list[Finding]]:
        """The cell node, and what is wrong in it; `named` as for groups."""
        if self.waiting:
            self.add_group(LOAD_ALONE, self.waiting[0][1])
        groups, problems = [], []
        for draft in self.groups:
            group, found = draft.finished(named)
            groups.append(group)
            problems += found
        span = Span(self.start, self.end)
        return Cell(self.kind, span, tuple(groups), tuple(self.modifiers)), problems


@dataclass(slots=True)
class ExerciseDraft:
    """An exercise of the line."""

    name: str
    name_span: Span | None
    start: int
    end: int
    parts: tuple[str, ...] = ()
    cells: list[CellDraft] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def cell(self) -> CellDraft:
        """The cell that is being read."""
        if not self.cells:
            self.cells.append(CellDraft(self.end, self.end))
        return self.cells[-1]

    def finished(self) -> tuple[ExerciseNode, list[Finding]]:
        """The exercise node, and what is wrong in it."""
        _ = self.cell
        named = self.name_span is not None
        finished = [cell.finished(named) for cell in self.cells]
        node = ExerciseNode(
            self.name,
            self.name_span,
            tuple(cell for cell, _ in finished),
            Span(self.start, self.end),
            self.end,
            self.parts,
            tuple(self.notes),
        )
        return node, [problem for _, problems in finished for problem in problems]


def perceived(load: WrittenLoad) -> WrittenLoad:
    """A bare number behind `@`: an RPE up to 10 (by its upper end), else a load in the file's unit."""
    if load.unit is None and not load.added and load.values and _all_small(load.values):
        return replace(load, unit=LoadUnit.RPE)
    return load


def _all_small(values: Iterable[tuple[Decimal, Decimal]]) -> bool:
    return all(high <= RPE_LIMIT for _, high in values)


def loads_of(groups: Iterable[Group]) -> Iterator[Load]:
    """All loads of some groups, second ones (`RPE 8`) included."""
    for group in groups:
        for load in group.loads:
            part: Load | None = load
            while part is not None:
                yield part
                part = part.also
