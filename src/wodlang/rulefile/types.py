"""What an expression gives: a number with a unit, a word, a list of words, a test, a line, or many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from wodlang.model.outline import Outline
from wodlang.model.program import Program
from wodlang.rulefile.limits import Limits
from wodlang.rulefile.literals import Unit
from wodlang.rulefile.vocabulary import Vocabulary


class Kind(StrEnum):
    """What an expression is asked about; the first five can be a rule's `for-each`."""

    EXERCISE = "exercise"
    SESSION = "session"
    WEEK = "week"
    PROGRAM = "program"
    MUSCLE = "muscle"
    SET = "set"


@dataclass(frozen=True, slots=True)
class NumberType:
    """A number or a range of numbers of one unit.

    `minutes` says that `m` beside it is minutes, as behind `rest` in a line; else it is metres.
    `limits` are the least and the most that it can be, where there are such.
    """

    unit: Unit
    minutes: bool = False
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class WordType:
    """One word of a vocabulary."""

    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class WordsType:
    """A list of words of a vocabulary."""

    vocabulary: Vocabulary


@dataclass(frozen=True, slots=True)
class TestType:
    """True, False or unknown."""


@dataclass(frozen=True, slots=True)
class OneType:
    """One line, set, session, week."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class ManyType:
    """Lines, sets, sessions or weeks, in order."""

    kind: Kind


Type: TypeAlias = NumberType | WordType | WordsType | TestType | OneType | ManyType
TEST = TestType()
PLAIN = NumberType(Unit.NONE)


_SAID = {kind: "exercise line" if kind is Kind.EXERCISE else str(kind) for kind in Kind}


def with_article(word: str) -> str:
    """`an exercise`, `a pattern`."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def described(found: Type) -> str:
    """A type in words, for messages."""
    match found:
        case NumberType(unit=Unit.NONE):
            return "a number"
        case NumberType(unit=unit):
            return f"a number in {unit}"
        case WordType(vocabulary=words):
            return with_article(words.kind)
        case WordsType(vocabulary=words):
            return f"a list of words ({words.kind})"
        case OneType(kind=kind):
            return f"one {_SAID[kind]}"
        case ManyType(kind=kind):
            return f"a collection of {_SAID[kind]}s"
        case _:
            return "a test"


class StepLimit(Exception):
    """A rule looked at more than it may in one file."""


MOST_STEPS = 1_000_000
"""The most nodes that one rule may evaluate inside `where` in one file: about a second on a slow machine."""


@dataclass(slots=True)
class Run:
    """One rule on one file: the program, how its lines lie, the options in force, and the steps
    taken so far. `kept` holds what was worked out once for a session, a week or the program.
    """

    program: Program
    outline: Outline
    options: dict[str, Any] = field(default_factory=dict)
    steps: int = 0
    kept: defaultdict[object, dict[Any, Any]] = field(default_factory=lambda: defaultdict(dict))

    def step(self, size: int) -> None:
        """Count the look at one member of a collection; `size` is the number of nodes of the test."""
        self.steps += size
        if self.steps > MOST_STEPS:
            raise StepLimit(
                f"it takes more than {MOST_STEPS:,} steps: say it without a second where"
            )


Read: TypeAlias = Callable[[Any, Any, Run], Any]
"""`(here, outside, run)`: what an expression gives for the thing at hand; `outside` is `this`."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """An expression ready to run: what it gives, how, and of how many nodes it is made.

    `constant` is what it always gives; None where that is not known beforehand.
    """

    type: Type
    read: Read
    size: int = 1
    constant: Any = None
