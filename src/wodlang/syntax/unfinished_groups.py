"""Groups of which one line says a part only: `3 sets`, and below it `10 reps`, `@ 80%`."""

from __future__ import annotations

from dataclasses import replace

from wodlang.syntax.line_nodes import Group, Load, Measure

ONCE = (1, 1)


def lacks_sets(group: Group, named: bool = True) -> bool:
    """`10 reps`, a load alone: how many sets is not written (`x10` is one set).

    Behind a name a time or a distance is whole (`Run 400m`); on a line of its own it may be part.
    """
    if group.sets != ONCE or group.sets_span is not None or len(group.amounts) != 1:
        return False
    amount, reps = group.amounts[0], group.reps_span
    if amount.measure is None:
        return True
    begins_with_reps = reps is not None and reps.start == group.span.start
    is_part = amount.measure is Measure.REPS or not named
    return is_part and begins_with_reps and not group.last_amrap


def completed(above: Group, below: Group) -> Group | None:
    """The group that two lines say together; None where they are two groups."""
    for one, other in ((above, below), (below, above)):
        if is_load_alone(one) and not is_load_alone(other):
            return _loaded(other, one, first=one is above)
        if _says_sets_alone(one) and not (one.loads and other.loads):
            with_load = replace(
                other, span=below.span, sets_span=one.sets_span or one.span,
                loads=other.loads or one.loads, load_span=other.load_span or one.load_span,
            )  # fmt: skip
            if lacks_sets(other, named=False):
                return replace(with_load, sets=one.sets)
            if len(other.amounts) > 1 and len(other.amounts) == one.sets[1]:
                return with_load
    return None


def for_both(above: Group, below: Group, men_first: bool) -> Group | None:
    """`Men: 95 lb`, and below it `Women: 65 lb`: two loads of the same sets, that of men first."""
    if not is_load_alone(below) or len(above.loads) != 1 or len(below.loads) != 1:
        return None
    first, second = above.loads[0], below.loads[0]
    if first.unit is not second.unit or first.alternative or second.alternative:
        return None
    men, women = (first, second) if men_first else (second, first)
    if women.low is None or women.high is None:
        return None
    return replace(above, loads=(replace(men, alternative=(women.low, women.high)),))


def is_load_alone(group: Group) -> bool:
    """`@ 80%`: a load without sets or repetitions."""
    return lacks_sets(group) and group.amounts[0].measure is None and bool(group.loads)


def _says_sets_alone(group: Group) -> bool:
    return len(group.amounts) == 1 and group.amounts[0].measure is None and not lacks_sets(group)


def _loaded(group: Group, load: Group, first: bool) -> Group | None:
    """The group with this load; None where it has one of that kind, or not so many sets."""
    if len(load.loads) not in (1, group.sets[1]):
        return None
    if not group.loads:
        return replace(group, loads=load.loads, load_span=load.load_span)
    if first or len(load.loads) > 1 or load.loads[0].unit in map(_unit, group.loads):
        return None
    loads = tuple(_with_further(one, load.loads[0]) for one in group.loads)
    return replace(group, loads=loads)


def _unit(load: Load) -> object:
    return load.unit


def _with_further(load: Load, further: Load) -> Load:
    """`100kg`, and below it `RPE 8`."""
    also = further if load.also is None else _with_further(load.also, further)
    return replace(load, also=also)
