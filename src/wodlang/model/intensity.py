"""Heavy and light: how hard one set is (RULES, "Heavy" and "Light")."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wodlang.model.workset import WorkSet
from wodlang.syntax.line_nodes import Load, LoadUnit, Measure

HEAVY_PERCENT = Decimal(80)
PLUS_SET_PERCENT = Decimal(65)
LIGHT_PERCENT = Decimal(65)
HEAVY_RPE, LIGHT_RPE, HEAVY_RIR = Decimal(8), Decimal(6), Decimal(2)
HEAVY_REPS = 6


def is_heavy_set(one: WorkSet, bodyweight: bool, heavy_percent: Decimal = HEAVY_PERCENT) -> bool:
    """Whether one set of a compound is heavy; `bodyweight` for an exercise without an implement.

    What is written about the load decides; only where it says nothing that can be related to a
    maximum do the repetitions speak.
    """
    load = one.load
    if one.percent is not None:
        plus_set = one.amrap and bool(one.low) and (one.low or 0) <= HEAVY_REPS
        return one.percent[1] >= heavy_percent or (plus_set and one.percent[1] > PLUS_SET_PERCENT)
    verdicts = [verdict for part in _parts(load) if (verdict := _spoken(part, one)) is not None]
    if verdicts:
        return any(verdicts)
    if bodyweight and not (load is not None and load.added):
        return False
    return _has_few_reps(one)


def _parts(load: Load | None) -> list[Load]:
    return [] if load is None else [load, *_parts(load.also)]


def _spoken(load: Load, one: WorkSet) -> bool | None:
    """What this load says by itself: heavy, not heavy, or nothing (a weight without a max)."""
    if load.unit is LoadUnit.WORD:
        return load.word == "heavy"
    if load.high is None or load.low is None:
        return None
    if load.unit is LoadUnit.RPE:
        return load.high >= HEAVY_RPE and _has_few_reps(one)
    if load.unit is LoadUnit.RIR:
        return load.low <= HEAVY_RIR and _has_few_reps(one)
    if load.unit is LoadUnit.RM:
        return load.low <= HEAVY_REPS
    return None


def _has_few_reps(one: WorkSet) -> bool:
    return one.measure is Measure.REPS and one.high is not None and 0 < one.high <= HEAVY_REPS


def is_light_set(one: WorkSet) -> bool:
    """Whether one set is written as light: at most 65 %, at most RPE 6, or the word."""
    if one.percent is not None:
        return one.percent[1] <= LIGHT_PERCENT
    return any(
        (load.unit is LoadUnit.WORD and load.word == "light")
        or (load.unit is LoadUnit.RPE and load.high is not None and load.high <= LIGHT_RPE)
        for load in _parts(one.load)
    )


def top_set(sets: Sequence[WorkSet]) -> WorkSet | None:
    """The set with the highest load; without loads the one with the fewest reps."""
    weighed = [(size, one) for one in sets if (size := _size(one)) is not None]
    if weighed:
        return max(weighed, key=lambda pair: pair[0])[1]
    counted = [one for one in sets if one.measure is Measure.REPS and one.low is not None]
    return min(counted, key=lambda one: one.low or 0, default=sets[0] if sets else None)


def _size(one: WorkSet) -> Decimal | None:
    if one.percent is not None:
        return one.percent[1]
    if one.load is None or one.load.high is None:
        return None
    return -one.load.high if one.load.unit in (LoadUnit.RIR, LoadUnit.RM) else one.load.high
