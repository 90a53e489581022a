"""`sum`, `max` and `min`: one number of many, with what is unknown of them."""

from __future__ import annotations

from typing import Any

from wodlang.rulefile.bounds import INFINITE, MISSING, Bounds, Exact, Number, ends
from wodlang.rulefile.collection_operands import members
from wodlang.rulefile.literals import Unit
from wodlang.rulefile.nodes import Call
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import Compiled, NumberType, Run, described

NEVER_NEGATIVE = (Unit.NONE, Unit.PERCENT, Unit.TIME, Unit.DISTANCE, Unit.RPE, Unit.RIR)


def aggregated(compiler: Compiles, node: Call, at: At) -> Compiled:
    """A function of a collection and of a number of each of its members."""
    found = members(compiler, node.arguments[0], at)
    field = compiler.value(node.arguments[1], At(found.kind, at.kind))
    if not isinstance(field.type, NumberType):
        said = f"this is {described(field.type)}: write a number, such as load"
        raise ExpressionProblem(said, node.arguments[1].span)
    combine = {"sum": _sum, "max": _greatest, "min": _least}[node.function]
    least = 0 if field.type.unit in NEVER_NEGATIVE else -INFINITE
    unknown = Bounds(least, INFINITE, least, INFINITE)
    collection, passes, size = found.read, found.passes, found.size + field.size

    def read(here: Any, outside: Any, run: Run) -> Any:
        members_there = collection(here, outside, run)
        if members_there is None or members_there is MISSING:
            return members_there
        values: list[tuple[Number, bool]] = []
        for member in members_there:
            truth = passes(member, here, run)
            run.step(size)
            if truth is not False:
                value = field.read(member, here, run)
                if value is not MISSING:
                    values.append((unknown if value is None else value, truth is True))
        return combine(values)

    kind = NumberType(field.type.unit) if node.function == "sum" else field.type
    return Compiled(kind, read, size + 1)


def _sum(values: list[tuple[Number, bool]]) -> Number | None:
    """The sum end by end; a member that only might belong adds nothing or all."""
    total: tuple[Exact, ...] = (0, 0, 0, 0)
    for value, sure in values:
        low1, low2, high1, high2 = ends(value)
        added = ends(value) if sure else (min(low1, 0), max(low2, 0), min(high1, 0), max(high2, 0))
        total = tuple(one + other for one, other in zip(total, added, strict=True))
    return _number(*total)


def _greatest(values: list[tuple[Number, bool]]) -> Number | None:
    sure = [ends(value) for value, certain in values if certain]
    if not sure:
        return None
    every = [ends(value) for value, _ in values]
    return _number(
        max(one[0] for one in sure), max(one[1] for one in every),
        max(one[2] for one in sure), max(one[3] for one in every),
    )  # fmt: skip


def _least(values: list[tuple[Number, bool]]) -> Number | None:
    sure = [ends(value) for value, certain in values if certain]
    if not sure:
        return None
    every = [ends(value) for value, _ in values]
    return _number(
        min(one[0] for one in every), min(one[1] for one in sure),
        min(one[2] for one in every), min(one[3] for one in sure),
    )  # fmt: skip


def _number(low1: Exact, low2: Exact, high1: Exact, high2: Exact) -> Number | None:
    if low1 == high2:
        return low1
    nothing = low2 == high2 == INFINITE and low1 in (0, -INFINITE)
    return None if nothing else Bounds(low1, low2, high1, high2)
