"""What may be asked about a line, a set, a session, a week, a program and a muscle."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

from wodlang.model.catalogue import Catalogue
from wodlang.model.entry import Entry
from wodlang.model.exercise import Exercise
from wodlang.model.muscle_weeks import sets_are_complete
from wodlang.model.outline import Line, Outline, PlacedSession
from wodlang.model.program import Program, Session, Week
from wodlang.model.volume import sets_per_muscle
from wodlang.model.workset import WorkSet
from wodlang.rulefile import readings
from wodlang.rulefile import vocabulary as words
from wodlang.rulefile.bounds import INFINITE, MISSING, Number, between
from wodlang.rulefile.literals import Unit
from wodlang.rulefile.types import (
    PLAIN,
    TEST,
    Kind,
    ManyType,
    NumberType,
    OneType,
    Read,
    Run,
    Type,
    WordsType,
    WordType,
)
from wodlang.syntax.nodes import LoadUnit, Measure


@dataclass(frozen=True, slots=True)
class Attribute:
    """One thing that may be asked. `calendar` says that a repeated session may answer otherwise on
    another of its days.
    """

    type: Type
    read: Read
    calendar: bool = False


@dataclass(frozen=True, slots=True)
class SetOf:
    """One set with the line that it belongs to."""

    one: WorkSet
    line: Line


@dataclass(frozen=True, slots=True)
class PlacedWeek:
    """A week among the sessions of its program."""

    week: Week
    outline: Outline

    @property
    def sessions(self) -> tuple[PlacedSession, ...]:
        """The sessions of the week, days off left out."""
        return self.outline.of_week(self.week)


PARENTS: Mapping[Kind, Kind | None] = {
    Kind.SET: Kind.EXERCISE, Kind.EXERCISE: Kind.SESSION, Kind.SESSION: Kind.WEEK,
    Kind.MUSCLE: Kind.WEEK, Kind.WEEK: Kind.PROGRAM, Kind.PROGRAM: None,
}  # fmt: skip
"""A line may use what is said about its session: the nearest wins."""


def parent_of(kind: Kind) -> Callable[[Any, Run], Any]:
    """From a thing to the one that it stands in."""
    if kind is Kind.SET:
        return lambda here, run: here.line
    if kind is Kind.EXERCISE:
        return lambda here, run: here.placed
    if kind is Kind.SESSION:
        return lambda here, run: PlacedWeek(here.week, here.outline)
    if kind is Kind.MUSCLE:
        return lambda here, run: PlacedWeek(here.week, run.outline)
    return lambda here, run: run.program


def _of_exercise(read: Callable[[Exercise], Any]) -> Read:
    """Something that the catalogue knows; None for an unknown exercise."""

    def reading(line: Line, outside: Any, run: Run) -> Any:
        known = line.entry.exercise
        return None if known is None else read(known)

    return reading


def _of_entry(read: Callable[[Entry], Any]) -> Read:
    return lambda line, outside, run: read(line.entry)


def _scale(name: str) -> Attribute:
    return Attribute(PLAIN, _of_exercise(attrgetter(name)))


def _muscles(read: Callable[[Exercise], tuple[str, ...]]) -> Attribute:
    """A list of muscles; empty for an unknown exercise."""

    def reading(line: Line, outside: Any, run: Run) -> tuple[str, ...]:
        known = line.entry.exercise
        return () if known is None else read(known)

    return Attribute(WordsType(words.MUSCLE_NAMES), reading)


def _number(unit: Unit, read: Callable[[Entry], Number | None]) -> Attribute:
    return Attribute(NumberType(unit), _of_entry(read))


def _weight(line: Line, outside: Any, run: Run) -> Number | None:
    entry, athlete = line.entry, run.program.athlete
    return readings.over_sets(
        entry.sets, lambda one: readings.weight_of(one, entry, athlete), -INFINITE
    )


def _effort(unit: LoadUnit) -> Callable[[Entry], Number | None]:
    return lambda entry: readings.over_sets(entry.sets, lambda one: readings.effort_of(one, unit))


def _line_or_missing(line: Line | None) -> Any:
    return MISSING if line is None else line


def _last_time(line: Line, outside: Any, run: Run) -> Any:
    return None if line.entry.exercise is None else _line_or_missing(line.last_time)


def _top(line: Line, outside: Any, run: Run) -> Any:
    top = line.entry.top_set
    return None if top is None else SetOf(top, line)


def _line(catalogue: Catalogue) -> dict[str, Attribute]:
    exercise = words.exercise_names(catalogue)
    one = OneType(Kind.EXERCISE)
    return {
        "exercise": Attribute(WordType(exercise), _of_exercise(attrgetter("name"))),
        "name": Attribute(WordType(words.NAMES), _of_entry(lambda entry: entry.name)),
        "pattern": Attribute(WordType(words.PATTERNS), _of_exercise(attrgetter("pattern"))),
        "primary": _muscles(attrgetter("primary")),
        "secondary": _muscles(attrgetter("secondary")),
        "muscles": _muscles(lambda known: (*known.primary, *known.secondary)),
        "implement": Attribute(WordType(words.IMPLEMENTS), _of_exercise(attrgetter("implement"))),
        "support": Attribute(WordType(words.SUPPORTS), _of_exercise(attrgetter("support"))),
        "sides": Attribute(WordType(words.SIDE_WORDS), _of_exercise(attrgetter("sides"))),
        "compound": Attribute(TEST, _of_exercise(attrgetter("compound"))),
        "isolation": Attribute(TEST, _of_exercise(lambda known: not known.compound)),
        "axial": _scale("axial"),
        "lower-back": _scale("lower_back"),
        "grip": _scale("grip"),
        "neural": _scale("neural"),
        "sets": _number(Unit.NONE, readings.sets_of),
        "reps": _number(Unit.NONE, lambda entry: readings.reps_of(entry.sets)),
        "load": _number(
            Unit.PERCENT, lambda entry: readings.over_sets(entry.sets, readings.load_of)
        ),
        "weight": Attribute(NumberType(Unit.MASS), _weight),
        "rpe": _number(Unit.RPE, _effort(LoadUnit.RPE)),
        "rir": _number(Unit.RIR, _effort(LoadUnit.RIR)),
        "rest": _number(Unit.TIME, readings.rest_of),
        "tempo": Attribute(WordType(words.TEMPOS), _of_entry(lambda entry: entry.tempo)),
        "duration": _number(
            Unit.TIME, lambda entry: readings.measured(entry.sets, Measure.SECONDS)
        ),
        "distance": _number(
            Unit.DISTANCE, lambda entry: readings.measured(entry.sets, Measure.METRES)
        ),
        "heavy": Attribute(TEST, _of_entry(readings.is_heavy)),
        "light": Attribute(TEST, _of_entry(lambda entry: entry.is_light or entry.deload)),
        "working": Attribute(TEST, _of_entry(lambda entry: entry.is_working)),
        "section": Attribute(WordType(words.SECTION_NAMES), _of_entry(lambda entry: entry.section)),
        "modifiers": Attribute(
            WordsType(words.MODIFIERS), _of_entry(lambda entry: entry.modifiers)
        ),
        "position": Attribute(PLAIN, lambda line, outside, run: line.position),
        "session": Attribute(OneType(Kind.SESSION), lambda line, outside, run: line.placed),
        "top": Attribute(OneType(Kind.SET), _top),
        "before": Attribute(ManyType(Kind.EXERCISE), lambda line, outside, run: line.before),
        "after": Attribute(ManyType(Kind.EXERCISE), lambda line, outside, run: line.after),
        "previous": Attribute(one, lambda line, outside, run: _line_or_missing(line.previous)),
        "next": Attribute(one, lambda line, outside, run: _line_or_missing(line.next)),
        "last-time": Attribute(one, _last_time, calendar=True),
    }


SET: Mapping[str, Attribute] = {
    "reps": Attribute(PLAIN, lambda here, outside, run: readings.reps_of((here.one,))),
    "load": Attribute(
        NumberType(Unit.PERCENT), lambda here, outside, run: readings.load_of(here.one)
    ),
    "heavy": Attribute(
        TEST, lambda here, outside, run: readings.set_is_heavy(here.one, here.line.entry)
    ),
}


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
    "sets": Attribute(PLAIN, lambda here, outside, run: _at_least(here.sets, here.complete)),
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


@cache
def attributes(catalogue: Catalogue) -> Mapping[Kind, Mapping[str, Attribute]]:
    """What may be asked about each kind; the catalogue tells which exercises there are."""
    return {
        Kind.SET: SET, Kind.EXERCISE: _line(catalogue), Kind.SESSION: SESSION, Kind.WEEK: WEEK,
        Kind.MUSCLE: MUSCLE, Kind.PROGRAM: PROGRAM,
    }  # fmt: skip


def set_members(line: Line) -> tuple[SetOf, ...]:
    """The sets of a line, as a collection."""
    return tuple(SetOf(one, line) for one in line.entry.sets)


def sets_of_muscle(here: PlacedSession | PlacedWeek | Program, muscle: str, run: Run) -> Number:
    """The sets of a muscle in a session, a week or the program; at least those that are known."""
    sessions = list(_sessions(here, run))
    sets = sets_per_muscle(sessions).get(muscle, Decimal(0))
    return _at_least(sets, sets_are_complete(sessions))


def _sessions(here: PlacedSession | PlacedWeek | Program, run: Run) -> Iterator[Session]:
    if isinstance(here, PlacedSession):
        yield here.session
    else:
        placed = here.sessions if isinstance(here, PlacedWeek) else run.outline.sessions
        yield from (one.session for one in placed)


def _at_least(sets: Decimal, complete: bool) -> Number:
    return sets if complete else between(sets, INFINITE)
