"""The pack as a value: its rules in the order of their codes, and its profiles."""

from __future__ import annotations

from wodlang.plugin import Pack, Profile, Rule, Severity
from wodlang_posterior_chain.rules import (
    axial_load_with_bad_back,
    back_and_legs_days_too_close,
    back_squat_after_hinge,
    deadlift_and_squat_with_bad_back,
    finisher_reps_out_of_range,
    heaviest_lift_not_first,
    heavy_spinal_load_at_the_end,
    isolation_before_compound,
    late_pull_without_straps,
    lower_back_overworked,
    missing_part,
    mostly_isolation,
    no_direct_lower_back_work,
    no_hamstring_or_glute_finisher,
    no_heavy_hinge_opener,
    no_rest_day,
    no_vertical_pull_after_hinge,
    opener_reps_out_of_range,
    opener_to_exhaustion,
    stacked_neural_fatigue,
    too_few_exercises,
    too_many_back_and_legs_days,
    too_many_exercises,
    unsupported_row_after_hinge,
    unsupported_row_with_bad_back,
)

RULES: tuple[Rule, ...] = (
    isolation_before_compound.rule,
    heaviest_lift_not_first.rule,
    no_heavy_hinge_opener.rule,
    opener_reps_out_of_range.rule,
    no_vertical_pull_after_hinge.rule,
    opener_to_exhaustion.rule,
    too_many_exercises.rule,
    too_few_exercises.rule,
    missing_part.rule,
    back_squat_after_hinge.rule,
    unsupported_row_after_hinge.rule,
    no_direct_lower_back_work.rule,
    heavy_spinal_load_at_the_end.rule,
    lower_back_overworked.rule,
    deadlift_and_squat_with_bad_back.rule,
    unsupported_row_with_bad_back.rule,
    axial_load_with_bad_back.rule,
    late_pull_without_straps.rule,
    no_hamstring_or_glute_finisher.rule,
    finisher_reps_out_of_range.rule,
    too_many_back_and_legs_days.rule,
    back_and_legs_days_too_close.rule,
    no_rest_day.rule,
    stacked_neural_fatigue.rule,
    mostly_isolation.rule,
)


def make_pack(version: str) -> Pack:
    """The pack, ready to be loaded."""
    return Pack(
        name="posterior-chain",
        prefix="PC",
        version=version,
        summary="heavy sessions for back and legs, built on one deadlift",
        rules=RULES,
        profiles=_profiles(),
    )


def _profiles() -> tuple[Profile, ...]:
    by_default = tuple(rule for rule in RULES if not rule.profiles)
    graver = tuple(rule for rule in by_default if rule.severity is not Severity.INFO)
    return (
        Profile("base", "the errors and warnings of the default", _codes(graver)),
        Profile("strict", "every rule, the article's whole plan", _codes(RULES)),
        Profile(
            "bad-back",
            "the default, as if the athlete had a bad lower back",
            _codes(by_default),
            {"injured": True},
        ),
    )


def _codes(rules: tuple[Rule, ...]) -> tuple[str, ...]:
    return tuple(rule.code for rule in rules)
