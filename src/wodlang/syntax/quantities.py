"""Numbers with units as coaches write them: times, distances, energy, repetitions."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from wodlang.syntax.line_nodes import Amount, Measure, Number

FOOT, YARD, MILE = Decimal("0.3048"), Decimal("0.9144"), Decimal("1609.344")
DISTANCES: dict[str, Decimal] = {
    "km": Decimal(1000), "k": Decimal(1000), "m": Decimal(1), "ft": FOOT, "feet": FOOT, "foot": FOOT,
    "yd": YARD, "yds": YARD, "yard": YARD, "yards": YARD, "mi": MILE, "mile": MILE, "miles": MILE,
    "metre": Decimal(1), "metres": Decimal(1), "meter": Decimal(1), "meters": Decimal(1),
    "mtr": Decimal(1), "mtrs": Decimal(1),
}  # fmt: skip
CLOCK = re.compile(r"(?:(\d+):)?(\d*):(\d\d)$")
NUMBER_AND_UNIT = re.compile(r"(\d+(?:[.,]\d+)?½?|½|\.\d+)\s*-?\s*([a-z\"'%#]*)")
TIME_PART = re.compile(r"(\d+(?:[.,]\d+)?½?|½|\.\d+)\s*-?\s*(h|m|s|'|\")?[a-z]*")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
WOMEN = re.compile(r"(?<=\d)\s*/\s*\d+(?:\.\d+)?")
HOURS = re.compile(r"\d+\s*h")  # 1h30m: no metres behind hours
CALORIES = re.compile(r"k?cal")
RANGE = re.compile(r"(?<=[\w\"'½.])\s*-\s*(?=[\d:.½])")


def number(text: str) -> Decimal:
    """A decimal number with a point or a comma; `½` is .5."""
    text = text.strip().replace(",", ".")
    if "½" in text:
        text = (text.replace("½", "") or "0") + ".5"
    return Decimal(text)


def tidy(value: Decimal) -> Number:
    """An int where the value is whole."""
    return int(value) if value == value.to_integral_value() else value.normalize()


@lru_cache(maxsize=4096)
def seconds(text: str) -> tuple[Number, Number]:
    """The seconds of a time or a range of times; a unit behind a range holds for both ends.

    `m` is minutes here: the caller knows that no distance can stand.
    """
    low, _, high = _split_range(text.replace("''", '"'))
    if not high:
        value = _time(low, "")
        return value, value
    unit = "" if ":" in high else _unit_of(high)
    first = low if _unit_of(low) or ":" in low else low + unit
    return _time(first, unit), _time(high, unit)


def _split_range(text: str) -> tuple[str, str, str]:
    parts = RANGE.split(text.strip().lower())
    return (parts[0], "-", parts[1]) if len(parts) == 2 else (text.strip().lower(), "", "")


def _unit_of(text: str) -> str:
    match = re.search(r"([a-z'\"]+)\s*$", text)
    return match[1] if match else ""


def _time(text: str, default: str) -> Number:
    clock = CLOCK.search(text)
    if clock:
        hours, minutes, rest = clock.groups()
        return int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(rest)
    total, last = Decimal(0), ""
    for amount, unit in TIME_PART.findall(text):
        size = {"h": 3600, "m": 60, "'": 60}.get(unit, 1)
        if not unit:  # "1h30" and "2m30": the next smaller unit
            size = {"h": 60, "m": 1, "'": 1}.get(last, 60 if default.startswith(("m", "'")) else 1)
        total += number(amount) * size
        last = unit
    return tidy(total)


@lru_cache(maxsize=4096)
def quantity(text: str) -> Amount:
    """A time, a distance or an amount of energy, or a range of one."""
    text = THOUSANDS.sub("", text.strip().lower())
    if CALORIES.search(text):  # of men's and women's number the first counts
        low, high = _ends(WOMEN.sub("", text))
        return Amount(Measure.CALORIES, tidy(low), tidy(high))
    unit = _unit_of(text)
    if ":" not in text and unit in DISTANCES and HOURS.match(text) is None:
        low, high = (end * DISTANCES[unit] for end in _ends(text))
        return Amount(Measure.METRES, tidy(low), tidy(high))
    shortest, longest = seconds(text)
    return Amount(Measure.SECONDS, shortest, longest)


def _ends(text: str) -> tuple[Decimal, Decimal]:
    numbers = [number(found) for found, _ in NUMBER_AND_UNIT.findall(text)]
    return numbers[0], numbers[-1]


@lru_cache(maxsize=4096)
def repetitions(text: str) -> Amount:
    """What one set asks for: `5`, `8-12`, `5+`, `(2+1)`, `AMRAP`, `F`, or a quantity."""
    text = re.sub(r"\s*-?\s*(?:reps?|repetitions?|times)(?:\s+max)?$", "", text.strip().lower())
    if re.fullmatch(r"f|failure|(?:to|till?|until) failure", text):
        return Amount(low=0, high=None, to_failure=True)
    if re.match(r"amrap|max|as many|amap", text):
        return Amount(low=0, high=None, amrap=True)
    if re.fullmatch(r"\(?\s*\d+(?:\s*[+,]\s*\d+)+\s*\)?", text):
        cluster = tuple(int(part) for part in re.findall(r"\d+", text))
        return Amount(low=sum(cluster), high=sum(cluster), cluster=cluster)
    match = re.fullmatch(r"(\d+)(\+)?(?:-(\d+))?(\+)?", text)
    if match is None:
        return quantity(text)
    low, early_plus, high, plus = match.groups()
    if plus or early_plus:
        return Amount(low=int(low), high=None, amrap=True)
    return Amount(low=int(low), high=int(high or low))
