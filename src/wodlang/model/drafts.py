"""Weeks, sessions and lines as they are written, before names and repeated sessions are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from wodlang.model.continuing import has_groups, is_load, joined
from wodlang.syntax.header_lines import is_off
from wodlang.syntax.line_nodes import ExerciseNode, ModifierKind
from wodlang.syntax.nodes import (
    FieldLine,
    OffLine,
    SessionHeader,
    Statement,
    TimedBlock,
    WeekHeader,
)

DELOAD = re.compile(r"\b(?:de-?load|taper)", re.IGNORECASE)


@dataclass(slots=True)
class LineDraft:
    """An exercise of a line, with where it stands; `more` continue it on lines of their own.

    `offset` is what the node's spans count from.
    """

    node: ExerciseNode
    offset: int
    statement: Statement
    alone: bool
    label: str | None = None
    section: str | None = None
    block: TimedBlock | None = None
    more: list[tuple[ExerciseNode, int]] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)

    @property
    def has_rest(self) -> bool:
        """A rest is written for it, behind it or below it."""
        nodes = [self.node, *(node for node, _ in self.more)]
        modifiers = (one for node in nodes for cell in node.cells for one in cell.modifiers)
        return any(one.kind is ModifierKind.REST for one in modifiers)

    def go_on(self, node: ExerciseNode, offset: int) -> bool:
        """A line below says more: further sets, or the rest of those that the last one began.

        False for a load of sets that have one.
        """
        self.alone = False
        nodes = [(self.node, self.offset), *self.more]
        last = max((at for at, (one, _) in enumerate(nodes) if has_groups(one)), default=None)
        both = None if last is None else joined(*nodes[last], node, offset)
        if both is None:
            if is_load(node) and (last is not None or len(node.cells[0].groups[0].loads) > 1):
                return False
            self.more.append((node, offset))
        elif last == 0:
            self.node, self.offset = both, 0
        elif last is not None:
            self.more[last - 1] = (both, 0)
        return True


@dataclass(slots=True)
class SessionDraft:
    """A session as written: its header's days and title, its fields and its lines."""

    header: SessionHeader | None
    lines: list[LineDraft] = field(default_factory=list)
    fields: dict[str, FieldLine] = field(default_factory=dict)
    cues: list[str] = field(default_factory=list)
    off: list[OffLine] = field(default_factory=list)
    unreadable: int = 0

    @property
    def is_definition(self) -> bool:
        """Opened by `session NAME`, not by a day."""
        return self.header is not None and not self.header.days

    @property
    def is_rest(self) -> bool:
        """A day off: its title says so, or a line of its own."""
        return not self.lines and (bool(self.off) or is_off(self.title))

    @property
    def title(self) -> str:
        """The header's title, or nothing."""
        return self.header.title if self.header else ""


@dataclass(slots=True)
class WeekDraft:
    """`week N` with its sessions; `header` None for the sessions before any week."""

    header: WeekHeader | None
    sessions: list[SessionDraft] = field(default_factory=list)

    @property
    def is_deload(self) -> bool:
        """The title says deload or taper."""
        return self.header is not None and DELOAD.search(self.header.title) is not None

    @property
    def length(self) -> int:
        """How many weeks the header spans."""
        return 1 if self.header is None else self.header.last - self.header.first + 1


def drafts(weeks: list[WeekDraft]) -> Iterator[SessionDraft]:
    """All sessions as written, in order."""
    return (session for week in weeks for session in week.sessions)
