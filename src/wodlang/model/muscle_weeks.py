"""How many sets each muscle gets in each week, and how sure that number is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from wodlang.model.own_exercises import MUSCLES
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
    """Every muscle in every week that has sessions, those that get nothing among them."""
    for week in weeks:
        trained = [session for session in week.sessions if not session.is_rest]
        if trained:
            sets = sets_per_muscle(trained)
            complete = sets_are_complete(trained)
            for muscle in MUSCLES:
                yield MuscleWeek(muscle, sets.get(muscle, Decimal(0)), week, complete)


def sets_are_complete(sessions: Iterable[Session]) -> bool:
    """Whether each working line has a known exercise and written sets."""
    return all(
        entry.sets and (entry.exercise is not None or all(entry.part_exercises or (None,)))
        for session in sessions
        for entry in working_entries(session)
    )
