"""Every rule proves itself: its examples are its tests."""

from __future__ import annotations

import pytest

from wodlang.plugin import Invalid, Rule, Valid
from wodlang.testing import check_example
from wodlang_strength.pack import RULES

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Valid | Invalid) -> None:
    check_example(rule, example)


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_no_example_is_there_twice(rule: Rule) -> None:
    told = [(example.wod, str(example.options)) for example in rule.examples]
    assert len(told) == len(set(told))
