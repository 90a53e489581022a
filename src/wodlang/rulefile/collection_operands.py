"""Collections as they are written: `before`, `exercises where heavy`, `top.sets`."""

from __future__ import annotations

from typing import Any

from wodlang.rulefile.bounds import MISSING, Truth
from wodlang.rulefile.members import Members
from wodlang.rulefile.nodes import Attribute, Bracket, Call, Name, Node, Where
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.things import SetOf, set_members
from wodlang.rulefile.types import Compiled, Kind, ManyType, OneType, Read, Run, described


def members(compiler: Compiles, node: Node, at: At) -> Members:
    """A collection, with `where` or without."""
    while isinstance(node, Bracket):
        node = node.inner
    if isinstance(node, Where):
        base = members(compiler, node.collection, at)
        inner = compiler.test(node.test, At(base.kind, at.kind))
        return base.narrowed(inner.read, inner.size)
    if isinstance(node, Name) and node.word in compiler.names.defines:
        return compiler.members_of_define(node, at)
    sets = _sets(compiler, node, at)
    if sets is not None:
        return Members(Kind.SET, sets, None, 1, belongs=_is_done)
    found = compiler.value(node, at)
    if not isinstance(found.type, ManyType):
        said = f"this is {described(found.type)}: write a collection, such as before or exercises"
        if isinstance(node, Call):
            said = f"where belongs into the brackets: {node.function}(… where …)"
        raise ExpressionProblem(said, node.span)
    return Members(found.type.kind, found.read, None, found.size)


def filtered(compiler: Compiles, node: Where, at: At) -> Compiled:
    """A collection with `where` by itself: what of it is certain."""
    found = members(compiler, node, at)

    def read(here: Any, outside: Any, run: Run) -> Any:
        return tuple(one for one, truth in found.judged(here, outside, run) if truth is True)

    return Compiled(ManyType(found.kind), read, found.size)


def _sets(compiler: Compiles, node: Node, at: At) -> Read | None:
    """`sets` as a collection: those of the nearest line, or of another line behind a dot."""
    if isinstance(node, Attribute) and node.word == "sets":
        base = compiler.value(node.base, at)
        if base.type == OneType(Kind.EXERCISE):
            read = base.read
            return lambda here, outside, run: _sets_of(read(here, outside, run))
    if not isinstance(node, Name) or node.word != "sets":
        return None
    if at.kind is Kind.SET:
        return lambda here, outside, run: set_members(here.line)
    if at.kind is Kind.EXERCISE:
        return lambda here, outside, run: set_members(here)
    return None


def _is_done(one: SetOf, outside: Any, run: Run) -> Truth:
    """Whether a set is done for sure: the fourth of `3-4x5` may be left out."""
    return None if one.one.optional else True


def _sets_of(line: Any) -> Any:
    return line if line is MISSING or line is None else set_members(line)
