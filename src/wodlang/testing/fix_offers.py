"""Whether the fix of a rule is ever offered."""

from __future__ import annotations

from wodlang.lint.rule import Invalid, Pack, Rule
from wodlang.rulefile import RuleCheck
from wodlang.testing.bench import make_bench
from wodlang.testing.fix_check import withheld


def never_offered(rule: Rule, pack: Pack) -> str:
    """Why a TOML rule's fix is offered in none of its examples; empty where it is in one.

    Examples that state the fixed text are judged by that.
    """
    wrong = [one for one in rule.examples if isinstance(one, Invalid)]
    if not isinstance(rule.check, RuleCheck) or not rule.check.plan.fixes:
        return ""
    if not wrong or any(one.fixed is not None for one in wrong):
        return ""
    reasons: list[str] = []
    for example in wrong:
        bench = make_bench(rule, example.options, pack)
        trial = bench.try_on(example.wod)
        if any(finding.fixes for finding in trial.own):
            return ""
        reasons += withheld(example.wod, bench, trial)
    return reasons[0] if reasons else "its line cannot be changed so"
