"""From a TOML value to the type of an option, and what a type takes, in words."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from math import isfinite
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

RANGE = re.compile(r"\s*(\d+)\s*[-–]\s*(\d+)\s*")


def read_value(value: Any, wanted: Any) -> Any:
    """The value as `wanted`; a ValueError says what is taken."""
    origin = get_origin(wanted)
    if origin in (Union, UnionType):
        return _read_union(value, wanted)
    if origin is Literal:
        return _one_of(value, {str(choice): choice for choice in get_args(wanted)}, wanted)
    if origin in (tuple, list, frozenset, set):
        return _read_list(value, wanted, origin)
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return _one_of(value, {str(member.value): member for member in wanted}, wanted)
    read = _SIMPLE.get(wanted)
    if read is None:
        return value
    found = read(value)
    if found is None:
        raise ValueError(f"takes {described(wanted)}")
    return found


def can_read(wanted: Any) -> bool:
    """Whether `read_value` knows how a value of this type is written."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin is Literal:
        return True
    if origin in (Union, UnionType):
        return all(can_read(one) for one in arguments if one is not NoneType)
    if origin in (tuple, list, frozenset, set):
        return bool(arguments) and can_read(arguments[0])
    return wanted in _SIMPLE or (isinstance(wanted, type) and issubclass(wanted, Enum))


def described(wanted: Any) -> str:
    """What a type takes, in words: `a whole number`, `a list of texts`."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return " or ".join(described(one) for one in arguments if one is not NoneType)
    if origin is Literal:
        return "one of " + ", ".join(f'"{choice}"' for choice in arguments)
    if origin is tuple and arguments == (int, int):
        return 'a range, such as "3-5"'
    if origin in (tuple, list, frozenset, set):
        return f"a list of {_PLURALS.get(arguments[0], 'values')}"
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return "one of " + ", ".join(f'"{member.value}"' for member in wanted)
    return _WORDS.get(wanted, "another value")


def _read_union(value: Any, wanted: Any) -> Any:
    for one in get_args(wanted):
        if one is NoneType:
            continue
        try:
            return read_value(value, one)
        except ValueError:
            continue
    raise ValueError(f"takes {described(wanted)}")


def _one_of(value: Any, choices: dict[str, Any], wanted: Any) -> Any:
    if not isinstance(value, str | int) or str(value) not in choices:
        raise ValueError(f"takes {described(wanted)}")
    return choices[str(value)]


def _read_list(value: Any, wanted: Any, origin: Any) -> Any:
    arguments = get_args(wanted)
    if origin is tuple and arguments == (int, int):
        return _read_range(value)
    if not isinstance(value, list | tuple):
        raise ValueError(f"takes {described(wanted)}")
    try:
        return origin(read_value(item, arguments[0]) for item in value)
    except ValueError:
        raise ValueError(f"takes {described(wanted)}") from None


def _read_range(value: Any) -> tuple[int, int]:
    """`"3-5"` or `[3, 5]`."""
    match = RANGE.fullmatch(value) if isinstance(value, str) else None
    ends: Any = [int(match[1]), int(match[2])] if match else value
    whole = isinstance(ends, list | tuple) and all(_whole(end) is not None for end in ends)
    if not whole or len(ends) != 2:
        raise ValueError('takes a range, such as "3-5"')
    if ends[0] > ends[1]:
        raise ValueError(f'takes a rising range, such as "{ends[1]}-{ends[0]}"')
    return ends[0], ends[1]


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _number(value: Any) -> Decimal | None:
    fits = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if fits and isfinite(value) else None


def _float(value: Any) -> float | None:
    number = _number(value)
    return None if number is None else float(number)


_SIMPLE: dict[Any, Callable[[Any], Any]] = {
    bool: lambda value: value if isinstance(value, bool) else None,
    int: _whole,
    float: _float,
    Decimal: _number,
    str: lambda value: value if isinstance(value, str) else None,
}
_WORDS = {
    bool: "true or false", int: "a whole number", float: "a number", Decimal: "a number",
    str: 'a text, "…"',
}  # fmt: skip
_PLURALS = {int: "whole numbers", float: "numbers", Decimal: "numbers", str: "texts"}
