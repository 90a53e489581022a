"""What a text means, places left out: to tell whether a formatted text still says the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import Any, TypeAlias

from wodlang.model.program import Program
from wodlang.syntax.line_nodes import ExerciseNode, LineBody, Modifier, ModifierKind
from wodlang.syntax.nodes import SectionHeader, SessionHeader, Statement, WeekHeader
from wodlang.text.span import Span

Essence: TypeAlias = Hashable
REMEMBERED = 20_000
# Where something stands, and what is only a shorter way to say it.
PLACES = frozenset(
    {
        "index", "span", "comment", "name_span", "title_span", "key_span", "value_span", "end",
        "target_span", "sets_span", "reps_span", "load_span", "body", "body_offset", "place",
        "line", "header", "definition", "own_label", "label_span",
    }
)  # fmt: skip


def essence(value: object) -> Essence:
    """All that a value of the tree or of the model says, without where it stands."""
    kind: Any = type(value)
    return _reader(kind)(value)


@cache
def _reader(kind: type[Any]) -> Callable[[Any], Essence]:
    """How a value of this class is read; looked up once a class, for there are many values."""
    if kind is Span:
        return lambda _: "place"
    if kind is str:
        return lambda text: " ".join(text.split())
    if issubclass(kind, tuple):
        return lambda values: tuple(essence(one) for one in values)
    if kind is Modifier:
        return _modifier
    if is_dataclass(kind):
        return _of_fields(kind)
    return _itself if kind.__hash__ is not None else repr


def _itself(value: Any) -> Essence:
    """A number, a word of an enumeration, nothing."""
    hashable: Essence = value
    return hashable


@cache
def _of_fields(kind: Any) -> Callable[[Any], Essence]:
    """A reader of the fields of a class, one after the other."""
    parts = [(name, _written if name == "written" else essence) for name in _names_of(kind)]
    return lambda value: (kind.__name__, *[read(getattr(value, name)) for name, read in parts])


def _modifier(modifier: Modifier) -> Essence:
    """Of a height the text is only what was typed of it."""
    is_height = modifier.kind is ModifierKind.HEIGHT
    return ("height", essence(modifier.height)) if is_height else _of_fields(Modifier)(modifier)


def _names(value: object) -> tuple[str, ...]:
    kind: Any = type(value)
    return _names_of(kind)


@cache
def _names_of(kind: Any) -> tuple[str, ...]:
    """The fields of a class that say something."""
    return tuple(field.name for field in fields(kind) if field.name not in PLACES)


def _written(value: object) -> Essence:
    """What was typed before a load was converted: its blanks say nothing."""
    return re.sub(r"\s", "", value) if isinstance(value, str) else essence(value)


def said_by(statement: Statement) -> Iterator[Essence]:
    """What a line says: its header, then each of its exercises.

    A header with exercises behind its colon says the same as one with those exercises below it.
    """
    body: LineBody | None = getattr(statement, "body", None)
    if type(statement).__name__ not in ("ExerciseLine", "BlankLine"):
        yield from map(essence, heads_of(statement))
    for exercise in body.exercises if body else ():
        said = _said_by_exercise(_Identity(exercise))
        yield ("label", exercise.own_label or (body and body.label), body and body.slot, said)


def heads_of(statement: Statement) -> tuple[Statement, ...]:
    """A header, and apart from it the head of the timed block behind its colon."""
    if not isinstance(statement, WeekHeader | SessionHeader | SectionHeader):
        return (statement,)
    block = statement.block
    if block is None or (isinstance(statement, SessionHeader) and is_its_title(statement)):
        return (statement,)
    return (replace(statement, block=None), block)


def is_its_title(header: SessionHeader) -> bool:
    """`Monday: EMOM 10`: the timed block is the day's title too, so they stay together."""
    return bool(header.days and header.title)


class _Identity:
    """An exercise as a key of what is remembered: lines that are alike share one object."""

    __slots__ = ("node",)

    def __init__(self, node: ExerciseNode) -> None:
        self.node = node

    def __hash__(self) -> int:
        return id(self.node)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and self.node is other.node


@lru_cache(maxsize=REMEMBERED)
def _said_by_exercise(exercise: _Identity) -> Essence:
    return essence(exercise.node)


def program_essence(program: Program) -> Essence:
    """All that a program says. Lines of repeated sessions are one object and are read once."""
    known: dict[int, Essence] = {}
    weeks = []
    for week in program.weeks:
        sessions = []
        for session in week.sessions:
            head = tuple(
                essence(getattr(session, name)) for name in _names(session) if name != "entries"
            )
            for entry in session.entries:
                if id(entry) not in known:
                    known[id(entry)] = essence(entry)
            sessions.append((head, tuple(known[id(entry)] for entry in session.entries)))
        weeks.append((week.number, essence(week.title), week.repeats, week.deload, tuple(sessions)))
    rest = tuple(essence(getattr(program, name)) for name in _names(program) if name != "weeks")
    return (rest, tuple(weeks))
