"""How the days of a program lie to one another: weeks in a row, weekdays, dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from wodlang.model.program import Session, Week

DAYS_IN_WEEK = 7


@dataclass(frozen=True, slots=True)
class OnDay:
    """A session on its day, of the week that it is written in.

    `day` counts from the Monday of the week that was asked about, which is 0; the day of a date is
    that of `date.toordinal`.
    """

    day: int
    session: Session
    week: Week


class Calendar:
    """The days of a program, days off among them. It is built once; each question is a look-up."""

    def __init__(self, weeks: Sequence[Week]) -> None:
        """Nothing is looked at before it is asked for."""
        self._weeks = weeks

    def week_before(self, week: Week) -> Week | None:
        """The week with the number before; a week that repeats follows itself."""
        return self._beside(week, -1)

    def week_after(self, week: Week) -> Week | None:
        """The week with the number after; a week that repeats follows itself."""
        return self._beside(week, 1)

    def weekdays(self, week: Week) -> tuple[OnDay, ...]:
        """The weekdays of a week, of the one before and of the one after it, in order."""
        parts = (
            (self.week_before(week), -DAYS_IN_WEEK), (week, 0),
            (self.week_after(week), DAYS_IN_WEEK),
        )  # fmt: skip
        placed = (one for near, shift in parts if near is not None for one in _placed(near, shift))
        return tuple(sorted(placed, key=_day))

    @cached_property
    def dated(self) -> tuple[OnDay, ...]:
        """The sessions of all weeks that have a date, in order."""
        placed = (
            OnDay(session.date.toordinal(), session, week)
            for week in self._weeks
            for session in week.sessions
            if session.date is not None
        )
        return tuple(sorted(placed, key=_day))

    def dated_between(self, first: int, last: int) -> tuple[OnDay, ...]:
        """The sessions with a date from the first day to the last, in order."""
        start = bisect_left(self.dated, first, key=_day)
        return self.dated[start : bisect_right(self.dated, last, lo=start, key=_day)]

    def _beside(self, week: Week, step: int) -> Week | None:
        if week.repeats:
            return week
        return None if week.number is None else self._by_number.get(week.number + step)

    @cached_property
    def _by_number(self) -> dict[int, Week]:
        """The weeks by number, of those with one number the first."""
        return {one.number: one for one in reversed(self._weeks) if one.number is not None}


def _placed(week: Week, shift: int) -> Iterator[OnDay]:
    for session in week.sessions:
        if session.weekday is not None:
            yield OnDay(session.weekday + shift, session, week)


def _day(one: OnDay) -> int:
    return one.day
