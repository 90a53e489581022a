"""Answers for expressions that cannot be read: what is not expected, and what to write."""

from __future__ import annotations

import re

from wodlang.rulefile.first_tries import MISTAKES, WORD
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.text.span import Span


def unreadable(text: str, start: int, word: str) -> ExpressionProblem:
    """The answer to an expression of which `word` at `start` is not expected."""
    before, here = text[:start].rstrip(), text[start:]
    for one in MISTAKES:
        first = re.search(one.before, before, re.IGNORECASE)
        second = re.match(one.here, here, re.IGNORECASE) if first else None
        if first and second:
            found = {"sign": here[0], **first.groupdict(), **second.groupdict()}
            said = one.said.format(**found)
            return _problem(second[0].strip() or word, said, start)
    return _problem(word, "", start)


def _problem(word: str, said: str, start: int) -> ExpressionProblem:
    message = f'unexpected "{word}": {said}' if said else f'unexpected "{word}"'
    return ExpressionProblem(message, Span(start, start + max(len(word), 1)))


def unfinished(text: str) -> ExpressionProblem:
    """The answer to an expression that ends too early."""
    end = len(text.rstrip())
    last = re.search(rf"{WORD}$|[^\w\s]+$", text.rstrip())
    span = Span(last.start() if last else max(end - 1, 0), end)
    for opening, closing in ("()", "[]"):
        if text.count(opening) > text.count(closing):
            return ExpressionProblem(f"a closing {closing} is missing at the end", span)
    said = f'something is missing behind "{last[0]}"' if last else "something is missing at the end"
    return ExpressionProblem(said, span)
