"""A program as CSV, one row a set: what a spreadsheet can sum and filter."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from wodlang.exchange.converters import Exporter
from wodlang.model.entry import Entry
from wodlang.model.program import Program, Session
from wodlang.model.workset import WorkSet
from wodlang.syntax.line_nodes import Load, Number

COLUMNS = (
    "week", "day", "session", "line", "section", "label", "exercise", "name", "set", "measure",
    "low", "high", "amrap", "to_failure", "per_side", "optional", "load_low", "load_high",
    "load_unit", "load_added", "rest_low", "rest_high", "tempo", "modifiers",
)  # fmt: skip


def render(program: Program) -> str:
    """One row a set, in order; an exercise without sets has one row with an empty `set`.

    `exercise` is the catalogue's name, empty where it has none, `name` what was typed. `measure` is
    `reps`, `seconds`, `metres` or `calories`; rests are seconds. What is not written is empty.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for session in program.sessions:
        for entry in session.entries:
            writer.writerows(_rows(session, entry))
    return text.getvalue()


def _rows(session: Session, entry: Entry) -> Iterator[list[str]]:
    known = entry.exercise.name if entry.exercise else ""
    named = known or " + ".join(entry.parts)
    before = [
        session.week, session.day, session.name, entry.line, entry.section, entry.label, known,
        entry.name or named,
    ]  # fmt: skip
    after = [*_ends(entry.rest), entry.tempo, "; ".join(entry.modifiers)]
    if not entry.sets:
        yield [_cell(one) for one in (*before, None, *_no_set(), *after)]
    for number, one in enumerate(entry.sets, 1):
        yield [_cell(value) for value in (*before, number, *_set(one), *after)]


def _set(one: WorkSet) -> list[object]:
    return [
        one.measure, one.low, one.high, one.amrap, one.to_failure, one.per_side, one.optional,
        *_load(one.load),
    ]  # fmt: skip


def _no_set() -> list[None]:
    return [None] * 11


def _load(load: Load | None) -> list[object]:
    if load is None:
        return [None] * 4
    low = load.word if load.low is None else load.low
    return [low, load.high, load.unit, load.added]


def _ends(ends: tuple[Number, Number] | None) -> tuple[object, object]:
    return ends if ends is not None else (None, None)


def _cell(value: object) -> str:
    """A value as text; a yes is `yes`, a no and nothing are empty."""
    if value is None or value is False:
        return ""
    return "yes" if value is True else str(value)


CSV = Exporter("csv", "one row a set, for spreadsheets", (".csv",), render)
