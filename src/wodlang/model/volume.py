"""How much training it is: sets per muscle, axial load through a session, tonnage.

**Sets per muscle.** A working set counts 1 for each primary muscle of its exercise and 0.5 for each
secondary one. That is the "fractional" way of counting; of three ways that Pelland et al. 2024
(SportRxiv, a preprint; 67 studies) compared, it agreed best with measured growth and strength. Light
sets count like heavy ones, sets marked optional do not count.

**Axial load** is this project's own sum, not a measured one: the exercise's axial scale (0-3) times
its working sets. It compares places in a program, and says nothing in newtons.

**Tonnage** is reps x kilograms, of the least that is asked for where a range is written. The body's
own weight is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from wodlang.model.athlete import POUND, Athlete
from wodlang.model.entry import Entry
from wodlang.model.exercise import Exercise
from wodlang.model.program import Session
from wodlang.model.workset import WorkSet
from wodlang.syntax.line_nodes import Load, LoadUnit, Measure

PRIMARY, SECONDARY = Decimal(1), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class AxialStep:
    """What one working exercise adds to a session's axial load, and the sum up to it."""

    entry: Entry
    added: int
    total: int


def working_entries(session: Session) -> tuple[Entry, ...]:
    """The working exercises line by line, each with the block that it stands in."""
    return tuple(entry for entry in session.entries if entry.is_working)


def working_sets(entry: Entry) -> int:
    """The sets that are done for sure: optional ones left out, each round of a block counted.

    A line with one set is done once a round. A line that writes as many sets as its block has
    rounds tells the rounds again; any other number is done in each round.
    """
    written = sum(not one.optional for one in entry.sets)
    return written * _rounds(entry)


def _rounds(entry: Entry) -> int:
    rounds = entry.block.rounds if entry.block is not None else None
    return 1 if rounds is None or len(entry.sets) == rounds else rounds


def sets_per_muscle(sessions: Iterable[Session]) -> dict[str, Decimal]:
    """Working sets per muscle, the most trained first; of a week, give its sessions."""
    sums: dict[str, Decimal] = {}
    for session in sessions:
        for entry in working_entries(session):
            for muscle, share in _shares(entry).items():
                sums[muscle] = sums.get(muscle, Decimal(0)) + share * working_sets(entry)
    trained = ((muscle, sets) for muscle, sets in sums.items() if sets)
    return dict(sorted(trained, key=lambda item: (-item[1], item[0])))


def _shares(entry: Entry) -> dict[str, Decimal]:
    """What one set counts for each muscle; a set of a complex counts once for a muscle."""
    shares: dict[str, Decimal] = {}
    for exercise in _exercises(entry):
        for muscle in exercise.secondary:
            shares.setdefault(muscle, SECONDARY)
        shares.update(dict.fromkeys(exercise.primary, PRIMARY))
    return shares


def _exercises(entry: Entry) -> tuple[Exercise, ...]:
    parts = (entry.exercise, *entry.part_exercises)
    return tuple(exercise for exercise in parts if exercise is not None)


def axial_steps(session: Session) -> tuple[AxialStep, ...]:
    """The axial load through a session, one step a working exercise."""
    steps: list[AxialStep] = []
    total = 0
    for entry in working_entries(session):
        scale = max((exercise.axial for exercise in _exercises(entry)), default=0)
        added = scale * working_sets(entry)
        total += added
        steps.append(AxialStep(entry, added, total))
    return tuple(steps)


def tonnage(session: Session, athlete: Athlete) -> Decimal:
    """The kilograms moved in the working sets whose weight is written or follows from a max."""
    return sum((_entry_tonnage(entry, athlete) for entry in working_entries(session)), Decimal(0))


def _entry_tonnage(entry: Entry, athlete: Athlete) -> Decimal:
    moved = sum((_set_tonnage(one, entry, athlete) for one in entry.sets), Decimal(0))
    return moved * _rounds(entry)


def _set_tonnage(one: WorkSet, entry: Entry, athlete: Athlete) -> Decimal:
    weight = _kilograms(one, entry, athlete)
    if one.optional or one.measure is not Measure.REPS or one.low is None or weight is None:
        return Decimal(0)
    return weight * one.low * (2 if one.per_side else 1)


def _kilograms(one: WorkSet, entry: Entry, athlete: Athlete) -> Decimal | None:
    written = _written_kilograms(one.load)
    if written is not None:
        return written
    if one.percent is None or entry.exercise is None:
        return None
    known = athlete.max_of(entry.exercise.name)
    return None if known is None else known.kilograms() * one.percent[0] / 100


def _written_kilograms(load: Load | None) -> Decimal | None:
    """The least weight of a load in kg or lb; assistance moves nothing."""
    if load is None:
        return None
    if load.unit not in (LoadUnit.KG, LoadUnit.LB) or load.low is None:
        return _written_kilograms(load.also)
    kilograms = load.low * POUND if load.unit is LoadUnit.LB else load.low
    return max(kilograms, Decimal(0)) * (load.count or 1)
