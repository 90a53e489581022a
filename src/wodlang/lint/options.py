"""A rule's options: a frozen dataclass in Python, `[rules.<name>]` in TOML.

A field `max_exercises` is written `max-exercises`. `field(metadata=...)` may say more: `read`, a
function from the written value to the field's (a ValueError says what to write), `minimum` and
`maximum`, `doc`, and `schema`, the JSON Schema of what may be written.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, get_type_hints

from wodlang.lint.option_values import read_value
from wodlang.lint.profiles import find_profile
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.settings import Settings


def option_fields(rule: Rule) -> dict[str, dataclasses.Field[Any]]:
    """The fields of a rule's options by the name that users write."""
    return {written_name(field.name): field for field in dataclasses.fields(rule.options)}


def written_name(field: str) -> str:
    """`max_exercises` as users write it: `max-exercises`."""
    return field.replace("_", "-")


def field_type(rule: Rule, field: dataclasses.Field[Any]) -> Any:
    """The type of an option."""
    return get_type_hints(rule.options).get(field.name, str)


def read_option(rule: Rule, field: dataclasses.Field[Any], value: Any) -> Any:
    """The value of an option from what was written; a ValueError says what it takes."""
    read = field.metadata.get("read")
    if read is not None:
        return read(value)
    found = read_value(value, field_type(rule, field))
    low, high = field.metadata.get("minimum"), field.metadata.get("maximum")
    if (low is not None and found < low) or (high is not None and found > high):
        raise ValueError(f"takes {_limits(low, high)}")
    return found


def make_options(rule: Rule, written: Mapping[str, Any]) -> Any:
    """The rule's options with what was written; a ValueError where one does not fit."""
    fields = option_fields(rule)
    values = {
        fields[name].name: read_option(rule, fields[name], value)
        for name, value in written.items()
        if name in fields
    }
    return rule.options(**values)


def rule_options(rule: Rule, pack: Pack, profile: str | None, settings: Settings) -> Any:
    """The options in force: the rule's defaults, then the profile's, then the configuration's.

    A value that does not fit is left at what it was; `config_check` reports it.
    """
    written = written_options(rule, pack, profile, settings)
    if not written:
        return rule.options()
    try:
        return make_options(rule, written)
    except ValueError:
        return rule.options()


def written_options(
    rule: Rule, pack: Pack, profile: str | None, settings: Settings
) -> dict[str, Any]:
    """What a profile and the configuration set for a rule, by the names that users write."""
    declared = find_profile(pack, profile)
    general = {
        written_name(name): value
        for name, value in (declared.options if declared else {}).items()
        if written_name(name) in option_fields(rule)
    }
    return {**general, **configured(rule, settings)}


def configured(rule: Rule, settings: Settings) -> dict[str, Any]:
    """What the configuration sets for a rule, under its name or its code."""
    return {**settings.rules.get(rule.code, {}), **settings.rules.get(rule.name, {})}


def _limits(low: Any, high: Any) -> str:
    if low is None:
        return f"at most {high}"
    return f"at least {low}" if high is None else f"{low} to {high}"
