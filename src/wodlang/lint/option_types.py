"""The JSON Schema and the default of an option, from its field."""

from __future__ import annotations

from dataclasses import MISSING, Field
from decimal import Decimal
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin

from wodlang.lint.option_values import RANGE
from wodlang.lint.options import field_type, option_fields
from wodlang.lint.rule import Rule

Json: TypeAlias = dict[str, Any]


def options_schema(rule: Rule) -> Json:
    """The schema of one rule's options."""
    return {
        "type": "object",
        "description": f"{rule.code}: {rule.summary}",
        "additionalProperties": False,
        "properties": {name: _option(rule, field) for name, field in option_fields(rule).items()},
    }


def _option(rule: Rule, field: Field[Any]) -> Json:
    schema = dict(field.metadata.get("schema") or _of_type(field_type(rule, field)))
    for key in ("minimum", "maximum"):
        if key in field.metadata:
            schema[key] = field.metadata[key]
    if "doc" in field.metadata:
        schema["description"] = field.metadata["doc"]
    default = default_of(field)
    return schema if default is None else {**schema, "default": default}


def default_of(field: Field[Any]) -> Any:
    """An option's default as it would be written; None where there is none."""
    made = field.default_factory() if field.default_factory is not MISSING else field.default
    return None if made is MISSING else _written(made)


def _written(value: Any) -> Any:
    if hasattr(value, "written"):  # a value that knows how it was typed
        return value.written
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, frozenset | set):
        return sorted(_written(item) for item in value)
    if isinstance(value, tuple | list):
        return [_written(item) for item in value]
    return value if isinstance(value, bool | int | float | str | NoneType) else str(value)


def _of_type(wanted: Any) -> Json:
    origin, arguments = get_origin(wanted), get_args(wanted)
    if origin in (Union, UnionType):
        return {"anyOf": [_of_type(one) for one in arguments if one is not NoneType]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin is tuple and arguments == (int, int):
        ends = {"type": "array", "items": {"type": "integer"}, "minItems": 2, "maxItems": 2}
        return {"anyOf": [{"type": "string", "pattern": f"^{RANGE.pattern}$"}, ends]}
    if origin in (tuple, list, frozenset, set):
        return {"type": "array", "items": _of_type(arguments[0])}
    if isinstance(wanted, type) and issubclass(wanted, Enum):
        return {"enum": [member.value for member in wanted]}
    return dict(_SIMPLE.get(wanted, {}))


_SIMPLE: dict[Any, Json] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "number"},
    str: {"type": "string"},
}
