"""How the lines and sessions of a program lie to one another: before, after, last time."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from wodlang.model.calendar import Calendar
from wodlang.model.entry import Entry
from wodlang.model.program import Session, Week


@dataclass(frozen=True, eq=False)
class Line:
    """An exercise line in its session. `group` is the index of its working exercise, from 0.

    Neighbouring lines of one exercise (top set, back-off) are one working exercise; `group` is None
    for a line that is none (warm-up, mobility, cardio).
    """

    entry: Entry
    placed: PlacedSession
    group: int | None

    @property
    def session(self) -> Session:
        """The session that the line stands in."""
        return self.placed.session

    @property
    def week(self) -> Week:
        """The week that the line stands in."""
        return self.placed.week

    @property
    def position(self) -> int | None:
        """The place among the working exercises of the session, from 1; None for any other line."""
        return None if self.group is None else self.group + 1

    @property
    def before(self) -> tuple[Line, ...]:
        """The working exercises before this line, in order."""
        return self.placed.working[: self._places[0]]

    @property
    def after(self) -> tuple[Line, ...]:
        """The working exercises after this line, in order."""
        return self.placed.working[self._places[1] :]

    @property
    def previous(self) -> Line | None:
        """The working exercise just before this line."""
        place = self._places[0]
        return self.placed.working[place - 1] if place else None

    @property
    def next(self) -> Line | None:
        """The working exercise just after this line."""
        return next(iter(self.after), None)

    @cached_property
    def last_time(self) -> Line | None:
        """The same exercise in the nearest earlier session that has it."""
        exercise = self.entry.exercise
        if exercise is None:
            return None
        return self.placed.outline.before(self.placed, exercise.name)

    @cached_property
    def _places(self) -> tuple[int, int]:
        """How many working exercises stand before the line, and where those after it begin."""
        if self.group is not None:
            return self.group, self.group + 1
        start = self.entry.place.name.start
        count = sum(one.entry.place.name.start < start for one in self.placed.working)
        return count, count


@dataclass(frozen=True, eq=False)
class PlacedSession:
    """A session on its day, among those of its week. `index` counts in the program, from 0."""

    session: Session
    week: Week
    outline: Outline
    index: int

    @cached_property
    def working(self) -> tuple[Line, ...]:
        """The working exercises in order, neighbouring lines of one exercise as one."""
        return tuple(Line(entry, self, group) for group, entry in enumerate(self.session.working))

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Every exercise line as written, warm-up and cardio among them."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        group, last = -1, None
        for entry in self.session.entries:
            if not entry.is_working:
                yield Line(entry, self, None)
                continue
            name = entry.exercise.name if entry.exercise else None
            if name is None or name != last:
                group += 1
            last = name
            yield Line(entry, self, group)

    @cached_property
    def days(self) -> tuple[PlacedSession, ...]:
        """The sessions of the same week, in order."""
        return self.outline.of_week(self.week)

    @cached_property
    def before(self) -> tuple[PlacedSession, ...]:
        """The sessions before this one in its week."""
        return tuple(one for one in self.days if one.index < self.index)

    @cached_property
    def after(self) -> tuple[PlacedSession, ...]:
        """The sessions after this one in its week."""
        return tuple(one for one in self.days if one.index > self.index)


class Outline:
    """All sessions of a program, days off left out, in order; `calendar` knows their days."""

    def __init__(self, weeks: Sequence[Week]) -> None:
        """Nothing is looked at before it is asked for."""
        self.calendar = Calendar(weeks)
        placed = [
            (session, week) for week in weeks for session in week.sessions if not session.is_rest
        ]
        self.sessions = tuple(
            PlacedSession(session, week, self, index)
            for index, (session, week) in enumerate(placed)
        )

    def placed(self, session: Session) -> PlacedSession:
        """The session among the others; a KeyError where it is none of this program."""
        return self._by_session[id(session)]

    def of_week(self, week: Week) -> tuple[PlacedSession, ...]:
        """The sessions of a week, in order."""
        return self._by_week.get(id(week), ())

    @cached_property
    def _by_week(self) -> dict[int, tuple[PlacedSession, ...]]:
        found: dict[int, list[PlacedSession]] = {}
        for one in self.sessions:
            found.setdefault(id(one.week), []).append(one)
        return {week: tuple(sessions) for week, sessions in found.items()}

    @cached_property
    def _by_session(self) -> dict[int, PlacedSession]:
        return {id(one.session): one for one in self.sessions}

    def before(self, placed: PlacedSession, exercise: str) -> Line | None:
        """The exercise in the nearest session before this one that has it as a working exercise."""
        lines = self._by_exercise.get(exercise, [])
        earlier = bisect_left(lines, placed.index, key=lambda one: one.placed.index)
        return lines[earlier - 1] if earlier else None

    @cached_property
    def _by_exercise(self) -> dict[str, list[Line]]:
        """The working lines of each exercise; of those in one session the first."""
        found: dict[str, list[Line]] = {}
        for placed in self.sessions:
            for line in placed.working:
                known = line.entry.exercise
                if known is None:
                    continue
                lines = found.setdefault(known.name, [])
                if not lines or lines[-1].placed is not placed:
                    lines.append(line)
        return found
