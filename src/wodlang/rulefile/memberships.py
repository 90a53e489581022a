"""Tests on lists: `pattern in [squat, hinge]`, `reps in 3-5`, `modifiers has straps`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wodlang.rulefile.bounds import Number, Truth, compare, inverse, within
from wodlang.rulefile.nodes import Bracket, Containment, Listing, Membership, Name, Node
from wodlang.rulefile.operands import listed, number, word_list, words_said
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.tested import check_possible, left_side, tested
from wodlang.rulefile.types import (
    Compiled,
    ManyType,
    NumberType,
    WordsType,
    WordType,
    described,
)


def membership(compiler: Compiles, node: Membership, at: At) -> Compiled:
    """`reps in 3-5`, `pattern in [squat, hinge]`, and `not in`."""
    _check_direction(compiler, node, at)
    left = left_side(compiler, node.left, at)
    right, decide = _members(compiler, node.right, at, left, node)
    check_possible(left.type, right, decide, node.right)
    if node.negated:
        return tested(left, right, lambda one, other: inverse(decide(one, other)))
    return tested(left, right, decide)


def _check_direction(compiler: Compiles, node: Membership, at: At) -> None:
    """`straps in modifiers`, `exercise in before`: say it the other way round."""
    right = node.right
    if not isinstance(right, Name) or right.word in compiler.names.options:
        return
    try:
        found = compiler.value(right, at)
    except ExpressionProblem:
        return
    left = node.left.word if isinstance(node.left, Name) else "…"
    if isinstance(found.type, WordsType):
        said = f"write it the other way round: {right.word} has {left}"
    elif isinstance(found.type, ManyType):
        said = f"write any({right.word} where … = …)"
    else:
        return
    raise ExpressionProblem(said, node.span)


def _members(
    compiler: Compiles, node: Node, at: At, left: Compiled, whole: Membership
) -> tuple[Compiled, Callable[[Any, Any], Truth]]:
    if isinstance(left.type, WordType):
        return word_list(compiler, node, at, left.type.vocabulary), lambda one, many: one in many
    if not isinstance(left.type, NumberType):
        if isinstance(left.type, WordsType):
            said = 'write "has", as in modifiers has [straps, belt]'
        else:
            said = "in goes behind a word or a number, as in pattern in [squat, hinge]"
        raise ExpressionProblem(f"this is {described(left.type)}: {said}", whole.left.span)
    while isinstance(node, Bracket):
        node = node.inner
    if isinstance(node, Listing) or _is_list_option(compiler, node):
        return listed(compiler, node, at, left.type), _any_equal
    return number(compiler, node, at, left.type), within


def _is_list_option(compiler: Compiles, node: Node) -> bool:
    if not isinstance(node, Name) or node.word not in compiler.names.options:
        return False
    return isinstance(compiler.names.options[node.word].first, tuple)


def _any_equal(one: Number, many: tuple[Number, ...]) -> Truth:
    verdicts = [compare("=", one, other) for other in many]
    return True if True in verdicts else None if None in verdicts else False


def containment(compiler: Compiles, node: Containment, at: At) -> Compiled:
    """`modifiers has straps`, `muscles has [quads, glutes]`: one of a list is enough."""
    left = words_said(compiler.value(node.left, at))
    if not isinstance(left.type, WordsType):
        said = f'this is {described(left.type)}: "has" goes with lists such as modifiers'
        if isinstance(left.type, WordType):
            said = f"this is {described(left.type)}: write =, or in and a list"
        elif isinstance(left.type, ManyType):
            said = f"this is {described(left.type)}: write any(… where exercise = …)"
        raise ExpressionProblem(said, node.left.span)
    right = word_list(compiler, node.right, at, left.type.vocabulary, single=True)
    return tested(left, right, lambda one, many: not many.isdisjoint(one))
