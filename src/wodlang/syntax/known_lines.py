"""Lines that are a known name and a prescription: each distinct prescription is read once.

`Back Squat 3x5 @ 80%` and `Leg Press 3x5 @ 80%` differ in nothing but the name. That holds as long
as behind the name there is no word that could be of it, or be an exercise of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from lark import Token

from wodlang.syntax.grammar import fold, prescription_lexer
from wodlang.syntax.lexer import token_at
from wodlang.syntax.line_nodes import Cell, ExerciseNode, Note
from wodlang.syntax.parts import BOX
from wodlang.syntax.tokens import FILLERS, WORDS, Segment, start_of, typed
from wodlang.text.finding import Finding
from wodlang.text.memory import Memory
from wodlang.text.span import Span

REMEMBERED = 20_000
NAMED = re.compile(r"(?P<name>[a-z][a-z' -]*[a-z])\s+(?=\d)", re.IGNORECASE)
# A word of a name may begin a form that goes on behind it: `Squat Pause 2s`, `Row for 500m`.
BEHIND_NAMES = (
    "3x5", "3", "30s", "3-1-1-0", "31x1", "80%", "80kg", "3 sets of 5", "1:30", "8 reps", "5rm",
)  # fmt: skip

Exercises: TypeAlias = tuple[tuple[ExerciseNode, ...], tuple[Finding, ...]]
"""The exercises of a line, and what is wrong in it."""


class NamedLine(NamedTuple):
    """A line that begins with a plain name; `place` is where its prescription begins."""

    name: str
    span: Span
    words: Segment
    place: int


class _Prescription(NamedTuple):
    """What stands behind a name, with places as in the line that it was first read in."""

    place: int
    cells: tuple[Cell, ...]
    notes: tuple[Note, ...]
    end: int
    problems: tuple[Finding, ...]


class KnownLines:
    """Remembers prescriptions for the names that the catalogue has."""

    def __init__(self, knows: Callable[[str], bool]) -> None:
        """Read with this catalogue."""
        self._knows = knows
        self._tokens = prescription_lexer().tokens
        self._seen: Memory[str, None] = Memory(REMEMBERED)
        self._words: Memory[str, Segment | None] = Memory(REMEMBERED)
        self._prescriptions: Memory[tuple[str, bool, bool], _Prescription] = Memory(REMEMBERED)

    def __len__(self) -> int:
        """How many prescriptions are remembered."""
        return len(self._prescriptions)

    def named(self, text: str, start: int) -> NamedLine | None:
        """The line taken apart; None where no plain name stands at `start`."""
        match = NAMED.match(fold(text), start)
        words = None if match is None else self._words_of(match["name"])
        if match is None or words is None:
            return None
        words = [token_at(word.type, word, start + start_of(word)) for word in words]
        span = Span(start, match.end("name"))
        return NamedLine(typed(text, words), span, words, match.end())

    def recall(self, text: str, line: NamedLine, timed: bool) -> Exercises | None:
        """What the line says, where another name had its prescription."""
        known = self._prescriptions.get(_key(text, line, timed))
        return None if known is None else _behind(line, known)

    def remember(
        self, text: str, line: NamedLine, timed: bool, tokens: Iterable[Token], read: Exercises
    ) -> None:
        """Keep the prescription for other names, unless its tokens hold words."""
        nodes, problems = read
        if len(nodes) != 1 or nodes[0].name != line.name:
            return
        if any(token.type in WORDS and start_of(token) >= line.place for token in tokens):
            return
        node = nodes[0]
        known = _Prescription(line.place, node.cells, node.notes, node.end, problems)
        self._prescriptions.keep(_key(text, line, timed), known)

    def _words_of(self, name: str) -> Segment | None:
        """The tokens of a name that is there again; None where one of them is more than a word."""
        if name not in self._words:
            if name not in self._seen:  # the trials do not pay for a name that is there once
                self._seen.keep(name, None)
                return None
            plain = (
                self._knows(name)
                and name.split()[-1].lower() not in FILLERS
                and all(self._ends_before(name, behind) for behind in BEHIND_NAMES)
            )
            return self._words.keep(name, self._tokens(name) if plain else None)
        return self._words[name]

    def _ends_before(self, name: str, behind: str) -> bool:
        tokens = self._tokens(f"{name} {behind}")
        words = [token for token in tokens if start_of(token) < len(name)]
        ends = any(start_of(token) == len(name) + 1 for token in tokens)
        return ends and all(word.type in WORDS for word in words)


def _key(text: str, line: NamedLine, timed: bool) -> tuple[str, bool, bool]:
    """What decides how a prescription is read: `(24/20)` behind `Box Jump` is a height."""
    return text[line.place :], timed, BOX.search(line.name) is not None


def _behind(line: NamedLine, known: _Prescription) -> Exercises:
    by = line.place - known.place
    cells, notes, problems = known.cells, known.notes, known.problems
    if by:
        cells = tuple([cell.moved(by) for cell in cells])
        notes = tuple([note.moved(by) for note in notes])
        problems = tuple([problem.moved(by) for problem in problems])
    end = known.end + by
    span = Span(line.span.start, end)
    return (ExerciseNode(line.name, line.span, cells, span, end, (), notes),), problems
