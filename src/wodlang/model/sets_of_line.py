"""The sets of an exercise line, written out one by one, with their percentage of the 1RM."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from wodlang.model.athlete import Athlete, Weight
from wodlang.model.exercise import Exercise
from wodlang.model.strength import TRAINING_MAX, percent_of_rep_max, rep_max_in
from wodlang.model.workset import WorkSet
from wodlang.syntax.checks import SETS_LIMIT
from wodlang.syntax.line_nodes import Amount, Group, Load, LoadUnit, Measure
from wodlang.syntax.sets import open_last

Percents = tuple[Decimal, Decimal] | None
MASSES = (LoadUnit.KG, LoadUnit.LB)


@dataclass(frozen=True, slots=True)
class LoadContext:
    """What a load is worked out with: the file's units and the athlete."""

    units: str | None
    athlete: Athlete


def sets_of(
    groups: Sequence[Group], exercise: Exercise | None, context: LoadContext
) -> tuple[WorkSet, ...]:
    """One `WorkSet` for each set of the groups, in order."""
    sets: list[WorkSet] = []
    for group in groups:
        if group.sets[1] > SETS_LIMIT:  # an error says so; nothing is expanded
            continue
        loads = tuple(_in_units(load, context.units) for load in group.loads)
        percents = tuple(percent_of_max(load, exercise, context) for load in loads)
        sets += _group_sets(group, loads, percents)
    return tuple(sets)


def _group_sets(
    group: Group, loads: tuple[Load, ...], percents: tuple[Percents, ...]
) -> list[WorkSet]:
    """The sets of one group; equal ones are one object, however many there are."""
    least, most = group.sets
    places = max(len(group.amounts), len(loads), 1)
    made = [
        _work_set(
            open_last(group.amounts, False, place, most),
            loads[min(place, len(loads) - 1)] if loads else None,
            percents[min(place, len(loads) - 1)] if loads else None,
        )
        for place in range(places)
    ]
    sets = made if places == most else [made[0]] * most
    sets = sets[:least] + [replace(one, optional=True) for one in sets[least:]]
    if group.last_amrap and sets and sets[-1].measure is Measure.REPS:
        sets[-1] = replace(sets[-1], high=None, amrap=True)
    return sets


def _work_set(amount: Amount, load: Load | None, percent: Percents) -> WorkSet:
    return WorkSet(
        amount.measure,
        amount.low if amount.measure else None,
        amount.high,
        amount.amrap,
        amount.to_failure,
        amount.cluster,
        amount.per_side,
        load=load,
        percent=percent,
    )


def _in_units(load: Load, units: str | None) -> Load:
    """A bare number as a load in the file's units."""
    if load.unit is None and units is not None and load.word is None:
        return replace(load, unit=LoadUnit(units))
    return load


def percent_of_max(load: Load, exercise: Exercise | None, context: LoadContext) -> Percents:
    """The load in % of the one-rep max, where that is written or follows from a known max."""
    if load.low is None or load.high is None:
        return None
    factor = _factor(load, exercise, context)
    return None if factor is None else (load.low * factor, load.high * factor)


def _factor(load: Load, exercise: Exercise | None, context: LoadContext) -> Decimal | None:
    training_max = context.athlete.training_max
    if load.unit is LoadUnit.PERCENT_TM:
        return (training_max or TRAINING_MAX) / 100
    if load.unit is LoadUnit.PERCENT:
        reps = rep_max_in(load.of)
        if reps is not None:
            return percent_of_rep_max(reps) / 100
        return training_max / 100 if training_max and load.of is None else Decimal(1)
    if load.unit in MASSES and not load.added and exercise is not None:
        best = context.athlete.max_of(exercise.name)
        if best is not None and best.value:
            unit = Weight(Decimal(1), str(load.unit))
            return unit.kilograms() * (load.count or 1) * 100 / best.kilograms()
    return None
