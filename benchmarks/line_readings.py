"""How wodlang reads a single line that stands in a session, in one line of words."""

from __future__ import annotations

from dataclasses import dataclass

from wodlang.model.entry import Entry
from wodlang.report.entry_words import block_words, details
from wodlang.report.set_words import set_groups
from wodlang.syntax.nodes import BlockHeader, ExerciseLine, ExerciseNode, RestLine, Statement
from wodlang.workbench import CheckResult, open_text

BEFORE = "program Lines\n  units: lb\nsession Whiteboard\nBench Press 5x5\n"
AFTER = "\nBench Press 5x5\n"
INDEX = BEFORE.count("\n")


@dataclass(frozen=True, slots=True)
class Reading:
    """A line, the names of the diagnostics of its file, and what it was read as."""

    text: str
    diagnostics: tuple[str, ...]
    words: str


def read_line(text: str) -> Reading:
    """Read a line between two exercise lines of a session."""
    result = open_text(BEFORE + text + AFTER)
    names = tuple(sorted({finding.name for finding in result.findings}))
    return Reading(text, names, _words(result))


def _words(result: CheckResult) -> str:
    statement = result.document.statements[INDEX]
    entries = [
        entry
        for week in result.program.weeks
        for session in week.sessions
        for entry in session.entries
        if entry.line == INDEX + 1
    ]
    head = _head(statement)
    return " ; ".join([*([head] if head else []), *map(_entry, entries, _named(statement, entries))])


def _named(statement: Statement, entries: list[Entry]) -> list[bool]:
    """Whether each exercise has a name of its own; without one it continues the line above."""
    body = getattr(statement, "body", None)
    nodes: tuple[ExerciseNode, ...] = body.exercises if body else ()
    if len(nodes) != len(entries):
        return [True] * len(entries)
    return [node.name_span is not None for node in nodes]


def _head(statement: Statement) -> str:
    if isinstance(statement, ExerciseLine):
        return ""
    if isinstance(statement, BlockHeader):
        return f"[{block_words(statement.block)}]"
    if isinstance(statement, RestLine):
        return f"[rest {statement.seconds or ''}]"
    fields = ("days", "title", "weeks", "section", "key", "value", "text", "slot")
    said = [str(value) for name in fields if (value := getattr(statement, name, None))]
    return f"[{type(statement).__name__} {' '.join(said)}]"


def _entry(entry: Entry, named: bool) -> str:
    known = entry.exercise.name if entry.exercise else f"?{entry.name}"
    if entry.parts:
        known = " + ".join(
            one.name if one else f"?{part}"
            for one, part in zip(entry.part_exercises, entry.parts, strict=False)
        )
    groups = [f"{sets} @ {load}" if load else sets for sets, load in set_groups(entry.sets)]
    said = ", ".join(groups) or "no sets"
    more = details(entry)
    return f"{known if named else '(above)'}: {said}" + (f" | {more}" if more else "")
