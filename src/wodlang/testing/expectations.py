"""`# expect: CODE`: what a `.wod` fixture says will be found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wodlang.lint.suppression import PATTERN as SUPPRESSION
from wodlang.syntax.nodes import BlankLine, Document, Statement
from wodlang.text.nearest import nearest
from wodlang.text.source import Source

EXPECT = re.compile(r"(?:#|//)\s*expect:\s*(.*)$", re.IGNORECASE)
ALMOST = re.compile(r"(?:#|//)\s*expect.*\b[A-Z]+[0-9]{3}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Expectations:
    """`pairs` of line (from 1) and code, one for each finding; `mistakes` in the comments."""

    pairs: tuple[tuple[int, str], ...]
    mistakes: tuple[str, ...]


def read_expectations(document: Document, source: Source, codes: Iterable[str]) -> Expectations:
    """Read a document's expectations; `codes` are those of all rules that are known.

    Behind something, the comment speaks for its own line; on a line of its own for the next line
    that holds an exercise, a header, or a `# wod: ignore`. A code that is found twice on a line is written twice.
    """
    known = list(codes)
    pairs: list[tuple[int, str]] = []
    mistakes: list[str] = []
    for statement in document.statements:
        comment = _comment(statement, source)
        match = EXPECT.search(comment)
        if match is None:
            if ALMOST.match(comment):
                mistakes.append(f"line {statement.index + 1}: write # expect: CODE")
            continue
        line = (
            statement.index
            if _stands_behind(statement, match)
            else _next(statement, document, source)
        )
        found, wrong = _codes(match[1], known)
        mistakes += [f"line {statement.index + 1}: {message}" for message in wrong]
        if line is None:
            mistakes.append(f"line {statement.index + 1}: no line follows that it could speak for")
        else:
            pairs += [(line + 1, code) for code in found]
    return Expectations(tuple(pairs), tuple(mistakes))


def _comment(statement: Statement, source: Source) -> str:
    span = statement.comment
    return source.text[span.start : span.end] if span else ""


def _stands_behind(statement: Statement, match: re.Match[str]) -> bool:
    """Whether an exercise, or another comment (`# wod: ignore[IH101]`), stands before it."""
    return not isinstance(statement, BlankLine) or match.start() > 0


def _next(statement: Statement, document: Document, source: Source) -> int | None:
    """The index of the next line that something can be found on."""
    for later in document.statements:
        if later.index > statement.index and (
            not isinstance(later, BlankLine) or SUPPRESSION.match(_comment(later, source))
        ):
            return later.index
    return None


def _codes(written: str, known: list[str]) -> tuple[list[str], list[str]]:
    """The codes that are written, and what is wrong with the other words."""
    by_folded = {code.casefold(): code for code in known}
    words = written.replace(",", " ").split()
    found = [by_folded[word.casefold()] for word in words if word.casefold() in by_folded]
    wrong = [_unknown(word, known) for word in words if word.casefold() not in by_folded]
    return found, wrong if words else ["name the code that is expected: # expect: WOD101"]


def _unknown(word: str, known: list[str]) -> str:
    near = nearest(word, known)
    hint = f", did you mean {near}?" if near else ""
    return f'no rule under test has the code "{word}"{hint}'
