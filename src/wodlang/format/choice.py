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
from wodlang.format.same import heads_of
from wodlang.syntax.line_nodes import LineBody
from wodlang.syntax.nodes import BlankLine, CueLine, ExerciseLine, Statement


@dataclass(frozen=True, slots=True)
class NewLine:
    """A line to write: its row, its comment, and the statement that says how deep it stands.

    `raw` is set where the line stays byte for byte, `is_body` for what stood behind the colon of a
    header (`opens_block` for the head of a timed block there), `continues` for a prescription of the
    exercise above.
    """

    written: WrittenLine
    row: Row
    comment: str = ""
    raw: str | None = None
    is_body: bool = False
    opens_block: bool = False
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
    heads = 0 if isinstance(line.statement, ExerciseLine) else min(len(rows), _heads(line))
    return [
        NewLine(
            line, row, "" if index else comment, is_body=index > 0 and heads > 0,
            opens_block=0 < index < heads, continues=_continues(line.statement, index - heads),
        )
        for index, row in enumerate(rows)
    ]  # fmt: skip


def _heads(line: WrittenLine) -> int:
    return len(heads_of(line.statement))


def _spelled_heads(line: WrittenLine) -> list[str]:
    """The header, and the head of a timed block behind its colon; nothing where one stays as typed."""
    spelled: list[str] = []
    for head in heads_of(line.statement):
        start, end = (one - line.statement.span.start for one in head.span)
        text = spelled_header(head, line.content[start:end])
        if not text:
            return []
        spelled.append(text)
    return spelled


def _continues(statement: Statement, index: int) -> bool:
    body: LineBody | None = getattr(statement, "body", None)
    return body is not None and index >= 0 and body.exercises[index].name_span is None


def _holds(rows: Sequence[Row], line: WrittenLine, reader: LineReader) -> bool:
    return reader.read_anew([row.text() for row in rows], line.before) == line.said


def _proposals(line: WrittenLine, reader: LineReader) -> Iterator[list[Row]]:
    """The lines that a line may become, the most canonical first."""
    heads = [] if isinstance(line.statement, ExerciseLine) else _spelled_heads(line)
    body: LineBody | None = getattr(line.statement, "body", None)
    if body is not None and body.exercises:
        yield from _with_exercises(line, body, heads, reader)
    elif heads:
        yield [Row(head) for head in heads]
    if not isinstance(line.statement, CueLine):
        yield [Row(one_blank(line.content))]
    yield [Row(line.content)]


def _with_exercises(
    line: WrittenLine, body: LineBody, heads: Sequence[str], reader: LineReader
) -> Iterator[list[Row]]:
    above = [Row(head) for head in heads]
    state = reader.read_anew(heads, line.before).after if heads else line.before
    rows = rows_of_body(line, body, state, reader)
    if rows is None:
        return
    if not line.is_pinned or len(above) + len(rows) == 1:
        yield [*above, *rows]
    together = ", ".join(row.text() for row in rows)
    if heads:
        yield [Row(": ".join([*heads, together]))]
    elif len(rows) > 1:
        first = rows_of_body(line, body, state, reader, repeat_prefix=False) or rows
        yield [Row(", ".join(row.text() for row in first))]
