"""From a syntax tree to a function: names are looked up and types checked once, when a pack loads."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

from wodlang.rulefile import comparisons
from wodlang.rulefile.attributes import Attribute, parent_of
from wodlang.rulefile.bounds import MISSING, Truth, calculate
from wodlang.rulefile.functions import call, members
from wodlang.rulefile.literals import Literal, Unit, read_literal
from wodlang.rulefile.members import Members
from wodlang.rulefile.nodes import (
    Arithmetic,
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
    Where,
)
from wodlang.rulefile.nodes import Attribute as AttributeNode
from wodlang.rulefile.once import anchor_of, guarded, once, own_anchor
from wodlang.rulefile.operands import check_rising, option_reader, units_agree, wrong_unit
from wodlang.rulefile.problem import ExpressionProblem, unknown_word
from wodlang.rulefile.scope import FUNCTION_ALONE, FUNCTIONS, KEYWORDS, At, Names, chain
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
                return _quantity(node)
            case Arithmetic():
                return self._arithmetic(node, at)
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
                return self._both(node, at)
            case Not():
                inner = self.test(node.operand, at)
                return Compiled(TEST, _inverse(inner.read), inner.size + 1)
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

    def _arithmetic(self, node: Arithmetic, at: At) -> Compiled:
        left, right = self._number(node.left, at), self._number(node.right, at)
        unit = _unit_of(node, left[1], right[1])
        sign, one, other = node.sign, left[0].read, right[0].read

        def read(here: Any, outside: Any, run: Run) -> Any:
            first, second = one(here, outside, run), other(here, outside, run)
            if first is MISSING or second is MISSING:
                return MISSING
            return None if first is None or second is None else calculate(sign, first, second)

        return Compiled(NumberType(unit), read, left[0].size + right[0].size + 1)

    def _number(self, node: Node, at: At) -> tuple[Compiled, Unit]:
        found = self.value(node, at)
        if not isinstance(found.type, NumberType):
            raise ExpressionProblem(f"this is {described(found.type)}, no number", node.span)
        return found, found.type.unit

    def _both(self, node: Both, at: At) -> Compiled:
        parts = []
        for index, operand in enumerate(node.operands):
            try:
                parts.append(self.test(operand, at))
            except ExpressionProblem as problem:
                raise self._listed_words(node, index, at) or problem from None
        size = sum(part.size for part in parts) + 1
        if not node.every:
            return Compiled(TEST, _some(tuple(part.read for part in parts)), size)
        return Compiled(TEST, self._every(node, parts, at), size)

    def _every(self, node: Both, parts: list[Compiled], at: At) -> Read:
        """All of the parts. Those that are the same for all lines of a session come first, together:
        where one of them is false, the others need not be asked.
        """
        shared = [one for one in node.operands if anchor_of(one, at.kind, self.names) is not None]
        if not shared:
            return _every(tuple(part.read for part in parts))
        reads = {id(one): part.read for one, part in zip(node.operands, parts, strict=True)}
        anchor = anchor_of(replace(node, operands=tuple(shared)), at.kind, self.names)
        assert anchor is not None
        together = _every(tuple(reads.pop(id(one)) for one in shared))
        if not reads:
            return once(together, anchor, object())
        return guarded(together, anchor, _every(tuple(reads.values())))

    def _listed_words(self, node: Both, index: int, at: At) -> ExpressionProblem | None:
        """`pattern = row or hinge`: the second is no test, but a word that the first could have."""
        before, operand = node.operands[index - 1], node.operands[index]
        if index == 0 or not isinstance(before, Comparison | Containment):
            return None
        if not isinstance(operand, Name | Quoted):
            return None
        left = self.value(before.left, at)
        text = operand.word if isinstance(operand, Name) else operand.text
        if not isinstance(left.type, WordType | WordsType):
            return None
        if left.type.vocabulary.read(text) is None:
            return None
        if not isinstance(before.left, Name) or not isinstance(before.right, Name | Quoted):
            return None
        first = before.right.word if isinstance(before.right, Name) else f"'{before.right.text}'"
        second = text if isinstance(operand, Name) else f"'{text}'"
        name = before.left.word
        said = f'"{text}" is no test: write {name} {_list_sign(before)} [{first}, {second}]'
        if isinstance(before, Containment) and node.every:
            said = f'"{text}" is no test: write {name} has {first} and {name} has {second}'
        return ExpressionProblem(said, operand.span)


def _list_sign(before: Comparison | Containment) -> str:
    if isinstance(before, Containment):
        return "has"
    return "not in" if before.sign == "!=" else "in"


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


def _quantity(node: Quantity) -> Compiled:
    literal = read_literal(node.text)
    if literal is None:
        raise ExpressionProblem(f'"{node.text}" is no quantity', node.span)
    check_rising(node)
    value = literal.value
    return Compiled(NumberType(literal.unit), lambda here, outside, run: value)


def _unit_of(node: Arithmetic, left: Unit, right: Unit) -> Unit:
    """The unit of a result: sums need one unit, a product one factor without a unit."""
    if node.sign in "+-":
        if not units_agree(left, right):
            raise wrong_unit(right, left, node.right)
        return right if left is Unit.NONE else left
    if right is Unit.NONE:
        return left
    if node.sign == "*" and left is Unit.NONE:
        return right
    if node.sign == "/" and left is right:
        return Unit.NONE
    raise ExpressionProblem("one side must be a number without a unit", node.span)


def _inverse(read: Read) -> Read:
    def inverse(here: Any, outside: Any, run: Run) -> Truth:
        truth = read(here, outside, run)
        return None if truth is None else not truth

    return inverse


def _every(parts: tuple[Read, ...]) -> Read:
    def every(here: Any, outside: Any, run: Run) -> Truth:
        unknown = False
        for part in parts:
            truth = part(here, outside, run)
            if truth is not True:
                if truth is False:
                    return False
                unknown = True
        return None if unknown else True

    return every


def _some(parts: tuple[Read, ...]) -> Read:
    def some(here: Any, outside: Any, run: Run) -> Truth:
        unknown = False
        for part in parts:
            truth = part(here, outside, run)
            if truth is True:
                return True
            unknown = unknown or truth is None
        return None if unknown else False

    return some
