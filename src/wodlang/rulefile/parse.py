"""From the text of an expression to its syntax tree, by Lark."""

from __future__ import annotations

from functools import cache
from typing import Any

from lark import Lark, Token, Transformer, UnexpectedInput
from lark.exceptions import UnexpectedCharacters, UnexpectedToken, VisitError

from wodlang.rulefile.mistakes import unfinished, unreadable
from wodlang.rulefile.nodes import (
    Arithmetic,
    Attribute,
    Both,
    Bracket,
    Call,
    Comparison,
    Containment,
    Identity,
    Knowledge,
    Likeness,
    Listing,
    Membership,
    Name,
    Node,
    Not,
    Quantity,
    Quoted,
    Where,
)
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.syntax.grammar import grammar_text
from wodlang.text.span import Span

LONGEST = 2_000
"""The most characters of an expression, defined names counted in."""

INSTEAD = {
    "==": "=", "<>": "!=", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "≠": "!=",
}  # fmt: skip


def parse_expression(text: str) -> Node:
    """The tree of an expression; an ExpressionProblem says what is wrong and what to write."""
    if len(text) > LONGEST:
        message = f"{len(text):,} characters: an expression has at most {LONGEST:,}"
        raise ExpressionProblem(message, Span(0, len(text)))
    if not text.strip():
        raise ExpressionProblem("there is nothing in it: write an expression", Span(0, len(text)))
    try:
        return _parser().parse(text)  # type: ignore[return-value]
    except UnexpectedInput as error:
        raise _unexpected(error, text) from None
    except VisitError as error:
        raise error.orig_exc from None


@cache
def _parser() -> Lark:
    return Lark(
        grammar_text("expression"), parser="lalr", transformer=_Builder(), maybe_placeholders=False
    )


def _unexpected(error: UnexpectedInput, text: str) -> ExpressionProblem:
    if isinstance(error, UnexpectedToken) and error.token.type != "$END":
        return unreadable(text, error.token.start_pos or 0, str(error.token).rstrip())
    if isinstance(error, UnexpectedCharacters):
        start = error.pos_in_stream or 0
        return unreadable(text, start, text[start])
    return unfinished(text)


def _over(*parts: Any) -> Span:
    """The span from the first to the last of tokens and nodes."""
    return Span(_span(parts[0]).start, _span(parts[-1]).end)


def _span(part: Any) -> Span:
    if isinstance(part, Token):
        start = part.start_pos or 0
        return Span(start, start + len(part))
    return part.span  # type: ignore[no-any-return]


class _Builder(Transformer[Token, Node]):
    """Makes nodes while the parser reduces, so that deep nesting needs no recursion."""

    def start(self, parts: list[Any]) -> Node:
        return parts[0]  # type: ignore[no-any-return]

    def thing(self, parts: list[Any]) -> Node:
        if len(parts) == 1:
            return parts[0]  # type: ignore[no-any-return]
        collection, _, test = parts
        return Where(_over(collection, test), collection, test)

    def disjunction(self, parts: list[Any]) -> Node:
        return self._both(parts, every=False)

    def conjunction(self, parts: list[Any]) -> Node:
        return self._both(parts, every=True)

    def _both(self, parts: list[Any], *, every: bool) -> Node:
        operands = tuple(parts[::2])
        return operands[0] if len(operands) == 1 else Both(_over(*parts), every, operands)

    def inverse(self, parts: list[Any]) -> Node:
        return Not(_over(*parts), parts[1])

    def comparison(self, parts: list[Any]) -> Node:
        left, sign, right = parts
        if sign in INSTEAD:
            message = f'unexpected "{sign}": write {INSTEAD[str(sign)]}'
            raise ExpressionProblem(message, _span(sign))
        return Comparison(_over(left, right), left, str(sign), right)

    def membership(self, parts: list[Any]) -> Node:
        left, right = parts[0], parts[-1]
        if isinstance(right, Arithmetic) and right.sign == "-":
            raise ExpressionProblem("write a range without spaces: in 3-5", right.span)
        return Membership(_over(left, right), left, right, negated=len(parts) == 4)

    def containment(self, parts: list[Any]) -> Node:
        return Containment(_over(*parts), parts[0], parts[2])

    def likeness(self, parts: list[Any]) -> Node:
        return Likeness(_over(*parts), parts[0], parts[2])

    def knowledge(self, parts: list[Any]) -> Node:
        negated = len(parts) == 4
        return Knowledge(_over(*parts), parts[0], (parts[-1].lower() == "known") != negated)

    def identity(self, parts: list[Any]) -> Node:
        left, sign, right = parts[0], parts[1], parts[-1]
        return Identity(_over(*parts), left, right, len(parts) == 4, _span(sign))

    def sum(self, parts: list[Any]) -> Node:
        return self._chain(parts)

    def product(self, parts: list[Any]) -> Node:
        return self._chain(parts)

    def _chain(self, parts: list[Any]) -> Node:
        node: Node = parts[0]
        for sign, right in zip(parts[1::2], parts[2::2], strict=True):
            node = Arithmetic(_over(node, right), node, str(sign), right)
        return node

    def attribute(self, parts: list[Any]) -> Node:
        base, _, word = parts
        return Attribute(_over(base, word), base, word.lower())

    def quantity(self, parts: list[Any]) -> Node:
        text = str(parts[0]).rstrip()
        start = _span(parts[0]).start
        return Quantity(Span(start, start + len(text)), text)

    def quoted(self, parts: list[Any]) -> Node:
        return Quoted(_span(parts[0]), str(parts[0])[1:-1])

    def name(self, parts: list[Any]) -> Node:
        return Name(_span(parts[0]), parts[0].lower())

    def call(self, parts: list[Any]) -> Node:
        return Call(_over(*parts), parts[0].lower(), tuple(parts[2:-1:2]))

    def bracket(self, parts: list[Any]) -> Node:
        return Bracket(_over(*parts), parts[1])

    def listing(self, parts: list[Any]) -> Node:
        if len(parts) == 2:
            said = "nothing is in an empty list: write what may be in it, [squat, hinge]"
            raise ExpressionProblem(said, _over(*parts))
        return Listing(_over(*parts), tuple(parts[1:-1:2]))
