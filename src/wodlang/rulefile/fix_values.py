"""What a `fix` may write: each value must be readable in a line, and be one thing alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from wodlang.syntax.body import BodyReader
from wodlang.syntax.line_nodes import ExerciseNode, ModifierKind
from wodlang.syntax.nodes import Document, ExerciseLine
from wodlang.syntax.parse import parse
from wodlang.text.source import Source

Knows = Callable[[str], bool]
SAMPLES: Mapping[str, str] = {
    "set-reps": "Bench Press 3x{}", "set-sets": "Bench Press {}x5",
    "set-load": "Bench Press 3x5 @ {}", "set-rest": "Bench Press 3x5, rest {}",
    "add-modifier": "Bench Press 3x5, {}", "add-line": "{}",
}  # fmt: skip
"""A line in which a value must be readable."""
UNITS = {"set-load": '"{0}%" or "{0} kg"', "set-rest": '"{0}s" or "{0}min"'}
"""What needs a unit, and how it is written with one."""
MOST_RPE = 10
_BARE = re.compile(r"(?:\d+(?:[.,]\d+)?\s*[-–]\s*)?(\d+(?:[.,]\d+)?)")
"""A number, or a range, without a unit."""
_PART = {
    "set-reps": "repetitions", "set-sets": "a number of sets", "set-load": "a load",
    "set-rest": "a rest", "add-modifier": "a modifier",
}  # fmt: skip


class Unwritable(NamedTuple):
    """Why a value cannot be written. `exercise` is a name that nobody knows."""

    said: str
    exercise: str = ""


def unwritable(key: str, value: str, knows: Knows) -> Unwritable | None:
    """Why a value cannot be written into a line; None where it can."""
    if key == "replace-exercise":
        return None if knows(value) else _nobody_knows(value)
    if _lacks_unit(key, value):
        return Unwritable(f"{value} has no unit: write {UNITS[key].format(value)}")
    document, findings = parse(Source("", SAMPLES[key].format(value)), BodyReader(knows))
    if findings:
        return Unwritable(f'"{value}" cannot be written in a line: {findings[0].message}')
    if key == "add-line":
        return next(_strange(document, value, knows), None)
    if not _is_alone(document, key):
        return Unwritable(f'"{value}" is more than {_PART[key]}: write each part under its own key')
    return None


def _lacks_unit(key: str, value: str) -> bool:
    """Whether nobody knows what a number counts. A load up to 10 is an RPE, as in a line."""
    match = _BARE.fullmatch(value.strip())
    if match is None or key not in UNITS:
        return False
    return key != "set-load" or float(match[1].replace(",", ".")) > MOST_RPE


def _strange(document: Document, value: str, knows: Knows) -> Iterator[Unwritable]:
    """A new line must be an exercise that is known."""
    for statement in document.statements:
        if not isinstance(statement, ExerciseLine):
            yield Unwritable(f'"{value}" is no exercise line')
            return
        for one in statement.body.exercises:
            if not (knows(one.name) or (one.parts and all(map(knows, one.parts)))):
                yield _nobody_knows(one.name)


def _nobody_knows(name: str) -> Unwritable:
    return Unwritable(f'no exercise is called "{name}"', name)


def _is_alone(document: Document, key: str) -> bool:
    """Whether a value is just what its key says: a comment behind it would swallow the line's rest."""
    (line,) = document.statements
    if not isinstance(line, ExerciseLine) or line.comment is not None:
        return False
    exercises = line.body.exercises
    if len(exercises) != 1 or len(exercises[0].cells) != 1:
        return False
    return _has_only(key, exercises[0])


def _has_only(key: str, exercise: ExerciseNode) -> bool:
    (cell,) = exercise.cells
    kinds = [modifier.kind for modifier in cell.modifiers]
    if len(cell.groups) != 1 or (key != "set-load" and cell.groups[0].loads):
        return False
    if key == "add-modifier":
        return True
    wanted = [ModifierKind.REST] if key == "set-rest" else []
    return kinds == wanted and not exercise.notes
