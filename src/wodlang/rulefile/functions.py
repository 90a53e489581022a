"""The functions: `count(before where heavy)`, `max(sets, load)`, `sets(quads)`."""

from __future__ import annotations

from typing import Any

from wodlang.rulefile.aggregates import aggregated
from wodlang.rulefile.bounds import MISSING
from wodlang.rulefile.climbing import climb
from wodlang.rulefile.collection_operands import members
from wodlang.rulefile.days_between import EXAMPLE, days_between
from wodlang.rulefile.nodes import Call
from wodlang.rulefile.operands import word
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.quantifiers import quantified
from wodlang.rulefile.scope import AGGREGATES, At, Compiles, chain
from wodlang.rulefile.things import sets_of_muscle
from wodlang.rulefile.types import PLAIN, Compiled, Kind, Run
from wodlang.rulefile.vocabulary import MUSCLE_NAMES


def call(compiler: Compiles, node: Call, at: At) -> Compiled:
    """A function with its arguments."""
    if node.function == "sets":
        return _muscle_sets(compiler, node, at)
    if node.function == "days-between":
        _expect(node, 2, EXAMPLE)
        return days_between(compiler, node, at)
    if node.function in AGGREGATES:
        _expect(node, 2, f"{node.function}(before, load)")
        return aggregated(compiler, node, at)
    example = f"{node.function}(before where heavy)"
    _expect(node, 1, example)
    found = members(compiler, node.arguments[0], at)
    if node.function == "all" and found.test is None:
        raise ExpressionProblem(f"say of all what: {example}", node.span)
    return quantified(node.function, found, compiler.certain)


def _expect(node: Call, count: int, example: str) -> None:
    if len(node.arguments) != count:
        many = "one argument" if count == 1 else f"{count} arguments"
        raise ExpressionProblem(f"{node.function} takes {many}: {example}", node.span)


def _muscle_sets(compiler: Compiles, node: Call, at: At) -> Compiled:
    _expect(node, 1, "sets(quads)")
    muscle = word(compiler, node.arguments[0], at, MUSCLE_NAMES)
    owners = (Kind.SESSION, Kind.WEEK, Kind.PROGRAM)
    kinds = [one for one in chain(at.kind) if one in owners]
    to_owner = climb(at.kind, kinds[0])
    read = muscle.read
    if kinds[0] is not Kind.SESSION:
        compiler.see_calendar()

    def sets(here: Any, outside: Any, run: Run) -> Any:
        name = read(here, outside, run)
        return (
            name
            if name is MISSING or name is None
            else sets_of_muscle(to_owner(here, run), name, run)
        )

    return Compiled(PLAIN, sets, muscle.size + 1)
