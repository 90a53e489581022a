"""Which sessions lie one day apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from wodlang.plugin import Program, Session, Week

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def pairs_of_days(week: Week, program: Program) -> Iterator[tuple[Session, Session]]:
    """Each session of the week with each one on the day before it, both days known.

    A week that repeats follows itself, a numbered one that with the number before. `day 1` and
    `day 2` may lie far apart: they are no pair.
    """
    earlier = tuple(_placed(week, program))
    for later in week.sessions:
        day = _day_of(later, 0)
        if day is not None and not later.is_rest:
            yield from ((one, later) for before, one in earlier if before == day - 1)


def _placed(week: Week, program: Program) -> Iterator[tuple[int, Session]]:
    """The sessions of this week and of the one before, and all dated ones, with their days."""
    previous = week if week.repeats else _previous(week, program)
    near = [(week, 0)] + ([(previous, -len(WEEKDAYS))] if previous is not None else [])
    for one, shift in near:
        for session in one.sessions:
            day = _day_of(session, shift)
            if day is not None and not session.is_rest and _date_of(session) is None:
                yield day, session
    if any(_date_of(session) for session in week.sessions):
        for session in program.sessions:
            dated = _date_of(session)
            if dated is not None:
                yield dated.toordinal(), session


def _previous(week: Week, program: Program) -> Week | None:
    if week.number is None:
        return None
    return next((one for one in program.weeks if one.number == week.number - 1), None)


def _day_of(session: Session, shift: int) -> int | None:
    if session.day in WEEKDAYS:
        return WEEKDAYS.index(session.day) + shift
    dated = _date_of(session)
    return None if dated is None else dated.toordinal()


def _date_of(session: Session) -> date | None:
    try:
        return date.fromisoformat(session.day or "")
    except ValueError:
        return None
