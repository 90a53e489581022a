"""Which sessions lie one day apart."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.plugin import Calendar, OnDay, Session, Week


def pairs_of_days(week: Week, calendar: Calendar) -> Iterator[tuple[Session, Session]]:
    """Each session of the week with each one on the day before it, both days known.

    A week that repeats follows itself, a numbered one that with the number before. `day 1` and
    `day 2` may lie far apart: they are no pair.
    """
    near = calendar.weekdays(week)
    for later in week.sessions:
        if not later.is_rest:
            earlier = (one.session for one in _the_day_before(later, near, calendar))
            yield from ((one, later) for one in earlier if not one.is_rest)


def _the_day_before(
    later: Session, near: tuple[OnDay, ...], calendar: Calendar
) -> tuple[OnDay, ...]:
    if later.date is not None:
        yesterday = later.date.toordinal() - 1
        return calendar.dated_between(yesterday, yesterday)
    if later.weekday is None:
        return ()
    return tuple(one for one in near if one.day == later.weekday - 1)
