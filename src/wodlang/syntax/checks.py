"""What can be wrong with a group by itself: ranges, zeros, quantities that nobody trains."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from wodlang.syntax.line_nodes import Group, Load, LoadUnit, Measure
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding, Severity
from wodlang.text.span import Span

MOST_SETS, MOST_REPS, SETS_LIMIT = 30, 500, 1000
RPE_RANGE = (Decimal(1), Decimal(10))
HIGHEST_PERCENT = Decimal(120)


def check_group(group: Group) -> Iterator[Finding]:
    """The findings about one group; spans as in the group."""
    yield from _check_counts(group)
    for load in group.loads:
        part: Load | None = load
        while part is not None:
            yield from _check_load(group, part)
            part = part.also


def _check_counts(group: Group) -> Iterator[Finding]:
    span = group.reps_span or group.span
    least, most = group.sets
    if most < least:
        yield core_finding(
            "descending-rep-range",
            group.sets_span or group.span,
            f"the range {least}-{most} of sets falls",
            help=f"write the lower number first: {most}-{least}",
        )
    for amount in group.amounts:
        if amount.high is not None and amount.high < amount.low:
            yield core_finding(
                "descending-rep-range",
                span,
                f"the range {amount.low}-{amount.high} falls",
                help=f"write the lower number first: {amount.high}-{amount.low}",
            )
            break
    if group.sets[1] == 0 or any(
        amount.measure is not None and amount.high == 0 for amount in group.amounts
    ):
        what = "sets" if group.sets[1] == 0 else "repetitions"
        yield core_finding(
            "zero-sets-or-reps",
            group.span,
            f"no {what}: the number is 0",
            help="write how many, or remove the line",
        )
    yield from _check_size(group)


def _check_size(group: Group) -> Iterator[Finding]:
    sets = group.sets[1]
    if sets > MOST_SETS:
        reps = group.amounts[0].low
        grave = Severity.ERROR if sets > SETS_LIMIT else None
        yield core_finding(
            "implausible-quantity",
            group.span,
            f"{sets} sets of one exercise",
            note="sets x reps",
            help=f"if {sets} is the load, write {reps} @ {sets}kg or {reps} @ {sets}lb",
            severity=grave,
        )
    elif any(
        amount.measure is Measure.REPS and max(amount.low, amount.high or 0) > MOST_REPS
        for amount in group.amounts
    ):
        most = max(max(amount.low, amount.high or 0) for amount in group.amounts)
        yield core_finding(
            "implausible-quantity",
            group.span,
            f"{most} repetitions in one set",
            help=f"check the number; a weight has its unit: {most}kg, {most}lb",
        )


def _check_load(group: Group, load: Load) -> Iterator[Finding]:
    if load.low is None or load.high is None:
        return
    span = group.load_span or group.span
    if load.unit is LoadUnit.RPE and not (RPE_RANGE[0] <= load.low and load.high <= RPE_RANGE[1]):
        yield core_finding(
            "rpe-out-of-range",
            span,
            f"RPE {load.high} does not exist",
            help="RPE runs from 1 to 10",
        )
    if load.unit in (LoadUnit.PERCENT, LoadUnit.PERCENT_TM):
        yield from _check_percentage(load.high, span)


def _check_percentage(high: Decimal, span: Span) -> Iterator[Finding]:
    if high > HIGHEST_PERCENT:
        yield core_finding(
            "percentage-out-of-range",
            span,
            f"{high}% is more than anybody lifts",
            help="a percentage is of the one-rep max; write a weight with its unit (kg, lb)",
        )
    elif high <= 0:
        yield core_finding(
            "percentage-out-of-range",
            span,
            f"{high}% is no part of a one-rep max",
            help="write the percentage that is lifted, not how much less it is: 80%",
        )
