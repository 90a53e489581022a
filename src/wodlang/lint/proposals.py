"""Edits that rules propose: replace, move, change or add an exercise line."""

from __future__ import annotations

import re

from wodlang.lint.supersets import parts_superset, tears_superset
from wodlang.model.entry import Entry
from wodlang.syntax.line_nodes import Group
from wodlang.text.finding import Edit
from wodlang.text.source import Source
from wodlang.text.span import Span

SUPPRESSION_LINE = re.compile(r"\s*(?:#|//)\s*wod:\s*ignore\s*\[", re.IGNORECASE)


def replace_exercise(entry: Entry, name: str, *modifiers: str) -> tuple[Edit, ...]:
    """Write another exercise's name; add those modifiers that the line lacks."""
    return (Edit(entry.place.name, name), *add_modifiers(entry, *modifiers))


def add_modifiers(entry: Entry, *modifiers: str) -> tuple[Edit, ...]:
    """Write modifiers behind the prescription, those left out that stand there already."""
    missing = [word for word in modifiers if word not in entry.modifiers]
    end = Span(entry.place.end, entry.place.end)
    return (Edit(end, "".join(f", {word}" for word in missing)),) if missing else ()


def set_reps(entry: Entry, reps: str) -> tuple[Edit, ...]:
    """Write other repetitions into each group of the line; none where no reps are written.

    A list keeps its number of sets: `10/8/6` becomes `3x5`.
    """
    return tuple(
        Edit(group.reps_span.moved(offset), _times(group) + reps)
        for cell, offset in entry.place.cells
        for group in cell.groups
        if group.reps_span is not None
    )


def _times(group: Group) -> str:
    """The number of sets that a list says by its length alone."""
    listed = len(group.amounts)
    return f"{listed}x" if listed > 1 and group.sets_span is None else ""


def set_sets(entry: Entry, sets: str) -> tuple[Edit, ...]:
    """Write another number of sets into each group of the line; none where no number is written."""
    return tuple(Edit(span, sets) for span in entry.place.set_counts)


def set_load(entry: Entry, load: str) -> tuple[Edit, ...]:
    """Write another load, such as `75%`, for each group; none where nothing is prescribed."""
    if entry.place.loads:
        return tuple(Edit(span, f"@ {load}") for span in entry.place.loads)
    ends = (Span(span.end, span.end) for span in entry.place.groups)
    return tuple(Edit(end, f" @ {load}") for end in ends)


def set_rest(entry: Entry, rest: str) -> tuple[Edit, ...]:
    """Write another rest, such as `3min`, in place of the one that is written, or behind the line."""
    if entry.place.rests:
        return tuple(Edit(span, f"rest {rest}") for span in entry.place.rests)
    end = Span(entry.place.end, entry.place.end)
    return (Edit(end, f", rest {rest}"),)


def move_before(source: Source, entry: Entry, other: Entry) -> tuple[Edit, ...]:
    """Move an exercise's line, with the cues below it, above another's.

    None if one of them shares its line, or if it would leave or enter a timed block or a superset.
    """
    return _move(source, entry, other, _block_of(source, other).start)


def move_after(source: Source, entry: Entry, other: Entry) -> tuple[Edit, ...]:
    """Move an exercise's line, with the cues below it, under another's; none as in `move_before`."""
    return _move(source, entry, other, _block_of(source, other).end)


def add_line_after(source: Source, entry: Entry, text: str) -> tuple[Edit, ...]:
    """Write a new line under an exercise's line and its cues, indented alike.

    None where it would stand in a timed block or within a superset, whose round it would change.
    """
    below = _block_of(source, entry).end
    if entry.block is not None or parts_superset(source, below):
        return ()
    index = source.line_index(entry.place.line.start)
    start = source.line_span(index).start
    indentation = source.text[start : entry.place.line.start]
    return _insert(source, below, indentation + text)


def remove_line(source: Source, entry: Entry) -> tuple[Edit, ...]:
    """Remove an exercise's line and its cues; none if it shares its line with another exercise."""
    return (Edit(_block_of(source, entry), ""),) if entry.place.alone else ()


def _move(source: Source, entry: Entry, other: Entry, target: int) -> tuple[Edit, ...]:
    if not (entry.place.alone and other.place.alone) or entry.block != other.block:
        return ()
    block = _block_of(source, entry)
    if tears_superset(source, block, target):
        return ()
    moved = source.text[block.start : block.end].rstrip("\r\n")
    return (Edit(block, ""), *_insert(source, target, moved))


def _insert(source: Source, offset: int, lines: str) -> tuple[Edit, ...]:
    newline = "\r\n" if "\r\n" in source.text else "\n"
    at_end_of_last_line = offset == len(source.text) and not source.text.endswith(("\n", "\r"))
    inserted = newline + lines if at_end_of_last_line else lines + newline
    return (Edit(Span(offset, offset), inserted),)


def _block_of(source: Source, entry: Entry) -> Span:
    """The whole lines of an exercise and of what belongs to it, line ends included: the cues below
    it, and suppressions above it, which act on the line that follows them.
    """
    first = last = source.line_index(entry.place.line.start)
    while first and SUPPRESSION_LINE.match(source.line_text(first - 1)):
        first -= 1
    while last + 1 < source.line_count and source.line_text(last + 1).lstrip().startswith(">"):
        last += 1
    return Span(source.full_line_span(first).start, source.full_line_span(last).end)
