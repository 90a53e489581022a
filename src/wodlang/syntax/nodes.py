"""The syntax tree: one statement for each line of a `.wod` text.

A statement knows its place in the file. What lies inside an exercise line (names, groups,
modifiers …) counts its spans from the start of that line's content, so that equal lines share one
parsed body; `ExerciseLine.at` turns such a span into one of the file.
"""

from __future__ import annotations

from dataclasses import dataclass

from wodlang.syntax.line_nodes import LineBody, Note, Number
from wodlang.text.span import Span

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


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
class WeekHeader(Statement):
    """`week 1`, `weeks 1-3: Base`; both ends included. `block` as in `SectionHeader`."""

    first: int
    last: int
    title: str = ""
    block: BlockHeader | None = None
    body: LineBody | None = None
    body_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionHeader(Statement):
    """`Monday: Pull`, `Mon, Thu: Pull`, `day 1`, `2026-11-24: Pull`, `session Heavy Pull`.

    `days` are weekdays' long names, `"day 1"` or ISO dates; empty for `session NAME`. `block` as in
    `SectionHeader`.
    """

    days: tuple[str, ...]
    title: str
    title_span: Span | None
    block: BlockHeader | None = None
    body: LineBody | None = None
    body_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionHeader(Statement):
    """`warm-up`, `main`, `accessory`, `finisher` or `cool-down`; exercises may follow its colon.

    So may the head of a timed block, `block`; the exercises behind that are the `body` of this.
    """

    section: str
    block: BlockHeader | None = None
    body: LineBody | None = None
    body_offset: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RestLine(Statement):
    """`Rest 1:00` between the lines of a block or a session.

    `between` is `round`, `set`, `exercise` or `effort` where the line says so.
    """

    seconds: tuple[Number, Number] | None
    between: str = ""


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
