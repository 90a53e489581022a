"""How many sets each muscle gets in each week, and how sure that number is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from wodlang.model.muscles import MUSCLES
from wodlang.model.program import Session, Week
from wodlang.model.volume import sets_per_muscle, working_entries


@dataclass(frozen=True, slots=True)
class MuscleWeek:
    """One muscle in one week. `sets` counts as `wodlang.model.volume` says.

    `complete` is False where a working line adds an unknown number: its exercise is unknown, or its
    sets are not written. The true number is then `sets` or more.
    """

    muscle: str
    sets: Decimal
    week: Week
    complete: bool


def muscle_weeks(weeks: Iterable[Week]) -> Iterator[MuscleWeek]:
    """Every muscle in every week that has sessions, those that get nothing among them.

    Sessions with dates and without `week` headers are in the weeks of the calendar.
    """
    for week in (part for one in weeks for part in _by_calendar(one)):
        trained = [session for session in week.sessions if not session.is_rest]
        if trained:
            sets = sets_per_muscle(trained)
            complete = sets_are_complete(trained)
            for muscle in MUSCLES:
                yield MuscleWeek(muscle, sets.get(muscle, Decimal(0)), week, complete)


def _by_calendar(week: Week) -> Iterator[Week]:
    dated = all(session.date is not None for session in week.sessions)
    if week.number is not None or not dated:
        yield week
        return
    parts: dict[tuple[int, int] | None, list[Session]] = {}
    for session in week.sessions:
        parts.setdefault(_calendar_week(session), []).append(session)
    for sessions in parts.values():
        yield replace(week, sessions=tuple(sessions))


def _calendar_week(session: Session) -> tuple[int, int] | None:
    return None if session.date is None else session.date.isocalendar()[:2]


def sets_are_complete(sessions: Iterable[Session]) -> bool:
    """Whether each working line has a known exercise and written sets."""
    return all(
        entry.sets and (entry.exercise is not None or all(entry.part_exercises or (None,)))
        for session in sessions
        for entry in working_entries(session)
    )
