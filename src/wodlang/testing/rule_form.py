"""What must hold of a rule before it is run: names, prose, options, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import is_dataclass

from wodlang.lint.option_types import default_of
from wodlang.lint.options import option_fields, read_option
from wodlang.lint.rule import Evidence, Invalid, Rule, Scope, Valid
from wodlang.testing.failure import Failure
from wodlang.text.finding import Severity

KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
HEADINGS = ("## What it finds", "## Why", "## Instead", "## How sure this is")
TYPES = {"severity": Severity, "scope": Scope, "evidence": Evidence}


def rule_form_failures(rule: Rule) -> Iterator[Failure]:
    """What is wrong with a rule as it is written."""
    for message in (*_words(rule), *_prose(rule), *_options(rule), *_both_sides(rule)):
        yield Failure(rule.code, None, message)
    for index, message in _examples_twice(rule):
        yield Failure(rule.code, index, message)


def _words(rule: Rule) -> Iterator[str]:
    if not KEBAB.fullmatch(rule.name):
        yield f'its name "{rule.name}" is not written like-this'
    if not rule.summary.strip():
        yield "it has no summary"
    if not rule.source.strip():
        yield "it names no source: who says so, or which study?"
    for name, wanted in TYPES.items():
        value = getattr(rule, name)
        if not isinstance(value, wanted):
            choices = ", ".join(f"{wanted.__name__}.{one.name}" for one in wanted)
            yield f"its {name} is {value!r}, write one of {choices}"


def _prose(rule: Rule) -> Iterator[str]:
    lines = [line.strip() for line in rule.doc.splitlines()]
    missing = [heading for heading in HEADINGS if heading not in lines]
    if missing:
        yield f"its doc lacks {', '.join(missing)}"
        return
    places = [lines.index(heading) for heading in HEADINGS]
    if places != sorted(places):
        yield f"its doc has the headings in another order than {', '.join(HEADINGS)}"
        return
    for heading, start, end in zip(HEADINGS, places, [*places[1:], len(lines)], strict=True):
        if not any(lines[start + 1 : end]):
            yield f"its doc says nothing under {heading}"


def _options(rule: Rule) -> Iterator[str]:
    if not is_dataclass(rule.options):
        yield "its options are no dataclass; write @dataclass(frozen=True, slots=True)"
        return
    try:
        rule.options()
    except Exception as error:  # whatever a stranger's __post_init__ raises
        yield f"its options cannot be made without values: {error}"
    for name, field in option_fields(rule).items():
        default = default_of(field)
        try:
            if default is not None:
                read_option(rule, field, default)
        except Exception as error:  # whatever a stranger's `read` raises
            yield f'the default {default!r} of its option "{name}" does not fit: it {error}'


def option_names(rule: Rule) -> tuple[str, ...]:
    """The options as users write them; none where they are no dataclass."""
    return tuple(option_fields(rule)) if is_dataclass(rule.options) else ()


def _both_sides(rule: Rule) -> Iterator[str]:
    if rule.replaced_by:
        return
    for kind in (Valid, Invalid):
        if not any(isinstance(example, kind) for example in rule.examples):
            yield f"it has no {kind.__name__} example"


def _examples_twice(rule: Rule) -> Iterator[tuple[int, str]]:
    seen: dict[tuple[str, str], int] = {}
    for index, example in enumerate(rule.examples):
        if not isinstance(example, Valid | Invalid):
            continue
        key = (example.wod.strip("\n"), repr(sorted(example.options.items())))
        first = seen.setdefault(key, index)
        if first != index:
            yield index, f"it is example {first + 1} once more"
