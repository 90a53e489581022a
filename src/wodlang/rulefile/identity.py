"""`pattern is row`, `load is heavy`: no tests, but what people type first."""

from __future__ import annotations

from wodlang.rulefile.nodes import NOTHING, SWITCHES, Identity, Name, Node
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import (
    Kind,
    ManyType,
    NumberType,
    OneType,
    TestType,
    Type,
    WordsType,
)
from wodlang.text.nearest import nearest

SAID = '"is" goes with known and unknown alone'
SLIP = 0.75
"""As like as `unkown` is to `unknown`; `none` is a word of its own."""


def identity_problem(compiler: Compiles, node: Identity, at: At) -> ExpressionProblem:
    """What to write instead."""
    left = compiler.value(node.left, at)
    word = node.right.word if isinstance(node.right, Name) else ""
    near = nearest(word, ("known", "unknown"), SLIP)
    if near is not None and word not in compiler.names.known(at):
        return ExpressionProblem(SAID, node.right.span, near)
    how = _without_sign(word, node, left.type) or _by_type(left.type, node)
    if isinstance(left.type, NumberType) and _is_test(compiler, node.right, at):
        how = f"{word} is a test by itself: write {'not ' if node.negated else ''}{word}"
    return ExpressionProblem(f"{SAID}: {how}", node.sign)


def _without_sign(word: str, node: Identity, left: Type) -> str:
    if word in NOTHING:
        return "write is known" if node.negated else "write is unknown"
    if word in SWITCHES or isinstance(left, TestType):
        return "a test needs no sign: write it alone, or not before it"
    return ""


def _by_type(left: Type, node: Identity) -> str:
    if isinstance(left, WordsType):
        return "write has, and not in front" if node.negated else "write has"
    if isinstance(left, ManyType):
        return "write any(… where …)"
    if isinstance(left, OneType) and left.kind is not Kind.SESSION:
        return "say what of it, as in previous.load"
    return "write !=" if node.negated else "write ="


def _is_test(compiler: Compiles, node: Node, at: At) -> bool:
    try:
        return isinstance(node, Name) and isinstance(compiler.value(node, at).type, TestType)
    except ExpressionProblem:
        return False
