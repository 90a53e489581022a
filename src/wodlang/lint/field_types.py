"""Whether the fields of a pack's values have the types that they declare."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def wrong_fields(value: Any) -> Iterator[str]:
    """Each field of a dataclass that has another type, with what to write instead."""
    for name, wanted in _declared(type(value)):  # type: ignore[arg-type]  # mypy 9027
        found = getattr(value, name)
        if not fits(found, wanted):
            yield f"`{name}` is {shown(found)}: {_instead(found, wanted)}"


def fits(value: Any, wanted: Any) -> bool:
    """Whether a value has a declared type, as far as the values of packs declare any."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return any(fits(value, one) for one in arguments)
    if origin is tuple:
        return isinstance(value, tuple) and all(fits(item, arguments[0]) for item in value)
    if origin is dict:
        return isinstance(value, dict) and all(isinstance(key, str) for key in value)
    if wanted is Any:
        return True
    if wanted is int:
        return type(value) is int
    if origin is not None and origin is not type:
        return callable(value)
    plain = origin or wanted
    return isinstance(value, plain) if isinstance(plain, type) else True


def shown(value: Any) -> str:
    """A value in few words: `the text "warning"`, `a list`, `a list with an int`."""
    if isinstance(value, str):
        return f'the text "{value[:40]}"'
    if isinstance(value, bool | int | float | NoneType):
        return repr(value)
    inner = next((type(item).__name__ for item in value), "") if type(value) is tuple else ""
    return f"{_article(type(value).__name__)}{f' with {_article(inner)}' if inner else ''}"


@cache
def _declared(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(kind))


def _instead(value: Any, wanted: Any) -> str:
    if get_origin(wanted) in (Union, UnionType):
        choices = [
            one for one in get_args(wanted) if isinstance(one, type) and issubclass(one, Enum)
        ]
        if choices and isinstance(value, str):
            return _instead(value, choices[0])
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        members = {member.value: member.name for member in wanted}
        name = members.get(value) if isinstance(value, str) else None
        return f"write {wanted.__name__}.{name or ', '.join(members.values())}"
    if isinstance(value, list) and get_origin(wanted) is tuple:
        return "write a tuple, (…,)"
    return f"it takes {type_name(wanted)}"


def type_name(wanted: Any) -> str:
    """A declared type in words: `a tuple of Rule`, `a str or None`."""
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return " or ".join(map(type_name, arguments))
    if origin is tuple:
        return f"a tuple of {_bare(arguments[0])}"
    if origin is type:
        return "a class"
    if origin is not None and origin is not dict:
        return "a function"
    return "None" if wanted is NoneType else _article(_bare(origin or wanted))


def _bare(wanted: Any) -> str:
    if get_origin(wanted) in (Union, UnionType):
        return " or ".join(map(_bare, get_args(wanted)))
    return str(getattr(wanted, "__name__", wanted))


def _article(word: str) -> str:
    return f"an {word}" if word[:1].lower() in "aeiou" else f"a {word}"
