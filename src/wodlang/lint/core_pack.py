"""The pack `core`: the checks of the language itself, as rules that can be shown and selected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wodlang.lint.rule import Evidence, Fault, Pack, Rule, Scope
from wodlang.text.core_codes import CORE_CODES, CORE_PACK, CORE_PREFIX


def core_pack(version: str) -> Pack:
    """The pack; its findings come from the parser and the model, so its rules check nothing."""
    rules = tuple(
        Rule(
            code=code, name=name, severity=severity, scope=Scope.PROGRAM, summary=summary,
            doc=f"\n## What it finds\n{summary[:1].upper()}{summary[1:]}. docs/language.md says what can be written.\n",
            evidence=Evidence.OPINION, source="the wodlang language reference", check=_nothing,
            examples=(),
        )
        for name, (code, severity, summary) in CORE_CODES.items()
    )  # fmt: skip
    return Pack(
        CORE_PACK, CORE_PREFIX, version, "what can be wrong with the text itself", rules
    )


def _nothing(subject: Any, context: Any) -> Iterator[Fault]:
    del subject, context
    return iter(())
