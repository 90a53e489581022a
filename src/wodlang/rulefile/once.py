"""What is the same for all lines of a session, or for a whole program, is worked out once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from operator import attrgetter
from typing import Any

from wodlang.rulefile.nodes import Attribute, Call, Name, Node, Where
from wodlang.rulefile.scope import AGGREGATES, Define, Names, chain, inner_nodes
from wodlang.rulefile.types import Kind, Read, Run

Anchor = Callable[[Any], Any]
"""From a thing at hand to what an expression depends on, as a key that lives as long as a run."""


_UNASKED = object()


def anchor_of(node: Node, kind: Kind, names: Names) -> Anchor | None:
    """What an expression depends on, if that is more than the thing at hand alone.

    `opener` of a line depends on its session: all lines of the session get the same.
    """
    asked = set(_kinds(node, kind, names))
    nearest = next((one for one in chain(kind) if one in asked), Kind.PROGRAM)
    return None if nearest is kind else _ANCHORS[nearest].get(kind)


def _week(here: Any) -> int:
    return id(here.week)  # an id, as comparing two weeks takes long


_ANCHORS: dict[Kind, dict[Kind, Anchor]] = {
    Kind.EXERCISE: {Kind.SET: attrgetter("line")},
    Kind.SESSION: {Kind.SET: attrgetter("line.placed"), Kind.EXERCISE: attrgetter("placed")},
    Kind.WEEK: {
        Kind.SET: lambda here: id(here.line.placed.week),
        Kind.EXERCISE: lambda here: id(here.placed.week),
        Kind.SESSION: _week,
        Kind.MUSCLE: _week,
    },
    Kind.PROGRAM: dict.fromkeys(Kind, lambda here: None),
}
_THEMSELVES = (Kind.EXERCISE, Kind.SESSION)


def own_anchor(node: Node, kind: Kind, names: Names) -> Anchor | None:
    """Of a costly expression that depends on the thing at hand alone: this thing."""
    costly = isinstance(node, Call) and kind in _THEMSELVES
    if not costly or _says_this(node, names) or anchor_of(node, kind, names) is not None:
        return None
    return _itself


def _itself(here: Any) -> Any:
    return here


def once_a_file(read: Read) -> Read:
    """The same, for what depends on nothing but the program: an option."""
    return once(read, lambda here: None, object())


def once(read: Read, anchor: Anchor, slot: object) -> Read:
    """The same, asked once for each thing that it depends on; equal expressions may share a slot."""

    def kept(here: Any, outside: Any, run: Run) -> Any:
        values = run.kept[slot]
        key = anchor(here)
        value = values.get(key, _UNASKED)
        if value is _UNASKED:
            value = values[key] = read(here, outside, run)
        return value

    return kept


def guarded(first: Read, anchor: Anchor, rest: Read) -> Read:
    """`first and rest`, the first asked once; where it is false the rest need not be asked."""
    slot = object()

    def both(here: Any, outside: Any, run: Run) -> Any:
        values = run.kept[slot]
        key = anchor(here)
        truth = values.get(key, _UNASKED)
        if truth is _UNASKED:
            truth = values[key] = first(here, outside, run)
        if truth is False:
            return False
        other = rest(here, outside, run)
        return other if truth is True or other is False else None

    return both


def _says_this(node: Node, names: Names) -> bool:
    """Whether `this` in an expression means something outside of it."""
    match node:
        case Name(word=word):
            define = names.defines.get(word)
            inside = define is not None and _says_this(define.node, _names_of(define, names))
            return word == "this" or inside
        case Where():
            return _says_this(node.collection, names)
        case Call(function=function) if function in AGGREGATES:
            return _says_this(node.arguments[0], names)
        case _:
            return any(_says_this(child, names) for child in inner_nodes(node))


def _kinds(node: Node, kind: Kind, names: Names) -> Iterator[Kind]:
    """The kinds of things about which a node asks, as it stands in a place that is about `kind`."""
    match node:
        case Name(word=word):
            yield from _kinds_of_name(word, kind, names)
        case Where():
            yield from _kinds(node.collection, kind, names)
            yield from _kinds_of_outer(node.test, kind, names)
        case Call(function="sets"):
            yield chain(kind)[0] if kind is not Kind.SET else Kind.EXERCISE
        case Call(function=function) if function in AGGREGATES:
            yield from _kinds(node.arguments[0], kind, names)
            yield from _kinds_of_outer(node.arguments[1], kind, names)
        case _:
            for child in inner_nodes(node):
                yield from _kinds(child, kind, names)


def _kinds_of_name(word: str, kind: Kind, names: Names) -> Iterator[Kind]:
    owner = _owner(word, kind, names)
    if word == "this":
        yield kind
    elif owner is not None:
        yield owner
    elif word in names.defines:
        define = names.defines[word]
        yield from _kinds(define.node, kind, _names_of(define, names))


def _names_of(define: Define, names: Names) -> Names:
    """The names that a defined name may use."""
    return replace(names, defines=define.above)


def _owner(word: str, kind: Kind, names: Names) -> Kind | None:
    return next((one for one in chain(kind) if word in names.attributes[one]), None)


def _kinds_of_outer(node: Node, kind: Kind, names: Names) -> Iterator[Kind]:
    """The kinds about which the test of a `where` asks by `this`, the thing of kind `kind` outside."""
    match node:
        case Name(word="this"):
            yield kind
        case Name(word=word) if word in names.defines:
            define = names.defines[word]
            yield from _kinds_of_outer(define.node, kind, _names_of(define, names))
        case Attribute(base=Name(word="this"), word=word):
            yield _owner(word, kind, names) or kind
        case Where():
            yield from _kinds_of_outer(node.collection, kind, names)
        case Call(function=function) if function in AGGREGATES:
            yield from _kinds_of_outer(node.arguments[0], kind, names)
        case _:
            for child in inner_nodes(node):
                yield from _kinds_of_outer(child, kind, names)
