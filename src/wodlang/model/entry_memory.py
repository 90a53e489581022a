"""What came of lines, kept from one text to the next: a fix is judged on texts that hardly differ."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from wodlang.model.entry import Entry
from wodlang.model.sets_of_line import LoadContext
from wodlang.syntax.line_nodes import ExerciseNode

MOST = 20_000

EntryKey: TypeAlias = tuple[int, int, tuple[int, ...]]
"""A node's identity, the cell of its row, and the repetitions that its block prescribes."""


@dataclass(slots=True)
class EntryMemory:
    """Entries by the nodes that equal lines share, and the nodes in which nothing is wrong.

    It holds for one catalogue, and for one athlete and unit at a time. The nodes are kept with what
    came of them: their identities stay theirs.
    """

    context: LoadContext | None = None
    entries: dict[EntryKey, tuple[ExerciseNode, Entry]] = field(default_factory=dict)
    faultless: dict[tuple[int, bool], ExerciseNode] = field(default_factory=dict)

    def begin(self, context: LoadContext) -> None:
        """The next text is read with this context."""
        if context != self.context or max(len(self.entries), len(self.faultless)) > MOST:
            self.context = context
            self.entries.clear()
            self.faultless.clear()
