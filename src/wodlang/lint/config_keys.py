"""From the table of one configuration file to settings: every key, its type, and where it stands."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

from wodlang.lint.config_file import ConfigFile
from wodlang.lint.config_problem import ConfigProblem, at_key, at_value, unknown
from wodlang.lint.settings import Origin, PerFile, Settings
from wodlang.text.finding import Severity
from wodlang.text.nearest import nearest
from wodlang.text.toml import KeyPath

KEYS = (
    "extends", "select", "extend-select", "ignore", "severity", "per-file", "packs",
    "require-packs", "fail-level", "rules",
)  # fmt: skip
PER_FILE_KEYS = ("ignore", "extend-select", "severity")
SEVERITIES = tuple(str(severity) for severity in Severity)

_INSTEAD = {
    "profile": 'write extends = ["pack:posterior-chain/strict"]',
    "profiles": 'write extends = ["pack:posterior-chain/strict"]',
    "pack": "write packs = [...]",
    "options": "a rule's options stand under [rules.NAME]",
    "tool": "[tool.wod] belongs into pyproject.toml; here its keys stand at the top",
    "off": "write ignore = [...]",
}

Problems: TypeAlias = list[ConfigProblem]


class Reading:
    """One file being read: its origins and the problems found so far."""

    def __init__(self, config: ConfigFile, layer: int) -> None:
        """Start to read a file that lies in this layer."""
        self.config = config
        self.layer = layer
        self.origins: dict[KeyPath, Origin] = {}
        self.problems: Problems = []

    def origin(self, *path: str | int) -> Origin:
        """Where a value of this file stands; `path` counts from our table."""
        return Origin(self.layer, self.config.source, (*self.config.at, *path))

    def words(self, value: Any, *path: str) -> tuple[str, ...]:
        """A list of texts, each remembered with its place."""
        if not isinstance(value, list):
            self.problems.append(_wrong(self.origin(*path), path[-1], 'a list of texts, ["…"]'))
            return ()
        found: dict[str, None] = {}
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                self.problems.append(_wrong(self.origin(*path, index), path[-1], "texts"))
                continue
            found[item.strip()] = None
            self.origins[(*path, item.strip())] = self.origin(*path, index)
        return tuple(found)

    def table(self, value: Any, *path: str) -> dict[str, Any]:
        """A table."""
        if isinstance(value, dict):
            return value
        self.problems.append(_wrong(self.origin(*path), path[-1], "a table"))
        return {}

    def severity(self, value: Any, *path: str) -> Severity | None:
        """A severity's word."""
        if isinstance(value, str) and value in SEVERITIES:
            self.origins[path] = self.origin(*path)
            return Severity(value)
        known = "error, warning or info"
        near = nearest(value, SEVERITIES) if isinstance(value, str) else None
        said = f"{_printed(value)} is no severity: {known}"
        if value in ("off", "none", "ignore", False):
            said = f"{_printed(value)} is no severity: switch a rule off with ignore = [...]"
        self.problems.append(at_value(self.origin(*path), said, near))
        return None

    def severities(self, value: Any, *path: str) -> dict[str, Severity]:
        """A table of severities by rule, code, prefix or pack."""
        read = {
            word: self.severity(item, *path, word)
            for word, item in self.table(value, *path).items()
        }
        return {word: severity for word, severity in read.items() if severity is not None}

    def unknown_keys(self, table: Iterable[str], known: tuple[str, ...], *path: str) -> None:
        """Complain of each key that is none."""
        for key in table:
            if key in known:
                continue
            origin = self.origin(*path, key)
            if not path and key in _INSTEAD:
                self.problems.append(at_key(origin, f'unknown key "{key}": {_INSTEAD[key]}'))
            else:
                self.problems.append(unknown(origin, "key", key, known, key=True))


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
            name = os.path.normpath(reading.config.file.parent / word)
            reading.origins["packs", name] = reading.origins["packs", word]
            if not Path(name).is_file():
                origin = reading.origins["packs", word]
                reading.problems.append(at_value(origin, f'there is no pack file "{word}"'))
                continue
        found.append(name)
    return tuple(found)


def is_path(word: str) -> bool:
    """Whether the word for a pack is a path of a TOML pack, not the name of an installed one."""
    return word.endswith(".toml") or "/" in word or os.sep in word


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
        reading.problems.append(_wrong(reading.origin(*path), pattern, wanted))
        return PerFile(pattern, root)
    reading.unknown_keys(value, PER_FILE_KEYS, *path)
    return PerFile(
        pattern,
        root,
        ignore=reading.words(value.get("ignore", []), *path, "ignore"),
        extend_select=reading.words(value.get("extend-select", []), *path, "extend-select"),
        severity=reading.severities(value.get("severity", {}), *path, "severity"),
    )


def _wrong(origin: Origin, key: str, wanted: str) -> ConfigProblem:
    return at_value(origin, f'"{key}" takes {wanted}')


def _printed(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


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
    "rules": ("rules", _rules),
}
