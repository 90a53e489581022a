"""Numbers of which not everything is known: ranges with two ends, each known, bounded or open.

A test on them is True, False, or None where that cannot be known. MISSING stands for what a line
would have that is not there: a test on it is False.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal, DecimalException
from enum import Enum
from typing import Any, Final, TypeAlias

INFINITE = Decimal("Infinity")


class _Missing(Enum):
    MISSING = "missing"


MISSING: Final = _Missing.MISSING
"""Of a line that is not there, such as `previous` of the first."""

Exact: TypeAlias = int | Decimal
Truth: TypeAlias = bool | None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A range `low` to `high`; each end lies between two numbers, which are equal where it is known.

    `3x8-12` has the ends 8 and 12; `5+` an upper end of 5 or more; an uncertain count of 2 to 4 has
    both ends between 2 and 4.
    """

    low_least: Exact
    low_most: Exact
    high_least: Exact
    high_most: Exact


Number: TypeAlias = Exact | Bounds


def range_of(low: Exact, high: Exact) -> Number:
    """A range whose ends are known."""
    return low if low == high else Bounds(low, low, high, high)


def between(least: Exact, most: Exact) -> Number:
    """A single number that is not known exactly."""
    return least if least == most else Bounds(least, most, least, most)


def ends(value: Number) -> tuple[Exact, Exact, Exact, Exact]:
    """The four numbers of a range; of an exact number four times itself."""
    if isinstance(value, Bounds):
        return value.low_least, value.low_most, value.high_least, value.high_most
    return value, value, value, value


def hull(values: Iterable[Number]) -> Number | None:
    """The range over several, as one line's sets make one range; None of nothing, or of nothing known."""
    every = [ends(value) for value in values]
    if not every:
        return None
    low_least, low_most, _, _ = map(min, zip(*every, strict=True))
    _, _, high_least, high_most = map(max, zip(*every, strict=True))
    return _made(low_least, low_most, high_least, high_most)


def _made(low_least: Exact, low_most: Exact, high_least: Exact, high_most: Exact) -> Number | None:
    if low_least == high_most:
        return low_least
    if low_most == high_most == INFINITE and low_least in (0, -INFINITE):
        return None
    return Bounds(low_least, low_most, high_least, high_most)


def compare(sign: str, left: Number, right: Number) -> Truth:
    """`>` and `>=` look at the upper ends, `<` and `<=` at the lower, `=` and `!=` at both."""
    if not isinstance(left, Bounds) and not isinstance(right, Bounds):
        return _PLAIN[sign](left, right)
    low1, low2, high1, high2 = ends(left)
    other_low1, other_low2, other_high1, other_high2 = ends(right)
    if sign == ">":
        return _decided(high1 > other_high2, high2 <= other_high1)
    if sign == ">=":
        return _decided(high1 >= other_high2, high2 < other_high1)
    if sign == "<":
        return _decided(low2 < other_low1, low1 >= other_low2)
    if sign == "<=":
        return _decided(low2 <= other_low1, low1 > other_low2)
    equal = both(
        _equal(low1, low2, other_low1, other_low2), _equal(high1, high2, other_high1, other_high2)
    )
    return equal if sign == "=" else inverse(equal)


def comparer(sign: str) -> Callable[[Number, Number], Truth]:
    """A comparison by its sign; quick where both numbers are exact, as most are."""
    plain = _PLAIN[sign]

    def decide(left: Number, right: Number) -> Truth:
        if isinstance(left, Bounds) or isinstance(right, Bounds):
            return compare(sign, left, right)
        return plain(left, right)

    return decide


def within(value: Number, limits: Number) -> Truth:
    """Whether both ends of a value lie in a range."""
    low1, low2, high1, high2 = ends(value)
    least1, least2, most1, most2 = ends(limits)
    return both(_decided(low1 >= least2, low2 < least1), _decided(high2 <= most1, high1 > most2))


def calculate(sign: str, left: Number, right: Number) -> Number | None:
    """The sum, difference, product or quotient, end by end; None where there is none."""
    try:
        if not isinstance(left, Bounds) and not isinstance(right, Bounds):
            return _exact(sign, left, right)
        one, other = ends(left), ends(right)
        lows = _spread(sign, one[:2], other[:2])
        highs = _spread(sign, one[2:], other[2:])
        return _made(*lows, *highs)
    except (DecimalException, ZeroDivisionError):
        return None


def _spread(sign: str, one: tuple[Exact, ...], other: tuple[Exact, ...]) -> tuple[Exact, Exact]:
    results = [_exact(sign, a, b) for a in one for b in other]
    return min(results), max(results)


def _exact(sign: str, left: Exact, right: Exact) -> Exact:
    if sign == "+":
        return left + right
    if sign == "-":
        return left - right
    return left * right if sign == "*" else Decimal(left) / right


def _decided(surely: bool, surely_not: bool) -> Truth:
    return True if surely else False if surely_not else None


def _equal(low1: Exact, high1: Exact, low2: Exact, high2: Exact) -> Truth:
    return _decided(low1 == high1 == low2 == high2, high1 < low2 or high2 < low1)


def inverse(truth: Truth) -> Truth:
    """`not`: what is unknown stays so."""
    return None if truth is None else not truth


def both(one: Truth, other: Truth) -> Truth:
    """`and`: one false side decides."""
    if one is False or other is False:
        return False
    return None if one is None or other is None else True


_PLAIN: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq, "!=": operator.ne, ">": operator.gt, ">=": operator.ge, "<": operator.lt,
    "<=": operator.le,
}  # fmt: skip
