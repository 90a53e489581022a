"""What the load of a set says for certain: its percentage, its weight, its effort."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from wodlang.plugin import Entry, Load, LoadUnit, Measure, Weight, WorkSet

LIGHT_PERCENT, HEAVY_PERCENT = Decimal(65), Decimal(80)
LIGHT_RPE, HARD_RIR = Decimal(6), Decimal(2)
MOST_RPE = Decimal(10)
HEAVY_REPS = 6
REP_MAX = "RM"

Range = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class Bar:
    """A weight that is lifted for a number of repetitions: at least `low`, at most `high`."""

    low: Decimal
    high: Decimal
    unit: LoadUnit
    reps: int

    def kilograms(self) -> Range:
        """Both ends in kg."""
        low, high = (Weight(end, str(self.unit)).kilograms() for end in (self.low, self.high))
        return low, high


def parts_of(load: Load | None) -> Iterator[Load]:
    """A load, and the second one that stands beside it (`100kg RPE 8`)."""
    while load is not None:
        yield load
        load = load.also


def own_percent(one: WorkSet) -> Range | None:
    """The load in % of this lift's own 1RM; None where it is a percentage of another lift."""
    load = one.load
    if load is None or one.percent is None:
        return None
    is_own = load.of is None or load.of.upper().endswith(REP_MAX)
    return one.percent if is_own else None


def reps_of(one: WorkSet) -> tuple[int, int] | None:
    """The repetitions that are asked for; None for an open set, or one that counts none."""
    if one.measure is not Measure.REPS or one.low is None or one.high is None or one.amrap:
        return None
    return int(one.low), int(one.high)


def reserve_of(one: WorkSet) -> Range | None:
    """The repetitions in reserve that the set's RPE or RIR asks for."""
    for load in parts_of(one.load):
        if load.low is None or load.high is None:
            continue
        if load.unit is LoadUnit.RIR:
            return load.low, load.high
        if load.unit is LoadUnit.RPE:
            return MOST_RPE - load.high, MOST_RPE - load.low
    return None


def bar_of(one: WorkSet) -> Bar | None:
    """The weight of a set in kg or lb; none for weight added to the body's, and for pairs."""
    load = one.load
    if load is None or load.low is None or load.high is None or load.added or load.count:
        return None
    if load.unit not in (LoadUnit.KG, LoadUnit.LB) or load.alternative is not None:
        return None
    reps = reps_of(one)
    return None if reps is None else Bar(load.low, load.high, load.unit, reps[0])


def is_light(one: WorkSet) -> bool:
    """The set is written as light: at most 65 %, at most RPE 6, or the word."""
    if one.percent is not None and one.percent[1] <= LIGHT_PERCENT:
        return True
    return any(
        (load.unit is LoadUnit.WORD and load.word == "light")
        or (load.unit is LoadUnit.RPE and load.high is not None and load.high <= LIGHT_RPE)
        for load in parts_of(one.load)
    )


def is_surely_heavy(one: WorkSet) -> bool:
    """The set says that it is heavy: 80 % or more, `heavy`, up to 6RM, or RPE 8 with few reps.

    A weight of which nobody knows what it is to the athlete says nothing.
    """
    percent = own_percent(one)
    if percent is not None:
        return percent[0] >= HEAVY_PERCENT
    return any(_says_heavy(load, one) for load in parts_of(one.load))


def _says_heavy(load: Load, one: WorkSet) -> bool:
    if load.unit is LoadUnit.WORD:
        return load.word == "heavy"
    if load.unit is LoadUnit.RM:
        return load.high is not None and load.high <= HEAVY_REPS
    reps = reps_of(one)
    return reps is not None and reps[1] <= HEAVY_REPS and _is_near_failure(one)


def is_surely_hard(one: WorkSet, entry: Entry) -> bool:
    """The set says that it is heavy or near failure, for whatever number of repetitions."""
    if entry.deload or one.optional:
        return False
    if one.to_failure or "to failure" in entry.modifiers or is_surely_heavy(one):
        return True
    return _is_near_failure(one) or any(load.unit is LoadUnit.RM for load in parts_of(one.load))


def _is_near_failure(one: WorkSet) -> bool:
    reserve = reserve_of(one)
    return reserve is not None and reserve[1] <= HARD_RIR
