"""The fixes of a rule's examples as the linter offers them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wodlang.lint.rule import Invalid, Pack, Rule
from wodlang.lint.selection import active_rules
from wodlang.lint.settings import Settings
from wodlang.text.finding import Fix
from wodlang.workbench import check_with

PATH = "<example>"


def offered_fixes(rule: Rule, packs: Sequence[Pack]) -> tuple[Fix, ...]:
    """The first fix of every example that is fixed, as it is offered where these packs run."""
    return tuple(_fixes(rule, packs))


def _fixes(rule: Rule, packs: Sequence[Pack]) -> Iterator[Fix]:
    for example in rule.examples:
        if isinstance(example, Invalid) and example.fixed is not None:
            active = active_rules(packs, _settings(rule, example), PATH)
            found = check_with(example.wod, PATH, active, packs).findings
            own = (one.fixes[0] for one in found if one.code == rule.code and one.fixes)
            yield from [fix for fix in [next(own, None)] if fix is not None]


def _settings(rule: Rule, example: Invalid) -> Settings:
    options = {key.replace("_", "-"): value for key, value in example.options.items()}
    return Settings(extend_select=(rule.code,), rules={rule.name: options})
