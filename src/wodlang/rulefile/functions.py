"""Functions over many: `count(before where heavy)`, `max(sets, load)`, `days-between(last-time, this)`."""

from __future__ import annotations

from typing import Any

from wodlang.model.calendar import DAYS_IN_WEEK
from wodlang.model.program import Session
from wodlang.rulefile.bounds import (
    INFINITE,
    MISSING,
    Bounds,
    Exact,
    Number,
    Truth,
    ends,
)
from wodlang.rulefile.literals import Unit
from wodlang.rulefile.members import Members
from wodlang.rulefile.nodes import Attribute, Bracket, Call, Name, Node, Where
from wodlang.rulefile.operands import word
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.quantifiers import quantified
from wodlang.rulefile.scope import AGGREGATES, At, Compiles, chain
from wodlang.rulefile.things import SetOf, set_members, sets_of_muscle
from wodlang.rulefile.types import (
    PLAIN,
    Compiled,
    Kind,
    ManyType,
    NumberType,
    OneType,
    Read,
    Run,
    described,
)
from wodlang.rulefile.vocabulary import MUSCLE_NAMES

NEVER_NEGATIVE = (Unit.NONE, Unit.PERCENT, Unit.TIME, Unit.DISTANCE, Unit.RPE, Unit.RIR)


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


def call(compiler: Compiles, node: Call, at: At) -> Compiled:
    """A function with its arguments."""
    if node.function == "sets":
        return _muscle_sets(compiler, node, at)
    if node.function == "days-between":
        return _days_between(compiler, node, at)
    if node.function in AGGREGATES:
        _expect(node, 2, f"{node.function}(before, load)")
        return _aggregate(compiler, node, at)
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


def _aggregate(compiler: Compiles, node: Call, at: At) -> Compiled:
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


def _muscle_sets(compiler: Compiles, node: Call, at: At) -> Compiled:
    _expect(node, 1, "sets(quads)")
    muscle = word(compiler, node.arguments[0], at, MUSCLE_NAMES)
    owners = (Kind.SESSION, Kind.WEEK, Kind.PROGRAM)
    kinds = [one for one in chain(at.kind) if one in owners]
    to_owner = compiler.climb(at.kind, kinds[0])
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


def _days_between(compiler: Compiles, node: Call, at: At) -> Compiled:
    example = "days-between(previous, this)"
    _expect(node, 2, example)
    compiler.see_calendar()
    both = [_placed(compiler, argument, at, example) for argument in node.arguments]
    first, second = both

    def days(here: Any, outside: Any, run: Run) -> Any:
        one, other = first(here, outside, run), second(here, outside, run)
        if one is MISSING or other is MISSING:
            return MISSING
        return None if one is None or other is None else days_apart(one.session, other.session)

    return Compiled(PLAIN, days, 3)


def _placed(compiler: Compiles, node: Node, at: At, example: str) -> Read:
    """The session that an argument is or stands in."""
    found = compiler.value(node, at)
    read = found.read
    if found.type == OneType(Kind.SESSION):
        return read
    if found.type != OneType(Kind.EXERCISE):
        said = f"this is {described(found.type)}: days lie between sessions or lines, {example}"
        raise ExpressionProblem(said, node.span)
    return lambda here, outside, run: _session_of(read(here, outside, run))


def _session_of(line: Any) -> Any:
    return line if line is MISSING or line is None else line.placed


def days_apart(one: Session, other: Session) -> int | None:
    """The calendar days from one session to the other (Monday to Wednesday: 2); None if unknown."""
    if one.date is not None and other.date is not None:
        return abs((other.date - one.date).days)
    weeks = _weeks_apart(one, other)
    if one.weekday is None or other.weekday is None or weeks is None:
        return None
    return abs(other.weekday - one.weekday + weeks * DAYS_IN_WEEK)


def _weeks_apart(one: Session, other: Session) -> int | None:
    if one.week == other.week:
        return 0
    return None if one.week is None or other.week is None else other.week - one.week
