"""From the cells of an exercise line to its exercises.

The grammar only says which forms stand in a line. What they belong to is decided here, by the
sentences of the language reference: which comma ends an exercise, where a name ends.
"""

from __future__ import annotations

from wodlang.syntax.draft import CellDraft
from wodlang.syntax.line_in_progress import LineInProgress
from wodlang.syntax.line_nodes import CellKind, ExerciseNode
from wodlang.syntax.line_tree import Cell, Segments
from wodlang.syntax.modifiers import UNFINISHED
from wodlang.syntax.names import Knows, NameReader
from wodlang.syntax.parts import PartReader
from wodlang.syntax.tokens import (
    LOAD_FORMS,
    WORDS,
    Segment,
    end_of,
    has_sets,
    leading_words,
    only_fillers,
    start_of,
    typed,
)
from wodlang.text.finding import Finding
from wodlang.text.span import Span


class Assembler:
    """Reads the cells of one line; `text` is the line as typed, `knows` asks the catalogue."""

    def __init__(self, text: str, knows: Knows, timed: bool) -> None:
        """Read with the catalogue; in a timed block (`timed`) a bare number counts repetitions."""
        self._text = text
        self._names = NameReader(text, knows)
        self._line = LineInProgress(text)
        self._parts = PartReader(self._line, knows, timed)
        self._exercises = self._line.exercises

    def read(self, cells: list[Cell]) -> tuple[tuple[ExerciseNode, ...], tuple[Finding, ...]]:
        """The exercises of the line, and what is wrong in it."""
        for index, cell in enumerate(cells):
            if index == 0:
                self._read_exercises(cell.segments)
            else:
                self._read_cell(cell)
        nodes, problems = [], self._line.problems
        for draft in self._exercises:
            node, found = draft.finished()
            nodes.append(node)
            problems += found
        return tuple(nodes), tuple(problems)

    def _read_exercises(self, segments: Segments) -> None:
        index = 0
        while index < len(segments):
            if self._exercises and self._exercises[-1].cells:
                if not self._joins_complex(*segments[index]):
                    self._continue(*segments[index])
                index += 1
            else:
                index = self._open(segments, index)

    # ---- the first exercise --------------------------------------------------------------------

    def _open(self, segments: Segments, index: int) -> int:
        """Read the first exercise: its name may run over several segments. Gives the next index."""
        tokens = segments[index][1]
        if not tokens:
            return index + 1
        if not self._names.starts(tokens):
            self._quantity_first(tokens)
            return self._name_behind(segments, index + 1)
        last = index
        while self._names.is_name(segments[last][1]) and last + 1 < len(segments):
            following = segments[last + 1][1]
            if not following or following[0].type not in WORDS:
                break
            last += 1
        pieces = segments[index : last + 1]
        if len(pieces) > 1 and any(separator != "PLUS" for separator, _ in pieces[1:]):
            return self._separate_or_join(pieces, index)
        self._name_first([token for _, piece in pieces for token in piece], pieces)
        return last + 1

    def _separate_or_join(self, pieces: Segments, index: int) -> int:
        """`Squat, Bench, Row 3x5`: exercises if each is known, else a name with commas."""
        runs = [tokens for _, tokens in pieces]
        if self._names.are_separate(runs):
            for run in runs:
                self._name_first(run, [])
            return index + len(runs)
        if self._names.known(runs[0]) and not has_sets(runs[-1]):
            runs = runs[:1]
        self._name_first([token for run in runs for token in run], [])
        return index + len(runs)

    def _name_first(self, tokens: Segment, pieces: Segments) -> None:
        """An exercise whose name stands first."""
        name, rest = self._names.split(tokens)
        if not name:  # a number that only looked like the start of a name
            self._line.begin_unnamed(start_of(tokens[0]))
            self._parts.feed(tokens)
            return
        parts: tuple[str, ...] = ()
        if len(pieces) > 1:
            parts = tuple(typed(self._text, leading_words(piece) or piece) for _, piece in pieces)
        self._line.begin(name, parts)
        self._parts.feed(rest)

    def _quantity_first(self, tokens: Segment) -> None:
        """`5 Pull-Ups`, `400m Run`, `21-15-9 Thrusters @ 43kg`; without words: no name."""
        lead = 0
        while lead < len(tokens) and tokens[lead].type not in WORDS:
            lead += 1
        start, end = self._names.behind(tokens, lead)
        if end == start:
            self._line.begin_unnamed(start_of(tokens[0]))
            self._parts.feed(tokens)
            return
        effort = self._names.effort(tokens, start, end)
        first = start + 1 if effort else start
        self._line.begin(tokens[first:end])
        self._exercises[-1].start = start_of(tokens[0])
        self._parts.feed([*tokens[:lead], *([effort] if effort else [])], leads=True)
        self._parts.feed(tokens[end:])

    def _name_behind(self, segments: Segments, index: int) -> int:
        """`5,5,5 - Squat`: a name in the segment behind an unnamed prescription."""
        draft = self._exercises[-1]
        if index == len(segments) or draft.name_span is not None:
            return index
        separator, tokens = segments[index]
        if separator not in ("DASH", "COMMA") or not self._names.is_name(tokens):
            return index
        if separator == "COMMA" and not self._names.known(tokens):
            return index
        draft.name = typed(self._text, tokens)
        draft.name_span = Span(start_of(tokens[0]), end_of(tokens[-1]))
        draft.end = end_of(tokens[-1])
        return index + 1

    # ---- what follows the first prescription ---------------------------------------------------

    def _joins_complex(self, separator: str, tokens: Segment) -> bool:
        """`6 Inchworm + Push-Up`: a name behind a plus makes a complex of the name before it."""
        draft = self._exercises[-1]
        if separator != "PLUS" or not tokens or draft.name_span is None:
            return False
        if any(token.type not in WORDS for token in tokens) or draft.end != draft.name_span.end:
            return False
        draft.parts = (*(draft.parts or (draft.name,)), typed(self._text, tokens))
        draft.name_span = Span(draft.name_span.start, end_of(tokens[-1]))
        draft.name = " ".join(self._text[draft.name_span.start : draft.name_span.end].split())
        draft.end = draft.cell.end = draft.name_span.end
        return True

    def _continue(self, separator: str, tokens: Segment) -> None:
        """A further segment: the next exercise, or more about the one before it."""
        words = next((at for at, token in enumerate(tokens) if token.type in WORDS), None)
        if words is None:
            self._parts.feed(tokens)
        elif words == 0 or self._names.with_number(tokens):
            self._continue_with_words(tokens)
        elif self._is_quantity_first(separator, tokens, words):
            self._quantity_first(tokens)
        else:
            self._parts.feed(tokens)

    def _is_quantity_first(self, separator: str, tokens: Segment, words: int) -> bool:
        """`50 air squats`: words right behind a quantity, or a known name behind its load.

        Behind a dash (`Squat - 3x10 slow`) they are rather the prescription of the name before it.
        """
        if not has_sets(tokens[:words]) or only_fillers(tokens[words:]):
            return False
        cell = self._line.cell
        awaited = separator == "DASH" and not (cell.groups or cell.waiting)
        if not awaited and not any(token.type in LOAD_FORMS for token in tokens[:words]):
            return True
        start, end = self._names.behind(tokens, words)
        return self._names.known(tokens[start:end])

    def _continue_with_words(self, tokens: Segment) -> None:
        name, rest = self._names.split(tokens)
        if not name or (tokens[0].lower() in UNFINISHED and not self._names.known(name)):
            self._parts.feed(tokens)
        elif has_sets(rest) or self._names.known(name):
            self._line.begin(name)
            self._parts.feed(rest)
        else:
            self._parts.feed(tokens)

    # ---- rows ----------------------------------------------------------------------------------

    def _read_cell(self, cell: Cell) -> None:
        """A cell behind `|`: one week's prescription for the exercise before it."""
        if not self._exercises:
            self._line.begin_unnamed(0)
        draft = self._exercises[-1]
        tokens = [token for _, segment in cell.segments for token in segment]
        _ = draft.cell  # a row whose first cell is empty still has that cell
        start = start_of(tokens[0]) if tokens else draft.end
        fresh = CellDraft(start, start)
        draft.cells.append(fresh)
        further = [segment for _, segment in cell.segments]
        if tokens and tokens[0].lower() == "same":
            fresh.kind, fresh.end = CellKind.SAME, end_of(tokens[0])
            draft.end = fresh.end
            del further[0][0]
        elif cell.sign is not None and cell.sign.type == "DASH" and not has_sets(tokens):
            fresh.kind = CellKind.SKIPPED
            draft.end = end_of(cell.sign)
        for segment in further:
            self._parts.feed(segment)
