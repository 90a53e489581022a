"""The pack as a whole: its codes, its prose, its options, its profiles."""

from __future__ import annotations

from dataclasses import fields

import pytest

from wodlang.plugin import Invalid, NoOptions, Rule, Severity, Valid
from wodlang_strength import __version__, wodlang_pack
from wodlang_strength.pack import RULES

HEADINGS = ["## What it finds", "## Why", "## Instead", "## How sure this is"]
EACH_RULE = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
CODES = [
    *("ST101", "ST102", "ST103"),
    *("ST201", "ST202", "ST203", "ST204", "ST205", "ST206"),
    *("ST301", "ST302", "ST303"),
    *("ST401", "ST402", "ST403"),
]
QUIET = {"ST101", "ST102", "ST103", "ST206", "ST301", "ST302", "ST401"}


def codes_of(profile: str) -> set[str]:
    return set(next(one.codes for one in wodlang_pack().profiles if one.name == profile))


def test_all_rules_are_there_in_the_order_of_their_codes() -> None:
    pack = wodlang_pack()
    assert (pack.name, pack.prefix, pack.version) == ("strength", "ST", __version__)
    assert [rule.code for rule in pack.rules] == CODES
    assert len({rule.name for rule in pack.rules}) == len(CODES)


@EACH_RULE
def test_prose_has_the_four_headings_in_order(rule: Rule) -> None:
    assert [line for line in rule.doc.splitlines() if line.startswith("#")] == HEADINGS


@EACH_RULE
def test_prose_and_summary_say_something(rule: Rule) -> None:
    assert all(len(part) > 30 for part in rule.doc.split("\n## "))
    assert 10 < len(rule.summary) < 90
    assert rule.source


@EACH_RULE
def test_most_examples_are_silent_and_some_speak(rule: Rule) -> None:
    assert sum(isinstance(one, Valid) for one in rule.examples) >= 6
    assert sum(isinstance(one, Invalid) for one in rule.examples) >= 3


@EACH_RULE
def test_every_silent_example_but_the_first_says_why(rule: Rule) -> None:
    silent = [one for one in rule.examples if isinstance(one, Valid)]
    assert all(one.why for one in silent[1:])


@EACH_RULE
def test_options_are_documented_and_proved(rule: Rule) -> None:
    used = {name for one in rule.examples for name in one.options}
    for field in fields(rule.options):
        assert field.metadata["doc"]
    if rule.options is not NoOptions:
        assert used, "no example sets an option"


def test_strict_is_all_and_the_default_all_but_strict_only() -> None:
    assert codes_of("strict") == set(CODES)
    assert {rule.code for rule in RULES if rule.profiles} == {"ST206"}


def test_base_is_the_errors_and_warnings_of_the_default() -> None:
    assert {rule.code for rule in RULES if rule.severity is Severity.INFO} == QUIET
    assert codes_of("base") == set(CODES) - QUIET
