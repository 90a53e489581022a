"""What an exercise line holds: exercises, their cells, groups of sets, loads, modifiers.

Spans count from the start of the line's content, so that equal lines share one parsed body.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from wodlang.text.span import Span

Number: TypeAlias = int | Decimal


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else span.moved(by)


class Measure(StrEnum):
    """What a set counts."""

    REPS = "reps"
    SECONDS = "seconds"
    METRES = "metres"
    CALORIES = "calories"


class LoadUnit(StrEnum):
    """The unit that a load was written in (`WORD` for heavy, moderate, light)."""

    PERCENT = "%"
    PERCENT_TM = "%TM"
    KG = "kg"
    LB = "lb"
    RPE = "rpe"
    RIR = "rir"
    RM = "rm"
    BODYWEIGHT = "bw"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Load:
    """How heavy a set is.

    `unit` is None for a bare number in a file without `units`. `added` marks weight on top of the
    body's (negative: assistance), `count` the implements of a pair, `of` what a percentage is of,
    `alternative` the second of two loads (men / women), `also` a second load of another unit,
    `written` what was typed where it was converted.
    """

    unit: LoadUnit | None
    low: Decimal | None = None
    high: Decimal | None = None
    word: str | None = None
    added: bool = False
    count: int | None = None
    of: str | None = None
    alternative: tuple[Decimal, Decimal] | None = None
    also: Load | None = None
    written: str | None = None


@dataclass(frozen=True, slots=True)
class Amount:
    """What one set asks for: `low` to `high` of a measure; `high` is None where it is open.

    `measure` None is a set of which only the number is written (`3 sets`).
    """

    measure: Measure | None = Measure.REPS
    low: Number = 0
    high: Number | None = 0
    amrap: bool = False
    to_failure: bool = False
    cluster: tuple[int, ...] = ()
    per_side: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Sets that were written together: `3-4x6-8 @ 80%`, `5,5,3 @ 85%`, `5 @ 65%`.

    `amounts` has one entry where all sets are alike (repeated `sets[0]` to `sets[1]` times), else
    one a set. `loads` has one entry for all sets, or one a set, or none. `last_amrap` marks
    `3x5+`, of which only the last set is open.
    """

    span: Span
    sets: tuple[int, int]
    amounts: tuple[Amount, ...]
    loads: tuple[Load, ...] = ()
    last_amrap: bool = False
    sets_span: Span | None = None
    reps_span: Span | None = None
    load_span: Span | None = None

    def moved(self, by: int) -> Group:
        """The same, so many characters further on in the line."""
        return Group(
            self.span.moved(by), self.sets, self.amounts, self.loads, self.last_amrap,
            _moved(self.sets_span, by), _moved(self.reps_span, by), _moved(self.load_span, by),
        )  # fmt: skip


class ModifierKind(StrEnum):
    """What a modifier says."""

    REST = "rest"
    TEMPO = "tempo"
    PAUSE = "pause"
    EVERY = "every"
    HEIGHT = "height"
    PROGRESSION = "progression"
    ALTERNATIVE = "alternative"
    FLAG = "flag"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Progression:
    """How a load or the reps grow: `+2.5kg/week`, `+1 rep/week`."""

    by: Decimal
    unit: str
    every: str


@dataclass(frozen=True, slots=True)
class Modifier:
    """One modifier of an exercise.

    `text` is its canonical word for a flag (`straps`, `to failure`), the tempo's four signs, the
    alternative's name, or what was typed where it is unknown. `seconds` is set for rest, pause and
    every.
    """

    kind: ModifierKind
    span: Span
    text: str
    seconds: tuple[Number, Number] | None = None
    progression: Progression | None = None
    height: Load | None = None

    def moved(self, by: int) -> Modifier:
        """The same, so many characters further on in the line."""
        return Modifier(
            self.kind, self.span.moved(by), self.text, self.seconds, self.progression, self.height
        )


class CellKind(StrEnum):
    """What a cell of a `|` row holds."""

    WRITTEN = "written"
    SAME = "same"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Cell:
    """The prescription for one week of a `|` row; a line without `|` has one cell."""

    kind: CellKind
    span: Span
    groups: tuple[Group, ...] = ()
    modifiers: tuple[Modifier, ...] = ()

    def moved(self, by: int) -> Cell:
        """The same, so many characters further on in the line."""
        return Cell(
            self.kind,
            self.span.moved(by),
            tuple([group.moved(by) for group in self.groups]),
            tuple([modifier.moved(by) for modifier in self.modifiers]),
        )


@dataclass(frozen=True, slots=True)
class Note:
    """A bracketed or quoted remark, without its brackets or quotes."""

    span: Span
    text: str

    def moved(self, by: int) -> Note:
        """The same, so many characters further on in the line."""
        return Note(self.span.moved(by), self.text)


@dataclass(frozen=True, slots=True)
class ExerciseNode:
    """One exercise of a line. `name` is as typed; `parts` are the names of a complex.

    `name_span` is None where a prescription alone continues the exercise above. `end` is where a
    further modifier may be written. `own_label` is set where the exercise is not the line's first and
    has a label: `A1. Curl 3x12, A2. Pushdown 3x12`.
    """

    name: str
    name_span: Span | None
    cells: tuple[Cell, ...]
    span: Span
    end: int
    parts: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    own_label: str | None = None
    label_span: Span | None = None

    def moved(self, by: int) -> ExerciseNode:
        """The same, so many characters further on in the line."""
        return ExerciseNode(
            self.name,
            _moved(self.name_span, by),
            tuple([cell.moved(by) for cell in self.cells]),
            self.span.moved(by),
            self.end + by,
            self.parts,
            tuple([note.moved(by) for note in self.notes]),
            self.own_label,
            _moved(self.label_span, by),
        )


@dataclass(frozen=True, slots=True)
class LineBody:
    """The exercises of one line, all spans counted from the start of the text they were read from.

    `label` is what stands before the name (`A1`; a bullet is none), `slot` the turn in a timed
    block.
    """

    exercises: tuple[ExerciseNode, ...]
    label: str | None = None
    slot: str | None = None
