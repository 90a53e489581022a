"""The sets of an exercise as people read them: `3x5` beside `80%`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from wodlang.model.workset import WorkSet
from wodlang.report.quantity_words import load_words, quantity_words
from wodlang.syntax.line_nodes import Measure


def set_groups(sets: Sequence[WorkSet]) -> list[tuple[str, str]]:
    """The sets and the load of each run of sets with one load, in order."""
    return [
        (_sets_words(list(run)), load_words(load))
        for load, run in groupby(sets, key=lambda one: one.load)
    ]


def _sets_words(sets: Sequence[WorkSet]) -> str:
    """`3x5`, `3-4x8`, `5, 3, 1+`, `3 sets`, `20 min`."""
    asked = [replace(one, optional=False, load=None, percent=None) for one in sets]
    if len(set(asked)) > 1:
        return ", ".join(_amount(one) for one in asked) + _sides(asked[0])
    first, least = asked[0], sum(not one.optional for one in sets)
    number = str(least) if least == len(sets) else f"{least}-{len(sets)}"
    if first.measure is None or first.to_failure:
        ending = f" to failure{_sides(first)}" if first.to_failure else ""
        return f"{number} {'set' if number == '1' else 'sets'}{ending}"
    if number == "1" and first.measure is not Measure.REPS:
        return _amount(first) + _sides(first)
    return f"{number}x{_amount(first)}{_sides(first)}"


def _amount(one: WorkSet) -> str:
    if one.to_failure:
        return "to failure"
    if one.amrap and not one.low:
        return "max"
    if one.cluster:
        return f"({'+'.join(map(str, one.cluster))})"
    return "" if one.measure is None else quantity_words(one.measure, one.low, one.high)


def _sides(one: WorkSet) -> str:
    return " a side" if one.per_side else ""
