"""The options of a TOML rule: their defaults, what users may write instead, and by athlete."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeAlias

from wodlang.model.program import Program
from wodlang.rulefile.bounds import Number
from wodlang.rulefile.limits import Limits
from wodlang.rulefile.literals import EXAMPLES, Literal, Unit, read_literal, risen
from wodlang.rulefile.types import TEST, NumberType, Type, with_article
from wodlang.rulefile.vocabulary import LEVEL_NAMES, LEVELS, Vocabulary
from wodlang.text.nearest import nearest

BY = ("level", "goal")
BY_KEYS = frozenset({"by", "else"})
One: TypeAlias = bool | str | Literal
Value: TypeAlias = One | tuple[One, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """What is written for an option: one value, or one by the athlete's level or goal."""

    written: Any
    value: Value | None
    by: str = ""
    cases: Mapping[str, Value] = field(default_factory=dict)

    def __str__(self) -> str:
        """As it was written."""
        return str(self.written)

    def of(self, program: Program) -> Value | None:
        """The value for this program's athlete; None where no case fits."""
        if not self.by:
            return self.value
        said = program.athlete.level if self.by == "level" else program.goal
        return self.cases.get((said or "").casefold(), self.value)

    def values(self) -> tuple[Value, ...]:
        """Every value that it may take."""
        return (*self.cases.values(), *(() if self.value is None else (self.value,)))


@dataclass(slots=True)
class Option:
    """An option with its default.

    `vocabularies` are those that its words are compared with, `limits` those of numbers.
    """

    name: str
    default: Setting
    vocabularies: list[Vocabulary] = field(default_factory=list)
    limits: list[Limits] = field(default_factory=list)

    @property
    def first(self) -> Value:
        """A value that shows what the option takes."""
        return self.default.values()[0]

    @property
    def type(self) -> Type | None:
        """The type of a single number or a switch; None of words and lists, which follow their use."""
        if isinstance(self.first, bool):
            return TEST
        return NumberType(self.first.unit) if isinstance(self.first, Literal) else None

    @property
    def takes(self) -> str:
        """What the option takes, in words."""
        model = self.first
        many = isinstance(model, tuple)
        sample = model[0] if isinstance(model, tuple) and model else model
        if isinstance(sample, bool):
            one = "true or false"
        elif isinstance(sample, Literal):
            example = EXAMPLES[sample.unit]
            one = example if sample.unit is Unit.NONE else f'"{example}"'
            one = f"a value such as {one}"
        else:
            one = "a word"
        return f"a list, each {one}" if many else one

    def read(self, written: Any) -> Setting:
        """What a user wrote instead of the default; a ValueError says what the option takes."""
        setting = read_setting(written)
        for key, near in unknown_levels(written).items():
            hint = f', did you mean "{near}"?' if near else ""
            raise ValueError(f'knows no level "{key}"{hint}')
        for value in setting.values():
            self._check(value)
        return setting

    def _check(self, value: Value) -> None:
        items = value if isinstance(value, tuple) else (value,)
        model = self.first
        if isinstance(value, tuple) != isinstance(model, tuple):
            raise ValueError(f"takes {self.takes}")
        sample = model[0] if isinstance(model, tuple) and model else model
        for item in items:
            if type(item) is not type(sample) and sample != ():
                raise ValueError(f"takes {self.takes}")
            if isinstance(item, Literal) and isinstance(sample, Literal):
                self._check_unit(item, sample)
            if isinstance(item, str):
                self._check_word(item)

    def _check_unit(self, item: Literal, sample: Literal) -> None:
        same_time = sample.unit is Unit.TIME and item.or_time is not None
        if item.unit is not sample.unit and not same_time:
            raise ValueError(f"takes {self.takes}")
        for limits in self.limits:
            if not limits.hold(item.value):
                raise ValueError(f"takes {limits}")

    def _check_word(self, word: str) -> None:
        for vocabulary in self.vocabularies:
            if vocabulary.read(word) is None:
                near = vocabulary.near(word)
                of_all = f": one of {vocabulary.choice}" if vocabulary.choice else ""
                hint = f', did you mean "{near}"?' if near else of_all
                kind = with_article(vocabulary.kind)
                raise ValueError(f'takes {kind}, "{word}" is none{hint}')


def unknown_levels(written: Any) -> dict[str, str | None]:
    """The keys of an option by level that are no level, each with the key that is nearest."""
    if not isinstance(written, dict) or written.get("by") != "level":
        return {}
    unknown = (key for key in written if key not in BY_KEYS and LEVEL_NAMES.read(key) is None)
    return {key: nearest(key, (*LEVELS, "else")) for key in unknown}


def read_setting(written: Any) -> Setting:
    """An option's value as TOML gives it; a ValueError says what may be written."""
    if not isinstance(written, dict):
        return Setting(written, _value(written))
    by = written.get("by")
    if by not in BY:
        raise ValueError('takes a value, or a table with by = "level" or by = "goal"')
    cases = {key.casefold(): _value(one) for key, one in written.items() if key not in BY_KEYS}
    other = _value(written["else"]) if "else" in written else None
    if not cases and other is None:
        raise ValueError("has no value: write beginner = … or else = …")
    return Setting(written, other, by, cases)


def _value(written: Any) -> Value:
    if isinstance(written, list):
        return tuple(_one(item) for item in written)
    return _one(written)


def _one(written: Any) -> One:
    if isinstance(written, bool):
        return written
    if isinstance(written, int | float):
        if not Decimal(str(written)).is_finite():
            raise ValueError("takes a finite number")
        return Literal(_exact(written), Unit.NONE)
    if isinstance(written, str) and written.strip():
        rising = risen(written)
        if rising is not None:
            raise ValueError(f"has the larger end first: {rising}")
        return read_literal(written) or written.strip()
    raise ValueError('takes a number, a text such as "80%", true or false, or a list of these')


def _exact(written: int | float) -> Number:
    return written if isinstance(written, int) else Decimal(str(written))
