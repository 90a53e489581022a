"""From the table of one configuration file to settings: every key, its type, and where it stands."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from wodlang.lint.config_file import ConfigFile
from wodlang.lint.config_problem import ConfigProblem
from wodlang.lint.config_reading import Reading, wrong
from wodlang.lint.settings import PerFile, Settings

KEYS = (
    "extends", "select", "extend-select", "ignore", "severity", "per-file", "packs",
    "require-packs", "fail-level", "baseline", "rules",
)  # fmt: skip
PER_FILE_KEYS = ("ignore", "extend-select", "severity")


def read_keys(config: ConfigFile, layer: int) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    """The settings of one file, `extends` left out."""
    reading = Reading(config, layer)
    reading.unknown_keys(config.table, KEYS)
    values: dict[str, Any] = {}
    for key, (field, read) in _READERS.items():
        if key in config.table:
            value = read(reading, config.table[key])
            if value is not None:
                values[field] = value
    settings = Settings(file=config.file, origins=reading.origins, **values)
    return settings, tuple(reading.problems)


def _packs(reading: Reading, value: Any) -> tuple[str, ...]:
    """Names as they are; paths, which count from the file's folder, absolute."""
    found = []
    for word in reading.words(value, "packs"):
        name = word
        if is_path(word):
            name = os.path.abspath(reading.config.file.parent / word)
            reading.origins["packs", name] = reading.origins["packs", word]
        found.append(name)
    return tuple(found)


def is_path(word: str) -> bool:
    """Whether the word for a pack is a path of a TOML pack, not the name of an installed one."""
    return word.endswith(".toml") or "/" in word or os.sep in word


def _baseline(reading: Reading, value: Any) -> Path | None:
    """The file, which counts from the configuration's folder."""
    if not isinstance(value, str) or not value.strip():
        reading.problems.append(wrong(reading.origin("baseline"), "baseline", "the path of a file"))
        return None
    reading.origins["baseline",] = reading.origin("baseline")
    return Path(os.path.abspath(reading.config.file.parent / value))


def _rules(reading: Reading, value: Any) -> dict[str, dict[str, Any]]:
    options = {}
    for name, table in reading.table(value, "rules").items():
        reading.origins["rules", name] = reading.origin("rules", name)
        options[name] = reading.table(table, "rules", name)
        for option in options[name]:
            reading.origins["rules", name, option] = reading.origin("rules", name, option)
    return options


def _per_file(reading: Reading, value: Any) -> tuple[PerFile, ...]:
    return tuple(
        _one_per_file(reading, pattern, item)
        for pattern, item in reading.table(value, "per-file").items()
    )


def _one_per_file(reading: Reading, pattern: str, value: Any) -> PerFile:
    """A list of what is ignored, or a table with `ignore`, `extend-select` and `severity`."""
    path = ("per-file", pattern)
    root = reading.config.file.parent
    if isinstance(value, list):
        return PerFile(pattern, root, ignore=reading.words(value, *path))
    if not isinstance(value, dict):
        wanted = "a list of what to ignore, or a table"
        reading.problems.append(wrong(reading.origin(*path), pattern, wanted))
        return PerFile(pattern, root)
    reading.unknown_keys(value, PER_FILE_KEYS, *path)
    return PerFile(
        pattern,
        root,
        ignore=reading.words(value.get("ignore", []), *path, "ignore"),
        extend_select=reading.words(value.get("extend-select", []), *path, "extend-select"),
        severity=reading.severities(value.get("severity", {}), *path, "severity"),
    )


_READERS: dict[str, tuple[str, Callable[[Reading, Any], Any]]] = {
    "select": ("select", lambda reading, value: reading.words(value, "select")),
    "extend-select": (
        "extend_select",
        lambda reading, value: reading.words(value, "extend-select"),
    ),
    "ignore": ("ignore", lambda reading, value: reading.words(value, "ignore")),
    "severity": ("severity", lambda reading, value: reading.severities(value, "severity")),
    "per-file": ("per_file", _per_file),
    "packs": ("packs", _packs),
    "require-packs": (
        "require_packs",
        lambda reading, value: reading.words(value, "require-packs"),
    ),
    "fail-level": ("fail_level", lambda reading, value: reading.severity(value, "fail-level")),
    "baseline": ("baseline", _baseline),
    "rules": ("rules", _rules),
}
