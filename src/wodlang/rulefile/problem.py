"""What is wrong with an expression, and where in it."""

from __future__ import annotations

from collections.abc import Iterable

from wodlang.text.nearest import nearest
from wodlang.text.span import Span
from wodlang.text.toml import KeyPath


class ExpressionProblem(Exception):
    """An expression cannot be used: `span` counts in its text, `near` is what was likely meant.

    `path` is the place of the text in the TOML file; where it is None the problem lies in the text
    that is being read. `is_told` says that it follows from another one, which is reported.
    """

    is_told = False

    def __init__(
        self, message: str, span: Span, near: str | None = None, path: KeyPath | None = None
    ) -> None:
        """Say what is wrong and where."""
        super().__init__(message)
        self.message = message
        self.span = span
        self.near = near
        self.path = path


def told() -> ExpressionProblem:
    """What need not be said: a name means nothing because its own table has a fault."""
    problem = ExpressionProblem("", Span(0, 0))
    problem.is_told = True
    return problem


def unknown_word(kind: str, word: str, known: Iterable[str], span: Span) -> ExpressionProblem:
    """`unknown name "patern"`, with the nearest known word."""
    every = list(known)
    near, said = nearest(word, every), f'unknown {kind} "{word}"'
    if near is None and kind == "function":
        said = f"{said}: {', '.join(every)}"
    return ExpressionProblem(said, span, near)
