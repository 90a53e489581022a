"""The exercises of a line, each in the most canonical row that still says what it says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wodlang.format.pieces import tokens_of
from wodlang.format.prefix import spelled_prefix
from wodlang.format.read_lines import LineReader, Said, State, WrittenLine
from wodlang.format.rows import Exercise, Row, taken_apart
from wodlang.format.same import Essence, heads_of, said_by
from wodlang.syntax.line_nodes import LineBody
from wodlang.syntax.lines import read_prefix
from wodlang.syntax.nodes import ExerciseLine, Statement
from wodlang.text.span import Span

MOST_PIECES = 40  # a longer line is respelled up to here


def rows_of_body(
    line: WrittenLine, body: LineBody, state: State, reader: LineReader, repeat_prefix: bool = True
) -> list[Row] | None:
    """A row for each exercise; None where one of them cannot stand alone."""
    offset = getattr(line.statement, "body_offset", 0) or line.statement.span.start
    text = line.content[offset - line.statement.span.start :]
    length = read_prefix(text, reader.bodies.knows).length
    prefix = spelled_prefix(text[:length], body.label, body.slot)
    labels = [node.label_span for node in body.exercises if node.label_span is not None]
    tokens = tokens_of(_without(text, labels), length)
    starts = [node.span.start for node in body.exercises] + [len(text)]
    rows = []
    for index, node in enumerate(body.exercises):
        begin = 0 if index == 0 else starts[index]
        own = [token for token in tokens if begin <= token.span.start < starts[index + 1]]
        own_prefix = prefix if repeat_prefix or index == 0 else ""
        if node.label_span is not None:
            own_prefix = spelled_prefix(_part(text, node.label_span), node.own_label, None)
        if index == 0 and own and own[0].form == "THEN":
            own_prefix += text[own[0].span.start : own[0].span.end].strip(" ,:") + " "
        exercise = taken_apart(text, own_prefix, node, own)
        row = _best_row(exercise, _expected(line.statement, index), state, reader)
        if row is None:
            return None
        rows.append(row)
    return rows


def _part(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _without(text: str, spans: Sequence[Span]) -> str:
    """The text with blanks for some of its parts."""
    for span in spans:
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def _expected(statement: Statement, index: int) -> Essence:
    heads = 0 if isinstance(statement, ExerciseLine) else len(heads_of(statement))
    return list(said_by(statement))[heads + index]


def _best_row(
    exercise: Exercise, expected: Essence, state: State, reader: LineReader
) -> Row | None:
    """The most canonical row that says what the exercise says; None where no row does."""

    def holds(row: Row | None) -> bool:
        if row is None:
            return False
        said: Said = reader.read_anew([row.text()], state)
        return len(said.essences) == 1 and _without_label(said.essences[0]) == _without_label(
            expected
        )

    for colon in _colons(exercise):
        for glue_side in (True, False):
            row = exercise.canonical(glue_side, colon)
            if row is not None and holds(row):
                return row
    for colon in _colons(exercise):
        row = exercise.typed([True] * exercise.size, colon)
        if holds(row):
            return row
    return _respelled(exercise, holds)


def _without_label(said: Essence) -> Essence:
    return said[3] if isinstance(said, tuple) and said[0] == "label" else said


def _colons(exercise: Exercise) -> tuple[str, ...]:
    """What may stand behind the name: nothing, else the colon that the author wrote there."""
    return ("", ":") if exercise.has_colon else ("",)


def _respelled(exercise: Exercise, holds: Callable[[Row], bool]) -> Row | None:
    """The exercise as typed, each of its pieces respelled that can be."""
    for colon in _colons(exercise):
        flags = [False] * exercise.size
        if not holds(exercise.typed(flags, colon)):
            continue
        for index in range(min(exercise.size, MOST_PIECES)):
            flags[index] = True
            flags[index] = holds(exercise.typed(flags, colon))
        return exercise.typed(flags, colon)
    return None
