"""From a syntax tree to a function: names are looked up and types checked once, when a pack loads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from wodlang.rulefile import comparisons
from wodlang.rulefile.arithmetic import arithmetic, quantity
from wodlang.rulefile.attributes import parent_of
from wodlang.rulefile.bounds import MISSING, Truth
from wodlang.rulefile.functions import call, members
from wodlang.rulefile.identity import identity_problem
from wodlang.rulefile.literals import Literal
from wodlang.rulefile.logic import both_or_either, negation
from wodlang.rulefile.members import Members
from wodlang.rulefile.nodes import (
    Arithmetic,
    Both,
    Bracket,
    Call,
    Comparison,
    Containment,
    Identity,
    Knowledge,
    Likeness,
    Listing,
    Membership,
    Name,
    Node,
    Not,
    Quantity,
    Quoted,
    Where,
)
from wodlang.rulefile.nodes import Attribute as AttributeNode
from wodlang.rulefile.once import anchor_of, once, own_anchor
from wodlang.rulefile.option_operands import option_reader
from wodlang.rulefile.problem import ExpressionProblem, unknown_word
from wodlang.rulefile.scope import FUNCTION_ALONE, FUNCTIONS, KEYWORDS, At, Names, chain
from wodlang.rulefile.things import Attribute
from wodlang.rulefile.types import (
    TEST,
    Compiled,
    Kind,
    ManyType,
    NumberType,
    OneType,
    Read,
    Run,
    TestType,
    WordsType,
    WordType,
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
            raise _no_test(found, node)
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
                return self._filtered(node, at)
            case Quoted() | Listing():
                raise ExpressionProblem(
                    "this stands alone: write what has it, as in name = …", node.span
                )
            case _:
                return self._test(node, at)

    def _test(self, node: Node, at: At) -> Compiled:
        match node:
            case Both():
                return both_or_either(self, node, at)
            case Not():
                return negation(self, node, at)
            case Comparison():
                return comparisons.comparison(self, node, at)
            case Membership():
                return comparisons.membership(self, node, at)
            case Containment():
                return comparisons.containment(self, node, at)
            case Likeness():
                return comparisons.likeness(self, node, at)
            case Knowledge():
                return comparisons.knowledge(self, node, at)
            case Identity():
                raise identity_problem(self, node, at)
        raise AssertionError(f"no test: {node}")

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
            return self._option(node)
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
                return Compiled(attribute.type, self._reader(attribute, kind, owner))
        return None

    def _reader(self, attribute: Attribute, kind: Kind, owner: Kind) -> Read:
        read = attribute.read
        if kind is owner:
            return read
        climb = self.climb(kind, owner)
        return lambda here, outside, run: read(climb(here, run), outside, run)

    def climb(self, kind: Kind, owner: Kind) -> Callable[[Any, Run], Any]:
        """From a thing to the one of another kind that it stands in."""
        if owner is Kind.PROGRAM:
            return lambda here, run: run.program
        kinds = chain(kind)
        steps = [parent_of(one) for one in kinds[: kinds.index(owner)]]
        if len(steps) == 1:
            return steps[0]

        def climb(here: Any, run: Run) -> Any:
            for step in steps:
                here = step(here, run)
            return here

        return climb

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

    def _option(self, node: Name) -> Compiled:
        option = self.names.options[node.word]
        if option.type is None:
            said = f'the option "{option.name}" belongs to the right of a test: pattern = {option.name}'
            raise ExpressionProblem(said, node.span)
        read = option_reader(option.name)

        def value(here: Any, outside: Any, run: Run) -> Any:
            found = read(run)
            return found.value if isinstance(found, Literal) else found

        return Compiled(option.type, value)

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

    def _filtered(self, node: Where, at: At) -> Compiled:
        """A collection with `where` by itself: what of it is certain."""
        found = members(self, node, at)

        def read(here: Any, outside: Any, run: Run) -> Any:
            return tuple(one for one, truth in found.judged(here, outside, run) if truth is True)

        return Compiled(ManyType(found.kind), read, found.size)


def _no_test(found: Compiled, node: Node) -> ExpressionProblem:
    said = described(found.type)
    if isinstance(found.type, NumberType):
        return ExpressionProblem(
            f"this is {said}, no test: compare it with >, <, = or in", node.span
        )
    if isinstance(found.type, ManyType):
        return ExpressionProblem(f"this is {said}, no test: write any(…)", node.span)
    if isinstance(found.type, OneType):
        return ExpressionProblem(
            f"this is {said}, no test: write … is known, or what of it, as in previous.heavy",
            node.span,
        )
    return ExpressionProblem(f"this is {said}, no test: {HOW[type(found.type)]}", node.span)


HOW: dict[type, str] = {
    WordType: "compare it, as in pattern = row", WordsType: "write has, as in modifiers has straps",
}  # fmt: skip


def _there(value: Any) -> Truth:
    return False if value is MISSING else value
