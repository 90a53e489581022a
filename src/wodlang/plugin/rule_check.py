"""Whether a rule's fields can be used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wodlang.lint.field_types import wrong_fields
from wodlang.lint.guarded import described
from wodlang.lint.option_types import default_of
from wodlang.lint.option_values import can_read
from wodlang.lint.options import field_type, option_fields, read_option
from wodlang.lint.rule import Pack, Rule

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def rule_faults(rule: Rule, pack: Pack) -> Iterator[str]:
    """Everything that is wrong with a rule of this pack."""
    wrong = list(wrong_fields(rule))
    faults = wrong or [*_words(rule, pack), *_options(rule), *_examples(rule)]
    yield from (f"rule {rule.code}: {fault}" for fault in faults)


def _words(rule: Rule, pack: Pack) -> Iterator[str]:
    if not re.fullmatch(rf"{re.escape(pack.prefix)}\d\d\d", rule.code):
        yield f"its code is not the prefix {pack.prefix} with three digits"
    if not KEBAB.fullmatch(rule.name):
        yield f'its name "{rule.name}" is not kebab-case, as in row-after-deadlift'
    for profile in rule.profiles:
        if not KEBAB.fullmatch(profile):
            yield f'its profile "{profile}" is not kebab-case, as in strict'
    if not rule.summary.strip():
        yield "its summary is empty"
    if rule.replaced_by:
        by_code = {one.code: one for one in pack.rules}
        new = by_code.get(rule.replaced_by)
        if new is None or new.replaced_by:
            yield f"it is replaced by {rule.replaced_by}, which is no rule of the pack that runs"


def _options(rule: Rule) -> Iterator[str]:
    options = rule.options
    made = getattr(options, "__dataclass_params__", None)
    if made is None or not made.frozen:
        yield f"its options {options.__name__} are no frozen dataclass"
        return
    try:
        yield from _types(rule)
        yield from _defaults(rule)
        options()
    except Exception as error:
        yield f"its options {options.__name__} cannot be made: {described(error)}"


def _types(rule: Rule) -> Iterator[str]:
    for name, field in option_fields(rule).items():
        if "read" not in field.metadata and not can_read(field_type(rule, field)):
            taken = "bool, int, float, Decimal, str, an Enum, a Literal, or tuples or sets of these"
            yield f"its option {name} has a type that nobody can write in TOML: take {taken}"


def _defaults(rule: Rule) -> Iterator[str]:
    for name, field in option_fields(rule).items():
        default = default_of(field)
        if default is None:
            continue
        try:
            read_option(rule, field, default)
        except ValueError as error:
            yield f"the default {default!r} of its option {name} does not fit: it {error}"


def _examples(rule: Rule) -> Iterator[str]:
    for number, example in enumerate(rule.examples, 1):
        yield from (f"example {number}: {fault}" for fault in wrong_fields(example))
