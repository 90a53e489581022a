"""A TOML pack being read: its values by type, and what is wrong with them, at its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from wodlang.lint.config_problem import ConfigProblem
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.text.nearest import nearest
from wodlang.text.source import Source
from wodlang.text.toml import KeyPath, inside_text, key_span, value_span


class Reading:
    """One file being read, with the problems found so far."""

    def __init__(self, source: Source) -> None:
        """Nothing is wrong yet."""
        self.source = source
        self.problems: list[ConfigProblem] = []

    def at_value(self, path: KeyPath, message: str, near: str | None = None) -> None:
        """Something is wrong with the value at a path."""
        span = value_span(self.source, path)
        self.problems.append(ConfigProblem(message, self.source, span, near))

    def at_key(self, path: KeyPath, message: str, near: str | None = None) -> None:
        """Something is wrong with the key at a path."""
        self.problems.append(ConfigProblem(message, self.source, key_span(self.source, path), near))

    def in_text(self, path: KeyPath, problem: ExpressionProblem) -> None:
        """An expression at a path cannot be used; or a defined name that it uses."""
        where = problem.path or path
        span = inside_text(self.source, where, problem.span)
        self.problems.append(ConfigProblem(problem.message, self.source, span, problem.near))

    def known_keys(self, table: Iterable[str], known: Sequence[str], path: KeyPath) -> None:
        """Report the keys of a table that the contract does not have."""
        for key in table:
            if key not in known:
                name = str(path[-1]) if path and isinstance(path[-1], str) else ""
                inside = f" in {_table(path, name)}" if path else ""
                self.at_key((*path, key), f'unknown key "{key}"{inside}', nearest(key, known))

    def table(self, value: Any, path: KeyPath) -> dict[str, Any]:
        """A table."""
        if isinstance(value, dict):
            return value
        self.at_value(path, f"{path[-1]} must be a table, [{path[-1]}]")
        return {}

    def tables(self, value: Any, path: KeyPath) -> list[dict[str, Any]]:
        """An array of tables, `[[rule]]`."""
        if isinstance(value, list) and all(isinstance(one, dict) for one in value):
            return value
        self.at_value(path, f"write [[{path[-1]}]] above each {path[-1]}")
        return []

    def text(self, table: dict[str, Any], key: str, path: KeyPath, default: str = "") -> str:
        """A text of a table."""
        value = table.get(key, default)
        if isinstance(value, str):
            return value
        self.at_value((*path, key), f'"{key}" must be a text, "…"')
        return default

    def required(self, table: dict[str, Any], key: str, path: KeyPath) -> str:
        """A text that must be there."""
        found = self.text(table, key, path)
        if not found.strip() and (key not in table or isinstance(table[key], str)):
            said = f'"{key}" is missing' if key not in table else f'"{key}" is empty'
            self.at_key((*path, key) if key in table else path, said)
        return found

    def texts(self, table: dict[str, Any], key: str, path: KeyPath) -> tuple[str, ...]:
        """A list of texts of a table."""
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        self.at_value((*path, key), f'"{key}" must be a list of texts, ["…"]')
        return ()

    def choice(
        self, table: dict[str, Any], key: str, path: KeyPath, words: Sequence[str], default: str
    ) -> str:
        """One of a few words."""
        value = self.text(table, key, path, default)
        if value in words:
            return value
        listed = ", ".join(words)
        self.at_value((*path, key), f'"{value}" is no {key}: {listed}', nearest(value, words))
        return default


def _table(path: KeyPath, name: str) -> str:
    return f"[{name}]" if name else f"[[{path[-2]}]]" if len(path) > 1 else "this table"
