"""The `valid` and `invalid` examples of a rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wodlang.lint.rule import Invalid, Valid
from wodlang.rulefile.reading import Reading
from wodlang.text.finding import Severity
from wodlang.text.toml import KeyPath

VALID_KEYS = ("wod", "why", "options")
INVALID_KEYS = ("wod", "lines", "fixed", "why", "severity", "options")


def read_examples(
    reading: Reading, table: dict[str, Any], path: KeyPath
) -> tuple[Valid | Invalid, ...]:
    """The examples in the order of the keys: first those that are right."""
    return (*_valid(reading, table, path), *_invalid(reading, table, path))


def _listed(reading: Reading, table: dict[str, Any], key: str, path: KeyPath) -> list[Any]:
    value = table.get(key, [])
    if isinstance(value, list):
        return value
    reading.at_value((*path, key), f'"{key}" must be a list, [ … ]')
    return []


def _valid(reading: Reading, table: dict[str, Any], path: KeyPath) -> Iterator[Valid]:
    for index, item in enumerate(_listed(reading, table, "valid", path)):
        place = (*path, "valid", index)
        if isinstance(item, str):
            yield Valid(item)
        elif isinstance(item, dict):
            reading.known_keys(item, VALID_KEYS, place)
            wod = reading.required(item, "wod", place)
            yield Valid(wod, reading.text(item, "why", place), _options(reading, item, place))
        else:
            reading.at_value(place, 'an example is a text, "Deadlift 3x5"')


def _invalid(reading: Reading, table: dict[str, Any], path: KeyPath) -> Iterator[Invalid]:
    for index, item in enumerate(_listed(reading, table, "invalid", path)):
        place = (*path, "invalid", index)
        if not isinstance(item, dict):
            reading.at_value(place, 'write { wod = "…", lines = [2] }')
            continue
        reading.known_keys(item, INVALID_KEYS, place)
        lines = _lines(reading, item, place)
        severity = _severity(reading, item, place)
        yield Invalid(
            reading.required(item, "wod", place),
            lines,
            reading.text(item, "fixed", place) if "fixed" in item else None,
            reading.text(item, "why", place),
            severity,
            _options(reading, item, place),
            fix_stated="fixed" in item,
        )


def _lines(reading: Reading, item: dict[str, Any], path: KeyPath) -> tuple[int, ...]:
    lines = item.get("lines")
    if isinstance(lines, int) and not isinstance(lines, bool):
        lines = [lines]
    if isinstance(lines, list) and lines and all(type(one) is int and one > 0 for one in lines):
        return tuple(lines)
    said = '"lines" must say where the rule speaks: lines = [2]'
    reading.at_value((*path, "lines") if "lines" in item else path, said)
    return ()


def _severity(reading: Reading, item: dict[str, Any], path: KeyPath) -> Severity | None:
    if "severity" not in item:
        return None
    words = tuple(str(one) for one in reversed(Severity))
    return Severity(reading.choice(item, "severity", path, words, "warning"))


def _options(reading: Reading, item: dict[str, Any], path: KeyPath) -> dict[str, Any]:
    return dict(reading.table(item.get("options", {}), (*path, "options")))
