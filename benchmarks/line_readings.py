"""How wodlang reads a single line that stands in a session, in one line of words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from wodlang.model.entry import Entry
from wodlang.report.entry_words import block_words, details
from wodlang.report.set_words import set_groups
from wodlang.syntax.nodes import BlockHeader, ExerciseLine, RestLine, Statement
from wodlang.workbench import CheckResult, open_text

BEFORE = "program Lines\n  units: lb\nsession Whiteboard\nBench Press 5x5\n"
AFTER = "\nBench Press 5x5\n"
INDEX = BEFORE.count("\n")
SETS_ABOVE = 5


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
    entries = _entries(result, INDEX + 1)
    words = [_entry(entry) for entry in entries]
    if not entries and isinstance(statement, ExerciseLine):
        words = [_continued(entry) for entry in _entries(result, INDEX)]
    head = _head(statement)
    return " ; ".join([head, *words] if head else words)


def _entries(result: CheckResult, line: int) -> list[Entry]:
    return [
        entry
        for week in result.program.weeks
        for session in week.sessions
        for entry in session.entries
        if entry.line == line
    ]


def _continued(above: Entry) -> str:
    """What a line without a name adds to the exercise above it: sets, or a load of those it has."""
    sets = above.sets[SETS_ABOVE:] or tuple(one for one in above.sets if one.load)
    added = replace(above, name="(above)", exercise=None, sets=sets)
    return _entry(added).removeprefix("?")


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


def _entry(entry: Entry) -> str:
    known = entry.exercise.name if entry.exercise else f"?{entry.name}"
    if entry.parts:
        known = " + ".join(
            one.name if one else f"?{part}"
            for one, part in zip(entry.part_exercises, entry.parts, strict=False)
        )
    groups = [
        ", ".join(f"{sets} @ {load}" if load else sets for sets, load in set_groups([*run]))
        for _, run in groupby(entry.sets, key=lambda one: one.load)
    ]
    more = details(entry)
    return f"{known}: {', then '.join(groups) or 'no sets'}" + (f" | {more}" if more else "")
