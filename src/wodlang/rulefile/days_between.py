"""`days-between(last-time, this)`: how far two sessions are apart."""

from __future__ import annotations

from typing import Any

from wodlang.model.calendar import DAYS_IN_WEEK
from wodlang.model.program import Session
from wodlang.rulefile.bounds import MISSING
from wodlang.rulefile.nodes import Call, Node
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import PLAIN, Compiled, Kind, OneType, Read, Run, described

EXAMPLE = "days-between(previous, this)"


def days_between(compiler: Compiles, node: Call, at: At) -> Compiled:
    """The days between two sessions, or the sessions of two lines."""
    compiler.see_calendar()
    both = [_placed(compiler, argument, at) for argument in node.arguments]
    first, second = both

    def days(here: Any, outside: Any, run: Run) -> Any:
        one, other = first(here, outside, run), second(here, outside, run)
        if one is MISSING or other is MISSING:
            return MISSING
        return None if one is None or other is None else _days_apart(one.session, other.session)

    return Compiled(PLAIN, days, 3)


def _placed(compiler: Compiles, node: Node, at: At) -> Read:
    """The session that an argument is or stands in."""
    found = compiler.value(node, at)
    read = found.read
    if found.type == OneType(Kind.SESSION):
        return read
    if found.type != OneType(Kind.EXERCISE):
        said = f"this is {described(found.type)}: days lie between sessions or lines, {EXAMPLE}"
        raise ExpressionProblem(said, node.span)
    return lambda here, outside, run: _session_of(read(here, outside, run))


def _session_of(line: Any) -> Any:
    return line if line is MISSING or line is None else line.placed


def _days_apart(one: Session, other: Session) -> int | None:
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
