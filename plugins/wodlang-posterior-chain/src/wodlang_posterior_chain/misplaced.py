"""Exercises that stand in the wrong place: what more than one rule must know to speak only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wodlang.plugin import Context, Entry, Pattern, Session
from wodlang_posterior_chain.bad_back import is_unsupported_row
from wodlang_posterior_chain.terms import (
    is_bodyweight_squat,
    is_heavy,
    is_hinge,
    is_injured,
    is_light,
    is_power_work,
    is_squat,
    is_unknown,
)

UNLOADED = ("band", "bodyweight")


def is_back_squat(entry: Entry) -> bool:
    """A squat with the highest load on the spine, not light."""
    return is_squat(entry) and entry.demands(axial=3) and not is_light(entry)


def is_bent_over_row(entry: Entry) -> bool:
    """A row whose torso the lower back alone holds; a cable's pull is held in another way."""
    known = entry.exercise
    return known is not None and known.implement != "cable" and is_unsupported_row(entry)


def is_tiring_hinge(entry: Entry) -> bool:
    """A hinge that loads the spine and tires the lower back, not light."""
    return is_hinge(entry) and entry.demands(axial=2, lower_back=2) and not is_light(entry)


def back_squats_after_hinge(
    entries: Sequence[Entry], context: Context
) -> Iterator[tuple[Entry, Entry]]:
    """Back squats after a heavy hinge, each with the nearest such hinge (PC301)."""
    hinge = None
    for entry in entries:
        if is_hinge(entry) and is_heavy(entry, context):
            hinge = entry
        elif hinge is not None and is_back_squat(entry):
            yield entry, hinge


def bent_over_rows_after_hinge(entries: Sequence[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Bent-over rows after a tiring hinge, each with the nearest such hinge (PC302)."""
    hinge = None
    for entry in entries:
        if is_tiring_hinge(entry):
            hinge = entry
        elif hinge is not None and is_bent_over_row(entry):
            yield entry, hinge


def unsafe_after_hinge(entries: Sequence[Entry], context: Context) -> tuple[Entry, ...]:
    """The lines that PC301 or PC302 name in these working exercises; none with a bad back."""
    if is_injured(context):
        return ()
    squats = [squat for squat, _ in back_squats_after_hinge(entries, context)]
    return (*squats, *(row for row, _ in bent_over_rows_after_hinge(entries)))


def late_big_lift(session: Session, context: Context) -> tuple[Entry, Entry] | None:
    """The first heavy big lift, and the lesser exercise that stands first instead (PC102)."""
    if is_injured(context):
        return None
    first = _first_for_legs_or_back(session)
    if first is None or _is_big_lift(first):
        return None
    heavy = (one for one in session.working if _is_big_lift(one) and is_heavy(one, context))
    lift = next(heavy, None)
    return None if lift is None else (lift, first)


def _is_big_lift(entry: Entry) -> bool:
    return entry.exercise is not None and entry.exercise.is_big_lift


def _first_for_legs_or_back(session: Session) -> Entry | None:
    """The first exercise that trains legs or back; None where an unknown one might be it."""
    for entry in session.working:
        if is_unknown(entry):
            return None
        known = entry.exercise
        if known is None or is_power_work(entry) or is_bodyweight_squat(entry):
            continue
        if known.pattern is Pattern.CORE or (not known.compound and known.implement in UNLOADED):
            continue
        if known.trains_legs or known.trains_back:
            return entry
    return None
