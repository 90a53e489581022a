"""How deep each line stands: weeks and sessions at the margin, what they hold below them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from wodlang.format.choice import NewLine
from wodlang.syntax.nodes import (
    AthleteHeader,
    BlankLine,
    BlockHeader,
    CueLine,
    ExerciseHeader,
    ExerciseLine,
    FieldLine,
    IncludeLine,
    ProgramHeader,
    SectionHeader,
    SessionHeader,
    WeekHeader,
)


class Place(NamedTuple):
    """How deep a line stands, and the number of the session and block that it is in."""

    depth: int
    column: tuple[int, int]


UNKNOWN = Place(-1, (0, 0))
OPENERS = (WeekHeader, SessionHeader, ProgramHeader, AthleteHeader, ExerciseHeader)


class _Depths:
    """Follows the headers; depths are steps of two blanks."""

    def __init__(self) -> None:
        self.base = 0  # of a session's own lines
        self.section = 0  # 1 below a section's header
        self.block = 0  # 1 below a timed block's
        self.session = 0
        self.blocks = 0
        self.line: int | None = None  # of the last exercise with a name

    @property
    def column(self) -> tuple[int, int]:
        """The lines that have a column together: those of a session, or of a timed block in it."""
        return self.session, self.blocks if self.block else 0

    @property
    def items(self) -> int:
        return self.base + self.section + self.block

    def place(self, line: NewLine) -> Place:
        depth = self.of(line)
        return Place(depth, self.column)

    def of(self, line: NewLine) -> int:
        statement = line.written.statement
        if line.opens_block or (isinstance(statement, BlockHeader) and not line.is_body):
            self.block, self.blocks = 1, self.blocks + 1
            return self.base + self.section
        if line.is_body or isinstance(statement, ExerciseLine):
            return self._exercise(line)
        if isinstance(statement, CueLine):
            return self.base if self.line is None else self.line + 1
        if isinstance(statement, OPENERS):
            return self._open(statement)
        if isinstance(statement, SectionHeader):
            self.section, self.block = 1, 0
            return self.base
        if isinstance(statement, FieldLine):
            return self.base if statement.block == "session" else 1
        return 0 if isinstance(statement, IncludeLine) else self.items

    def _exercise(self, line: NewLine) -> int:
        if line.continues and self.line is not None:
            return self.line + 1
        if not line.continues:
            self.line = self.items
        return self.items

    def _open(self, statement: object) -> int:
        self.session += 1
        self.base = int(isinstance(statement, WeekHeader | SessionHeader))
        self.section = self.block = 0
        self.line = None
        return 0


def depths_of(lines: Sequence[NewLine]) -> list[Place]:
    """Where each line stands; a comment goes with a line.

    A comment on a line of its own stands as deep as the line below it; where a blank line or the end
    follows, as the line above it.
    """
    depths = _Depths()
    found = [UNKNOWN if _is_alone(line) else depths.place(line) for line in lines]
    for index in reversed(range(len(lines))):
        if (
            found[index] is UNKNOWN
            and index + 1 < len(lines)
            and not lines[index + 1].written.is_blank
        ):
            found[index] = found[index + 1]
    for index, line in enumerate(lines):
        if found[index] is UNKNOWN:
            above = index > 0 and not lines[index - 1].written.is_blank
            found[index] = found[index - 1] if above and not line.written.is_blank else UNKNOWN
    for index in reversed(range(len(lines))):
        if found[index] is UNKNOWN:
            found[index] = found[index + 1] if index + 1 < len(lines) else Place(0, (0, 0))
    return found


def _is_alone(line: NewLine) -> bool:
    """A blank line, or a comment on a line of its own."""
    return isinstance(line.written.statement, BlankLine)
