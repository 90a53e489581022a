"""Sets per muscle, axial load and tonnage, on programs built by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from wodlang.model.athlete import Athlete, Weight
from wodlang.model.entry import Entry, Place
from wodlang.model.exercise import Exercise, Pattern, Support
from wodlang.model.program import Session
from wodlang.model.volume import axial_steps, sets_per_muscle, tonnage, working_sets
from wodlang.model.workset import WorkSet
from wodlang.syntax.line_nodes import Load, LoadUnit, Measure
from wodlang.syntax.nodes import TimedBlock
from wodlang.text.span import Span

NOWHERE = Place(Span(0, 0), Span(0, 0), 0)


def exercise(name: str, pattern: Pattern, primary: str, secondary: str, axial: int) -> Exercise:
    return Exercise(
        name, pattern, tuple(primary.split()), tuple(secondary.split()), True, "barbell", "both",
        Support.FREE, axial, 0, 0, 0,
    )  # fmt: skip


SQUAT = exercise("Back Squat", Pattern.SQUAT, "quads glutes", "hamstrings", 3)
DEADLIFT = exercise("Deadlift", Pattern.HINGE, "hamstrings glutes", "quads traps", 3)
CURL = exercise("Curl", Pattern.ELBOW_FLEXION, "biceps", "", 0)
RUN = exercise("Run", Pattern.CARDIO, "quads", "", 1)


def sets(number: int, load: Load | None = None, **more: Any) -> tuple[WorkSet, ...]:
    one = WorkSet(Measure.REPS, more.pop("low", 5), more.pop("high", 5), load=load, **more)
    return (one,) * number


def entry(known: Exercise | None, written: tuple[WorkSet, ...], **more: Any) -> Entry:
    return Entry(1, known.name if known else "?", NOWHERE, known, written, **more)


def session(*entries: Entry) -> Session:
    return Session(1, None, entries)


def kilograms(low: float, high: float | None = None, **more: Any) -> Load:
    return Load(LoadUnit.KG, Decimal(str(low)), Decimal(str(high or low)), **more)


def test_primary_muscles_count_whole_and_secondary_ones_half() -> None:
    week = [session(entry(SQUAT, sets(3))), session(entry(DEADLIFT, sets(1)), entry(CURL, sets(2)))]
    counted = sets_per_muscle(week)
    assert counted == {
        "glutes": 4, "quads": Decimal("3.5"), "hamstrings": Decimal("2.5"), "biceps": 2,
        "traps": Decimal("0.5"),
    }  # fmt: skip
    assert list(counted) == ["glutes", "quads", "hamstrings", "biceps", "traps"]


def test_only_working_sets_of_known_exercises_count() -> None:
    day = session(
        entry(SQUAT, sets(3), section="warm-up"),
        entry(SQUAT, sets(2), modifiers=("warm-up",)),
        entry(RUN, sets(1)),
        entry(None, sets(4)),
        entry(CURL, ()),
    )
    assert sets_per_muscle([day]) == {}
    assert [step.total for step in axial_steps(day)] == [0, 0]


def test_a_set_of_a_complex_counts_once_for_a_muscle() -> None:
    parts = (DEADLIFT, None, SQUAT)
    complex_line = entry(None, sets(3), parts=("Deadlift", "x", "Squat"), part_exercises=parts)
    counted = sets_per_muscle([session(complex_line)])
    assert counted == {"glutes": 3, "hamstrings": 3, "quads": 3, "traps": Decimal("1.5")}
    assert axial_steps(session(complex_line))[0].added == 9


@pytest.mark.parametrize(
    ("written", "rounds", "done"),
    [(3, None, 3), (1, 4, 4), (3, 3, 3), (2, 4, 8), (0, 3, 0), (1, 1, 1)],
)
def test_rounds_of_a_block_are_counted(written: int, rounds: int | None, done: int) -> None:
    block = TimedBlock("circuit", rounds=rounds)
    assert working_sets(entry(CURL, sets(written), block=block)) == done


def test_optional_sets_do_not_count() -> None:
    written = sets(3, kilograms(10)) + sets(1, kilograms(10), optional=True)
    day = session(entry(SQUAT, written))
    assert sets_per_muscle([day])["quads"] == 3
    assert axial_steps(day)[0].total == 9
    assert tonnage(day, Athlete()) == 150


def test_axial_load_adds_up_through_the_session() -> None:
    day = session(entry(DEADLIFT, sets(2)), entry(CURL, sets(3)), entry(SQUAT, sets(4)))
    assert [(step.added, step.total) for step in axial_steps(day)] == [(6, 6), (0, 6), (12, 18)]


POUNDS = Load(LoadUnit.LB, Decimal(100), Decimal(100))


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        pytest.param(sets(3, kilograms(100)), "1500", id="sets x reps x kg"),
        pytest.param(sets(1, POUNDS), "226.796185", id="pounds"),
        pytest.param(sets(1, kilograms(70, 80), low=8, high=10), "560", id="least of ranges"),
        pytest.param(sets(1, kilograms(24, count=2)), "240", id="a pair"),
        pytest.param(sets(1, kilograms(20), per_side=True), "200", id="both sides"),
        pytest.param(sets(1, kilograms(-15, added=True)), "0", id="assistance"),
        pytest.param(sets(1, kilograms(20), low=0, high=None, amrap=True), "0", id="open reps"),
        pytest.param(sets(2, None), "0", id="no load"),
        pytest.param(
            sets(1, Load(LoadUnit.RPE, Decimal(8), Decimal(8), also=kilograms(60))), "300", id="and"
        ),
        pytest.param((WorkSet(Measure.METRES, 20, 20, load=kilograms(50)),), "0", id="metres"),
        pytest.param(
            sets(1, percent=(Decimal(80), Decimal(85))), "640", id="a percentage of a known max"
        ),
    ],
)
def test_tonnage_is_what_is_moved_at_least(written: tuple[WorkSet, ...], moved: str) -> None:
    athlete = Athlete(maxes=(("Back Squat", Weight(Decimal(160), "kg")),))
    assert tonnage(session(entry(SQUAT, written)), athlete) == Decimal(moved)


def test_a_percentage_without_a_max_moves_nothing_known() -> None:
    written = sets(1, percent=(Decimal(80), Decimal(80)))
    assert tonnage(session(entry(SQUAT, written), entry(None, written)), Athlete()) == 0
