"""What a line, a set or a session says in numbers and words, as expressions ask for it.

Nothing written, or nothing that can be known, is None; lists are empty instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from wodlang.model.athlete import POUND, Athlete
from wodlang.model.entry import Entry
from wodlang.model.intensity import is_heavy_set
from wodlang.model.program import Program
from wodlang.model.strength import percent_of_rep_max
from wodlang.model.volume import working_sets
from wodlang.model.workset import WorkSet
from wodlang.rulefile.bounds import INFINITE, Bounds, Exact, Number, Truth, hull, range_of
from wodlang.syntax.line_nodes import Load, LoadUnit, Measure

UNBOUNDED = Bounds(0, INFINITE, 0, INFINITE)
BODYWEIGHT = ("bodyweight", "rings", "suspension trainer")
TEN = Decimal(10)


def sets_of(entry: Entry) -> Number | None:
    """How many sets: those done for sure to all that are written, each round of a block counted."""
    if not entry.sets:
        return None
    sure = working_sets(entry)
    written = sum(not one.optional for one in entry.sets)
    rounds = sure // written if written else 1
    return range_of(sure, len(entry.sets) * max(rounds, 1))


def reps_of(sets: Sequence[WorkSet]) -> Number | None:
    """The repetitions of all sets as one range; `5+` has no known upper end."""
    counted = [one for one in sets if one.measure in (Measure.REPS, None)]
    if not any(one.measure is Measure.REPS for one in counted):
        return None
    return hull(map(_reps, counted))


def _reps(one: WorkSet) -> Number:
    if one.measure is None or one.low is None or (one.high is None and not one.low):
        return UNBOUNDED
    if one.high is None:
        return Bounds(one.low, one.low, one.low, INFINITE)
    return range_of(one.low, one.high)


def measured(sets: Sequence[WorkSet], measure: Measure) -> Number | None:
    """The time or distance of the sets that are measured so."""
    return hull(
        range_of(one.low, one.high)
        for one in sets
        if one.measure is measure and one.low is not None and one.high is not None
    )


def over_sets(
    sets: Sequence[WorkSet], read: Callable[[WorkSet], Number | None], least: Exact = 0
) -> Number | None:
    """What `read` gives over all sets as one range; a set that says nothing may have any value."""
    unknown = Bounds(least, INFINITE, least, INFINITE)
    found = [read(one) for one in sets]
    if all(one is None for one in found):
        return None
    return hull(unknown if one is None else one for one in found)


def load_of(one: WorkSet) -> Number | None:
    """The load in % of the 1RM: written, or by a max, or by RPE, RIR or a rep max (Epley 1985)."""
    if one.percent is not None:
        return range_of(*one.percent)
    return next((found for part in parts(one.load) if (found := _estimated(part, one))), None)


def parts(load: Load | None) -> list[Load]:
    """A load and the second one that is written with it (`100kg RPE 8`)."""
    return [] if load is None else [load, *parts(load.also)]


def _estimated(load: Load, one: WorkSet) -> Number | None:
    if load.low is None or load.high is None:
        return None
    if load.unit is LoadUnit.RM:
        most, fewest = load.high, load.low
    else:
        reserve = _reserve(load)
        counted = one.measure is Measure.REPS and one.low and one.high is not None
        if reserve is None or not counted or one.low is None or one.high is None:
            return None
        most, fewest = one.high + reserve[1], one.low + reserve[0]
    return range_of(_percent(most), _percent(fewest))


def _reserve(load: Load) -> tuple[Decimal, Decimal] | None:
    """The repetitions left in reserve, least and most."""
    assert load.low is not None
    assert load.high is not None
    if load.unit is LoadUnit.RIR:
        return load.low, load.high
    return (TEN - load.high, TEN - load.low) if load.unit is LoadUnit.RPE else None


def _percent(reps: Exact) -> Decimal:
    """Epley's percentage, also for half repetitions."""
    whole = reps == int(reps)
    return percent_of_rep_max(int(reps)) if whole else Decimal(3000) / (30 + Decimal(reps))


def weight_of(one: WorkSet, entry: Entry, athlete: Athlete) -> Number | None:
    """The weight in kg as it is written (one of a pair; on top of the body's), else by a max."""
    for load in parts(one.load):
        if load.unit in (LoadUnit.KG, LoadUnit.LB) and load.low is not None:
            size = POUND if load.unit is LoadUnit.LB else 1
            return range_of(load.low * size, (load.high or load.low) * size)
    best = athlete.max_of(entry.exercise.name) if entry.exercise else None
    if one.percent is None or best is None:
        return None
    return range_of(*(best.kilograms() * end / 100 for end in one.percent))


def effort_of(one: WorkSet, unit: LoadUnit) -> Number | None:
    """The written RPE or RIR."""
    for load in parts(one.load):
        if load.unit is unit and load.low is not None and load.high is not None:
            return range_of(load.low, load.high)
    return None


def is_heavy(entry: Entry) -> Truth:
    """Heavy by RULES; unknown for an unknown exercise, and for a compound without a prescription."""
    known = entry.exercise
    if known is None:
        return None
    return entry.is_heavy() if entry.sets or not known.compound else None


def set_is_heavy(one: WorkSet, entry: Entry) -> Truth:
    """Whether one set is heavy by RULES."""
    known = entry.exercise
    if known is None:
        return None
    if entry.deload or not known.compound:
        return False
    return is_heavy_set(one, known.implement in BODYWEIGHT)


def rest_of(entry: Entry) -> Number | None:
    """The rest in seconds."""
    return range_of(*entry.rest) if entry.rest else None


def injuries_of(program: Program) -> tuple[str, ...]:
    """The parts of the body that hurt. A past injury is not among them, but `lower back (past)` is."""
    return tuple(_injuries(program.athlete))


def _injuries(athlete: Athlete) -> Iterable[str]:
    for injury in athlete.injuries:
        names = {injury.part, *(("lower back",) if injury.of_lower_back else ())}
        for name in sorted(names):
            if injury.stage != "past":
                yield name
            if injury.stage:
                yield f"{name} ({injury.stage})"
