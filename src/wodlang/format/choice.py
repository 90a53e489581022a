"""What a line becomes: the most canonical text that still says the same.

Every proposal is read again where the line stood. One that says anything else is given up for a
plainer one; in the end the line stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wodlang.format.best_rows import rows_of_body
from wodlang.format.comments import spelled_comment
from wodlang.format.headers import spelled_header
from wodlang.format.quantities import one_blank
from wodlang.format.read_lines import LineReader, WrittenLine
from wodlang.format.rows import Row
from wodlang.syntax.line_nodes import LineBody
from wodlang.syntax.nodes import BlankLine, CueLine, ExerciseLine, Statement


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to write: its row, its comment, and the statement that says how deep it stands.

    `raw` is set where the line stays byte for byte, `is_body` for an exercise that stood behind the
    colon of a header, `continues` for a prescription of the exercise above.
    """

    written: WrittenLine
    row: Row
    comment: str = ""
    raw: str | None = None
    is_body: bool = False
    continues: bool = False


def written_anew(line: WrittenLine, reader: LineReader) -> list[NewLine]:
    """The lines that a line becomes: one, or one for each of its exercises."""
    if line.is_broken:
        return [NewLine(line, Row(line.raw), raw=line.raw)]
    comment = spelled_comment(line.comment) if line.comment else ""
    if isinstance(line.statement, BlankLine):
        return [NewLine(line, Row(""), comment)]
    rows = next((rows for rows in _proposals(line, reader) if _holds(rows, line, reader)), None)
    if rows is None:
        return [NewLine(line, Row(line.raw), raw=line.raw)]
    header = not isinstance(line.statement, ExerciseLine)
    return [
        NewLine(
            line, row, "" if index else comment,
            is_body=index > 0 and header, continues=_continues(line.statement, index - header),
        )
        for index, row in enumerate(rows)
    ]  # fmt: skip


def _continues(statement: Statement, index: int) -> bool:
    body: LineBody | None = getattr(statement, "body", None)
    return body is not None and index >= 0 and body.exercises[index].name_span is None


def _holds(rows: Sequence[Row], line: WrittenLine, reader: LineReader) -> bool:
    return reader.read_anew([row.text() for row in rows], line.before) == line.said


def _proposals(line: WrittenLine, reader: LineReader) -> Iterator[list[Row]]:
    """The lines that a line may become, the most canonical first."""
    head = None
    if not isinstance(line.statement, ExerciseLine):
        head = spelled_header(line.statement, line.content)
    body: LineBody | None = getattr(line.statement, "body", None)
    if body is not None and body.exercises:
        yield from _with_exercises(line, body, head, reader)
    elif head:
        yield [Row(head)]
    if not isinstance(line.statement, CueLine):
        yield [Row(one_blank(line.content))]
    yield [Row(line.content)]


def _with_exercises(
    line: WrittenLine, body: LineBody, head: str | None, reader: LineReader
) -> Iterator[list[Row]]:
    header = [Row(head)] if head else []
    state = reader.read_anew([head], line.before).after if head else line.before
    rows = rows_of_body(line, body, state, reader)
    if rows is None:
        return
    if not line.is_pinned or len(header) + len(rows) == 1:
        yield [*header, *rows]
    together = ", ".join(row.text() for row in rows)
    if head:
        yield [Row(f"{head}: {together}")]
    elif len(rows) > 1:
        first = rows_of_body(line, body, state, reader, repeat_prefix=False) or rows
        yield [Row(", ".join(row.text() for row in first))]
