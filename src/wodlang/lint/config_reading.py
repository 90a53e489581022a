"""A configuration file being read: its values by type, their places, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from wodlang.lint.config_file import ConfigFile
from wodlang.lint.config_problem import ConfigProblem, at_key, at_value, unknown
from wodlang.lint.settings import Origin
from wodlang.text.finding import Severity
from wodlang.text.nearest import nearest
from wodlang.text.toml import KeyPath

SEVERITIES = tuple(str(severity) for severity in Severity)

_INSTEAD = {
    "profile": 'write extends = ["pack:posterior-chain/strict"]',
    "profiles": 'write extends = ["pack:posterior-chain/strict"]',
    "pack": "write packs = [...]",
    "options": "a rule's options stand under [rules.NAME]",
    "tool": "[tool.wod] belongs into pyproject.toml; here its keys stand at the top",
    "off": "write ignore = [...]",
}


class Reading:
    """One file being read: its origins and the problems found so far."""

    def __init__(self, config: ConfigFile, layer: int) -> None:
        """Start to read a file that lies in this layer."""
        self.config = config
        self.layer = layer
        self.origins: dict[KeyPath, Origin] = {}
        self.problems: list[ConfigProblem] = []

    def origin(self, *path: str | int) -> Origin:
        """Where a value of this file stands; `path` counts from our table."""
        return Origin(self.layer, self.config.source, (*self.config.at, *path))

    def words(self, value: Any, *path: str) -> tuple[str, ...]:
        """A list of texts, each remembered with its place."""
        if not isinstance(value, list):
            self.problems.append(wrong(self.origin(*path), path[-1], 'a list of texts, ["…"]'))
            return ()
        found: dict[str, None] = {}
        for index, item in enumerate(value):
            if not isinstance(item, str) or not item.strip():
                self.problems.append(wrong(self.origin(*path, index), path[-1], "texts"))
                continue
            found[item.strip()] = None
            self.origins[(*path, item.strip())] = self.origin(*path, index)
        return tuple(found)

    def table(self, value: Any, *path: str) -> dict[str, Any]:
        """A table."""
        if isinstance(value, dict):
            return value
        self.problems.append(wrong(self.origin(*path), path[-1], "a table"))
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


def wrong(origin: Origin, key: str, wanted: str) -> ConfigProblem:
    """A value of the wrong type, and what its key takes."""
    return at_value(origin, f'"{key}" takes {wanted}')


def _printed(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)
