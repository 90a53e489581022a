"""Texts with expressions in them: `{exercise} at {load}`. What is unknown prints as `?`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from wodlang.model.outline import Line, PlacedSession
from wodlang.rulefile.bounds import MISSING
from wodlang.rulefile.literals import shown
from wodlang.rulefile.parse import LONGEST
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.things import PlacedWeek, SetOf
from wodlang.rulefile.types import (
    Compiled,
    NumberType,
    Run,
    TestType,
    Type,
    WordsType,
    WordType,
)
from wodlang.text.span import Span

UNKNOWN = "?"
Compile = Callable[[str], Compiled]


@dataclass(frozen=True, slots=True)
class Template:
    """A text with expressions, ready to be filled in."""

    parts: tuple[str | Compiled, ...]

    @property
    def has_fields(self) -> bool:
        """Whether there is an expression in it."""
        return any(not isinstance(part, str) for part in self.parts)

    def fill(self, here: Any, run: Run) -> str:
        """The text for the thing at hand."""
        return "".join(self._said(here, run))

    def known(self, here: Any, run: Run) -> str | None:
        """The text for the thing at hand; None where something in it is unknown."""
        said = tuple(self._said(here, run))
        fields = (said for part, said in zip(self.parts, said, strict=True) if part is not said)
        return None if UNKNOWN in fields else "".join(said)

    def _said(self, here: Any, run: Run) -> Iterator[str]:
        for part in self.parts:
            yield (
                part
                if isinstance(part, str)
                else printed(part.read(here, here, run), part.type, run)
            )


def read_template(text: str, compile_it: Compile) -> Template:
    """A template; `{{` and `}}` are braces. An ExpressionProblem counts in the whole text."""
    if len(text) > LONGEST:
        said = f"{len(text):,} characters: such a text has at most {LONGEST:,}"
        raise ExpressionProblem(said, Span(0, len(text)))
    return Template(tuple(_parts(text, compile_it)))


def _parts(text: str, compile_it: Compile) -> Iterator[str | Compiled]:
    position = 0
    while position < len(text):
        start = _next(text, position)
        yield text[position:start].replace("}}", "}")
        if start == len(text):
            return
        if text.startswith("{{", start):
            yield "{"
            position = start + 2
            continue
        end = text.find("}", start)
        if end < 0:
            said = "this { has no } behind it: write {{ for a brace"
            raise ExpressionProblem(said, Span(start, start + 1))
        yield _compiled(text, start + 1, end, compile_it)
        position = end + 1


def _next(text: str, position: int) -> int:
    found = text.find("{", position)
    return len(text) if found < 0 else found


def _compiled(text: str, start: int, end: int, compile_it: Compile) -> Compiled:
    try:
        return compile_it(text[start:end])
    except ExpressionProblem as problem:
        if problem.path is None:
            problem.span = problem.span.moved(start)
        raise


def printed(value: Any, kind: Type, run: Run) -> str:
    """A value as people read it."""
    if value is None or value is MISSING:
        return UNKNOWN
    match kind:
        case NumberType(unit=unit):
            return shown(value, unit, pounds=run.program.units == "lb")
        case TestType():
            return "yes" if value else "no"
        case WordType():
            return _named(value)
        case WordsType():
            return ", ".join(value) or "none"
        case _:
            many = value if isinstance(value, tuple) else (value,)
            return ", ".join(map(_named, many)) or "none"


def _named(one: Any) -> str:
    """A line by its exercise, a session by its name or day, a week by its number."""
    if isinstance(one, SetOf):
        return _named(one.line)
    if isinstance(one, Line):
        return one.entry.exercise.name if one.entry.exercise else one.entry.name
    if isinstance(one, PlacedSession):
        return one.session.name or one.session.day or UNKNOWN
    if isinstance(one, PlacedWeek):
        return UNKNOWN if one.week.number is None else f"week {one.week.number}"
    return str(one)
