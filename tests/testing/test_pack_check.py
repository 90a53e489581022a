"""What `check_pack` promises: for each promise a pack that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from wodlang.plugin import Invalid, Pack, Profile, Rule, Valid
from wodlang.testing import CheckFailed, Failure, check_pack, pack_cases, pack_failures


@dataclass(frozen=True)
class BadDefault:
    most: int = field(default=0, metadata={"minimum": 1})


@dataclass(frozen=True)
class NotMade:
    most: int

    def __post_init__(self) -> None:
        raise ValueError("never")


Change = Callable[[Pack], Pack]


def in_rule(**changes: Any) -> Change:
    return lambda pack: replace(pack, rules=(replace(pack.rules[0], **changes),))


def in_pack(**changes: Any) -> Change:
    return lambda pack: replace(pack, **changes)


def with_rule(**changes: Any) -> Change:
    return lambda pack: replace(pack, rules=(*pack.rules, replace(pack.rules[0], **changes)))


def without_example(kind: type) -> Change:
    def change(pack: Pack) -> Pack:
        kept = tuple(one for one in pack.rules[0].examples if not isinstance(one, kind))
        return in_rule(examples=kept)(pack)

    return change


def twice(pack: Pack) -> Pack:
    rule = pack.rules[0]
    return in_rule(examples=(*rule.examples, Valid("Barbell Row 3x8\n", why="again")))(pack)


def reordered(doc: str) -> str:
    return (
        doc.replace("## Why", "## X").replace("## Instead", "## Why").replace("## X", "## Instead")
    )


def test_a_good_pack_has_no_failures(pack: Pack) -> None:
    assert pack_failures(pack) == ()
    check_pack(pack)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(twice, "IH101, example 5: it is example 1 once more", id="example-twice"),
        pytest.param(without_example(Valid), "IH101: it has no Valid", id="no-valid"),
        pytest.param(without_example(Invalid), "IH101: it has no Invalid", id="no-invalid"),
        pytest.param(in_rule(code="IH1"), "IH1: its code is not IH and three", id="code"),
        pytest.param(in_rule(code="XX101"), "its code is not IH", id="prefix"),
        pytest.param(in_rule(name="Any_Bench"), '"Any_Bench" is not written', id="name"),
        pytest.param(in_rule(summary=" "), "IH101: it has no summary", id="summary"),
        pytest.param(in_rule(source=""), "IH101: it names no source", id="source"),
        pytest.param(in_rule(severity="warning"), "Severity.WARNING", id="severity"),
        pytest.param(in_rule(evidence="opinion"), "Evidence.OPINION", id="evidence"),
        pytest.param(in_rule(doc=""), "lacks ## What it finds, ## Why", id="doc"),
        pytest.param(
            lambda pack: in_rule(doc=reordered(pack.rules[0].doc))(pack), "another order",
            id="doc-order",
        ),
        pytest.param(
            lambda pack: in_rule(doc=pack.rules[0].doc.rstrip("x\n"))(pack),
            "says nothing under ## How sure this is", id="doc-empty",
        ),
        pytest.param(in_rule(options=int), "no dataclass", id="options"),
        pytest.param(in_rule(options=BadDefault), 'default 0 of its option "most"', id="default"),
        pytest.param(in_rule(options=NotMade), "cannot be made without", id="options-unmade"),
        pytest.param(in_rule(replaced_by="IH999"), "replaced by IH999", id="replaced"),
        pytest.param(with_rule(), "the pack: 2 rules have the code IH101", id="code-twice"),
        pytest.param(with_rule(code="IH102"), "2 rules have the name any-bench", id="name-twice"),
        pytest.param(in_pack(name="Iron House"), '"Iron House" is not written', id="pack-name"),
        pytest.param(in_pack(prefix="ih"), '"ih" is not of capital', id="pack-prefix"),
        pytest.param(in_pack(summary=""), "the pack: it has no summary", id="pack-summary"),
        pytest.param(in_pack(rules=()), "neither rules nor exercises", id="empty"),
        pytest.param(in_pack(rules=(42,)), "among its rules is a int", id="no-rule"),
        pytest.param(
            in_pack(profiles=(Profile("strict", "", ("IH102",)),)), "did you mean IH101?",
            id="profile-code",
        ),
        pytest.param(
            in_pack(profiles=(Profile("strict", "", ()),) * 2), "2 profiles", id="profile-twice"
        ),
        pytest.param(
            in_pack(profiles=(Profile("strict", "", (), {"least": 1}),)), 'sets "least"',
            id="profile-option",
        ),
        pytest.param(
            in_pack(profiles=(Profile("strict", "", (), {"most": "many"}),)),
            "a whole number", id="profile-value",
        ),
    ],
)  # fmt: skip
def test_what_does_not_hold_is_said(pack: Pack, change: Change, said: str) -> None:
    assert said in "\n".join(str(one) for one in pack_failures(change(pack)))


def test_all_failures_are_told_at_once(pack: Pack) -> None:
    rule = pack.rules[0]
    wrong = replace(rule, source="", examples=(*rule.examples[1:], Valid("Bench Press 5x5")))
    spoilt = replace(pack, summary="", rules=(wrong,))
    assert [(one.rule, one.example) for one in pack_failures(spoilt)] == [
        ("", None), ("IH101", None), ("IH101", 3),
    ]  # fmt: skip
    with pytest.raises(CheckFailed) as caught:
        check_pack(spoilt)
    assert str(caught.value).count("\n") == 3


def test_a_replaced_rule_needs_no_examples(pack: Pack) -> None:
    old = replace(pack.rules[0], code="IH102", name="old", examples=(), replaced_by="IH101")
    assert pack_failures(replace(pack, rules=(*pack.rules, old))) == ()


def test_a_rule_whose_options_fail_does_not_harm_the_others(pack: Pack, rule: Rule) -> None:
    bad = replace(rule, code="IH102", name="bad", options=NotMade)
    failures = pack_failures(replace(pack, rules=(rule, bad)))
    assert {one.rule for one in failures} == {"IH102"}


def test_cases_are_the_form_and_every_example(pack: Pack) -> None:
    names = [str(case) for case in pack_cases(pack)]
    assert names == ["iron-house", "IH101-1", "IH101-2", "IH101-3", "IH101-4"]


def test_people_count_examples_from_one() -> None:
    assert str(Failure("IH101", 0, "it is wrong")) == "IH101, example 1: it is wrong"
