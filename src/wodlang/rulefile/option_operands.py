"""An option in an expression: alone, or on the right side of a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wodlang.rulefile.bounds import Number
from wodlang.rulefile.literals import EXAMPLES, Literal
from wodlang.rulefile.nodes import Name, Node
from wodlang.rulefile.once import once_a_file
from wodlang.rulefile.options import Option
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.types import (
    Compiled,
    NumberType,
    Run,
    WordsType,
    WordType,
)
from wodlang.rulefile.units import in_unit, wrong_unit
from wodlang.rulefile.vocabulary import Vocabulary


def option_number(option: Option, wanted: NumberType, node: Name) -> Compiled:
    """An option as a number of this type."""
    unit = wanted.unit
    for value in option.default.values():
        if not isinstance(value, Literal):
            raise ExpressionProblem(
                f'the option "{option.name}" is no number such as {EXAMPLES[unit]}', node.span
            )
        if in_unit(value, wanted) is None:
            raise wrong_unit(value.unit, unit, node)
        check_limits(option, value.value, wanted, node)
    read = option_reader(option.name)

    def number_of(here: Any, outside: Any, run: Run) -> Any:
        value = read(run)
        return None if value is None else in_unit(value, wanted)

    return Compiled(wanted, once_a_file(number_of))


def check_limits(option: Option, value: Number, wanted: NumberType, node: Node) -> None:
    """Raise where a value of an option is none that the left side can have; note its limits."""
    if wanted.limits is None:
        return
    if wanted.limits not in option.limits:
        option.limits.append(wanted.limits)
    if not wanted.limits.hold(value):
        said = f'the option "{option.name}" is out of range: {wanted.limits}'
        raise ExpressionProblem(said, node.span)


def option_value(option: Option, node: Name) -> Compiled:
    """An option by itself, as in a message or a calculation."""
    if option.type is None:
        said = f'the option "{option.name}" belongs to the right of a test: pattern = {option.name}'
        raise ExpressionProblem(said, node.span)
    read = option_reader(option.name)

    def value(here: Any, outside: Any, run: Run) -> Any:
        found = read(run)
        return found.value if isinstance(found, Literal) else found

    return Compiled(option.type, value)


def option_reader(name: str) -> Callable[[Run], Any]:
    """The value of an option in force; None where no case fits the athlete."""
    return lambda run: run.options.get(name)


def option_word(option: Option, vocabulary: Vocabulary, node: Node) -> Compiled:
    """An option as a word of a vocabulary."""
    option.vocabularies.append(vocabulary)
    for value in option.default.values():
        if isinstance(value, tuple):
            raise ExpressionProblem(f'"{option.name}" is a list: write "in" before it', node.span)
        _check_word(option, value, vocabulary, node)
    read = option_reader(option.name)

    def word_of(here: Any, outside: Any, run: Run) -> Any:
        value = read(run)
        return None if value is None else vocabulary.read(str(value))

    return Compiled(WordType(vocabulary), once_a_file(word_of))


def _check_word(option: Option, value: Any, vocabulary: Vocabulary, node: Node) -> None:
    if not isinstance(value, str) or vocabulary.read(value) is None:
        near = vocabulary.near(value) if isinstance(value, str) else None
        said = f'the option "{option.name}" is no {vocabulary.kind}'
        if near is None and vocabulary.choice:
            said = f"{said}: {vocabulary.choice}"
        raise ExpressionProblem(said, node.span, near)


def option_list(option: Option, vocabulary: Vocabulary, node: Name, single: bool) -> Compiled:
    """An option as a list of words; `single` says that one word alone may stand there."""
    option.vocabularies.append(vocabulary)
    for value in option.default.values():
        if not isinstance(value, tuple) and not single:
            raise ExpressionProblem(f'the option "{option.name}" is no list', node.span)
        for item in value if isinstance(value, tuple) else (value,):
            _check_word(option, item, vocabulary, node)
    read = option_reader(option.name)

    def words_of(here: Any, outside: Any, run: Run) -> Any:
        value = read(run)
        if value is None:
            return None
        items = value if isinstance(value, tuple) else (value,)
        return frozenset(vocabulary.read(str(item)) for item in items)

    return Compiled(WordsType(vocabulary), once_a_file(words_of))
