"""The `[[exercise]]` tables of a pack, which say what an `exercise` block of a .wod file says."""

from __future__ import annotations

from typing import Any

from wodlang.model.catalogue import Catalogue
from wodlang.model.exercise import Exercise
from wodlang.model.own_exercises import ALLOWED, SCALES, define_exercises
from wodlang.rulefile.reading import Reading
from wodlang.syntax.nodes import ExerciseHeader, FieldLine
from wodlang.text.span import Span
from wodlang.text.toml import KeyPath

LISTS = ("aliases", "primary", "secondary")
FIELDS = {
    "like": "like", **{key: key for key in LISTS},
    **{key.replace(" ", "-"): key for key in (*ALLOWED, *SCALES)},
}  # fmt: skip
KEYS = ("name", *FIELDS)


def read_exercises(
    reading: Reading, tables: list[dict[str, Any]], catalogue: Catalogue
) -> tuple[Exercise, ...]:
    """The exercises of a pack; what is wrong with them is said at its place in the file."""
    places: list[KeyPath] = []
    blocks = [
        _block(reading, table, ("exercise", index), places) for index, table in enumerate(tables)
    ]
    defined, findings = define_exercises(blocks, {}, catalogue.find, catalogue.suggest)
    for finding in findings:
        near = catalogue.suggest(_quoted(finding.message), 1) if "called" in finding.message else ()
        said = finding.message if near or not finding.help else f"{finding.message}, {finding.help}"
        reading.at_value(places[finding.span.start], said, next(iter(near), None))
    return tuple(defined.values())


def _quoted(message: str) -> str:
    return message.split('"')[1] if message.count('"') > 1 else message


def _block(
    reading: Reading, table: dict[str, Any], path: KeyPath, places: list[KeyPath]
) -> tuple[ExerciseHeader, list[FieldLine]]:
    """The table as a block of the language. A span is the index of its place in the TOML."""
    reading.known_keys(table, KEYS, path)
    name = reading.required(table, "name", path)
    span = _noted(places, (*path, "name"))
    fields = [
        _field(reading, FIELDS[key], table[key], (*path, key), places)
        for key in FIELDS
        if key in table
    ]
    return ExerciseHeader(index=0, span=span, name=name, name_span=span), fields


def _field(
    reading: Reading, key: str, value: Any, path: KeyPath, places: list[KeyPath]
) -> FieldLine:
    span = _noted(places, path)
    return FieldLine(
        index=0, span=span, block="exercise", key=key, key_span=span,
        value=_written(reading, value, path), value_span=span,
    )  # fmt: skip


def _written(reading: Reading, value: Any, path: KeyPath) -> str:
    """A TOML value as it stands behind the colon of a field."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | str):
        return str(value)
    if isinstance(value, list) and path[-1] in LISTS and all(isinstance(one, str) for one in value):
        return ", ".join(value)
    kind = "a list of texts" if path[-1] in LISTS else "a text"
    reading.at_value(path, f'"{path[-1]}" must be {kind}')
    return ""


def _noted(places: list[KeyPath], path: KeyPath) -> Span:
    places.append(path)
    return Span(len(places) - 1, len(places) - 1)
