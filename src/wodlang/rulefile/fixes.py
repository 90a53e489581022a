"""What a TOML rule proposes: its `fix` table, checked when the pack loads, made when it speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wodlang.lint.proposals import (
    add_line_after,
    add_modifiers,
    move_after,
    move_before,
    remove_line,
    replace_exercise,
    set_load,
    set_reps,
    set_rest,
    set_sets,
)
from wodlang.lint.rule import Proposal
from wodlang.model.entry import Entry
from wodlang.model.outline import Line, PlacedSession
from wodlang.rulefile.fix_values import Knows, unwritable
from wodlang.rulefile.message import Template
from wodlang.rulefile.types import Run
from wodlang.text.finding import Applicability, Edit, apply_edits
from wodlang.text.source import Source

MOVES = ("first", "last", "up", "down")
TEXTS = ("replace-exercise", "set-reps", "set-sets", "set-load", "set-rest", "add-line")
KEYS = (*TEXTS, "add-modifier", "remove-line", "move", "safe")
COUNTS = ("set-reps", "set-sets")
"""What may be written as a plain number."""

Write = Callable[[Entry, str], tuple[Edit, ...]]
WRITERS: Mapping[str, tuple[str, Write]] = {
    "replace-exercise": ("replace it with {}", replace_exercise),
    "set-reps": ("make it {} reps", set_reps),
    "set-sets": ("make it {} sets", set_sets),
    "set-load": ("load it with {}", set_load),
    "set-rest": ("rest {}", set_rest),
}


@dataclass(frozen=True, slots=True)
class FixPlan:
    """A `fix` table: texts to write by key, a move, or the removal of the line.

    `knows` tells whether a name is an exercise's.
    """

    texts: tuple[tuple[str, Template], ...] = ()
    move: str = ""
    remove: bool = False
    safe: bool = False
    knows: Knows = bool

    def proposals(self, here: Any, run: Run, source: Source) -> tuple[Proposal, ...]:
        """The fix as one proposal; none where the line cannot be changed so."""
        line = here if isinstance(here, Line) else _last_line(here)
        texts = self._filled(here, run)
        if line is None or texts is None:
            return ()
        changes = list(self._changes(line.entry, texts, source))
        moved = _moved(source, line, self.move) if self.move else ()
        if not all(edits for _, edits in changes) or (self.move and not moved):
            return ()
        titles = [title for title, _ in changes]
        edits = tuple(edit for _, made in changes for edit in made)
        if moved:
            titles.append(f"move it {self.move}")
            edits = _changed_and_moved(source, edits, moved)
        if not edits:
            return ()
        applicability = Applicability.SAFE if self.safe else Applicability.UNSAFE
        return (Proposal(" and ".join(titles), edits, applicability),)

    def _filled(self, here: Any, run: Run) -> list[tuple[str, str]] | None:
        """The texts by key; None where a value in one is unknown or cannot stand in a line.

        Names of exercises are the text's own words then, and need not be in the catalogue.
        """
        texts: list[tuple[str, str]] = []
        for key, template in self.texts:
            text = template.known(here, run)
            fault = unwritable(key, text, self.knows) if text and template.has_fields else None
            if not text or (fault is not None and not fault.exercise):
                return None
            texts.append((key, text))
        return texts

    def _changes(
        self, entry: Entry, texts: list[tuple[str, str]], source: Source
    ) -> Iterator[tuple[str, tuple[Edit, ...]]]:
        """What is done to the line, the move left out. A modifier that is there is not added."""
        if self.remove:
            yield "remove the line", remove_line(source, entry)
            return
        for key, text in texts:
            if key == "add-line":
                yield f"add {text}", add_line_after(source, entry, text)
            elif key in WRITERS:
                title, write = WRITERS[key]
                yield title.format(text), write(entry, text)
        modifiers = [text for key, text in texts if key == "add-modifier"]
        edits = add_modifiers(entry, *modifiers)
        if edits:
            missing = [text for text in modifiers if text not in entry.modifiers]
            yield f"add {', '.join(missing)}", edits


def _changed_and_moved(
    source: Source, changes: tuple[Edit, ...], moved: tuple[Edit, ...]
) -> tuple[Edit, ...]:
    """The edits of a move, of which the line that is written anew has the changes in it."""
    block = moved[0].span
    inside = [edit for edit in changes if edit.span.end < block.end]
    before = source.text[block.start : block.end].rstrip("\r\n")
    after = apply_edits(before, tuple(_shifted(edit, -block.start) for edit in inside))
    written = Edit(moved[1].span, moved[1].replacement.replace(before, after, 1))
    return (moved[0], written, *(edit for edit in changes if edit not in inside))


def _shifted(edit: Edit, by: int) -> Edit:
    return Edit(edit.span.moved(by), edit.replacement)


def _last_line(here: Any) -> Line | None:
    """Where a session's new line belongs: behind its last working exercise."""
    if not isinstance(here, PlacedSession) or not here.lines:
        return None
    working = [line for line in here.lines if line.entry.is_working]
    return (working or here.lines)[-1]


def _moved(source: Source, line: Line, where: str) -> tuple[Edit, ...]:
    others = [one for one in _written(line.placed.lines) if one is not line.entry]
    start = line.entry.place.line.start
    above = [one for one in others if one.place.line.start < start]
    below = [one for one in others if one.place.line.start > start]
    if where in ("first", "up"):
        target = above[:1] if where == "first" else above[-1:]
        return move_before(source, line.entry, target[0]) if target else ()
    target = below[-1:] if where == "last" else below[:1]
    return move_after(source, line.entry, target[0]) if target else ()


def _written(lines: Iterable[Line]) -> list[Entry]:
    return [line.entry for line in lines if line.entry.is_working]
