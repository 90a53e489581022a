"""Every rule proves itself: its examples are its tests."""

from __future__ import annotations

import pytest

from wodlang.plugin import Invalid, Rule, Valid
from wodlang.testing import check_example
from wodlang_posterior_chain.pack import RULES

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Valid | Invalid) -> None:
    check_example(rule, example)


def test_a_wrong_example_is_refused() -> None:
    rule = next(rule for rule in RULES if rule.code == "PC302")
    with pytest.raises(AssertionError):
        check_example(rule, Valid("Deadlift 3x5 @ 85%\nBarbell Row 3x8"))
    with pytest.raises(AssertionError):
        check_example(rule, Invalid("Barbell Row 3x8\nDeadlift 3x5 @ 85%", (1,)))
    with pytest.raises(AssertionError):
        check_example(rule, Invalid("Deadlift 3x5 @ 85%\nBarbell Row 3x8", (2,), fixed="nothing"))
