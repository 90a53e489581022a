"""A test of two values: what stands on its left, and what becomes of unknown and missing ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wodlang.rulefile.bounds import MISSING, Truth
from wodlang.rulefile.nodes import Node, Quoted
from wodlang.rulefile.operands import words_said
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import (
    TEST,
    Compiled,
    Kind,
    NumberType,
    OneType,
    Read,
    Type,
    WordType,
)
from wodlang.rulefile.vocabulary import SESSION_NAMES, comparable


def left_side(compiler: Compiles, node: Node, at: At) -> Compiled:
    """The left of a test. A session stands for its name there, words lose their case."""
    if isinstance(node, Quoted):
        raise ExpressionProblem("write the text on the right: name = 'Bench'", node.span)
    found = compiler.value(node, at)
    if found.type == OneType(Kind.SESSION):
        read = found.read
        named: Read = lambda here, outside, run: _name_of(read(here, outside, run))  # noqa: E731
        return Compiled(WordType(SESSION_NAMES), named, found.size)
    return words_said(found)


def _name_of(placed: Any) -> Any:
    if placed is MISSING or placed is None:
        return placed
    name = placed.session.name
    return comparable(name) if name else None


def tested(left: Compiled, right: Compiled, decide: Callable[[Any, Any], Truth]) -> Compiled:
    """A test of two values: False where a line is not there, unknown where a value is."""
    one, other, constant = left.read, right.read, right.constant

    def read_left(here: Any, outside: Any, run: Any) -> Truth:
        first = one(here, outside, run)
        return (
            decide(first, constant)
            if first is not None and first is not MISSING
            else _absent(first)
        )

    if constant is not None:
        return Compiled(TEST, read_left, left.size + right.size + 1)

    def read(here: Any, outside: Any, run: Any) -> Truth:
        first = one(here, outside, run)
        if first is MISSING:
            return False
        second = other(here, outside, run)
        if second is MISSING:
            return False
        return None if first is None or second is None else decide(first, second)

    return Compiled(TEST, read, left.size + right.size + 1)


def _absent(value: Any) -> Truth:
    return False if value is MISSING else None


def check_possible(
    left: Type, right: Compiled, decide: Callable[[Any, Any], Truth], node: Node
) -> None:
    """Raise where no number that the left side can have would pass."""
    limits = left.limits if isinstance(left, NumberType) else None
    if limits is None or right.constant is None:
        return
    if decide(limits.anything, right.constant) is False:
        raise ExpressionProblem(f"this is never true: it can be {limits}", node.span)
