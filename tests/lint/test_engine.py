"""A rule that fails is left out where fixes are judged: one that hangs would hang at each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wodlang.lint.rule import Evidence, Fault, Rule, Scope
from wodlang.lint.selection import ActiveRule, active_rules
from wodlang.lint.settings import Settings
from wodlang.text.finding import Severity
from wodlang.workbench import check_with, load_packs

WITH_FIXES = "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"


def test_a_failed_rule_is_asked_once() -> None:
    calls: list[Any] = []

    def check(session: Any, context: Any) -> Iterator[Fault]:
        calls.append((session, context))
        raise ValueError("no luck")

    rule = Rule(
        "IH101", "iron-fault", Severity.WARNING, Scope.SESSION, "a test", "", Evidence.OPINION, "",
        check, (),
    )  # fmt: skip
    packs = load_packs(Settings()).packs
    active = [*active_rules(packs, Settings(), "a.wod"), ActiveRule(rule, "iron", None, None)]
    found = check_with(WITH_FIXES, "a.wod", active, packs).findings
    assert any(one.fixes for one in found)
    assert [one.name for one in found].count("rule-crashed") == 1
    assert len(calls) == 1
