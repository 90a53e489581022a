"""The core checks are documented, and their examples hold."""

from __future__ import annotations

import pytest

from wodlang import __version__
from wodlang.lint.core_docs import CORE_DOCS
from wodlang.lint.core_pack import core_pack
from wodlang.lint.rule import Invalid, Rule, Valid
from wodlang.testing import check_example
from wodlang.text.core_codes import CORE_CODES

RULES = core_pack(__version__).rules
WITHOUT_EXAMPLES = {"rule-crashed", "pack-not-loaded"}
"""No text alone brings these about."""

CASES = [
    pytest.param(rule, example, id=f"{rule.code}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, 1)
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_example(rule: Rule, example: Valid | Invalid) -> None:
    check_example(rule, example)


def test_every_check_is_documented() -> None:
    assert set(CORE_DOCS) == set(CORE_CODES)


@pytest.mark.parametrize("rule", [one for one in RULES if one.name not in WITHOUT_EXAMPLES])
def test_every_check_shows_what_is_wrong(rule: Rule) -> None:
    assert any(isinstance(example, Invalid) for example in rule.examples)
