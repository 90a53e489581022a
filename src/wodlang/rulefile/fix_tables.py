"""The `fix` of a rule, or several to choose from: every value must be readable in a line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wodlang.rulefile.expressions import Expressions
from wodlang.rulefile.fix_values import UNITS, Knows, unwritable
from wodlang.rulefile.fixes import COUNTS, KEYS, MOVES, TEXTS, FixPlan
from wodlang.rulefile.message import Template
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.reading import Reading
from wodlang.rulefile.types import Kind
from wodlang.text.toml import KeyPath


def read_fixes(
    reading: Reading,
    table: dict[str, Any],
    path: KeyPath,
    expressions: Expressions,
    knows: Knows,
) -> tuple[FixPlan, ...]:
    """The fixes of a rule; `knows` tells whether a name is an exercise's."""
    if "fix" not in table:
        return ()
    reader = _FixReader(reading, expressions, knows)
    value, place = table["fix"], (*path, "fix")
    if isinstance(value, list):
        tables = reading.tables(value, place)
        plans = [reader.plan(one, (*place, index)) for index, one in enumerate(tables)]
    else:
        plans = [reader.plan(value, place)] if reading.table(value, place) or value == {} else []
    return tuple(plans)


class _FixReader:
    def __init__(self, reading: Reading, expressions: Expressions, knows: Knows) -> None:
        self.reading = reading
        self.expressions = expressions
        self.knows = knows

    def plan(self, table: dict[str, Any], path: KeyPath) -> FixPlan:
        reading = self.reading
        reading.known_keys(table, KEYS, path)
        for key in ("remove-line", "safe"):
            if not isinstance(table.get(key, False), bool):
                reading.at_value((*path, key), f'"{key}" is true or false')
        if self._has_no_line(table, path):
            return FixPlan()
        texts = tuple(self._texts(table, path))
        move = reading.choice(table, "move", path, MOVES, "") if "move" in table else ""
        remove = bool(table.get("remove-line"))
        if not remove and not set(table) - {"safe", "remove-line"}:
            reading.at_value(path, 'it changes nothing: write add-modifier = "straps" or the like')
        if remove and set(table) - {"safe", "remove-line"}:
            reading.at_key((*path, "remove-line"), "a line that is removed cannot be changed too")
        if "move" in table and "add-line" in table:
            reading.at_key((*path, "move"), "move and add-line do not go together: choose one")
        return FixPlan(texts, move, remove, bool(table.get("safe")), self.knows)

    def _has_no_line(self, table: dict[str, Any], path: KeyPath) -> bool:
        """Only a rule about lines can change one; one about sessions can add one."""
        kind = self.expressions.kind
        if kind is Kind.EXERCISE or (kind is Kind.SESSION and set(table) <= {"add-line", "safe"}):
            return False
        can = "only add-line" if kind is Kind.SESSION else "no fix"
        self.reading.at_key(path, f'a rule for each {kind} can have {can}: for-each = "exercise"')
        return True

    def _texts(self, table: dict[str, Any], path: KeyPath) -> Iterator[tuple[str, Template]]:
        for key in (*TEXTS, "add-modifier"):
            if key not in table:
                continue
            value = table[key]
            many = value if isinstance(value, list) and key == "add-modifier" else [value]
            for index, one in enumerate(many):
                place = (*path, key, index) if many is value else (*path, key)
                template = self._template(key, one, place)
                if template is not None:
                    yield key, template

    def _template(self, key: str, value: Any, path: KeyPath) -> Template | None:
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value) if key in (*COUNTS, *UNITS) else value
        if not isinstance(value, str) or not value.strip() or len(value.splitlines()) > 1:
            self.reading.at_value(path, f'"{key}" must be a text of one line, "…"')
            return None
        if "{" not in value:
            self._check_readable(key, value, path)
        try:
            return self.expressions.template(value)
        except ExpressionProblem as problem:
            self.reading.in_text(path, problem)
            return None

    def _check_readable(self, key: str, value: str, path: KeyPath) -> None:
        fault = unwritable(key, value, self.knows)
        if fault is not None:
            known: Any = self.expressions.names.attributes[Kind.EXERCISE]["exercise"].type
            near = known.vocabulary.near(fault.exercise) if fault.exercise else None
            self.reading.at_value(path, fault.said, near)
