"""Forms that somebody began and did not finish: what to type instead."""

from __future__ import annotations

import re

from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.finding import Finding
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

UNITS = ("kg", "lb", "%", "s", "sec", "min", "m", "km", "cal", "reps", "sets", "RPE", "RIR", "RM")
MISTAKE_FORMS = frozenset(
    {
        "AMBIGUOUS_NUMBERS",
        "UNKNOWN_UNIT",
        "DOUBLED_TIMES",
        "DANGLING_TIMES",
        "DANGLING_AT",
        "STRAY",
    }
)
SIDE_FORMS = frozenset({"OTHER_SIDE", "BOTH_SIDES_BY_SETS"})
STRAY_SIGNS = {
    "(": ("a bracket that is never closed", "close it: ( … )"),
    ")": ("a bracket that was never opened", "remove it, or open one before it: ( … )"),
    '"': ("a quotation mark without its pair", 'close it: "…"'),
    "%": ("a % without a number", "write the number before it: 80%"),
}


OTHER_UNITS = frozenset(
    {
        "stone",
        "stones",
        "st",
        "ton",
        "tons",
        "g",
        "gram",
        "grams",
        "oz",
        "ounce",
        "ounces",
        "newton",
    }
)
WEIGHT_UNITS = ("kg", "lb", "kgs", "lbs")
IMPLEMENTS = frozenset({"bb", "db", "bbs", "dbs", "kbs"})


def is_no_unit(word: str) -> bool:
    """Whether a word behind a number was meant for a unit, and is none."""
    lower = word.lower()
    return lower in OTHER_UNITS or (lower not in IMPLEMENTS and slip_of(lower) is not None)


def slip_of(word: str) -> str | None:
    """The unit of weight from which a word differs by one letter."""
    return next((unit for unit in WEIGHT_UNITS if _one_letter_off(word, unit)), None)


def _one_letter_off(word: str, unit: str) -> bool:
    if len(word) == len(unit):
        return sum(one != other for one, other in zip(word, unit, strict=True)) == 1
    longer, shorter = (word, unit) if len(word) > len(unit) else (unit, word)
    return len(shorter) > 1 and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def describe_mistake(kind: str, text: str, span: Span) -> Finding:
    """The finding about a broken form."""
    if kind == "AMBIGUOUS_NUMBERS":
        return _ambiguous(text, span)
    if kind == "UNKNOWN_UNIT":
        return _unknown_unit(text, span)
    if kind == "DOUBLED_TIMES":
        return _doubled_times(text, span)
    if kind == "DANGLING_TIMES":
        sets = text.rstrip("xX ")
        return _error(span, f'"{text}" lacks its repetitions', f"write them behind the x: {sets}x5")
    if kind == "DANGLING_AT":
        return _error(span, "no load behind the @", "write one: @ 80%, @ 100kg, @ RPE 8, @ BW")
    if kind in SIDE_FORMS:
        cure = "for both sides alike write 3x5/side; two loads have a unit: 3x5 @ 24/16kg"
        return _error(span, f'two numbers of repetitions: "{text}"', cure)
    if kind == "SETS_OF_LIST":
        cure = "write a number for each set: 12,10,8,6 are four"
        return _error(span, f'"{text}" has not as many numbers as sets', cure)
    message, cure = STRAY_SIGNS.get(text, (f'a "{text}" that belongs to nothing', "remove it"))
    return _error(span, message, cure)


def decimal_comma(text: str, span: Span) -> Finding:
    """`82,5 kg` without `@`, `@ 82,5` without a unit: a comma of a list as much as of a number."""
    lacks = "a unit" if text.startswith("@") else "an @"
    meant = text.replace(",", ".") if text.startswith("@") else f"@ {text}"
    return core_finding(
        "missing-unit",
        span,
        f'"{text.lstrip("@ ")}" can be two numbers',
        note=f"a decimal comma without {lacks}",
        help=f"write {meant}",
        fixes=replacement(span, meant),
    )


def _error(span: Span, message: str, cure: str) -> Finding:
    return core_finding("syntax-error", span, message, help=cure)


def _doubled_times(text: str, span: Span) -> Finding:
    """`3xx5`."""
    meant = "x".join(re.split(r"[^\d–-]+", text))
    return core_finding(
        "syntax-error",
        span,
        f'"{text}" has one x too many',
        help=f"did you mean {meant}?",
        fixes=replacement(span, meant),
    )


def _ambiguous(text: str, span: Span) -> Finding:
    numbers = [int(number) for number in re.findall(r"\d+", text)]
    load = max(numbers)
    numbers.remove(load)
    first, second = numbers
    return core_finding(
        "ambiguous-numbers",
        span,
        f'"{text}" can be read in four ways',
        note="sets, reps and load in an unknown order",
        help=f"write sets x reps @ load with its unit: {first}x{second} @ {load}kg, or "
        f"{second}x{first} @ {load}kg",
    )


def _unknown_unit(text: str, span: Span) -> Finding:
    match = re.search(r"([a-z]+)$", text.strip(), re.I)
    unit = match[1] if match else text
    near = nearest(unit, UNITS) or slip_of(unit.lower())
    written = Span(span.end - len(unit), span.end)
    as_typed = len(text) == span.end - span.start
    return core_finding(
        "unknown-unit",
        span,
        f'"{unit}" is no unit',
        help=f"did you mean {near}?"
        if near
        else "units are kg, lb, %, RPE, RIR, s, min, m, km, cal",
        fixes=replacement(written, near) if match and as_typed else (),
    )
