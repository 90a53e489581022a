"""What a rule of a TOML pack may lack, or hardly means. Advice only: the rule works as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from wodlang.text.toml import read_toml

if TYPE_CHECKING:
    from wodlang.rulefile import RuleFile

EXAMPLES = "it has no examples: add `valid` and `invalid`, they are its tests"
LACKING = {
    "why": "it does not say why: add `why`, people trust a rule that has a reason",
    "source": "it names no source: add `source`, the coach's name will do",
}


def advice_on(file: RuleFile) -> Iterator[tuple[str, str]]:
    """What could be added or mended, by the rule's code."""
    from wodlang.rulefile import rule_doubts
    from wodlang.testing.fix_offers import never_offered

    if file.pack is None:
        return
    written, _ = read_toml(file.source)
    for rule in file.pack.rules:
        table: Any = written
        for part in file.places[rule.code]:
            table = table[part]
        if not rule.examples:
            yield rule.code, EXAMPLES
        for key, said in LACKING.items():
            if not str(table.get(key, "")).strip():
                yield rule.code, said
        for said in rule_doubts(table, written.get("define", {}), file.pack):
            yield rule.code, said
        unoffered = never_offered(rule, file.pack)
        if unoffered:
            yield rule.code, f"its fix is offered in none of its examples: {unoffered}"
