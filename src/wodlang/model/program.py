"""A training program as rules see it: weeks of sessions of exercises of sets."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cached_property

from wodlang.model.athlete import Athlete
from wodlang.model.entry import Entry, merge_neighbours
from wodlang.model.exercise import Exercise
from wodlang.model.focus import is_back_and_legs
from wodlang.syntax.line_nodes import Number
from wodlang.syntax.nodes import WEEKDAYS
from wodlang.text.span import Span


@dataclass(frozen=True)
class Session:
    """One session on its day. `line` counts from 1; `header` is None where there is no header.

    `entries` are the exercise lines as written. `day` is a weekday's long name, `"day 1"`, an ISO
    date or None. `repeats` says that they stand under another header, whose span is `definition`.
    """

    line: int
    header: Span | None
    entries: tuple[Entry, ...]
    week: int | None = None
    day: str | None = None
    name: str | None = None
    focus: str | None = None
    notes: str | None = None
    duration: Number | None = None
    deload: bool = False
    repeats: bool = False
    is_rest: bool = False
    definition: Span | None = None

    @cached_property
    def working(self) -> tuple[Entry, ...]:
        """The working exercises in order; neighbouring lines of one exercise are one entry."""
        return merge_neighbours([entry for entry in self.entries if entry.is_working])

    @cached_property
    def is_back_and_legs(self) -> bool:
        """RULES' "back-and-legs session"; a written `focus` decides."""
        return is_back_and_legs(self.working, self.focus)

    @cached_property
    def weekday(self) -> int | None:
        """0 for Monday to 6 for Sunday; None for a session on no weekday."""
        return WEEKDAYS.index(self.day) if self.day in WEEKDAYS else None

    @cached_property
    def date(self) -> datetime.date | None:
        """Its date; None for a session without one."""
        try:
            return datetime.date.fromisoformat(self.day or "")
        except ValueError:
            return None

    @property
    def place(self) -> Span | None:
        """Where a finding about the whole session stands: its header, else its first exercise.

        A repeated session has it at its definition.
        """
        if self.definition is not None:
            return self.definition
        return self.entries[0].place.name if self.entries else None

    def position(self, entry: Entry) -> int:
        """The index of a working entry in the session's working exercises, from 0."""
        return self.working.index(entry)

    def before(self, entry: Entry) -> tuple[Entry, ...]:
        """The working exercises before this one, in order."""
        return self.working[: self.position(entry)]

    def after(self, entry: Entry) -> tuple[Entry, ...]:
        """The working exercises after this one, in order."""
        return self.working[self.position(entry) + 1 :]


@dataclass(frozen=True)
class Week:
    """The sessions of one week, in order. `number` is None in a file without weeks.

    A week that `repeats` follows itself: sessions written before any `week`.
    """

    number: int | None
    sessions: tuple[Session, ...]
    title: str = ""
    repeats: bool = False
    deload: bool = False
    header: Span | None = None

    @property
    def place(self) -> Span | None:
        """Where a finding about the whole week stands: its header, else its first session's place."""
        if self.header is not None:
            return self.header
        return next((one.place for one in self.sessions if one.place is not None), None)


@dataclass(frozen=True)
class Program:
    """All that a file says, resolved: repeated sessions under each day, weeks written out."""

    path: str
    name: str | None
    units: str | None
    goal: str | None
    athlete: Athlete
    weeks: tuple[Week, ...]
    author: str | None = None
    own_exercises: tuple[Exercise, ...] = ()
    header: Span | None = None

    @property
    def place(self) -> Span | None:
        """Where a finding about the whole program stands: its header, else its first week's place."""
        if self.header is not None:
            return self.header
        return next((week.place for week in self.weeks if week.place is not None), None)

    @cached_property
    def sessions(self) -> tuple[Session, ...]:
        """The sessions of all weeks, in order; days off left out."""
        return tuple(
            session for week in self.weeks for session in week.sessions if not session.is_rest
        )
