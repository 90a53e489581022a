"""Tests on one value: `=`, `>`, `matches`, `is known`."""

from __future__ import annotations

import operator
import re
from fnmatch import translate
from typing import Any

from wodlang.rulefile.bounds import MISSING, comparer
from wodlang.rulefile.nodes import (
    NOTHING,
    SWITCHES,
    Attribute,
    Comparison,
    Knowledge,
    Likeness,
    Name,
    Quantity,
    Quoted,
)
from wodlang.rulefile.operands import check_written, number, word
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.tested import check_possible, left_side, tested
from wodlang.rulefile.types import (
    TEST,
    Compiled,
    ManyType,
    NumberType,
    OneType,
    WordsType,
    WordType,
    described,
)
from wodlang.rulefile.vocabulary import comparable


def comparison(compiler: Compiles, node: Comparison, at: At) -> Compiled:
    """`left = right`, `left > right` …"""
    if isinstance(node.right, Name) and node.right.word in NOTHING - set(compiler.names.options):
        said = "is known" if node.sign == "!=" else "is unknown"
        raise ExpressionProblem(f'write "{said}"', node.right.span)
    left = left_side(compiler, node.left, at)
    if isinstance(left.type, NumberType):
        right = number(compiler, node.right, at, left.type)
        decide = comparer(node.sign)
        check_possible(left.type, right, decide, node.right)
        return tested(left, right, decide)
    if isinstance(left.type, WordType):
        if node.sign not in ("=", "!="):
            raise ExpressionProblem(
                f'words have no order: write = or !=, not "{node.sign}"', node.span
            )
        right = _right_word(compiler, node, at, left.type)
        if node.sign == "=":
            return tested(left, right, operator.eq)
        return tested(left, right, operator.ne)
    raise _no_comparison(left, node)


def _right_word(compiler: Compiles, node: Comparison, at: At, left: WordType) -> Compiled:
    """A word; where it is the name of something about a line, say how that is asked for."""
    try:
        return word(compiler, node.right, at, left.vocabulary)
    except ExpressionProblem as problem:
        asked = _with_dot(compiler, node, at)
        if problem.is_told or not asked:
            raise
        said = f"{problem.message}: another line's value has a dot, as in {asked}"
        raise ExpressionProblem(said, problem.span) from None


def _with_dot(compiler: Compiles, node: Comparison, at: At) -> str:
    """`this.exercise` where people write `exercise = exercise`, `previous.exercise` for `previous`."""
    left, right = node.left, node.right
    if not isinstance(left, Name) or not isinstance(right, Name):
        return ""
    if left.word == right.word:
        return f"this.{right.word}"
    try:
        compiler.value(Attribute(right.span, right, left.word), at)
    except ExpressionProblem:
        return ""
    return f"{right.word}.{left.word}"


def _no_comparison(left: Compiled, node: Comparison) -> ExpressionProblem:
    said = described(left.type)
    if isinstance(left.type, WordsType):
        return ExpressionProblem(
            f'this is {said}: write "has", as in modifiers has straps', node.span
        )
    if isinstance(left.type, ManyType):
        return ExpressionProblem(f"this is {said}: write count(…) or any(… where …)", node.span)
    if isinstance(left.type, OneType):
        return ExpressionProblem(f"this is {said}: say what of it, as in previous.load", node.span)
    word = node.right.word if isinstance(node.right, Name) else ""
    if word in SWITCHES:
        negated = (word in ("false", "no", "off")) != (node.sign == "!=")
        how = "write not before it" if negated else "leave the rest out"
        return ExpressionProblem(f"this is a test by itself: {how}", node.span)
    return ExpressionProblem("this is a test by itself: leave the comparison out", node.span)


def likeness(compiler: Compiles, node: Likeness, at: At) -> Compiled:
    """`name matches 'Bench*'`: `*` is any text, `?` any sign."""
    left = left_side(compiler, node.left, at)
    if not isinstance(left.type, WordType):
        raise ExpressionProblem(
            f'this is {described(left.type)}: "matches" goes with words', node.span
        )
    if not isinstance(node.right, Quoted | Name | Quantity):
        raise ExpressionProblem("write a text with * or ?, as in 'Bench*'", node.right.span)
    text = node.right.text if isinstance(node.right, Quoted | Quantity) else node.right.word
    check_written(text, node.right)
    fits = re.compile(translate(comparable(text).replace("[", "[[]"))).match
    words = left.type.vocabulary.words
    if words and not any(fits(comparable(one)) for one in words):
        kind, near = left.type.vocabulary.kind, left.type.vocabulary.near(text.strip("*?"))
        raise ExpressionProblem(f'no {kind} is like "{text}"', node.right.span, near)
    pattern = Compiled(TEST, lambda here, outside, run: text, 1)
    return tested(left, pattern, lambda one, _: fits(comparable(one)) is not None)


def knowledge(compiler: Compiles, node: Knowledge, at: At) -> Compiled:
    """`load is known`, `previous is unknown`."""
    operand = compiler.value(node.operand, at)
    read, known = operand.read, node.known

    def test(here: Any, outside: Any, run: Any) -> bool:
        found = read(here, outside, run)
        return (found is not None and found is not MISSING) == known

    return Compiled(TEST, test, operand.size + 1)
