"""What expressions are asked about: sets, weeks and their likes, and what may be asked of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wodlang.model.muscle_weeks import sets_are_complete
from wodlang.model.outline import Line, Outline, PlacedSession
from wodlang.model.program import Program, Session, Week
from wodlang.model.volume import sets_per_muscle
from wodlang.model.workset import WorkSet
from wodlang.rulefile.bounds import INFINITE, Number, between
from wodlang.rulefile.types import (
    Read,
    Run,
    Type,
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that may be asked. `calendar` says that a repeated session may answer otherwise on
    another of its days.
    """

    type: Type
    read: Read
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class SetOf:
    """One set with the line that it belongs to."""

    one: WorkSet
    line: Line


@dataclass(frozen=True, slots=True)
class PlacedWeek:
    """A week among the sessions of its program."""

    week: Week
    outline: Outline

    @property
    def sessions(self) -> tuple[PlacedSession, ...]:
        """The sessions of the week, days off left out."""
        return self.outline.of_week(self.week)


def set_members(line: Line) -> tuple[SetOf, ...]:
    """The sets of a line, as a collection."""
    return tuple(SetOf(one, line) for one in line.entry.sets)


def sets_of_muscle(here: PlacedSession | PlacedWeek | Program, muscle: str, run: Run) -> Number:
    """The sets of a muscle in a session, a week or the program; at least those that are known."""
    sessions = list(_sessions(here, run))
    sets = sets_per_muscle(sessions).get(muscle, Decimal(0))
    return at_least(sets, sets_are_complete(sessions))


def _sessions(here: PlacedSession | PlacedWeek | Program, run: Run) -> Iterator[Session]:
    if isinstance(here, PlacedSession):
        yield here.session
    else:
        placed = here.sessions if isinstance(here, PlacedWeek) else run.outline.sessions
        yield from (one.session for one in placed)


def at_least(sets: Decimal, complete: bool) -> Number:
    """A number of sets; it may be more where something is not known."""
    return sets if complete else between(sets, INFINITE)
