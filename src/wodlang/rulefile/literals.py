"""Quantities as LANGUAGE spells them, in an expression and in options: `80%`, `90 sec`, `5RM`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from wodlang.model.athlete import POUND
from wodlang.model.strength import percent_of_rep_max
from wodlang.rulefile.bounds import Bounds, Exact, Number, ends, range_of
from wodlang.syntax.loads import POOD
from wodlang.syntax.quantities import DISTANCES, number, seconds, tidy


class Unit(StrEnum):
    """What a number counts; `NONE` is a plain number (sets, reps, scales, days)."""

    NONE = "number"
    PERCENT = "%"
    MASS = "kg"
    TIME = "s"
    DISTANCE = "m"
    RPE = "RPE"
    RIR = "RIR"
    CALORIES = "cal"


EXAMPLES = {
    Unit.NONE: "5", Unit.PERCENT: "80%", Unit.MASS: "100 kg", Unit.TIME: "90s",
    Unit.DISTANCE: "400m", Unit.RPE: "RPE 8", Unit.RIR: "RIR 2", Unit.CALORIES: "20 cal",
}  # fmt: skip
"""How a quantity of each unit is written."""

_WORDS: tuple[tuple[str, Unit, Decimal], ...] = (
    (r"%", Unit.PERCENT, Decimal(1)),
    (r"kgs?|kilos?|kilograms?", Unit.MASS, Decimal(1)),
    (r"#|lbs?|pounds?", Unit.MASS, POUND),
    (r"poods?", Unit.MASS, POOD),
    (r"rpe", Unit.RPE, Decimal(1)),
    (r"rir", Unit.RIR, Decimal(1)),
    (r"k?cals?|calories", Unit.CALORIES, Decimal(1)),
    (r"reps?|sets?|days?", Unit.NONE, Decimal(1)),
)
_ONE = r"-?(?:\d+(?:[.,]\d+)?½?|½)"
_ENDS = re.compile(rf"({_ONE})\s*([a-z%#]*)\s*(?:-\s*({_ONE})\s*([a-z%#]*))?$")
_SCALE = re.compile(rf"(rpe|rir)\s*@?\s*({_ONE})(?:-({_ONE}))?$")
_CLOCK = re.compile(
    r"[\d:.,\s]*:[\d:.,\s]*(?:-[\d:\s]+)?$|\d+\s*(?:h|min|m)\s?\d+\s?(?:min|m|sec|s)?$"
    r"|\d+(?:'(?:\s?\d+\")?|\")$"
)
_RANGE = re.compile(
    r"(?P<before>\D*)(?P<low>\d+(?:[.,]\d+)?)(?P<unit>[^\d:–-]*)"
    r"[–-](?P<high>\d+(?:[.,]\d+)?)(?P<after>[^\d:]*)"
)
_OF_MAX = re.compile(r"(?<=%)\s*(?:of\s+)?1\s?rm$")


@dataclass(frozen=True, slots=True)
class Literal:
    """A written quantity. `or_time` is its other reading where `m` may be metres or minutes."""

    value: Number
    unit: Unit
    or_time: Number | None = None


def read_literal(text: str) -> Literal | None:
    """The quantity that a text is; None where it is none."""
    lower = _OF_MAX.sub("", text.strip().lower().replace("–", "-"))
    scale = _SCALE.match(lower)
    if scale:
        unit = Unit.RPE if scale[1] == "rpe" else Unit.RIR
        return Literal(_rising(number(scale[2]), number(scale[3] or scale[2])), unit)
    negative = lower.startswith("-")
    if _CLOCK.match(lower.removeprefix("-")):
        value = _seconds(lower.removeprefix("-"))
        return Literal(_negated(value) if negative else value, Unit.TIME)
    match = _ENDS.match(lower)
    return _with_unit(match) if match else None


def risen(text: str) -> str | None:
    """A range of which the larger end stands first, the other way round; None for any other text."""
    match = _RANGE.fullmatch(text.strip())
    if match is None or number(match["low"]) <= number(match["high"]):
        return None
    return f"{match['before']}{match['high']}{match['unit']}-{match['low']}{match['after']}"


def _with_unit(match: re.Match[str]) -> Literal | None:
    first, first_unit, second, second_unit = match.groups()
    word = second_unit or first_unit
    low, high = number(first), number(second or first)
    for pattern, unit, size in _WORDS:
        if re.fullmatch(pattern, word):
            return Literal(_rising(low * size, high * size), unit)
    if not word:
        return Literal(_rising(low, high), Unit.NONE)
    if word == "rm":
        heavy, light = percent_of_rep_max(int(low)), percent_of_rep_max(int(high))
        return Literal(_rising(min(heavy, light), max(heavy, light)), Unit.PERCENT)
    if re.fullmatch(r"s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?", word):
        return Literal(_seconds(match.string), Unit.TIME)
    metres = DISTANCES.get(word)
    if metres is None:
        return None
    or_time = _rising(low * 60, high * 60) if word == "m" else None
    return Literal(_rising(low * metres, high * metres), Unit.DISTANCE, or_time)


def _seconds(text: str) -> Number:
    low, high = seconds(text)
    return _rising(low, high)


def _rising(low: Exact, high: Exact) -> Number:
    return range_of(_tidy(min(low, high)), _tidy(max(low, high)))


def _tidy(value: Exact) -> Exact:
    return tidy(value) if isinstance(value, Decimal) else value


def _negated(value: Number) -> Number:
    return range_of(-ends(value)[3], -ends(value)[0])


def shown(value: Number, unit: Unit, pounds: bool = False) -> str:
    """A quantity as people write it: `80%`, `8-12`, `5+`, `90s`, `2min`, `RPE 8`; `?` if unknown."""
    if not isinstance(value, Bounds):
        return _with_sign(_digits(value, unit, pounds), value, unit, pounds)
    if value.low_least != value.low_most:
        return "?"
    low = _digits(value.low_least, unit, pounds)
    if value.high_least != value.high_most:
        return _with_sign(f"{low}+", value.low_least, unit, pounds)
    if unit is Unit.TIME and value.low_least % 60 != value.high_least % 60:
        low, high = str(value.low_least), str(value.high_least)
        return f"{low}-{high}s"
    high = _digits(value.high_least, unit, pounds)
    return _with_sign(f"{low}-{high}", value.high_least, unit, pounds)


def _digits(value: Exact, unit: Unit, pounds: bool) -> str:
    if unit is Unit.TIME and value and value % 60 == 0:
        value = value / 60 if isinstance(value, Decimal) else value // 60
    if unit is Unit.MASS and pounds:
        value = value / POUND
    return str(tidy(round(value, 1))) if isinstance(value, Decimal) else str(value)


def _with_sign(digits: str, value: Exact, unit: Unit, pounds: bool) -> str:
    if unit is Unit.TIME:
        return digits + ("min" if value and value % 60 == 0 else "s")
    if unit is Unit.MASS:
        return f"{digits} {'lb' if pounds else 'kg'}"
    if unit in (Unit.RPE, Unit.RIR):
        return f"{unit} {digits}"
    return digits + {Unit.PERCENT: "%", Unit.DISTANCE: "m", Unit.CALORIES: " cal"}.get(unit, "")
