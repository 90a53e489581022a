"""Numbers in an expression: what is written, and what is worked out of two."""

from __future__ import annotations

from typing import Any

from wodlang.rulefile.bounds import MISSING, calculate
from wodlang.rulefile.literals import Unit, read_literal
from wodlang.rulefile.nodes import Arithmetic, Node, Quantity
from wodlang.rulefile.operands import check_rising
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import Compiled, NumberType, Run, described
from wodlang.rulefile.units import units_agree, wrong_unit


def quantity(node: Quantity) -> Compiled:
    """A written quantity of any unit."""
    literal = read_literal(node.text)
    if literal is None:
        raise ExpressionProblem(f'"{node.text}" is no quantity', node.span)
    check_rising(node)
    value = literal.value
    return Compiled(NumberType(literal.unit), lambda here, outside, run: value)


def arithmetic(compiler: Compiles, node: Arithmetic, at: At) -> Compiled:
    """`left + right` and the like, end by end of a range."""
    left, right = _number(compiler, node.left, at), _number(compiler, node.right, at)
    unit = _unit_of(node, left[1], right[1])
    sign, one, other = node.sign, left[0].read, right[0].read

    def read(here: Any, outside: Any, run: Run) -> Any:
        first, second = one(here, outside, run), other(here, outside, run)
        if first is MISSING or second is MISSING:
            return MISSING
        return None if first is None or second is None else calculate(sign, first, second)

    minutes = any(one == NumberType(unit, minutes=True) for one in (left[0].type, right[0].type))
    return Compiled(NumberType(unit, minutes), read, left[0].size + right[0].size + 1)


def _number(compiler: Compiles, node: Node, at: At) -> tuple[Compiled, Unit]:
    found = compiler.value(node, at)
    if not isinstance(found.type, NumberType):
        raise ExpressionProblem(f"this is {described(found.type)}, no number", node.span)
    return found, found.type.unit


def _unit_of(node: Arithmetic, left: Unit, right: Unit) -> Unit:
    """The unit of a result: sums need one unit, a product one factor without a unit."""
    if node.sign in "+-":
        if not units_agree(left, right):
            raise wrong_unit(right, left, node.right)
        return right if left is Unit.NONE else left
    if right is Unit.NONE:
        return left
    if node.sign == "*" and left is Unit.NONE:
        return right
    if node.sign == "/" and left is right:
        return Unit.NONE
    raise ExpressionProblem("one side must be a number without a unit", node.span)
