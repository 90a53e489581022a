"""Days of a week: which session stands where, and how much rest lies between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from wodlang.plugin import Label, Program, Session, Span, Week

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


def weekday_of(session: Session) -> int | None:
    """0 for Monday to 6 for Sunday; None for a session on no weekday."""
    name = (session.day or "").capitalize()
    return WEEKDAYS.index(name) if name in WEEKDAYS else None


def date_of(session: Session) -> date | None:
    """The session's date; None for a session without one."""
    try:
        return date.fromisoformat(session.day or "")
    except ValueError:
        return None


def training_days(sessions: Iterable[Session]) -> tuple[Session, ...]:
    """The sessions that are days of their own, in the order of the days; days off left out."""
    days = [session for session in sessions if not session.is_rest]
    if all(weekday_of(session) is not None for session in days):
        days.sort(key=lambda session: weekday_of(session) or 0)
    elif all(date_of(session) is not None for session in days):
        days.sort(key=lambda session: date_of(session) or date.min)
    return tuple(days)


def is_easy_day(session: Session) -> bool:
    """A day off, or one that trains no legs."""
    known = (entry.exercise for entry in session.working)
    return not any(exercise is not None and exercise.trains_legs for exercise in known)


def weekday_timeline(week: Week, program: Program) -> tuple[Dated, ...]:
    """The weekdays of a week with those of the week before and after it, in order.

    A week that repeats stands before and after itself.
    """
    before, after = _neighbour(week, program, -1), _neighbour(week, program, 1)
    parts = ((before, -DAYS_IN_WEEK), (week, 0), (after, DAYS_IN_WEEK))
    placed = [
        Dated(day + shift, session, is_own=shift == 0)
        for one, shift in parts
        for session in (one.sessions if one is not None else ())
        if (day := weekday_of(session)) is not None
    ]
    return tuple(sorted(placed, key=lambda one: one.day))


def date_timeline(week: Week, program: Program) -> tuple[Dated, ...]:
    """The dated sessions of the whole program, in order; none for a week without dates."""
    own = {id(session) for session in week.sessions if date_of(session) is not None}
    if not own:
        return ()
    placed = [
        Dated(day.toordinal(), session, is_own=id(session) in own)
        for one in program.weeks
        for session in one.sessions
        if (day := date_of(session)) is not None
    ]
    return tuple(sorted(placed, key=lambda one: one.day))


def _neighbour(week: Week, program: Program, step: int) -> Week | None:
    if week.repeats:
        return week
    if week.number is None:
        return None
    return next((one for one in program.weeks if one.number == week.number + step), None)


def easy_days_between(timeline: Iterable[Dated], first: int, second: int) -> int:
    """How many of the days between two are off or train no legs."""
    hard = {one.day for one in timeline if not is_easy_day(one.session)}
    return sum(day not in hard for day in range(first + 1, second))


def too_close(timeline: tuple[Dated, ...], minimum: int) -> Iterator[tuple[Dated, Dated, int]]:
    """Successive back-and-legs days with too few easy days between them, and how many there are."""
    days = [one for one in timeline if one.session.is_back_and_legs]
    for earlier, later in pairwise(days):
        between = easy_days_between(timeline, earlier.day, later.day)
        if between < minimum:
            yield earlier, later, between


def label_elsewhere(place: Span, session: Session, message: str) -> tuple[Label, ...]:
    """A label on another session's header; none where the headers are one (`Mon, Thu: Pull`)."""
    other = session.header
    return () if other is None or other == place else (Label(other, message),)
