"""What may be asked about an exercise line."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from wodlang.model.catalogue import Catalogue
from wodlang.model.entry import Entry
from wodlang.model.exercise import Exercise
from wodlang.model.outline import Line
from wodlang.rulefile import readings
from wodlang.rulefile import vocabulary as words
from wodlang.rulefile.bounds import INFINITE, MISSING, Number
from wodlang.rulefile.limits import COUNTED, RPE, SCALE
from wodlang.rulefile.literals import Unit
from wodlang.rulefile.things import Attribute, SetOf
from wodlang.rulefile.types import (
    TEST,
    Kind,
    ManyType,
    NumberType,
    OneType,
    Read,
    Run,
    WordsType,
    WordType,
)
from wodlang.syntax.line_nodes import LoadUnit, Measure


def _of_exercise(read: Callable[[Exercise], Any]) -> Read:
    """Something that the catalogue knows; None for an unknown exercise."""

    def reading(line: Line, outside: Any, run: Run) -> Any:
        known = line.entry.exercise
        return None if known is None else read(known)

    return reading


def _of_entry(read: Callable[[Entry], Any]) -> Read:
    return lambda line, outside, run: read(line.entry)


def _scale(name: str) -> Attribute:
    return Attribute(NumberType(Unit.NONE, limits=SCALE), _of_exercise(attrgetter(name)))


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


def line_attributes(catalogue: Catalogue) -> dict[str, Attribute]:
    """All about a line; the catalogue tells which exercises there are."""
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
        "rpe": Attribute(NumberType(Unit.RPE, limits=RPE), _of_entry(_effort(LoadUnit.RPE))),
        "rir": _number(Unit.RIR, _effort(LoadUnit.RIR)),
        "rest": Attribute(NumberType(Unit.TIME, minutes=True), _of_entry(readings.rest_of)),
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
        "position": Attribute(
            NumberType(Unit.NONE, limits=COUNTED), lambda line, outside, run: line.position
        ),
        "session": Attribute(OneType(Kind.SESSION), lambda line, outside, run: line.placed),
        "top": Attribute(OneType(Kind.SET), _top),
        "before": Attribute(ManyType(Kind.EXERCISE), lambda line, outside, run: line.before),
        "after": Attribute(ManyType(Kind.EXERCISE), lambda line, outside, run: line.after),
        "previous": Attribute(one, lambda line, outside, run: _line_or_missing(line.previous)),
        "next": Attribute(one, lambda line, outside, run: _line_or_missing(line.next)),
        "last-time": Attribute(one, _last_time, calendar=True),
    }
