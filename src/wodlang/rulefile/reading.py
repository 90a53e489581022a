"""A TOML pack being read: its values by type, and what is wrong with them, at its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from wodlang.lint.config_problem import ConfigProblem
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.text.nearest import nearest
from wodlang.text.source import Source
from wodlang.text.span import Span
from wodlang.text.toml import KeyPath, inside_text, key_span, value_span

MOST_PROBLEMS = 100
"""Of more problems than these only the number is said."""
LONGEST_MESSAGE = 300


class Reading:
    """One file being read, with the problems found so far.

    `faults` counts them all; a problem that is found again is listed once.
    """

    def __init__(self, source: Source) -> None:
        """Nothing is wrong yet."""
        self.source = source
        self.problems: list[ConfigProblem] = []
        self.faults = 0
        self._listed: set[tuple[Span, str]] = set()
        self._unlisted = 0

    def all_problems(self) -> tuple[ConfigProblem, ...]:
        """The problems, and how many more there are."""
        if not self._unlisted:
            return tuple(sorted(self.problems, key=_place))
        said = f"{self._unlisted:,} more things are wrong in this file: mend these first"
        return (*sorted(self.problems, key=_place), ConfigProblem(said, self.source))

    def knows_of(self, path: KeyPath, problem: ExpressionProblem) -> bool:
        """Whether something is said of this place already."""
        start = self._inside(path, problem).start
        return any(span.start == start for span, _ in self._listed)

    def at_value(self, path: KeyPath, message: str, near: str | None = None) -> None:
        """Something is wrong with the value at a path."""
        self.faults += 1
        if len(self.problems) < MOST_PROBLEMS:
            self._add(message, value_span(self.source, path), near)
        else:
            self._unlisted += 1

    def at_key(self, path: KeyPath, message: str, near: str | None = None) -> None:
        """Something is wrong with the key at a path."""
        self.faults += 1
        if len(self.problems) < MOST_PROBLEMS:
            self._add(message, key_span(self.source, path), near)
        else:
            self._unlisted += 1

    def in_text(self, path: KeyPath, problem: ExpressionProblem) -> None:
        """An expression at a path cannot be used; or a defined name that it uses."""
        self.faults += 1
        if problem.is_told:
            return
        if len(self.problems) < MOST_PROBLEMS:
            self._add(problem.message, self._inside(path, problem), problem.near)
        else:
            self._unlisted += 1

    def _inside(self, path: KeyPath, problem: ExpressionProblem) -> Span:
        return inside_text(self.source, problem.path or path, problem.span)

    def _add(self, message: str, span: Span, near: str | None) -> None:
        if (span, message) in self._listed:
            return
        self._listed.add((span, message))
        if len(message) > LONGEST_MESSAGE:
            message = f"{message[:LONGEST_MESSAGE]}…"
        self.problems.append(ConfigProblem(message, self.source, span, near))

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
        self.at_value(path, f'"{path[-1]}" must be a list of tables: [[{path[-1]}]] above each')
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
        if value in words or (key in table and not isinstance(table[key], str)):
            return value
        listed = ", ".join(words)
        self.at_value((*path, key), f'"{value}" is no {key}: {listed}', nearest(value, words))
        return default


def _place(problem: ConfigProblem) -> int:
    return problem.span.start if problem.span else 0


def _table(path: KeyPath, name: str) -> str:
    return f"[{name}]" if name else f"[[{path[-2]}]]" if len(path) > 1 else "this table"
