"""A rule as text and as data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from wodlang.lint.option_types import default_of, options_schema
from wodlang.lint.option_values import described
from wodlang.lint.options import field_type, option_fields
from wodlang.lint.rule import Invalid, Pack, Rule, Valid


def rule_data(rule: Rule, pack: Pack) -> dict[str, Any]:
    """All that is known of a rule, but its code."""
    return {
        "code": rule.code,
        "name": rule.name,
        "pack": pack.name,
        "severity": str(rule.severity),
        "scope": str(rule.scope),
        "summary": rule.summary,
        "evidence": str(rule.evidence),
        "source": rule.source,
        "profiles": [*rule.profiles],
        "needs_reason": rule.needs_reason,
        "since": rule.since,
        "preview": rule.preview,
        "replaced_by": rule.replaced_by,
        "ignorable": rule.ignorable,
        "doc": rule.doc.strip(),
        "options": options_schema(rule)["properties"],
        "examples": [_example_data(one) for one in rule.examples],
    }


def rule_table(packs: Sequence[Pack]) -> str:
    """A line a rule: code, name, severity, summary."""
    rules = [rule for pack in packs for rule in pack.rules]
    codes = max((len(rule.code) for rule in rules), default=0)
    names = max((len(rule.name) for rule in rules), default=0)
    blocks = []
    for pack in packs:
        lines = [f"{pack.name} {pack.version}: {pack.summary}"]
        for rule in pack.rules:
            named = f"  {rule.code:<{codes}}  {rule.name:<{names}}  {rule.severity:<7}"
            lines.append(f"{named}  {rule.summary}{_remarks(rule)}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _remarks(rule: Rule) -> str:
    """What is special about a rule, for the table: ` (preview, since 1.2)`."""
    remarks = [
        f"{', '.join(rule.profiles)} only" if rule.profiles else "",
        f"replaced by {rule.replaced_by}" if rule.replaced_by else "",
        "preview" if rule.preview else "",
        "" if rule.ignorable else "always on",
        f"since {rule.since}" if rule.since else "",
    ]
    said = ", ".join(remark for remark in remarks if remark)
    return f" ({said})" if said else ""


def rule_page(rule: Rule, pack: Pack) -> str:
    """The rule's documentation with its options and examples."""
    parts = [
        f"{rule.code} {rule.name} ({pack.name}, {rule.severity})",
        rule.doc.strip() or rule.summary,
        _evidence(rule),
        *_switch(rule, pack),
        *_options(rule),
        *_examples(rule),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _evidence(rule: Rule) -> str:
    return f"Evidence: {rule.evidence}. Source: {rule.source}" if rule.source else ""


def _switch(rule: Rule, pack: Pack) -> Iterator[str]:
    if rule.since:
        yield f"Since {pack.name} {rule.since}."
    if rule.replaced_by:
        yield f"It runs no more: {rule.replaced_by} replaced it. Write that code instead."
    elif rule.preview:
        yield f"In preview: it runs where it is selected by itself, --extend-select {rule.code}."
    elif rule.profiles:
        spelled = " or ".join(f"--profile {pack.name}/{name}" for name in rule.profiles)
        yield f"Off by default: on with {spelled}, or --extend-select {rule.code}."
    if not rule.ignorable:
        yield "Always on: no `ignore`, severity or comment silences it."
    elif rule.needs_reason:
        yield f"Suppressed only with a reason: # wod: ignore[{rule.code}] because ..."


def _options(rule: Rule) -> Iterator[str]:
    fields = option_fields(rule)
    if not fields:
        return
    lines = [f"Options, under [rules.{rule.name}] in wod.toml:"]
    for name, field in fields.items():
        takes = field.metadata.get("doc") or described(field_type(rule, field))
        lines.append(f"  {name} = {_toml(default_of(field))}  ({takes})")
    if rule.options.__doc__:
        lines.append("  " + rule.options.__doc__.strip().splitlines()[0])
    yield "\n".join(lines)


def _toml(value: Any) -> str:
    """A default as it is written in TOML, which has no word for None."""
    import tomli_w

    if value is None:
        return "…"
    return tomli_w.dumps({"value": value}).removeprefix("value = ").strip()


def _examples(rule: Rule) -> Iterator[str]:
    for example in rule.examples:
        yield "\n".join([_heading(example), *_indented(example.wod)])
        if isinstance(example, Invalid) and example.fixed is not None:
            yield "\n".join(["Fixed:", *_indented(example.fixed)])


def _heading(example: Valid | Invalid) -> str:
    why = f" ({example.why})" if example.why else ""
    if isinstance(example, Valid):
        return f"Right{why}:"
    numbers = ", ".join(map(str, example.lines))
    return f"Wrong, in line {numbers}{why}:"


def _indented(text: str) -> list[str]:
    return [f"    {line}" for line in text.strip("\n").split("\n")]


def _example_data(example: Valid | Invalid) -> dict[str, Any]:
    kind = "valid" if isinstance(example, Valid) else "invalid"
    return {"kind": kind, **asdict(example)}
