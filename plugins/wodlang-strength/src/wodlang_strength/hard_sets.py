"""Weekly sets of a muscle that are hard: what is light, fast or carried is left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from wodlang.plugin import Entry, Pattern, Session, Week, sets_per_muscle, working_entries
from wodlang_strength.loads import is_light

MUSCLES = ("quads", "hamstrings", "glutes", "lats", "chest", "biceps", "triceps")
"""The muscles whose weekly sets were studied, or that most programs are written for."""

NOT_HARD = frozenset(
    {
        Pattern.OLYMPIC, Pattern.CARRY, Pattern.JUMP, Pattern.THROW, Pattern.CORE,
        Pattern.GRIP, Pattern.NECK, Pattern.CARDIO, Pattern.MOBILITY,
    }
)  # fmt: skip


def hard_sets(week: Week, muscle: str) -> Decimal:
    """Hard sets of a muscle in a week: 1 for a primary, 0.5 for a secondary one."""
    return sets_per_muscle(_hard_parts(week)).get(muscle, Decimal(0))


def biggest_parts(week: Week, muscle: str, most: int) -> tuple[tuple[Entry, Decimal], ...]:
    """The lines that give a muscle its most hard sets, each with its number."""
    parts = [
        (entry, sets)
        for session in _hard_parts(week)
        for entry in session.entries
        if (sets := sets_per_muscle([replace(session, entries=(entry,))]).get(muscle))
    ]
    by_place = {entry.place.name: (entry, sets) for entry, sets in reversed(parts)}
    biggest = sorted(by_place.values(), key=lambda part: (-part[1], part[0].place.name))
    return tuple(biggest[:most])


def _hard_parts(week: Week) -> Iterator[Session]:
    for session in week.sessions:
        if not session.is_rest:
            yield replace(session, entries=tuple(_hard_entries(session)))


def _hard_entries(session: Session) -> Iterator[Entry]:
    for entry in working_entries(session):
        hard = tuple(one for one in entry.sets if not is_light(one))
        if hard and not entry.deload and not _is_fast(entry):
            yield entry if len(hard) == len(entry.sets) else entry.at(sets=hard)


def _is_fast(entry: Entry) -> bool:
    """Lifts that end before they tire: Olympic lifts, swings, jumps, throws, carries."""
    known = [one for one in (entry.exercise, *entry.part_exercises) if one is not None]
    return any(
        one.pattern in NOT_HARD
        or (one.pattern is Pattern.HIP_EXTENSION and one.implement == "kettlebell")
        for one in known
    )
