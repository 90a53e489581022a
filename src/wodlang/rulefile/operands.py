"""The right side of a test: a quantity, a word, a list, an option, or another line's value."""

from __future__ import annotations

from typing import Any

from wodlang.rulefile.bounds import MISSING
from wodlang.rulefile.literals import EXAMPLES, Literal, read_literal, risen
from wodlang.rulefile.nodes import Attribute, Bracket, Listing, Name, Node, Quantity, Quoted
from wodlang.rulefile.once import once_a_file
from wodlang.rulefile.option_operands import (
    check_limits,
    option_list,
    option_number,
    option_reader,
    option_word,
)
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.scope import At, Compiles
from wodlang.rulefile.types import (
    Compiled,
    Kind,
    NumberType,
    OneType,
    Read,
    Run,
    WordsType,
    WordType,
    described,
    with_article,
)
from wodlang.rulefile.units import in_unit, units_agree, wrong_unit
from wodlang.rulefile.vocabulary import Vocabulary, comparable


def number(compiler: Compiles, node: Node, at: At, wanted: NumberType) -> Compiled:
    """A number of this type."""
    unit = wanted.unit
    if isinstance(node, Bracket):
        return number(compiler, node.inner, at, wanted)
    if isinstance(node, Quantity):
        return constant_number(node, wanted)
    if isinstance(node, Quoted | Listing):
        raise ExpressionProblem(f"write a number such as {EXAMPLES[unit]}", node.span)
    if isinstance(node, Name) and node.word in compiler.names.options:
        option = compiler.names.options[node.word]
        return option_number(option, wanted, node)
    found = compiler.value(node, at)
    if not isinstance(found.type, NumberType):
        said = f"this is {described(found.type)}: write a number such as {EXAMPLES[unit]}"
        raise ExpressionProblem(said, node.span)
    if not units_agree(unit, found.type.unit):
        raise wrong_unit(found.type.unit, unit, node)
    return found


def constant_number(node: Quantity, wanted: NumberType) -> Compiled:
    """A written quantity of this type."""
    unit = wanted.unit
    literal = read_literal(node.text)
    if literal is None:
        raise ExpressionProblem(f'"{node.text}" is no quantity: write {EXAMPLES[unit]}', node.span)
    check_rising(node)
    value = in_unit(literal, wanted)
    if value is None:
        raise wrong_unit(literal.unit, unit, node)
    return Compiled(wanted, lambda here, outside, run: value, constant=value)


def check_rising(node: Quantity) -> None:
    """Raise where the larger end of a range stands first."""
    rising = risen(node.text)
    if rising is not None:
        raise ExpressionProblem(f"the smaller end comes first: {rising}", node.span)


def words_said(found: Compiled) -> Compiled:
    """A word or list of words of free text, in lower case, as it is compared."""
    if isinstance(found.type, WordType | WordsType) and found.type.vocabulary.folded:
        read = found.read
        single = isinstance(found.type, WordType)
        folded: Read = lambda here, outside, run: _folded(read(here, outside, run), single)  # noqa: E731
        return Compiled(found.type, folded, found.size)
    return found


def _folded(value: Any, single: bool) -> Any:
    if value is None or value is MISSING:
        return value
    return comparable(value) if single else tuple(map(comparable, value))


def word(compiler: Compiles, node: Node, at: At, vocabulary: Vocabulary) -> Compiled:
    """A word of a vocabulary: an option, a value, or another line's value."""
    if isinstance(node, Bracket):
        return word(compiler, node.inner, at, vocabulary)
    compiler.names.check_lost(node)
    if isinstance(node, Name) and node.word in compiler.names.options:
        return option_word(compiler.names.options[node.word], vocabulary, node)
    if isinstance(node, Name | Quoted | Quantity):
        value = constant_word(node, vocabulary)
        return Compiled(WordType(vocabulary), lambda here, outside, run: value, constant=value)
    if isinstance(node, Listing):
        raise ExpressionProblem('write "in" before a list: pattern in [row, hinge]', node.span)
    found = words_said(compiler.value(node, at))
    if found.type == OneType(Kind.SESSION):
        raise ExpressionProblem("say what of it: .name", node.span)
    if not isinstance(found.type, WordType) or found.type.vocabulary.kind != vocabulary.kind:
        said = f"this is {described(found.type)}, the left side {with_article(vocabulary.kind)}"
        raise ExpressionProblem(said, node.span)
    return found


def constant_word(node: Name | Quoted | Quantity, vocabulary: Vocabulary) -> str:
    """A written word in its canonical form."""
    text = node.word if isinstance(node, Name) else node.text
    check_written(text, node)
    value = vocabulary.read(text)
    if value is None:
        near, said = vocabulary.near(text), f'no {vocabulary.kind} is called "{text}"'
        if near is None and vocabulary.choice:
            said = f"{said}: {vocabulary.choice}"
        raise ExpressionProblem(said, node.span, near)
    return value


def check_written(text: str, node: Node) -> None:
    """Raise where there is nothing in the quotes."""
    if not text.strip():
        raise ExpressionProblem("nothing is in the quotes: write a text, or is unknown", node.span)


def word_list(
    compiler: Compiles, node: Node, at: At, vocabulary: Vocabulary, single: bool = False
) -> Compiled:
    """A list of words as a frozenset; `single` says that one word alone may stand there."""
    if isinstance(node, Bracket):
        return word_list(compiler, node.inner, at, vocabulary, single)
    compiler.names.check_lost(node)
    if isinstance(node, Name) and node.word in compiler.names.options:
        return option_list(compiler.names.options[node.word], vocabulary, node, single)
    if isinstance(node, Attribute):
        found = words_said(compiler.value(node, at))
        if isinstance(found.type, WordsType) and found.type.vocabulary.kind == vocabulary.kind:
            return _another_list(found)
    if not isinstance(node, Listing):
        if not single:
            raise _no_list(node)
        one = word(compiler, node, at, vocabulary)
        read = one.read
        only: Read = lambda here, outside, run: _only(read(here, outside, run))  # noqa: E731
        return Compiled(one.type, only, one.size, _only(one.constant))
    items = [word(compiler, item, at, vocabulary) for item in node.items]
    readers = [item.read for item in items]
    constants = [item.constant for item in items]
    return Compiled(
        WordsType(vocabulary),
        lambda here, outside, run: frozenset(read(here, outside, run) for read in readers),
        len(items) + 1,
        None if None in constants else frozenset(constants),
    )


def _another_list(found: Compiled) -> Compiled:
    """What another line has: `primary has this.primary`."""
    read = found.read

    def words_of(here: Any, outside: Any, run: Run) -> Any:
        words = read(here, outside, run)
        return words if words is None or words is MISSING else frozenset(words)

    return Compiled(found.type, words_of, found.size)


def _no_list(node: Node) -> ExpressionProblem:
    if isinstance(node, Name | Quoted):
        text = node.word if isinstance(node, Name) else f"'{node.text}'"
        return ExpressionProblem(f"write = {text}, or a list: in [{text}, …]", node.span)
    return ExpressionProblem("write a list behind in: [row, hinge]", node.span)


def _only(value: Any) -> Any:
    return value if value is None or value is MISSING else frozenset((value,))


def listed(compiler: Compiles, node: Node, at: At, wanted: NumberType) -> Compiled:
    """A list of numbers, or an option that is one."""
    if isinstance(node, Name):
        option = compiler.names.options[node.word]
        for value in option.default.values():
            for item in value if isinstance(value, tuple) else (value,):
                if not isinstance(item, Literal) or in_unit(item, wanted) is None:
                    raise ExpressionProblem(
                        f'the option "{option.name}" is no list such as [{EXAMPLES[wanted.unit]}]',
                        node.span,
                    )
                check_limits(option, item.value, wanted, node)
        read = option_reader(option.name)
        return Compiled(
            wanted,
            once_a_file(
                lambda here, outside, run: tuple(in_unit(item, wanted) for item in read(run) or ())
            ),
        )
    assert isinstance(node, Listing)
    items = [number(compiler, item, at, wanted) for item in node.items]
    readers = [item.read for item in items]
    constants = tuple(item.constant for item in items)
    return Compiled(
        wanted,
        lambda here, outside, run: tuple(read(here, outside, run) for read in readers),
        len(items) + 1,
        None if None in constants else constants,
    )
