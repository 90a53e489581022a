"""What may be asked about a set; what is not its own is its line's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from wodlang.model.workset import WorkSet
from wodlang.rulefile import readings
from wodlang.rulefile.bounds import Number
from wodlang.rulefile.limits import RPE
from wodlang.rulefile.literals import Unit
from wodlang.rulefile.things import Attribute, SetOf
from wodlang.rulefile.types import PLAIN, TEST, NumberType, Run
from wodlang.syntax.line_nodes import LoadUnit, Measure


def _set_weight(here: SetOf, outside: Any, run: Run) -> Number | None:
    return readings.weight_of(here.one, here.line.entry, run.program.athlete)


def _of_set(kind: NumberType, read: Callable[[WorkSet], Number | None]) -> Attribute:
    return Attribute(kind, lambda here, outside, run: read(here.one))


SET: Mapping[str, Attribute] = {
    "reps": _of_set(PLAIN, lambda one: readings.reps_of((one,))),
    "load": _of_set(NumberType(Unit.PERCENT), readings.load_of),
    "weight": Attribute(NumberType(Unit.MASS), _set_weight),
    "rpe": _of_set(
        NumberType(Unit.RPE, limits=RPE), lambda one: readings.effort_of(one, LoadUnit.RPE)
    ),
    "rir": _of_set(NumberType(Unit.RIR), lambda one: readings.effort_of(one, LoadUnit.RIR)),
    "duration": _of_set(
        NumberType(Unit.TIME), lambda one: readings.measured((one,), Measure.SECONDS)
    ),
    "distance": _of_set(
        NumberType(Unit.DISTANCE), lambda one: readings.measured((one,), Measure.METRES)
    ),
    "heavy": Attribute(
        TEST, lambda here, outside, run: readings.set_is_heavy(here.one, here.line.entry)
    ),
}
