"""Write docs/rules/: an index and one page a rule, from the rules themselves. Run by `make docs`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from wodlang.lint.option_types import default_of
from wodlang.lint.option_values import described
from wodlang.lint.options import field_type, option_fields
from wodlang.lint.rule import Invalid, Pack, Rule, Valid
from wodlang.lint.settings import Settings
from wodlang.text.finding import Fix, Severity
from wodlang.workbench import check_text, load_packs

FOLDER = Path(__file__).parent / "rules"
PACKS = ("core", "posterior-chain")
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
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
PREAMBLE = """\
# The rules

What wodlang finds, one page a rule. `wod rule CODE` prints the same in a terminal. These pages are
written by `make docs` from the rules themselves, and their examples are the rules' tests.
"""


def pages() -> dict[str, str]:
    """The text of every page by its file's name."""
    packs = [pack for pack in load_packs(Settings()).packs if pack.name in PACKS]
    written = {f"{rule.code}.md": _page(rule, pack) for pack in packs for rule in pack.rules}
    return {"index.md": _index(packs), **written}


def _index(packs: list[Pack]) -> str:
    parts = [PREAMBLE]
    for pack in packs:
        rows = [
            f"| [{rule.code}]({rule.code}.md) | `{rule.name}` | {rule.severity} | {_summary(rule)} |"
            for rule in pack.rules
        ]
        head = "| code | name | severity | finds |\n| --- | --- | --- | --- |"
        title = f"## {pack.name}\n\n{_sentence(pack.summary)}"
        parts.append("\n".join([title, "", head, *rows, ""]))
    return "\n".join(parts)


def _page(rule: Rule, pack: Pack) -> str:
    prose = _sections(rule.doc)
    parts = [
        f"# {rule.code} {rule.name}",
        _sentence(rule.summary),
        f"*{pack.name} · {rule.severity} · {_switch(rule, pack)}*",
        *(f"## {heading}\n\n{prose[heading]}" for heading in ("What it finds", "Why", "Instead")),
        f"## Examples\n\n{_examples(rule)}",
        f"## Options\n\n{_options(rule)}",
        f"## Fix\n\n{_fix(rule)}",
        f"## How sure this is\n\n{_evidence(rule, prose)}",
    ]
    return "\n\n".join(parts) + "\n"


def _sections(doc: str) -> dict[str, str]:
    """The prose of a rule by its headings."""
    _, *pieces = HEADING.split(doc)
    return dict(zip(pieces[::2], map(str.strip, pieces[1::2]), strict=True))


def _switch(rule: Rule, pack: Pack) -> str:
    if not rule.profiles:
        return "on by default"
    spelled = " or ".join(f"`--profile {pack.name}/{name}`" for name in rule.profiles)
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
    shown = [f"**Wrong**, {word} {lines}{reason}:\n\n{_block(example.wod)}"]
    if example.fixed is not None:
        shown.append(f"fixed:\n\n{_block(example.fixed)}")
    return "\n\n".join(shown)


def _right(example: Valid) -> str:
    return f"**Right**{_why(example)}{_under(example)}:\n\n{_block(example.wod)}"


def _why(example: Valid | Invalid) -> str:
    return f" ({example.why})" if example.why else ""


def _under(example: Valid | Invalid) -> str:
    given = [f"`{key.replace('_', '-')} = {_toml(one)}`" for key, one in example.options.items()]
    return f", with {' and '.join(given)}" if given else ""


def _block(text: str) -> str:
    stripped = text.strip("\n")
    return f"```text\n{stripped}\n```"


def _options(rule: Rule) -> str:
    fields = option_fields(rule)
    if not fields:
        return "None."
    rows = [
        f"| `{name}` | {field.metadata.get('doc') or described(field_type(rule, field))} "
        f"| {_default(default_of(field))} |"
        for name, field in fields.items()
    ]
    head = "| option | takes | default |\n| --- | --- | --- |"
    return "\n".join([f"In `wod.toml`, under `[rules.{rule.name}]`:", "", head, *rows])


def _default(value: Any) -> str:
    return "none" if value is None else f"`{_toml(value)}`"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _fix(rule: Rule) -> str:
    fixes = _fixes(rule)
    parts = ["None: what to do is for the coach to decide."]
    if fixes:
        kinds = sorted({str(fix.applicability) for fix in fixes})
        titles = dict.fromkeys(f"`{fix.title}`" for fix in fixes)
        parts = [
            f"{', '.join(map(SAFETY.__getitem__, kinds))} For example: {', '.join([*titles][:3])}."
        ]
        parts.append("It is offered only where it brings no new fault as grave.")
    if rule.needs_reason:
        parts.append(f"Suppressed only with a reason: `# wod: ignore[{rule.code}] because …`.")
    return "\n".join(parts)


def _fixes(rule: Rule) -> list[Fix]:
    """The first fix of every example that is fixed, as the linter offers it."""
    fixed = [one for one in rule.examples if isinstance(one, Invalid) and one.fixed is not None]
    return [_first_fix(rule, example) for example in fixed]


def _first_fix(rule: Rule, example: Invalid) -> Fix:
    options = {key.replace("_", "-"): value for key, value in example.options.items()}
    settings = Settings(extend_select=(rule.code,), rules={rule.name: options})
    found = check_text(example.wod, settings=settings).findings
    return next(one.fixes[0] for one in found if one.code == rule.code and one.fixes)


def _evidence(rule: Rule, prose: dict[str, str]) -> str:
    if not rule.source:
        return "It is about the text, not about training: there is no study to ask."
    strongest = f"Evidence: {rule.evidence} ({STRENGTHS[rule.evidence]}). Source: {rule.source}."
    return "\n\n".join(part for part in (prose.get("How sure this is"), strongest) if part)


def _summary(rule: Rule) -> str:
    word = "" if rule.severity is not Severity.INFO or not rule.profiles else " (off by default)"
    return f"{rule.summary}{word}"


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def main() -> None:
    """Write the pages, and remove those of rules that are gone."""
    written = pages()
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.md"):
        if old.name not in written:
            old.unlink()
    for name, text in written.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
