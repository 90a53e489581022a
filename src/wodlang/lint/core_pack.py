"""The pack `core`: the checks of the language itself, as rules that can be shown and selected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wodlang.lint.core_docs import CORE_DOCS
from wodlang.lint.rule import Fault, Pack, Rule, Scope
from wodlang.text.core_codes import CORE_CODES, CORE_PACK, CORE_PREFIX

NEVER_SILENT = frozenset({"syntax-error", "rule-crashed", "pack-not-loaded"})
"""Without these a run would look clean that is not."""


def core_pack(version: str) -> Pack:
    """The pack; its findings come from the parser and the model, so its rules check nothing."""
    rules = tuple(
        Rule(
            code=code, name=name, severity=severity, scope=Scope.PROGRAM, summary=summary,
            doc=CORE_DOCS[name].text(summary), evidence=CORE_DOCS[name].evidence,
            source=CORE_DOCS[name].source, check=_nothing, examples=CORE_DOCS[name].examples,
            ignorable=name not in NEVER_SILENT,
        )
        for name, (code, severity, summary) in CORE_CODES.items()
    )  # fmt: skip
    return Pack(CORE_PACK, CORE_PREFIX, version, "what can be wrong with the text itself", rules)


def _nothing(subject: Any, context: Any) -> Iterator[Fault]:
    del subject, context
    return iter(())
