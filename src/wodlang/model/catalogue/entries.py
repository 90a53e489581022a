"""Catalogue entries as plain data: the reviewed JSON files, and the records of the index."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wodlang.model.exercise import Exercise, Pattern, Support

FOLDER = Path(__file__).parent / "exercises"

_TEXTS = ("name", "pattern", "implement", "sides", "support")
_FLAGS_AND_SCALES = ("compound", "axial", "lower_back", "grip", "neural")
_LISTS = ("primary", "secondary", "aliases", "endurance_aliases")


def read_entries(folder: Path = FOLDER) -> Iterator[Exercise]:
    """All entries of the reviewed files, file after file in the order of the patterns."""
    for pattern in Pattern:
        path = folder / f"{pattern}.json"
        for entry in json.loads(path.read_text(encoding="utf-8")):
            yield exercise_from(entry)


def exercise_from(entry: dict[str, Any]) -> Exercise:
    """The exercise that an object of a catalogue file describes."""
    return Exercise(
        name=entry["name"],
        pattern=Pattern(entry["pattern"]),
        primary=tuple(entry["primary"]),
        secondary=tuple(entry["secondary"]),
        compound=entry["compound"],
        implement=entry["implement"],
        sides=entry["sides"],
        support=Support(entry["support"]),
        axial=entry["axial"],
        lower_back=entry["lower_back"],
        grip=entry["grip"],
        neural=entry["neural"],
        aliases=tuple(entry["aliases"]),
        endurance_aliases=tuple(entry.get("endurance_aliases", ())),
        supported_form=entry.get("supported_form"),
    )


def record_of(exercise: Exercise) -> str:
    """The exercise as one line of JSON."""
    fields: dict[str, Any] = {
        field: getattr(exercise, field)
        for field in (*_TEXTS, *_FLAGS_AND_SCALES, *_LISTS, "supported_form")
    }
    kept = {field: value for field, value in fields.items() if field in _REQUIRED or value}
    return json.dumps(kept, separators=(",", ":"))


_REQUIRED = frozenset({*_TEXTS, *_FLAGS_AND_SCALES, "primary", "secondary", "aliases"})
