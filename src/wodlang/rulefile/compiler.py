"""From a syntax tree to a function: names are looked up and types checked once, when a pack loads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from wodlang.rulefile.arithmetic import arithmetic, quantity
from wodlang.rulefile.bounds import MISSING, Truth
from wodlang.rulefile.climbing import reader
from wodlang.rulefile.collection_operands import filtered, members
from wodlang.rulefile.functions import call
from wodlang.rulefile.members import Members
from wodlang.rulefile.nodes import (
    Arithmetic,
    Bracket,
    Call,
    Listing,
    Name,
    Node,
    Quantity,
    Quoted,
    Where,
)
from wodlang.rulefile.nodes import Attribute as AttributeNode
from wodlang.rulefile.once import anchor_of, once, own_anchor
from wodlang.rulefile.one_test import no_test, one_test
from wodlang.rulefile.option_operands import option_value
from wodlang.rulefile.problem import ExpressionProblem, unknown_word
from wodlang.rulefile.scope import FUNCTION_ALONE, FUNCTIONS, KEYWORDS, At, Names, chain
from wodlang.rulefile.types import (
    TEST,
    Compiled,
    Kind,
    ManyType,
    OneType,
    Read,
    Run,
    TestType,
    described,
)
from wodlang.text.span import Span

Result = TypeVar("Result")


class Compiler:
    """Compiles expressions that use the same names.

    `calendar` becomes True where a repeated session may answer otherwise on another of its days.
    """

    def __init__(self, names: Names, certain: bool = False) -> None:
        """`certain` is for messages, which name what is known."""
        self.names = names
        self.certain = certain
        self.calendar = False

    def see_calendar(self) -> None:
        """Note that a repeated session may answer otherwise on another of its days."""
        self.calendar = True

    def test(self, node: Node, at: At) -> Compiled:
        """The expression as a test: True, False or None where it is unknown."""
        while isinstance(node, Bracket):
            node = node.inner
        found = self.value(node, at)
        if not isinstance(found.type, TestType):
            raise no_test(found, node)
        if isinstance(self._meant(node), AttributeNode):
            read = found.read
            there: Read = lambda here, outside, run: _there(read(here, outside, run))  # noqa: E731
            return Compiled(TEST, there, found.size)
        return found

    def _meant(self, node: Node) -> Node:
        """What a defined name stands for."""
        defines = self.names.defines
        while True:
            if isinstance(node, Bracket):
                node = node.inner
            elif isinstance(node, Name) and node.word in defines:
                define = defines[node.word]
                node, defines = define.node, define.above
            else:
                return node

    def value(self, node: Node, at: At) -> Compiled:
        """The expression as a value of any type; where a line is not there it gives MISSING."""
        match node:
            case Name():
                return self._name(node, at)
            case AttributeNode():
                return self._attribute(node, at)
            case Bracket():
                return self.value(node.inner, at)
            case Quantity():
                return quantity(node)
            case Arithmetic():
                return arithmetic(self, node, at)
            case Call():
                if node.function not in FUNCTIONS:
                    raise unknown_word("function", node.function, FUNCTIONS, node.span)
                return self._once(call(self, node, at), node, at)
            case Where():
                return filtered(self, node, at)
            case Quoted() | Listing():
                raise ExpressionProblem(
                    "this stands alone: write what has it, as in name = …", node.span
                )
            case _:
                return one_test(self, node, at)

    def _name(self, node: Name, at: At) -> Compiled:
        word = node.word
        if word == "this":
            return Compiled(OneType(at.outside), lambda here, outside, run: outside)
        found = self._look_up(word, at.kind)
        if found is not None:
            return found
        if word in self.names.defines:
            slot = f"{self.names.defines[word].path} {at.kind} {self.certain}"
            return self._defined(node, lambda inner, meant: inner._kept(meant, at, slot))
        if word in self.names.options:
            return option_value(self.names.options[word], node)
        self.names.check_lost(node)
        if word in FUNCTIONS:
            raise ExpressionProblem(FUNCTION_ALONE.get(word, f"write {word}(…)"), node.span)
        if word in KEYWORDS:
            raise ExpressionProblem(f'"{word}" stands where a name or a value belongs', node.span)
        raise unknown_word("name", word, self.names.known(at), node.span)

    def _once(self, found: Compiled, node: Node, at: At) -> Compiled:
        """Asked once for a session, a week or the program, where more does not matter."""
        anchor = anchor_of(node, at.kind, self.names)
        return found if anchor is None else replace(found, read=once(found.read, anchor, object()))

    def _kept(self, node: Node, at: At, slot: str) -> Compiled:
        """What a defined name stands for; a costly one is asked once for a thing at hand."""
        found, anchor = self.value(node, at), own_anchor(node, at.kind, self.names)
        return found if anchor is None else replace(found, read=once(found.read, anchor, slot))

    def _look_up(self, word: str, kind: Kind) -> Compiled | None:
        """What is said about the thing at hand, or about what it stands in: the nearest wins."""
        for owner in chain(kind):
            attribute = self.names.attributes[owner].get(word)
            if attribute is not None:
                self.calendar = self.calendar or attribute.calendar
                return Compiled(attribute.type, reader(attribute, kind, owner))
        return None

    def _defined(self, node: Name, compile_it: Callable[[Compiler, Node], Result]) -> Result:
        """What a defined name stands for, compiled with the names that it may use."""
        define = self.names.defines[node.word]
        if define.fault is not None:
            raise define.fault
        inner = Compiler(replace(self.names, defines=define.above), self.certain)
        try:
            return compile_it(inner, define.node)
        except ExpressionProblem as problem:
            problem.path = problem.path or define.path
            raise
        finally:
            self.calendar = self.calendar or inner.calendar

    def members_of_define(self, node: Name, at: At) -> Members:
        """The collection that a defined name stands for."""
        return self._defined(node, lambda inner, meant: members(inner, meant, at))

    def _attribute(self, node: AttributeNode, at: At) -> Compiled:
        base = self.value(node.base, at)
        if not isinstance(base.type, OneType):
            said = f"this is {described(base.type)}: a dot goes behind one line or session"
            if isinstance(base.type, ManyType):
                said = (
                    f"this is {described(base.type)}: write any(… where …), or first(…).{node.word}"
                )
            raise ExpressionProblem(said, node.base.span)
        found = self._look_up(node.word, base.type.kind)
        if found is None:
            known = (word for kind in chain(base.type.kind) for word in self.names.attributes[kind])
            span = Span(node.span.end - len(node.word), node.span.end)
            raise unknown_word("name", node.word, known, span)
        owner, read = base.read, found.read

        def value(here: Any, outside: Any, run: Run) -> Any:
            one = owner(here, outside, run)
            return one if one is MISSING or one is None else read(one, one, run)

        return Compiled(found.type, value, base.size + 1)


def _there(value: Any) -> Truth:
    return False if value is MISSING else value
