"""Days of a week: which session stands where, and how much rest lies between two of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from wodlang.plugin import Calendar, Label, OnDay, Session, Span, Week

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
DAYS_IN_WEEK = len(WEEKDAYS)


@dataclass(frozen=True)
class Dated:
    """A session on its day: days from a Monday or, for a date, from the calendar's first day.

    `is_own` says that it belongs to the week in question, not to the one before or after it.
    """

    day: int
    session: Session
    is_own: bool = True


def training_days(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """The sessions that are days of their own, in the order of the days; days off left out."""
    days = [session for session in sessions if not session.is_rest]
    if all(session.weekday is not None for session in days):
        days.sort(key=lambda session: session.weekday or 0)
    elif all(session.date is not None for session in days):
        days.sort(key=lambda session: session.date or date.min)
    return tuple(days)


def is_easy_day(session: Session) -> bool:
    """A day off, or one that trains no legs."""
    known = (entry.exercise for entry in session.working)
    return not any(exercise is not None and exercise.trains_legs for exercise in known)


def weekday_timeline(week: Week, calendar: Calendar) -> tuple[Dated, ...]:
    """The weekdays of a week with those of the week before and after it, in order.

    A week that repeats stands before and after itself.
    """
    return tuple(
        Dated(one.day, one.session, is_own=0 <= one.day < DAYS_IN_WEEK)
        for one in calendar.weekdays(week)
    )


def date_timeline(week: Week, calendar: Calendar) -> tuple[Dated, ...]:
    """The dated sessions around the back-and-legs dates of a week, in order; none without such.

    They reach to the next back-and-legs date that is a week or more away, on both sides: whatever
    lies farther makes no difference to how close those of the week are, wherever in a week they move.
    """
    own = [
        session.date.toordinal()
        for session in week.sessions
        if session.date is not None and session.is_back_and_legs
    ]
    if not own:
        return ()
    near = _around(calendar.dated, min(own), max(own))
    return tuple(Dated(one.day, one.session, is_own=one.week is week) for one in near)


def _around(dated: tuple[OnDay, ...], first: int, last: int) -> tuple[OnDay, ...]:
    start = bisect_right(dated, first - DAYS_IN_WEEK, key=lambda one: one.day) - 1
    end = bisect_left(dated, last + DAYS_IN_WEEK, key=lambda one: one.day)
    while start > 0 and not dated[start].session.is_back_and_legs:
        start -= 1
    while end < len(dated) and not dated[end].session.is_back_and_legs:
        end += 1
    return dated[max(start, 0) : end + 1]


def too_close(timeline: tuple[Dated, ...], minimum: int) -> Iterator[tuple[Dated, Dated, int]]:
    """Successive back-and-legs days with too few easy days between them, and how many there are."""
    hard = sorted({one.day for one in timeline if not is_easy_day(one.session)})
    days = [one for one in timeline if one.session.is_back_and_legs]
    for earlier, later in pairwise(days):
        between = _easy_days_between(hard, earlier.day, later.day)
        if between < minimum:
            yield earlier, later, between


def _easy_days_between(hard: list[int], first: int, second: int) -> int:
    """How many of the days between two are off or train no legs."""
    full = bisect_left(hard, second) - bisect_right(hard, first)
    return max(second - first - 1, 0) - max(full, 0)


def label_elsewhere(place: Span, session: Session, message: str) -> tuple[Label, ...]:
    """A label on another session's header; none where the headers are one (`Mon, Thu: Pull`)."""
    other = session.header
    return () if other is None or other == place else (Label(other, message),)
