"""What may be asked about a session, a week, a program and a muscle."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wodlang.model.outline import Line, PlacedSession
from wodlang.rulefile import readings
from wodlang.rulefile import vocabulary as words
from wodlang.rulefile.bounds import MISSING
from wodlang.rulefile.things import Attribute, PlacedWeek, at_least
from wodlang.rulefile.types import (
    PLAIN,
    TEST,
    Kind,
    ManyType,
    OneType,
    Read,
    WordsType,
    WordType,
)


def _named(read: Callable[[Any], str | None]) -> Read:
    return lambda here, outside, run: read(here) or None


def _neighbour(placed: PlacedSession, step: int) -> Any:
    near = placed.before[-1:] if step < 0 else placed.after[:1]
    return near[0] if near else MISSING


SESSION: Mapping[str, Attribute] = {
    "name": Attribute(WordType(words.SESSION_NAMES), _named(lambda here: here.session.name)),
    "exercises": Attribute(ManyType(Kind.EXERCISE), lambda here, outside, run: here.working),
    "back-and-legs": Attribute(TEST, lambda here, outside, run: here.session.is_back_and_legs),
    "day": Attribute(WordType(words.DAYS), _named(lambda here: here.session.day), calendar=True),
    "before": Attribute(
        ManyType(Kind.SESSION), lambda here, outside, run: here.before, calendar=True
    ),
    "after": Attribute(
        ManyType(Kind.SESSION), lambda here, outside, run: here.after, calendar=True
    ),
    "previous": Attribute(
        OneType(Kind.SESSION), lambda here, outside, run: _neighbour(here, -1), calendar=True
    ),
    "next": Attribute(
        OneType(Kind.SESSION), lambda here, outside, run: _neighbour(here, 1), calendar=True
    ),
}


def _lines_of(sessions: tuple[PlacedSession, ...]) -> tuple[Line, ...]:
    return tuple(line for placed in sessions for line in placed.working)


WEEK: Mapping[str, Attribute] = {
    "name": Attribute(WordType(words.SESSION_NAMES), _named(lambda here: here.week.title), True),
    "week": Attribute(PLAIN, lambda here, outside, run: here.week.number, True),
    "sessions": Attribute(ManyType(Kind.SESSION), lambda here, outside, run: here.sessions, True),
    "exercises": Attribute(
        ManyType(Kind.EXERCISE), lambda here, outside, run: _lines_of(here.sessions), True
    ),
}
MUSCLE: Mapping[str, Attribute] = {
    "muscle": Attribute(WordType(words.MUSCLE_NAMES), lambda here, outside, run: here.muscle),
    "sets": Attribute(PLAIN, lambda here, outside, run: at_least(here.sets, here.complete)),
}
PROGRAM: Mapping[str, Attribute] = {
    "name": Attribute(WordType(words.NAMES), _named(lambda here: here.name)),
    "exercises": Attribute(
        ManyType(Kind.EXERCISE), lambda here, outside, run: _lines_of(run.outline.sessions)
    ),
    "sessions": Attribute(ManyType(Kind.SESSION), lambda here, outside, run: run.outline.sessions),
    "weeks": Attribute(
        ManyType(Kind.WEEK),
        lambda here, outside, run: tuple(PlacedWeek(week, run.outline) for week in here.weeks),
    ),
    "goal": Attribute(WordType(words.GOALS), _named(lambda here: here.goal)),
    "level": Attribute(WordType(words.LEVEL_NAMES), _named(lambda here: here.athlete.level)),
    "injuries": Attribute(
        WordsType(words.INJURIES), lambda here, outside, run: readings.injuries_of(here)
    ),
}
