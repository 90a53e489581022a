"""The documentation of packs: an index and one page a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from wodlang.cli.pack.markdown_text import cell, code, inline
from wodlang.cli.pack.rule_markdown import rule_markdown, sentence
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.settings import Settings
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Severity
from wodlang.workbench import load_packs

INDEX = "index.md"
HEAD = "| code | name | severity | finds |\n| --- | --- | --- | --- |"


def pack_pages(packs: Sequence[Pack], preamble: str) -> dict[str, str]:
    """The text of every page by its file's name, the index first."""
    pages = {page_name(rule): text for rule, text in _rule_pages(packs)}
    return {INDEX: _index(packs, preamble, page_name), **pages}


def pack_page(packs: Sequence[Pack], preamble: str) -> str:
    """All on one page; the index leads to the headings below it."""
    index = _index(packs, preamble, lambda rule: f"#{_anchor(rule)}")
    return "\n".join([index, *(text for _, text in _rule_pages(packs))])


def page_name(rule: Rule) -> str:
    """The file of a rule's page; whatever a stranger's code holds, it is one in the folder."""
    return f"{re.sub(r'[^A-Za-z0-9_-]', '_', rule.code)}.md"


def _rule_pages(packs: Sequence[Pack]) -> list[tuple[Rule, str]]:
    core = load_packs(Settings(no_packs=True)).packs
    used = (*(one for one in core if CORE_PACK not in {pack.name for pack in packs}), *packs)
    return [(rule, rule_markdown(rule, pack, used)) for pack in packs for rule in pack.rules]


def _index(packs: Sequence[Pack], preamble: str, target: Callable[[Rule], str]) -> str:
    parts = [preamble]
    for pack in packs:
        rows = [_row(rule, target(rule)) for rule in pack.rules]
        summary = [sentence(pack.summary), ""] if pack.summary.strip() else []
        parts.append("\n".join([f"## {inline(pack.name)}", "", *summary, HEAD, *rows, ""]))
    return "\n".join(parts)


def _row(rule: Rule, target: str) -> str:
    off = " (off by default)" if rule.severity is Severity.INFO and rule.profiles else ""
    link = f"[{cell(rule.code)}]({target})"
    return f"| {link} | {code(rule.name)} | {rule.severity} | {cell(rule.summary)}{off} |"


def _anchor(rule: Rule) -> str:
    """The anchor that a page's heading gets on the usual hosts."""
    heading = f"{rule.code} {rule.name}".lower()
    return re.sub(r"[^\w -]", "", heading).replace(" ", "-")
