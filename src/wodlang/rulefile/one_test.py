"""Which test a node is, and what is said where a test belongs and there is none."""

from __future__ import annotations

from wodlang.rulefile.comparisons import comparison, knowledge, likeness
from wodlang.rulefile.identity import identity_problem
from wodlang.rulefile.logic import both_or_either, negation
from wodlang.rulefile.memberships import containment, membership
from wodlang.rulefile.nodes import (
    Both,
    Comparison,
    Containment,
    Identity,
    Knowledge,
    Likeness,
    Membership,
    Node,
    Not,
)
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import (
    Compiled,
    ManyType,
    NumberType,
    OneType,
    WordsType,
    WordType,
    described,
)

HOW: dict[type, str] = {
    WordType: "compare it, as in pattern = row", WordsType: "write has, as in modifiers has straps",
}  # fmt: skip


def one_test(compiler: Compiles, node: Node, at: At) -> Compiled:
    """A test, compiled by its kind."""
    match node:
        case Both():
            return both_or_either(compiler, node, at)
        case Not():
            return negation(compiler, node, at)
        case Comparison():
            return comparison(compiler, node, at)
        case Membership():
            return membership(compiler, node, at)
        case Containment():
            return containment(compiler, node, at)
        case Likeness():
            return likeness(compiler, node, at)
        case Knowledge():
            return knowledge(compiler, node, at)
        case Identity():
            raise identity_problem(compiler, node, at)
    raise AssertionError(f"no test: {node}")


def no_test(found: Compiled, node: Node) -> ExpressionProblem:
    """What to write instead of a value where a test belongs."""
    said = described(found.type)
    if isinstance(found.type, NumberType):
        return ExpressionProblem(
            f"this is {said}, no test: compare it with >, <, = or in", node.span
        )
    if isinstance(found.type, ManyType):
        return ExpressionProblem(f"this is {said}, no test: write any(…)", node.span)
    if isinstance(found.type, OneType):
        return ExpressionProblem(
            f"this is {said}, no test: write … is known, or what of it, as in previous.heavy",
            node.span,
        )
    return ExpressionProblem(f"this is {said}, no test: {HOW[type(found.type)]}", node.span)
