"""A rule as a page of Markdown, with fixed headings; its examples are those that are tested."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from wodlang.cli.pack.markdown_text import block, cell, code, inline, prose
from wodlang.cli.pack.offered_fixes import offered_fixes
from wodlang.cli.pack.rule_prose import INSTEAD, SURE, WHAT, WHY, rule_prose
from wodlang.lint.option_types import default_of
from wodlang.lint.option_values import described
from wodlang.lint.options import field_type, option_fields
from wodlang.lint.rule import Invalid, Pack, Rule, Valid

STRENGTHS = {
    "review": "a review of many studies",
    "trial": "trials with people who train",
    "observational": "what was observed, without a trial",
    "mechanism": "measurements that fit, without a trial of the advice itself",
    "opinion": "a coach's opinion",
}
SAFETY = {
    "safe": "*Safe*: the training stays what it was.",
    "unsafe": "*Unsafe*: it changes the text's meaning or the training, so look at it first.",
}
UNSAID = {WHY: "The pack does not say why.", INSTEAD: "What to do is for the coach to decide."}


def rule_markdown(rule: Rule, pack: Pack, packs: Sequence[Pack]) -> str:
    """The page of a rule. `packs` (core among them) are those that its fixes are tried with."""
    said = rule_prose(rule)
    texts = {WHAT: sentence(rule.summary), **UNSAID, **{key: prose(said[key]) for key in said}}
    parts = [
        f"# {inline(rule.code)} {inline(rule.name)}",
        sentence(rule.summary),
        f"*{inline(pack.name)} · {rule.severity} · {_switch(rule, pack)}*",
        *(f"## {heading}\n\n{texts[heading]}" for heading in (WHAT, WHY, INSTEAD)),
        f"## Examples\n\n{_examples(rule)}",
        f"## Options\n\n{_options(rule)}",
        f"## Fix\n\n{_fix(rule, packs)}",
        f"## {SURE}\n\n{_evidence(rule, texts.get(SURE, ''))}",
    ]
    return "\n\n".join(parts) + "\n"


def sentence(text: str) -> str:
    """A summary with a capital and a full stop."""
    flat = inline(text)
    return f"{flat[:1].upper()}{flat[1:]}{'' if flat.endswith(('.', '!', '?')) else '.'}"


def _switch(rule: Rule, pack: Pack) -> str:
    if rule.replaced_by:
        return f"replaced by {inline(rule.replaced_by)}"
    if rule.preview:
        return f"a preview, on with {code(f'--extend-select {rule.code}')}"
    if not rule.profiles:
        return "on by default"
    spelled = " or ".join(code(f"--profile {pack.name}/{name}") for name in rule.profiles)
    return f"off by default, on with {spelled}"


def _examples(rule: Rule) -> str:
    wrong = [one for one in rule.examples if isinstance(one, Invalid)]
    right = [one for one in rule.examples if isinstance(one, Valid)]
    blocks = [*map(_wrong, wrong), *map(_right, right)]
    return "\n\n".join(blocks) or "None: no text alone brings this about."


def _wrong(example: Invalid) -> str:
    lines = ", ".join(map(str, example.lines))
    word = "line" if len(example.lines) == 1 else "lines"
    reason = f"{_why(example)}{_under(example)}"
    shown = [f"**Wrong**, {word} {lines}{reason}:\n\n{block(example.wod)}"]
    if example.fixed is not None:
        shown.append(f"fixed:\n\n{block(example.fixed)}")
    return "\n\n".join(shown)


def _right(example: Valid) -> str:
    return f"**Right**{_why(example)}{_under(example)}:\n\n{block(example.wod)}"


def _why(example: Valid | Invalid) -> str:
    return f" ({inline(example.why)})" if example.why else ""


def _under(example: Valid | Invalid) -> str:
    options = example.options.items()
    given = [code(f"{key.replace('_', '-')} = {_toml(one)}") for key, one in options]
    return f", with {' and '.join(given)}" if given else ""


def _options(rule: Rule) -> str:
    fields = option_fields(rule)
    if not fields:
        return "None."
    rows = [
        f"| {code(name)} "
        f"| {cell(field.metadata.get('doc') or described(field_type(rule, field)))} "
        f"| {_default(default_of(field))} |"
        for name, field in fields.items()
    ]
    head = "| option | takes | default |\n| --- | --- | --- |"
    under = code(f"[rules.{rule.name}]")
    return "\n".join([f"In `wod.toml`, under {under}:", "", head, *rows])


def _default(value: Any) -> str:
    return "none" if value is None else code(_toml(value)).replace("|", "\\|")


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_toml(one)}' for key, one in value.items())} }}"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _fix(rule: Rule, packs: Sequence[Pack]) -> str:
    fixes = offered_fixes(rule, packs)
    parts = ["None: what to do is for the coach to decide."]
    if fixes:
        kinds = sorted({str(fix.applicability) for fix in fixes})
        titles = dict.fromkeys(code(fix.title) for fix in fixes)
        parts = [
            f"{', '.join(map(SAFETY.__getitem__, kinds))} For example: {', '.join([*titles][:3])}."
        ]
        parts.append("It is offered only where it brings no new fault as grave.")
    if rule.needs_reason:
        ignored = code(f"# wod: ignore[{rule.code}] because …")
        parts.append(f"Suppressed only with a reason: {ignored}.")
    return "\n".join(parts)


def _evidence(rule: Rule, said: str) -> str:
    if not rule.source:
        return said or "It is about the text, not about training: there is no study to ask."
    source = inline(rule.source)
    stop = "" if source.endswith(".") else "."
    strongest = f"Evidence: {rule.evidence} ({STRENGTHS[rule.evidence]}). Source: {source}{stop}"
    return "\n\n".join(part for part in (said, strongest) if part)
