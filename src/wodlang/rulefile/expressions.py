"""The expressions of one rule: parsed, measured, and compiled with its names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from wodlang.rulefile.compiler import Compiler
from wodlang.rulefile.message import Template, read_template
from wodlang.rulefile.nodes import Name, Node
from wodlang.rulefile.parse import LONGEST, parse_expression
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Define, Measure, Names, check_size, inner_nodes, measure
from wodlang.rulefile.session_part import session_part
from wodlang.rulefile.types import Compiled, Kind, Read
from wodlang.text.span import Span
from wodlang.text.toml import KeyPath


@dataclass(slots=True)
class Expressions:
    """Compiles the texts of a rule that is for each `kind`.

    `calendar` tells whether one of them looks beyond the lines of a session.
    """

    names: Names
    kind: Kind
    calendar: bool = field(default=False)

    def test(self, text: str) -> Compiled:
        """A test, as in `when`."""
        compiler = Compiler(self.names)
        found = compiler.test(self.parsed(text), At(self.kind, self.kind))
        self.calendar = self.calendar or compiler.calendar
        return found

    def of_session(self, text: str) -> tuple[Read, ...]:
        """What of a test about lines is about their session alone."""
        return session_part(self.parsed(text), self.names)

    def value(self, text: str) -> Compiled:
        """Any expression, as in a message: it names what is known."""
        compiler = Compiler(self.names, certain=True)
        found = compiler.value(self.parsed(text), At(self.kind, self.kind))
        self.calendar = self.calendar or compiler.calendar
        return found

    def template(self, text: str) -> Template:
        """A text with expressions in braces."""
        return read_template(text, self.value)

    def parsed(self, text: str) -> Node:
        """The tree of an expression, which is not too large."""
        node = parse_expression(text)
        check_size(measure(text, node, self.names.defines), LONGEST, node.span)
        return node


def read_define(text: str, path: KeyPath, above: Mapping[str, Define]) -> Define:
    """A defined name, which may have a fault; `above` are those that it may use."""
    whole = Span(0, len(text))
    try:
        node = parse_expression(text)
        size = measure(text, node, above)
        check_size(size, LONGEST, whole)
    except ExpressionProblem as problem:
        problem.path = path
        return Define(text, Name(whole, str(path[-1])), path, Measure(1, 1, 0), {}, problem)
    return Define(text, node, path, size, dict(_used(node, above)))


def _used(root: Node, defines: Mapping[str, Define]) -> Iterator[tuple[str, Define]]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name) and node.word in defines:
            yield node.word, defines[node.word]
        waiting.extend(inner_nodes(node))


def check_define(define: Define, names: Names) -> None:
    """Raise where a defined name means nothing, whatever it is asked about."""
    first: ExpressionProblem | None = None
    for kind in (Kind.EXERCISE, Kind.SESSION, Kind.WEEK, Kind.MUSCLE, Kind.SET):
        try:
            Compiler(names).value(
                Name(Span(0, len(define.text)), str(define.path[-1])), At(kind, kind)
            )
        except ExpressionProblem as problem:
            first = first or problem
        else:
            return
    if first is not None:
        first.path = first.path or define.path
        raise first
