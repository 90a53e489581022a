"""Tests on values: `=`, `>`, `in`, `has`, `matches`, `is known`."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from fnmatch import translate
from typing import Any

from wodlang.rulefile.bounds import MISSING, Number, Truth, compare, comparer, inverse, within
from wodlang.rulefile.nodes import (
    NOTHING,
    SWITCHES,
    Attribute,
    Bracket,
    Comparison,
    Containment,
    Knowledge,
    Likeness,
    Listing,
    Membership,
    Name,
    Node,
    Quantity,
    Quoted,
)
from wodlang.rulefile.operands import check_written, listed, number, word, word_list, words_said
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import (
    TEST,
    Compiled,
    Kind,
    ManyType,
    NumberType,
    OneType,
    Read,
    Type,
    WordsType,
    WordType,
    described,
)
from wodlang.rulefile.vocabulary import SESSION_NAMES, comparable


def comparison(compiler: Compiles, node: Comparison, at: At) -> Compiled:
    """`left = right`, `left > right` …"""
    if isinstance(node.right, Name) and node.right.word in NOTHING - set(compiler.names.options):
        said = "is known" if node.sign == "!=" else "is unknown"
        raise ExpressionProblem(f'write "{said}"', node.right.span)
    left = left_side(compiler, node.left, at)
    if isinstance(left.type, NumberType):
        right = number(compiler, node.right, at, left.type)
        decide = comparer(node.sign)
        _check_possible(left.type, right, decide, node.right)
        return _tested(left, right, decide)
    if isinstance(left.type, WordType):
        if node.sign not in ("=", "!="):
            raise ExpressionProblem(
                f'words have no order: write = or !=, not "{node.sign}"', node.span
            )
        right = _right_word(compiler, node, at, left.type)
        if node.sign == "=":
            return _tested(left, right, operator.eq)
        return _tested(left, right, operator.ne)
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


def _check_possible(
    left: Type, right: Compiled, decide: Callable[[Any, Any], Truth], node: Node
) -> None:
    """Raise where no number that the left side can have would pass."""
    limits = left.limits if isinstance(left, NumberType) else None
    if limits is None or right.constant is None:
        return
    if decide(limits.anything, right.constant) is False:
        raise ExpressionProblem(f"this is never true: it can be {limits}", node.span)


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


def _tested(left: Compiled, right: Compiled, decide: Callable[[Any, Any], Truth]) -> Compiled:
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


def membership(compiler: Compiles, node: Membership, at: At) -> Compiled:
    """`reps in 3-5`, `pattern in [squat, hinge]`, and `not in`."""
    _check_direction(compiler, node, at)
    left = left_side(compiler, node.left, at)
    right, decide = _members(compiler, node.right, at, left, node)
    _check_possible(left.type, right, decide, node.right)
    if node.negated:
        return _tested(left, right, lambda one, other: inverse(decide(one, other)))
    return _tested(left, right, decide)


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
    return _tested(left, right, lambda one, many: not many.isdisjoint(one))


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
    return _tested(left, pattern, lambda one, _: fits(comparable(one)) is not None)


def knowledge(compiler: Compiles, node: Knowledge, at: At) -> Compiled:
    """`load is known`, `previous is unknown`."""
    operand = compiler.value(node.operand, at)
    read, known = operand.read, node.known

    def test(here: Any, outside: Any, run: Any) -> bool:
        found = read(here, outside, run)
        return (found is not None and found is not MISSING) == known

    return Compiled(TEST, test, operand.size + 1)
