"""What else stands on an exercise line, and the heads of sections and blocks, in words."""

from __future__ import annotations

from wodlang.model.entry import Entry
from wodlang.report.quantity_words import load_words, number_words, time_words
from wodlang.syntax.line_nodes import Progression
from wodlang.syntax.nodes import TimedBlock

INITIALS = ("emom", "amrap")


def details(entry: Entry) -> str:
    """Rest, tempo, modifiers, alternatives, progression and notes, as one list."""
    parts: list[str] = []
    if entry.block is not None and entry.block.slot is not None:
        parts.append(entry.block.slot)
    if entry.rest is not None:
        parts.append(f"rest {time_words(*entry.rest)}")
    if entry.tempo is not None:
        parts.append(f"tempo {entry.tempo}")
    if entry.pause is not None:
        parts.append(f"pause {time_words(entry.pause)}")
    if entry.every is not None:
        parts.append(f"every {time_words(entry.every)}")
    if entry.height is not None:
        parts.append(f"height {entry.height.written or load_words(entry.height)}")
    parts += entry.modifiers
    parts += (f"or {name}" for name in entry.alternatives)
    if entry.progression is not None:
        parts.append(_progression(entry.progression))
    parts += (f"({note})" for note in entry.notes)
    return ", ".join(parts)


def _progression(progression: Progression) -> str:
    sign = "+" if progression.by >= 0 else ""
    amount = f"{sign}{number_words(progression.by)}"
    unit = progression.unit if progression.unit == "%" else f" {progression.unit}"
    return f"{amount}{unit}/{progression.every}"


def block_words(block: TimedBlock) -> str:
    """`superset, 3 rounds, rest 2 min`."""
    parts = [block.kind.upper() if block.kind in INITIALS else block.kind]
    if block.rounds is not None:
        parts.append("1 round" if block.rounds == 1 else f"{block.rounds} rounds")
    if block.reps:
        parts.append("-".join(map(str, block.reps)))
    if block.seconds is not None:
        parts.append(time_words(block.seconds))
    if block.cap is not None:
        parts.append(f"cap {time_words(block.cap)}")
    if block.rest is not None:
        parts.append(f"rest {time_words(*block.rest)}")
    return ", ".join(parts)
