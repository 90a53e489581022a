"""What the names in an expression may mean, where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from wodlang.rulefile.attributes import PARENTS
from wodlang.rulefile.members import Members
from wodlang.rulefile.nodes import Call, Name, Node, Where, children
from wodlang.rulefile.options import Option
from wodlang.rulefile.problem import ExpressionProblem, told
from wodlang.rulefile.things import Attribute
from wodlang.rulefile.types import Compiled, Kind
from wodlang.text.span import Span
from wodlang.text.toml import KeyPath

DEEPEST = 50
MOST_WHERES = 2
FUNCTIONS = (
    "count", "any", "all", "none", "sum", "max", "min", "first", "last", "sets", "days-between",
)  # fmt: skip
FUNCTION_ALONE = {
    "sets": "sets belong to a line, as in count(exercises where sets > 5), or to a muscle: sets(quads)"
}
"""What to write instead of a function's name alone."""
AGGREGATES = ("sum", "max", "min")
KEYWORDS = ("this", "and", "or", "not", "in", "has", "is", "matches", "where", "known", "unknown")


class At(NamedTuple):
    """Where an expression stands: what it is asked about, and what `this` is."""

    kind: Kind
    outside: Kind


class Measure(NamedTuple):
    """How large an expression is with the defined names counted in."""

    characters: int
    levels: int
    wheres: int


@dataclass(frozen=True, slots=True)
class Define:
    """A defined name: its expression as written and as a tree, where that is written, how large it is.

    `above` are the defined names that it uses. `fault` is what is wrong with its expression.
    """

    text: str
    node: Node
    path: KeyPath
    size: Measure
    above: Mapping[str, Define] = field(default_factory=dict)
    fault: ExpressionProblem | None = None

    @property
    def is_broken(self) -> bool:
        """It has a fault, or one of those that it uses has."""
        return self.fault is not None or any(one.is_broken for one in self.above.values())


@dataclass(frozen=True, slots=True)
class Names:
    """All names that an expression may use.

    `lost` are those that were written where they could not be read, which is reported there.
    """

    attributes: Mapping[Kind, Mapping[str, Attribute]]
    options: Mapping[str, Option]
    defines: Mapping[str, Define]
    lost: frozenset[str] = frozenset()

    def check_lost(self, node: Node) -> None:
        """Raise where a word stands for nothing because of a fault elsewhere."""
        if isinstance(node, Name) and node.word in self.lost:
            raise told()

    def known(self, at: At) -> list[str]:
        """The words that mean something here."""
        return [
            *(word for kind in chain(at.kind) for word in self.attributes[kind]),
            *self.options, *self.defines, *FUNCTIONS, "this",
        ]  # fmt: skip


class Compiles(Protocol):
    """What the parts of the compiler need of one another.

    `certain` says that a message is compiled: it names what is known.
    """

    names: Names
    certain: bool

    def value(self, node: Node, at: At) -> Compiled:
        """The expression as a value of any type."""

    def test(self, node: Node, at: At) -> Compiled:
        """The expression as a test."""

    def members_of_define(self, node: Name, at: At) -> Members:
        """The collection that a defined name stands for."""

    def see_calendar(self) -> None:
        """Note that a repeated session may answer otherwise on another of its days."""


def chain(kind: Kind) -> list[Kind]:
    """A kind and those that it stands in, the nearest first."""
    found: list[Kind] = []
    one: Kind | None = kind
    while one is not None:
        found.append(one)
        one = PARENTS[one]
    return found


def measure(text: str, root: Node, defines: Mapping[str, Define]) -> Measure:
    """How large an expression is; a problem where it is deeper than an expression may be."""
    characters, levels, wheres = len(text), 0, 0
    waiting = [(root, 1, 0)]
    while waiting:
        node, level, inside = waiting.pop()
        if isinstance(node, Name) and node.word in defines:
            size = defines[node.word].size
            characters += size.characters - len(node.word)
            level += size.levels - 1
            inside += size.wheres
        levels, wheres = max(levels, level), max(wheres, inside)
        if isinstance(node, Where):
            waiting.append((node.collection, level + 1, inside))
            waiting.append((node.test, level + 1, inside + 1))
        else:
            waiting.extend((child, level + 1, inside) for child in inner_nodes(node))
        wheres = max(wheres, inside + isinstance(node, Where))
    return Measure(characters, levels, wheres)


def inner_nodes(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node."""
    return node.arguments if isinstance(node, Call) else children(node)


def check_size(size: Measure, longest: int, span: Span) -> None:
    """Raise where an expression with its defined names is larger than allowed."""
    if size.characters > longest:
        message = f"with its defined names it has {size.characters:,} characters, at most {longest:,} are allowed"
    elif size.levels > DEEPEST:
        message = f"nested {size.levels} deep, at most {DEEPEST} levels are allowed"
    elif size.wheres > MOST_WHERES:
        message = f"{size.wheres} where inside one another: one inside another is the most"
    else:
        return
    raise ExpressionProblem(message, span)
