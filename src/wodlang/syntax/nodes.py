"""The syntax tree: one statement for each line of a `.wod` text.

A statement knows its place in the file. What lies inside an exercise line (names, groups,
modifiers …) counts its spans from the start of that line's content, so that equal lines share one
parsed body; `ExerciseLine.at` turns such a span into one of the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from wodlang.text.span import Span

Number: TypeAlias = int | Decimal
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


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


@dataclass(frozen=True, slots=True)
class Note:
    """A bracketed or quoted remark, without its brackets or quotes."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class ExerciseNode:
    """One exercise of a line. `name` is as typed; `parts` are the names of a complex.

    `name_span` is None where a prescription alone continues the exercise above. `end` is where a
    further modifier may be written.
    """

    name: str
    name_span: Span | None
    cells: tuple[Cell, ...]
    span: Span
    end: int
    parts: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class LineBody:
    """The exercises of one line, all spans counted from the start of the text they were read from.

    `label` is what stands before the name (`A1`; a bullet is none), `slot` the turn in a timed
    block.
    """

    exercises: tuple[ExerciseNode, ...]
    label: str | None = None
    slot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A line of the file: `index` from 0, `span` its content without indentation and comment."""

    index: int
    span: Span
    comment: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankLine(Statement):
    """An empty line, or one that holds a comment alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableLine(Statement):
    """A line that could not be read; a diagnostic says why."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CueLine(Statement):
    """`> text`: a coaching cue for the line above."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IncludeLine(Statement):
    """`include gym.wod`."""

    target: str
    target_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldLine(Statement):
    """`key: value`; `key` in lower case, `block` is `program`, `athlete`, `exercise` or `session`."""

    block: str
    key: str
    key_span: Span
    value: str
    value_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramHeader(Statement):
    """`program NAME`."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AthleteHeader(Statement):
    """`athlete`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseHeader(Statement):
    """`exercise NAME`: an exercise of this file's own."""

    name: str
    name_span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekHeader(Statement):
    """`week 1`, `weeks 1-3: Base`; both ends included."""

    first: int
    last: int
    title: str = ""
    body: LineBody | None = None
    body_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeader(Statement):
    """`Monday: Pull`, `Mon, Thu: Pull`, `day 1`, `2026-11-24: Pull`, `session Heavy Pull`.

    `days` are weekdays' long names, `"day 1"` or ISO dates; empty for `session NAME`.
    """

    days: tuple[str, ...]
    title: str
    title_span: Span | None
    body: LineBody | None = None
    body_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionHeader(Statement):
    """`warm-up`, `main`, `accessory`, `finisher` or `cool-down`; exercises may follow its colon."""

    section: str
    body: LineBody | None = None
    body_offset: int = 0


@dataclass(frozen=True, slots=True)
class TimedBlock:
    """What the head of a superset, circuit, EMOM, AMRAP, for-time or tabata block says.

    Times are seconds; `every` is the interval of an EMOM. `reps` are a list's (`21-15-9 for time`).
    `slot` is what an item inside says of its turn (`odd`, `min 3`, `buy-in`).
    """

    kind: str
    rounds: int | None = None
    seconds: Number | None = None
    every: Number | None = None
    cap: Number | None = None
    rest: tuple[Number, Number] | None = None
    reps: tuple[int, ...] = ()
    slot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockHeader(Statement):
    """The head of a timed block; exercises may follow on the same line, a title stand before it."""

    block: TimedBlock
    title: str = ""
    note: Note | None = None
    body: LineBody | None = None
    body_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RestLine(Statement):
    """`Rest 1:00` between the lines of a block or a session."""

    seconds: tuple[Number, Number] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OffLine(Statement):
    """`rest`, `Day off`: nothing is trained that day, or in that turn of a timed block."""

    slot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseLine(Statement):
    """A line with one or more exercises; the body's spans count from `span.start`."""

    body: LineBody


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed `.wod` text: its statements in order, one a line."""

    statements: tuple[Statement, ...]
