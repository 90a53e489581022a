"""An exercise line as it stands in its session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from wodlang.model.exercise import Exercise, Pattern
from wodlang.model.intensity import HEAVY_PERCENT, is_heavy_set, is_light_set, top_set
from wodlang.model.workset import WorkSet
from wodlang.syntax.line_nodes import Cell, Group, Load, ModifierKind, Number, Progression
from wodlang.syntax.nodes import TimedBlock
from wodlang.text.span import Span


@dataclass(frozen=True)
class Place:
    """Where the parts of an exercise stand in the file.

    `line` is the statement's span, `name` the exercise's name, `end` the offset where another
    modifier may be added. `alone` says that the line holds this exercise and no other. `cells` are
    what is written, each with its offset: the other spans are worked out when a rule asks.
    """

    line: Span
    name: Span
    end: int
    alone: bool = True
    row: bool = False
    cells: tuple[tuple[Cell, int], ...] = field(default=(), repr=False)

    @cached_property
    def reps(self) -> tuple[Span, ...]:
        """The written repetitions."""
        return _spans((group.reps_span, offset) for group, offset in self._groups())

    @cached_property
    def loads(self) -> tuple[Span, ...]:
        """The loads."""
        return _spans((group.load_span, offset) for group, offset in self._groups())

    @cached_property
    def set_counts(self) -> tuple[Span, ...]:
        """The written numbers of sets."""
        return _spans((group.sets_span, offset) for group, offset in self._groups())

    @cached_property
    def groups(self) -> tuple[Span, ...]:
        """The sets that were written together."""
        return _spans((group.span, offset) for group, offset in self._groups())

    @cached_property
    def rests(self) -> tuple[Span, ...]:
        """The rest times."""
        return _spans(
            (one.span, offset)
            for cell, offset in self.cells
            for one in cell.modifiers
            if one.kind is ModifierKind.REST
        )

    def _groups(self) -> Iterator[tuple[Group, int]]:
        return ((group, offset) for cell, offset in self.cells for group in cell.groups)


def _spans(places: Iterable[tuple[Span | None, int]]) -> tuple[Span, ...]:
    return tuple(span.moved(offset) for span, offset in places if span is not None)


@dataclass(frozen=True)
class Entry:
    """An exercise line in its session. `exercise` is None where the catalogue has none.

    `line` counts from 1. `rest`, `pause` and `every` are seconds. `section` is `warm-up`, `main`,
    `accessory`, `finisher`, `cool-down` or None.
    """

    line: int
    name: str
    place: Place
    exercise: Exercise | None
    sets: tuple[WorkSet, ...] = ()
    parts: tuple[str, ...] = ()
    part_exercises: tuple[Exercise | None, ...] = ()
    label: str | None = None
    section: str | None = None
    rest: tuple[Number, Number] | None = None
    tempo: str | None = None
    pause: Number | None = None
    every: Number | None = None
    height: Load | None = None
    modifiers: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    progression: Progression | None = None
    block: TimedBlock | None = None
    deload: bool = False

    def at(self, **place: object) -> Entry:
        """A copy that differs in where it stands: `line`, `place`, `label`, `section`, `cues`,
        `block` or `deload`. Made for every line of a program, so several times faster than
        `dataclasses.replace`.
        """
        copy = object.__new__(Entry)
        copy.__dict__.update(self.__dict__, **place)
        copy.__dict__.pop("is_working", None)  # it follows from the section
        return copy

    @cached_property
    def is_working(self) -> bool:
        """Not warm-up, cool-down, mobility, stretching or cardio (RULES: "working exercise")."""
        if self.section in ("warm-up", "cool-down") or "warm-up" in self.modifiers:
            return False
        return not self.has_pattern(Pattern.MOBILITY, Pattern.CARDIO)

    def has_pattern(self, *patterns: Pattern) -> bool:
        """The exercise is known and has one of these movement patterns."""
        return self.exercise is not None and self.exercise.pattern in patterns

    def demands(
        self, *, axial: int = 0, lower_back: int = 0, grip: int = 0, neural: int = 0
    ) -> bool:
        """The exercise is known and reaches each of these values on the scales 0-3."""
        known = self.exercise
        return (
            known is not None
            and known.axial >= axial
            and known.lower_back >= lower_back
            and known.grip >= grip
            and known.neural >= neural
        )

    @property
    def is_compound(self) -> bool:
        """The exercise is known and moves more than one joint under load."""
        return self.exercise is not None and self.exercise.compound

    def is_heavy(self, heavy_percent: Decimal = HEAVY_PERCENT) -> bool:
        """A compound whose hardest set is heavy; nothing in a deload week is."""
        return not self.deload and any(self.heavy_sets(heavy_percent))

    def heavy_sets(self, heavy_percent: Decimal = HEAVY_PERCENT) -> tuple[WorkSet, ...]:
        """The sets that are heavy, in order; none in a deload week or of an isolation exercise."""
        known = self.exercise
        if known is None or not known.compound or self.deload:
            return ()
        bodyweight = known.implement in ("bodyweight", "rings", "suspension trainer")
        return tuple(one for one in self.sets if is_heavy_set(one, bodyweight, heavy_percent))

    @cached_property
    def is_light(self) -> bool:
        """Every set is written as light: 65 % or less, RPE 6 or less, or the word."""
        return bool(self.sets) and all(is_light_set(one) for one in self.sets)

    @cached_property
    def top_set(self) -> WorkSet | None:
        """The set with the highest load; without loads the one with the fewest reps."""
        return top_set(self.sets)


def merge_neighbours(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries, with neighbouring ones of one exercise (top set, back-off) made one."""
    runs = groupby(entries, key=lambda entry: entry.exercise.name if entry.exercise else id(entry))
    return tuple(_as_one(list(run)) for _, run in runs)


def _as_one(run: Sequence[Entry]) -> Entry:
    first = run[0]
    if len(run) == 1:
        return first
    return replace(
        first,
        sets=tuple(one for entry in run for one in entry.sets),
        modifiers=tuple(dict.fromkeys(word for entry in run for word in entry.modifiers)),
        rest=next((entry.rest for entry in run if entry.rest), None),
    )
