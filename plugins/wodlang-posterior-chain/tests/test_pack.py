"""The pack as a whole: its codes, its prose, its profiles."""

from __future__ import annotations

import pytest

from wodlang.plugin import Invalid, Rule, Severity, Valid
from wodlang_posterior_chain import wodlang_pack
from wodlang_posterior_chain.options import PackOptions
from wodlang_posterior_chain.pack import RULES

HEADINGS = ["## What it finds", "## Why", "## Instead", "## How sure this is"]
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
CODES = [
    *("PC101", "PC102", "PC103", "PC104", "PC105", "PC106"),
    *("PC201", "PC202", "PC203"),
    *("PC301", "PC302", "PC303", "PC304", "PC305"),
    *("PC401", "PC402", "PC403"),
    "PC501",
    *("PC601", "PC602"),
    *("PC701", "PC702", "PC703"),
    *("PC801", "PC802"),
]


def codes_of(profile: str) -> set[str]:
    return set(next(one.codes for one in wodlang_pack().profiles if one.name == profile))


def test_all_rules_are_there_in_the_order_of_their_codes() -> None:
    assert [rule.code for rule in wodlang_pack().rules] == CODES


@EACH_RULE
def test_prose_has_the_four_headings_in_order(rule: Rule) -> None:
    assert [line for line in rule.doc.splitlines() if line.startswith("#")] == HEADINGS


@EACH_RULE
def test_prose_and_summary_say_something(rule: Rule) -> None:
    assert all(len(part) > 30 for part in rule.doc.split("\n## "))
    assert 10 < len(rule.summary) < 90
    assert "How to Build Total Power With Just Exercises for Back and Legs" in rule.source


@EACH_RULE
def test_examples_show_both_sides(rule: Rule) -> None:
    assert sum(isinstance(one, Valid) for one in rule.examples) >= 2
    assert sum(isinstance(one, Invalid) for one in rule.examples) >= 2


@EACH_RULE
def test_options_begin_with_those_of_the_pack(rule: Rule) -> None:
    assert issubclass(rule.options, PackOptions)
    assert rule.options().heavy_percent == 80


def test_strict_is_all_and_the_default_all_but_strict_only() -> None:
    assert codes_of("strict") == set(CODES)
    assert {rule.code for rule in RULES if rule.profiles} == {"PC202", "PC203"}


def test_base_is_the_errors_and_warnings_of_the_default() -> None:
    quiet = {rule.code for rule in RULES if rule.severity is Severity.INFO}
    assert codes_of("base") == set(CODES) - quiet
    assert quiet == {"PC202", "PC203", "PC501", "PC601", "PC602", "PC703", "PC801"}


def test_bad_back_is_the_default_for_an_injured_athlete() -> None:
    profile = next(one for one in wodlang_pack().profiles if one.name == "bad-back")
    assert set(profile.codes) == set(CODES) - {"PC202", "PC203"}
    assert profile.options == {"injured": True}
