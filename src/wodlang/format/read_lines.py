"""The lines of a text, each with what it says and what the lines above it opened."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import astuple, dataclass

from wodlang.format.same import Essence, said_by
from wodlang.syntax.body import BodyReader
from wodlang.syntax.context import Context
from wodlang.syntax.nodes import BlankLine, Statement
from wodlang.syntax.parse import read_statement
from wodlang.text.source import Source

SUPPRESSION = "wod:"


@dataclass(frozen=True, slots=True)
class State:
    """What the lines above opened: as in `Context`, which is read on from here."""

    block: str | None = "session"
    is_open: bool = False
    timed: bool = False
    lacks_sets: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What lines say, which findings they have, and what they leave open."""

    essences: tuple[Essence, ...]
    findings: tuple[str, ...]
    after: State


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line as the author wrote it. `raw` is all of it, `content` without indentation and comment.

    `is_broken` says that it holds a syntax error, `is_pinned` that a suppression acts on it.
    """

    statement: Statement
    raw: str
    content: str
    comment: str
    before: State
    said: Said
    is_broken: bool = False
    is_pinned: bool = False

    @property
    def is_blank(self) -> bool:
        """Nothing is written on it."""
        return not self.content and not self.comment


class LineReader:
    """Reads lines that the formatter proposes, each only once where the same stands above it."""

    def __init__(self, bodies: BodyReader) -> None:
        """Read exercise lines with this reader."""
        self.bodies = bodies
        self._said: dict[tuple[tuple[str, ...], State], Said] = {}

    def read_anew(self, texts: Sequence[str], before: State) -> Said:
        """What these texts, one a line, say where a line of the file stood."""
        key = (tuple(texts), before)
        said = self._said.get(key)
        if said is None:
            said = self._said[key] = self._read(texts, before)
        return said

    def _read(self, texts: Sequence[str], before: State) -> Said:
        source = Source("", "\n".join(texts))
        context = Context(self.bodies, *astuple(before))
        statements = [read_statement(source, index, context) for index in range(source.line_count)]
        return _said(statements, context)


def read_lines(source: Source, reader: BodyReader, broken: Collection[int]) -> list[WrittenLine]:
    """The lines of a source; `broken` are the indexes (from 0) of those with a syntax error."""
    context, lines, pinned = Context(reader), [], False
    for index in range(source.line_count):
        before = _state(context)
        context.findings.clear()
        statement = read_statement(source, index, context)
        span, comment = statement.span, statement.comment
        text = "" if comment is None else source.text[comment.start : comment.end]
        suppresses = SUPPRESSION in text.lower()
        lines.append(
            WrittenLine(
                statement,
                source.line_text(index),
                source.text[span.start : span.end],
                text,
                before,
                _said([statement], context),
                index in broken or _has_error(context),
                pinned or suppresses,
            )
        )
        pinned = suppresses and isinstance(statement, BlankLine)
    return lines


def _said(statements: Sequence[Statement], context: Context) -> Said:
    essences = tuple(one for statement in statements for one in said_by(statement))
    names = tuple(sorted(finding.name for finding in context.findings))
    return Said(essences, names, _state(context))


def _state(context: Context) -> State:
    return State(context.block, context.is_open, context.timed, context.lacks_sets)


def _has_error(context: Context) -> bool:
    return any(finding.name == "syntax-error" for finding in context.findings)
