"""The `fix` of a rule, or several to choose from: every value must be readable in a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from wodlang.rulefile.expressions import Expressions
from wodlang.rulefile.fixes import COUNTS, KEYS, MOVES, SAMPLES, TEXTS, UNITS, FixPlan
from wodlang.rulefile.message import Template
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.reading import Reading
from wodlang.rulefile.types import Kind
from wodlang.syntax.body import BodyReader
from wodlang.syntax.nodes import Document, ExerciseLine
from wodlang.syntax.parse import parse
from wodlang.text.source import Source
from wodlang.text.toml import KeyPath

BARE = re.compile(r"(?:\d+(?:[.,]\d+)?\s*[-–]\s*)?(\d+(?:[.,]\d+)?)")
"""A number, or a range, without a unit."""
MOST_RPE = 10


def read_fixes(
    reading: Reading,
    table: dict[str, Any],
    path: KeyPath,
    expressions: Expressions,
    knows: Callable[[str], bool],
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
    def __init__(
        self, reading: Reading, expressions: Expressions, knows: Callable[[str], bool]
    ) -> None:
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
        return FixPlan(texts, move, remove, bool(table.get("safe")))

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
        if key == "replace-exercise" and not self.knows(value):
            self._no_exercise(value, path)
            return None
        if "{" not in value:
            self._check_readable(key, value, path)
        try:
            return self.expressions.template(value)
        except ExpressionProblem as problem:
            self.reading.in_text(path, problem)
            return None

    def _check_readable(self, key: str, value: str, path: KeyPath) -> None:
        sample = SAMPLES.get(key)
        if sample is None:
            return
        if _lacks_unit(key, value):
            self.reading.at_value(path, f"{value} has no unit: write {UNITS[key].format(value)}")
            return
        document, findings = parse(Source("", sample.format(value)), BodyReader(self.knows))
        if findings:
            said = f"cannot be written in a line: {findings[0].message}"
            self.reading.at_value(path, f'"{value}" {said}')
        elif key == "add-line":
            self._check_exercises(document, value, path)

    def _check_exercises(self, document: Document, value: str, path: KeyPath) -> None:
        """A new line must be an exercise that is known."""
        for statement in document.statements:
            if not isinstance(statement, ExerciseLine):
                self.reading.at_value(path, f'"{value}" is no exercise line')
                return
            for one in statement.body.exercises:
                if not (self.knows(one.name) or (one.parts and all(map(self.knows, one.parts)))):
                    self._no_exercise(one.name, path)

    def _no_exercise(self, name: str, path: KeyPath) -> None:
        known = self.expressions.names.attributes[Kind.EXERCISE]["exercise"].type
        self.reading.at_value(path, f'no exercise is called "{name}"', _nearest(known, name))


def _nearest(kind: Any, value: str) -> str | None:
    near: str | None = kind.vocabulary.near(value)
    return near


def _lacks_unit(key: str, value: str) -> bool:
    """Whether nobody knows what a number counts. A load up to 10 is an RPE, as in a line."""
    match = BARE.fullmatch(value.strip())
    if match is None or key not in UNITS:
        return False
    return key != "set-load" or float(match[1].replace(",", ".")) > MOST_RPE
