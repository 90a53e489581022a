"""Why a rule spoke or kept silent: the parts of its `when` with their values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from wodlang.rulefile.bounds import MISSING, Truth
from wodlang.rulefile.collection_operands import members
from wodlang.rulefile.compiler import Compiler
from wodlang.rulefile.literals import Literal, shown
from wodlang.rulefile.message import UNKNOWN, printed
from wodlang.rulefile.nodes import (
    Both,
    Bracket,
    Call,
    Comparison,
    Containment,
    Knowledge,
    Likeness,
    Listing,
    Membership,
    Name,
    Node,
    Not,
    Quantity,
    Quoted,
)
from wodlang.rulefile.operands import number
from wodlang.rulefile.options import Value
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Names
from wodlang.rulefile.types import Compiled, Kind, NumberType, Run

QUANTIFIERS = ("any", "all", "none", "count", "first", "last", "sum", "max", "min")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a test: its text, whether it holds (None: unknown), and the values in it."""

    text: str
    truth: Truth
    detail: str = ""
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Explainer:
    """Explains a test about one thing, `here`."""

    names: Names
    kind: Kind
    here: Any
    run: Run

    def part(self, node: Node, text: str) -> Part:
        """The part of a text that a node stands for."""
        while isinstance(node, Bracket):
            node = node.inner
        said = text[node.span.start : node.span.end]
        return Part(
            said, self._truth(node), self._detail(node, text), tuple(self._inside(node, text))
        )

    def _truth(self, node: Node) -> Truth:
        truth = Compiler(self.names).test(node, self._at).read(self.here, self.here, self.run)
        return truth if truth is None else bool(truth)

    def _compiler(self) -> Compiler:
        return Compiler(self.names, certain=True)

    @property
    def _at(self) -> At:
        return At(self.kind, self.kind)

    def _inside(self, node: Node, text: str) -> Iterator[Part]:
        if isinstance(node, Both):
            yield from (self.part(operand, text) for operand in node.operands)
        elif isinstance(node, Not):
            yield self.part(node.operand, text)
        elif isinstance(node, Name) and node.word in self.names.defines:
            define = self.names.defines[node.word]
            inner = replace(self, names=replace(self.names, defines=define.above))
            yield inner.part(define.node, define.text)

    def _detail(self, node: Node, text: str) -> str:
        """`load is 60%, load-limit is 75%`, or who is among those that are asked about."""
        if isinstance(node, Call):
            return self._members(node)
        if isinstance(node, Knowledge):
            return self._said(node.operand, text)
        if isinstance(node, Comparison | Membership | Containment | Likeness):
            sides = [self._said(node.left, text), self._right(node, text)]
            calls = [self._members(one) for one in (node.left, node.right) if isinstance(one, Call)]
            return ", ".join(part for part in (*sides, *calls) if part)
        return ""

    def _right(self, node: Comparison | Membership | Containment | Likeness, text: str) -> str:
        left, right = self._value(node.left), node.right
        while isinstance(right, Bracket):
            right = right.inner
        if isinstance(right, Quoted | Quantity | Listing):
            return ""
        if isinstance(right, Name):
            return self._option(right, left)
        return self._said(right, text)

    def _option(self, node: Name, left: Compiled | None) -> str:
        """What an option holds for this athlete; a plain word says what it is."""
        option = self.names.options.get(node.word)
        if option is None or left is None:
            return ""
        if isinstance(left.type, NumberType) and not isinstance(option.first, tuple):
            found = number(self._compiler(), node, self._at, left.type)
            return f"{node.word} is {self._printed(found)}"
        return f"{node.word} is {_written(self.run.options.get(node.word))}"

    def _said(self, node: Node, text: str) -> str:
        found = self._value(node)
        if found is None or isinstance(node, Quantity | Quoted):
            return ""
        said = text[node.span.start : node.span.end]
        return f"{said} is {self._printed(found)}"

    def _value(self, node: Node) -> Compiled | None:
        try:
            return self._compiler().value(node, self._at)
        except ExpressionProblem:
            return None

    def _printed(self, found: Compiled) -> str:
        value = found.read(self.here, self.here, self.run)
        if value is MISSING:
            return "not there"
        text = printed(value, found.type, self.run)
        return "unknown" if text == UNKNOWN else text

    def _members(self, node: Call) -> str:
        """Who is in the collection of a call, and for whom its test holds."""
        if node.function not in QUANTIFIERS:
            return ""
        compiler = self._compiler()
        found = members(compiler, node.arguments[0], self._at)
        judged = list(found.judged(self.here, self.here, self.run))
        if not judged:
            return "none is there"
        many = compiler.value(Name(node.span, "this"), self._at)
        named = [(printed((one,), many.type, self.run), truth) for one, truth in judged]
        if found.test is None:
            return ", ".join(name for name, _ in named)
        return ", ".join(f"{name}: {word_of(truth)}" for name, truth in named)


def _written(value: Value | None) -> str:
    """An option's words or list as people write them."""
    if isinstance(value, tuple):
        return ", ".join(map(_written, value))
    if isinstance(value, Literal):
        return shown(value.value, value.unit)
    return "unknown" if value is None else str(value)


def word_of(truth: Truth) -> str:
    """True, false or unknown, as people read it."""
    return "unknown" if truth is None else "true" if truth else "false"
