"""What the tests of a pack use."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.lint.options import make_options
from wodlang.lint.rule import Invalid, Pack, Rule, Valid
from wodlang.lint.selection import ActiveRule, active_rules
from wodlang.lint.settings import Settings
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Finding, apply_edits
from wodlang.workbench import check_text, check_with, load_packs


def findings(
    text: str,
    profiles: Sequence[str] = (),
    path: str = "<test>",
    packs: Sequence[Pack] | None = None,
) -> tuple[Finding, ...]:
    """What is found in a text by the installed packs, or by core and these `packs` alone."""
    settings = Settings(profiles=tuple(profiles))
    if packs is None:
        return check_text(text, path, settings).findings
    used = (*load_packs(Settings(no_packs=True)).packs, *packs)
    return check_with(text, path, active_rules(used, settings, path), used).findings


def check_example(rule: Rule, example: Valid | Invalid) -> None:
    """Raise AssertionError unless the rule says of the example what the example says of the rule."""
    found = _run(rule, example.wod, example)
    errors = [one for one in found if one.pack == CORE_PACK and one.severity == "error"]
    unread = [one for one in errors if one.code != rule.code]
    assert not unread, f"{rule.code}: the example cannot be read: {unread[0].message}"
    own = [one for one in found if one.code == rule.code]
    lines = tuple(_line(example.wod, one) for one in own)
    if isinstance(example, Valid):
        assert not own, f"{rule.code} speaks on line {lines[0]}: {own[0].message}\n{example.wod}"
        return
    assert lines == example.lines, (
        f"{rule.code} speaks on {lines}, not {example.lines}\n{example.wod}"
    )
    for one in own:
        assert "{" not in one.message + one.note + one.help, f"{rule.code}: an unfilled field"
        if example.severity is not None:
            assert one.severity == example.severity, f"{rule.code} is {one.severity}\n{example.wod}"
    _check_fix(rule, example, own[0])


def _check_fix(rule: Rule, example: Invalid, finding: Finding) -> None:
    if example.fixed is None:
        titles = [fix.title for fix in finding.fixes]
        assert not titles, f"{rule.code} offers {titles}, the example none\n{example.wod}"
        return
    assert finding.fixes, f"{rule.code} offers no fix\n{example.wod}"
    fixed = apply_edits(example.wod, finding.fixes[0].edits)
    assert fixed.rstrip("\n") == example.fixed.rstrip("\n"), f"{rule.code} makes of it:\n{fixed}"


def _run(rule: Rule, text: str, example: Valid | Invalid) -> tuple[Finding, ...]:
    """The findings of this rule and of the core; fixes are verified against all rules of its pack."""
    packs = load_packs(Settings()).packs
    options = make_options(
        rule, {name.replace("_", "-"): value for name, value in example.options.items()}
    )
    active = [
        ActiveRule(one, pack.name, None, options if one.code == rule.code else one.options())
        for pack in packs
        for one in pack.rules
        if one.code == rule.code or not one.profiles
    ]
    if all(one.rule.code != rule.code for one in active):
        active.append(ActiveRule(rule, "under-test", None, options))
    return check_with(text, "<example>", active, packs).findings


def _line(text: str, finding: Finding) -> int:
    return text.count("\n", 0, finding.span.start) + 1
