"""The proof that a formatted text says what the text before it said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from wodlang.format.comments import comment_words
from wodlang.format.same import Essence, program_essence, said_by
from wodlang.model.program import Program
from wodlang.syntax.body import BodyReader
from wodlang.syntax.nodes import BlankLine, Document
from wodlang.text.finding import Finding
from wodlang.text.source import Source


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: its lines, the program that they mean, and what the core checks found.

    `reader` read its lines and remembers them: those that the formatter proposes are read by it too.
    """

    source: Source
    document: Document
    program: Program
    findings: tuple[Finding, ...]
    reader: BodyReader

    def broken_lines(self) -> frozenset[int]:
        """The indexes (from 0) of the lines that hold a syntax error."""
        return frozenset(
            self.source.line_index(finding.span.start)
            for finding in self.findings
            if finding.name == "syntax-error"
        )


Read: TypeAlias = Callable[[str], Reading]


def difference(before: Reading, after: Reading) -> str:
    """What the second text says otherwise, in words for a user; nothing where they say the same."""
    if program_essence(before.program) != program_essence(after.program):
        return "the program would not be the same"
    if list(_stream(before)) != list(_stream(after)):
        return "a comment, a cue or a line would not stand where it stood"
    if _found(before) != _found(after):
        return "the checks would find something else"
    return ""


def _found(reading: Reading) -> list[str]:
    return sorted(finding.name for finding in reading.findings)


def _stream(reading: Reading) -> Iterator[Essence]:
    """What the lines say in order, comments among them: where a line is split, behind the first.

    A suppression on a line of its own is followed by what it acts on.
    """
    text, statements = reading.source.text, reading.document.statements
    for index, statement in enumerate(statements):
        said = list(said_by(statement))
        yield from said[:1]
        if statement.comment is not None:
            words = comment_words(text[statement.comment.start : statement.comment.end])
            yield ("comment", words, isinstance(statement, BlankLine))
            if words.lower().startswith("wod:"):
                yield ("acts on", _target(reading, index, isinstance(statement, BlankLine)))
        yield from said[1:]


def _target(reading: Reading, index: int, is_alone: bool) -> Essence:
    """What the line of a suppression says, or the line below one that stands alone."""
    place = index + is_alone
    statements = reading.document.statements
    return tuple(said_by(statements[place])) if place < len(statements) else ()
