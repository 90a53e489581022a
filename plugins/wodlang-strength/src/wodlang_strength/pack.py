"""The pack as a value: its rules in the order of their codes, and its profiles."""

from __future__ import annotations

from wodlang.plugin import Pack, Profile, Rule, Severity
from wodlang_strength.rules import (
    hard_days_in_a_row,
    load_jump,
    long_sets_at_high_percentage,
    missing_load,
    one_side_only,
    presses_outnumber_pulls,
    rpe_contradicts_percentage,
    session_too_long,
    short_rest_for_heavy_sets,
    too_few_reps_at_high_percentage,
    too_few_sets_for_a_muscle,
    too_long_without_deload,
    too_many_reps_at_high_percentage,
    too_many_sets_for_a_muscle,
    unloadable_weight,
)

RULES: tuple[Rule, ...] = (
    too_few_sets_for_a_muscle.rule,
    too_many_sets_for_a_muscle.rule,
    presses_outnumber_pulls.rule,
    long_sets_at_high_percentage.rule,
    too_many_reps_at_high_percentage.rule,
    load_jump.rule,
    rpe_contradicts_percentage.rule,
    short_rest_for_heavy_sets.rule,
    too_few_reps_at_high_percentage.rule,
    too_long_without_deload.rule,
    hard_days_in_a_row.rule,
    session_too_long.rule,
    missing_load.rule,
    unloadable_weight.rule,
    one_side_only.rule,
)


def make_pack(version: str) -> Pack:
    """The pack, ready to be loaded."""
    return Pack(
        name="strength",
        prefix="ST",
        version=version,
        summary="general strength programming: volume, intensity, recovery, and slips of the pen",
        rules=RULES,
        profiles=_profiles(),
    )


def _profiles() -> tuple[Profile, ...]:
    by_default = tuple(rule for rule in RULES if not rule.profiles)
    graver = tuple(rule for rule in by_default if rule.severity is not Severity.INFO)
    return (
        Profile("base", "the errors and warnings of the default", _codes(graver)),
        Profile("strict", "every rule, the opinions too", _codes(RULES)),
    )


def _codes(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(rule.code for rule in rules)
