"""The catalogue's data: valid, consistent, free of names that mean two things, and indexed."""

import json
from collections import Counter
from pathlib import Path

import jsonschema
import pytest

from wodlang.model.catalogue import Catalogue, load_catalogue
from wodlang.model.catalogue.build import NameClash, index_text, keys_of
from wodlang.model.catalogue.entries import FOLDER, read_entries
from wodlang.model.catalogue.index import INDEX_FILE, Index
from wodlang.model.catalogue.names import ENDURANCE, words
from wodlang.model.exercise import Exercise, Pattern, Support

FILES = sorted(FOLDER.glob("*.json"))
SCHEMA = json.loads((FOLDER.parent / "schema.json").read_text(encoding="utf-8"))

ISOLATION = {
    Pattern.KNEE_EXTENSION, Pattern.CALF, Pattern.HIP_ABDUCTION, Pattern.HIP_ADDUCTION,
    Pattern.FLY, Pattern.SHRUG, Pattern.ELBOW_FLEXION, Pattern.BACK_EXTENSION, Pattern.GRIP,
    Pattern.NECK, Pattern.MOBILITY, Pattern.KNEE_FLEXION,
}  # fmt: skip
PRESSING = {
    Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH, Pattern.ELBOW_FLEXION,
    Pattern.ELBOW_EXTENSION, Pattern.CORE, Pattern.RAISE, Pattern.FLY, Pattern.NECK, Pattern.GRIP,
}  # fmt: skip

ANCHORS = {
    "conventional deadlift": (3, 3, 3, 3),
    "trap-bar deadlift": (2, 2, 3, 3),
    "Romanian deadlift": (2, 3, 3, 2),
    "good morning": (2, 3, 0, 2),
    "back squat": (3, 2, 0, 3),
    "front squat": (2, 1, 0, 2),
    "goblet squat": (1, 1, 1, 1),
    "leg press": (0, 0, 0, 1),
    "Bulgarian split squat": (1, 1, 1, 2),
    "barbell row": (2, 3, 2, 2),
    "T-bar row": (1, 2, 2, 1),
    "one-arm dumbbell row": (0, 1, 2, 1),
    "seated cable row": (0, 1, 2, 1),
    "chest-supported row": (0, 0, 2, 1),
    "chest-supported T-bar row": (0, 0, 2, 1),
    "machine row": (0, 0, 1, 1),
    "weighted pull-up": (0, 0, 2, 2),
    "pulldown": (0, 0, 2, 1),
    "curl": (0, 0, 1, 0),
    "snatch": (2, 2, 2, 3),
    "clean": (2, 2, 2, 3),
    "back extension": (0, 1, 0, 0),
    "hyperextension": (0, 1, 0, 0),
    "leg curl": (0, 0, 0, 0),
    "seated leg curl": (0, 0, 0, 0),
    "leg extension": (0, 0, 0, 0),
}
"""Axial load, lower back, grip and neural demand, as the rules' definitions fix them."""


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def exercises() -> list[Exercise]:
    return list(read_entries())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_file_fits_the_schema_and_its_pattern(path: Path) -> None:
    entries = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.validate(entries, SCHEMA)
    assert {entry["pattern"] for entry in entries} == {path.stem}


def test_there_is_a_file_for_every_pattern() -> None:
    assert {path.stem for path in FILES} == {str(pattern) for pattern in Pattern}


def test_the_index_is_current(exercises: list[Exercise]) -> None:
    assert INDEX_FILE.read_text(encoding="utf-8") == index_text(exercises), (
        "run: python -m wodlang.model.catalogue.build"
    )


def test_the_index_gives_back_every_exercise(exercises: list[Exercise]) -> None:
    index = Index.load()
    assert list(index) == exercises
    assert [Index.load().exercise(one.name) for one in exercises[::97]] == exercises[::97]


def test_every_name_finds_its_exercise(catalogue: Catalogue, exercises: list[Exercise]) -> None:
    lost = [
        (name, one.name)
        for one in exercises
        for name in (one.name, *one.aliases)
        if catalogue.find(name) != one or catalogue.find(name.upper()) != one
    ]
    assert lost == []


def test_every_endurance_name_finds_its_exercise_on_a_line_with_a_distance(
    catalogue: Catalogue, exercises: list[Exercise]
) -> None:
    for one in exercises:
        for name in one.endurance_aliases:
            assert catalogue.find(name, endurance=True) == one


def test_catalogue_names_are_unique(exercises: list[Exercise]) -> None:
    counts = Counter(words(one.name) for one in exercises)
    assert [name for name, count in counts.items() if count > 1] == []


def test_two_meanings_of_a_name_are_refused(exercises: list[Exercise]) -> None:
    deadlift = next(one for one in exercises if one.name == "Conventional Deadlift")
    twin = _renamed(deadlift, "Other Deadlift", aliases=("Dead-Lifts", "deadlift"))
    with pytest.raises(NameClash, match="Conventional Deadlift and Other Deadlift"):
        keys_of([deadlift, twin])


def test_lifts_that_differ_by_the_order_of_words_are_kept_apart(
    exercises: list[Exercise],
) -> None:
    one = _renamed(exercises[0], "Slow Sled Jump")
    other = _renamed(exercises[0], "Sled Slow Jump")
    assert keys_of([one, other]) == {"=slow sled jump": 0, "=sled slow jump": 1}


def test_there_are_enough(exercises: list[Exercise]) -> None:
    keys = keys_of(exercises)
    assert len(exercises) >= 500
    assert sum(1 for one in keys if not one.startswith(ENDURANCE)) >= 1500


@pytest.mark.parametrize(("name", "scales"), ANCHORS.items())
def test_anchor(name: str, scales: tuple[int, ...], catalogue: Catalogue) -> None:
    found = catalogue.find(name)
    assert found is not None
    assert (found.axial, found.lower_back, found.grip, found.neural) == scales


def test_supported_forms_support_the_chest(exercises: list[Exercise]) -> None:
    by_name = {one.name: one for one in exercises}
    for one in exercises:
        if one.supported_form is not None:
            form = by_name[one.supported_form]
            assert (form.pattern, form.support) == (one.pattern, Support.CHEST), one.name


def test_unsupported_rows_that_tire_the_back_name_a_supported_form(
    exercises: list[Exercise],
) -> None:
    assert [
        one.name
        for one in exercises
        if one.pattern is Pattern.ROW
        and one.support is Support.FREE
        and one.lower_back >= 2
        and one.implement != "cable"
        and one.supported_form is None
    ] == []


def test_muscles(exercises: list[Exercise]) -> None:
    for one in exercises:
        assert set(one.primary).isdisjoint(one.secondary), one.name
        if one.pattern in PRESSING:
            assert not one.trains_legs, one.name
            assert not one.trains_back, one.name
        if one.is_pull:
            assert one.trains_back, one.name
        if one.pattern is Pattern.HINGE:
            assert not {"hamstrings", "glutes", "lower back"}.isdisjoint(one.primary), one.name
            assert one.lower_back < 3 or "lower back" in one.primary or one.implement == "tire"
        elif one.pattern not in (Pattern.BACK_EXTENSION, Pattern.MOBILITY):
            assert "lower back" not in one.primary, one.name
        if one.pattern not in (Pattern.MOBILITY, Pattern.CARDIO):
            assert one.primary, one.name


def test_compound_fits_the_pattern(exercises: list[Exercise]) -> None:
    for one in exercises:
        if one.pattern in ISOLATION:
            assert not one.compound, one.name
        if one.is_pull or one.pattern in (Pattern.SQUAT, Pattern.LUNGE):
            assert one.compound, one.name


def test_scales_fit_the_support(exercises: list[Exercise]) -> None:
    for one in exercises:
        if one.support in (Support.LYING, Support.HANGING):
            assert one.axial <= 1, one.name
        if one.support is Support.CHEST and one.is_pull:
            assert (one.axial, one.lower_back) == (0, 0), one.name
        if one.support is Support.ONE_HAND:
            assert max(one.axial, one.lower_back) <= 1, one.name
        if one.pattern is Pattern.MOBILITY:
            assert max(one.axial, one.lower_back, one.neural) <= 1, one.name


def test_a_hand_on_the_other_bell_holds_the_torso(catalogue: Catalogue) -> None:
    gorilla, single = catalogue.find("Gorilla Row"), catalogue.find("single-arm kettlebell row")
    assert gorilla is not None
    assert single is not None
    assert gorilla.support is single.support is Support.ONE_HAND
    assert (gorilla.axial, gorilla.lower_back) == (single.axial, single.lower_back)


def test_big_lifts_are_free_bars(exercises: list[Exercise]) -> None:
    bars = {"barbell", "trap bar", "safety bar", "axle", "other"}
    assert {one.implement for one in exercises if one.is_big_lift} <= bars
    assert all(one.axial >= 2 for one in exercises if one.is_big_lift)


def _renamed(exercise: Exercise, name: str, aliases: tuple[str, ...] = ()) -> Exercise:
    fields = {one: getattr(exercise, one) for one in Exercise.__slots__}
    return Exercise(**(fields | {"name": name, "aliases": aliases, "endurance_aliases": ()}))
