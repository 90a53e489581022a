"""`wod exercise`."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

KEYS = [
    "name", "aliases", "pattern", "primary", "secondary", "compound", "implement", "sides",
    "support", "axial", "lower_back", "grip", "neural",
]  # fmt: skip


@pytest.mark.parametrize("typed", [("Romanian Deadlift",), ("rdl",), ("romanian", "deadlift")])
def test_one_entry_as_json(wod: Callable[..., Any], typed: tuple[str, ...]) -> None:
    result = wod("exercise", *typed, "--output-format", "json")
    data = json.loads(result.out)
    assert result.code == 0
    assert list(data) == KEYS
    assert data["name"] == "Romanian Deadlift"
    assert (data["axial"], data["lower_back"], data["grip"], data["neural"]) == (2, 3, 3, 2)


def test_all_entries_as_json(wod: Callable[..., Any]) -> None:
    result = wod("exercise", "--output-format=json")
    data = json.loads(result.out)
    assert result.code == 0
    assert len(data) > 100
    assert all(list(one) == KEYS for one in data)


def test_an_unknown_name_as_json(wod: Callable[..., Any]) -> None:
    result = wod("exercise", "Romanian Deadlfit", "--output-format", "json")
    data = json.loads(result.out)
    assert result.code == 1
    assert "Romanian Deadlift" in data["nearest"]
    assert "Romanian Deadlfit" in data["error"]


def test_an_unknown_name_as_text(wod: Callable[..., Any]) -> None:
    result = wod("exercise", "Romanian Deadlfit")
    assert (result.code, result.out) == (1, "")
    assert "Romanian Deadlift" in result.err


def test_one_entry_as_text(wod: Callable[..., Any]) -> None:
    result = wod("exercise", "Front Squat")
    assert result.code == 0
    assert result.out.startswith("Front Squat\n")
    assert "squat (compound)" in result.out


def test_a_search_needs_all_words(wod: Callable[..., Any]) -> None:
    result = wod("exercise", "barbell", "hing")
    found = result.out.splitlines()
    assert result.code == 0
    assert found
    assert all("  hinge  " in line for line in found)
    assert wod("exercise", "barbell", "hing", "xyz").code == 1


def test_a_search_is_for_people_alone(wod: Callable[..., Any]) -> None:
    assert wod("exercise", "hip-extension").code == 0
    assert wod("exercise", "hip-extension", "--output-format", "json").code == 1


def test_an_empty_name(wod: Callable[..., Any]) -> None:
    assert wod("exercise", "").code == 2
