"""The syntax tree of an expression. Spans count in the expression's text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from wodlang.text.span import Span

NOTHING = frozenset({"unknown", "none", "null", "nil", "nothing", "missing", "empty", "undefined"})
"""Words that people compare with instead of writing `is unknown`."""
SWITCHES = frozenset({"true", "yes", "on", "false", "no", "off"})
"""Words that people compare a test with."""


@dataclass(frozen=True, slots=True)
class Name:
    """A bare word: something about the subject, an option, a defined name, or a value."""

    span: Span
    word: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """A text in quotes, which are left out."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, with or without a unit, or a range of them: `80%`, `3-5`, `90s`, `RPE 8`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Listing:
    """`[squat, hinge]`."""

    span: Span
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Attribute:
    """`base.word`."""

    span: Span
    base: Node
    word: str


@dataclass(frozen=True, slots=True)
class Where:
    """A collection, or those of its members for which a test holds."""

    span: Span
    collection: Node
    test: Node


@dataclass(frozen=True, slots=True)
class Call:
    """`function(argument, …)`."""

    span: Span
    function: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """`left = right` and the like."""

    span: Span
    left: Node
    sign: str
    right: Node


@dataclass(frozen=True, slots=True)
class Membership:
    """`left in right`, `left not in right`."""

    span: Span
    left: Node
    right: Node
    negated: bool


@dataclass(frozen=True, slots=True)
class Containment:
    """`left has right`."""

    span: Span
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Likeness:
    """`left matches right`."""

    span: Span
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Knowledge:
    """`operand is known`, `operand is unknown`."""

    span: Span
    operand: Node
    known: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """`left is right`, which is no test: people type it first. `sign` is the place of `is`."""

    span: Span
    left: Node
    right: Node
    negated: bool
    sign: Span


@dataclass(frozen=True, slots=True)
class Not:
    """`not operand`."""

    span: Span
    operand: Node


@dataclass(frozen=True, slots=True)
class Both:
    """Tests joined by `and` (`every`) or by `or`."""

    span: Span
    every: bool
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`left + right` and the like."""

    span: Span
    left: Node
    sign: str
    right: Node


@dataclass(frozen=True, slots=True)
class Bracket:
    """`(inner)`: kept, for brackets count among the levels."""

    span: Span
    inner: Node


Node: TypeAlias = (
    Name | Quoted | Quantity | Listing | Attribute | Where | Call | Comparison | Membership
    | Containment | Likeness | Knowledge | Identity | Not | Both | Arithmetic | Bracket
)  # fmt: skip


def children(node: Node) -> tuple[Node, ...]:
    """The nodes directly inside a node."""
    match node:
        case Listing(items=inside) | Call(arguments=inside) | Both(operands=inside):
            return inside
        case Attribute(base=inner) | Bracket(inner=inner):
            return (inner,)
        case Knowledge(operand=inner) | Not(operand=inner):
            return (inner,)
        case Where(collection=left, test=right):
            return (left, right)
        case Name() | Quoted() | Quantity():
            return ()
        case _:
            return (node.left, node.right)
