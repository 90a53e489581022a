"""The exercises of a line while it is read, the last of them open, and what is wrong in it."""

from __future__ import annotations

from wodlang.syntax.draft import CellDraft, ExerciseDraft
from wodlang.syntax.line_nodes import Modifier, ModifierKind
from wodlang.syntax.mistakes import describe_mistake
from wodlang.syntax.modifiers import unknown_modifier
from wodlang.syntax.tokens import Segment, end_of, start_of, typed
from wodlang.text.finding import Finding
from wodlang.text.span import Span


class LineInProgress:
    """What was read of a line so far; `text` is the line as typed."""

    def __init__(self, text: str) -> None:
        """Start without exercises."""
        self.text = text
        self.exercises: list[ExerciseDraft] = []
        self.problems: list[Finding] = []

    @property
    def open(self) -> ExerciseDraft:
        """The exercise that parts are given to."""
        return self.exercises[-1]

    @property
    def cell(self) -> CellDraft:
        """Its last cell."""
        return self.exercises[-1].cell

    def begin(self, name: Segment, parts: tuple[str, ...] = ()) -> None:
        """A new exercise with this name."""
        start, end = start_of(name[0]), end_of(name[-1])
        draft = ExerciseDraft(typed(self.text, name), Span(start, end), start, end, parts)
        self.exercises.append(draft)

    def begin_unnamed(self, start: int) -> None:
        """A prescription alone: it continues the exercise of the line above."""
        self.exercises.append(ExerciseDraft("", None, start, start))

    def reach(self, end: int) -> None:
        """The open exercise and its cell go on at least to this offset."""
        draft = self.exercises[-1]
        draft.end = draft.cell.end = max(draft.end, end)

    def unknown(self, run: Segment) -> None:
        """Keep what nobody knows as a modifier, and say so."""
        span = Span(start_of(run[0]), end_of(run[-1]))
        modifier, problem = unknown_modifier(self.text[span.start : span.end], span)
        self.cell.modifiers.append(modifier)
        self.problems.append(problem)

    def keep_mistake(self, kind: str, span: Span) -> None:
        """Keep what went wrong as it was typed, and say what to write."""
        text = self.text[span.start : span.end]
        self.cell.modifiers.append(Modifier(ModifierKind.UNKNOWN, span, text))
        self.problems.append(describe_mistake(kind, text, span))
