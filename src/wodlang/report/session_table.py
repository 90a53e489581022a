"""A session as a table: exercises, sets, load, and the axial load so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from wodlang.model.athlete import POUND
from wodlang.model.entry import Entry
from wodlang.model.program import Program, Session
from wodlang.model.volume import AxialStep, axial_steps, tonnage
from wodlang.report import palette
from wodlang.report.entry_words import block_words, details
from wodlang.report.printable import on_one_line
from wodlang.report.quantity_words import number_words, time_words
from wodlang.report.set_words import set_groups


def session_rows(session: Session, program: Program) -> Iterator[RenderableType]:
    """The session's title, its exercises and its sums; of a day off the title alone."""
    yield indented(_title(session))
    if session.notes:
        yield indented(Text(on_one_line(session.notes), palette.QUIET))
    if session.entries:
        yield indented(_table(session))
        yield indented(Text(_sums(session, program).capitalize(), palette.QUIET))
    yield Text()


def indented(row: RenderableType) -> Padding:
    """A row or a table two cells from the left, wrapped at the width of the page."""
    return Padding(row, (0, 0, 0, 2))


def _title(session: Session) -> Text:
    day = (session.day or "").capitalize()
    name = session.name or ("day off" if session.is_rest else "" if day else "Session")
    duration = "" if session.duration is None else f"  {time_words(session.duration)}"
    words = "  ".join(word for word in (day, on_one_line(name)) if word)
    return Text.assemble((words, palette.HEADING), (duration, palette.QUIET))


def _sums(session: Session, program: Program) -> str:
    """The axial load, and the tonnage in the unit of the file (kg where it names none)."""
    steps = axial_steps(session)
    sums = [f"axial load {steps[-1].total if steps else 0}"]
    moved, unit = tonnage(session, program.athlete), program.units or "kg"
    if moved:
        weight = moved / POUND if unit == "lb" else moved
        sums.append(f"tonnage {round(weight):,} {unit}")
    return ", ".join(sums)


def _table(session: Session) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=palette.QUIET)
    table.add_column("Exercise", overflow="fold")
    table.add_column("Sets", overflow="fold")
    table.add_column("Load", overflow="fold")
    table.add_column("Spine", justify="right")
    table.add_column("Details", overflow="fold", style=palette.QUIET)
    steps = {id(step.entry): step for step in axial_steps(session)}
    previous: Entry | None = None
    for entry in session.entries:
        for head in _heads(previous, entry):
            table.add_row(Text(head[:1].upper() + head[1:], palette.SECONDARY))
        table.add_row(*_cells(entry, steps.get(id(entry))))
        previous = entry
    return table


def _heads(previous: Entry | None, entry: Entry) -> Iterator[str]:
    """The section and the block that begin with this exercise."""
    if entry.section is not None and (previous is None or previous.section != entry.section):
        yield entry.section
    block = None if entry.block is None else replace(entry.block, slot=None)
    before = previous.block if previous is not None else None
    if block is not None and (before is None or replace(before, slot=None) != block):
        yield on_one_line(block_words(block))


def _cells(entry: Entry, step: AxialStep | None) -> tuple[RenderableType, ...]:
    groups = set_groups(entry.sets)
    cues = (Text(f"> {on_one_line(cue)}", palette.QUIET) for cue in entry.cues)
    return (
        Group(indented(_name(entry)), *(indented(indented(cue)) for cue in cues)),
        Text("\n".join(sets for sets, _ in groups)),
        Text("\n".join(on_one_line(load) for _, load in groups)),
        Text("" if step is None else number_words(step.total)),
        Text(on_one_line(details(entry))),
    )


def _name(entry: Entry) -> Text:
    label = f"{entry.label} " if entry.label else ""
    name = entry.name if entry.exercise is None else entry.exercise.name
    unknown = entry.exercise is None and not entry.parts
    return Text.assemble(
        (on_one_line(label), palette.QUIET),
        on_one_line(name),
        (" (unknown)" if unknown else "", palette.QUIET),
    )
