"""Words of the article that several rules share, as questions to a session or an exercise line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from wodlang.plugin import Context, Entry, Exercise, Label, Pattern, Session, WorkSet

ARTICLE = 'the article "How to Build Total Power With Just Exercises for Back and Legs"'
LEG_PRESS = "Leg Press"
SUPPORTED_T_BAR_ROW = "Chest-Supported T-Bar Row"
SUPPORTED_BARBELL_ROW = "Chest-Supported Barbell Row"
_POWER = (Pattern.OLYMPIC, Pattern.JUMP, Pattern.THROW)


def is_injured(context: Context) -> bool:
    """The lower back hurts: the athlete block says so, or the options do."""
    return bool(context.options.injured) or context.athlete.lower_back_injury is not None


def is_heavy(entry: Entry, context: Context) -> bool:
    """A compound whose hardest set is heavy, by the rule's `heavy-percent`."""
    return entry.is_heavy(Decimal(context.options.heavy_percent))


def heavy_sets(entry: Entry, context: Context) -> tuple[WorkSet, ...]:
    """The heavy sets of a compound, by the rule's `heavy-percent`."""
    return entry.heavy_sets(Decimal(context.options.heavy_percent))


def is_light(entry: Entry) -> bool:
    """Every set is written as light, or the week is a deload: nothing is loaded in earnest."""
    return entry.is_light or entry.deload


def exercises_of(entry: Entry) -> tuple[Exercise, ...]:
    """What the line's name means: one exercise, the parts of a complex, or nothing known."""
    if entry.exercise is not None:
        return (entry.exercise,)
    return tuple(part for part in entry.part_exercises if part is not None)


def is_unknown(entry: Entry) -> bool:
    """The catalogue knows nothing of the line; a rule must not accuse on a guess."""
    return not exercises_of(entry)


def is_power_work(entry: Entry) -> bool:
    """Olympic lifts, complexes with one, jumps and throws: explosive, and done fresh."""
    return any(exercise.pattern in _POWER for exercise in exercises_of(entry))


def is_olympic(entry: Entry) -> bool:
    """An Olympic lift, or a complex with one."""
    return any(exercise.pattern is Pattern.OLYMPIC for exercise in exercises_of(entry))


def is_hinge(entry: Entry) -> bool:
    """A deadlift of any kind, a Romanian or stiff-leg deadlift, a good morning."""
    return entry.has_pattern(Pattern.HINGE)


def is_squat(entry: Entry) -> bool:
    """A squat of any kind, leg presses included; lunges and split squats are none."""
    return entry.has_pattern(Pattern.SQUAT)


def is_loaded_hinge_or_squat(entry: Entry) -> bool:
    """A hinge or a squat with axial load of 2 or more."""
    return entry.has_pattern(Pattern.HINGE, Pattern.SQUAT) and entry.demands(axial=2)


def is_bodyweight_squat(entry: Entry) -> bool:
    """A squat without weight, as people write it to get warm."""
    if not is_squat(entry) or entry.exercise is None or entry.exercise.implement != "bodyweight":
        return False
    return not any(one.load is not None and one.load.added for one in entry.sets)


def without_core(session: Session) -> tuple[Entry, ...]:
    """The session's working exercises, core work left out."""
    return tuple(entry for entry in session.working if not entry.has_pattern(Pattern.CORE))


def first_compound(session: Session) -> Entry | None:
    """The first compound; power work and bodyweight squats are passed over.

    None where an exercise that nobody knows comes earlier: it might be the one.
    """
    for entry in session.working:
        if is_unknown(entry):
            return None
        if entry.is_compound and not is_power_work(entry) and not is_bodyweight_squat(entry):
            return entry
    return None


def opening_hinge(session: Session) -> Entry | None:
    """The hinge of axial load 2 or more that opens the session, if it is not light."""
    opener = first_compound(session)
    if opener is None or not is_hinge(opener) or not opener.demands(axial=2) or is_light(opener):
        return None
    return opener


def heavy_hinges(entries: Iterable[Entry], context: Context) -> tuple[Entry, ...]:
    """The heavy hinges among these, in order."""
    return tuple(entry for entry in entries if is_hinge(entry) and is_heavy(entry, context))


def supported_rows(row: Entry) -> tuple[str, ...]:
    """Rows of the same kind that support the chest, the best first."""
    own = row.exercise.supported_form if row.exercise is not None else None
    if own is None or own == SUPPORTED_BARBELL_ROW:
        forms: Sequence[str | None] = (SUPPORTED_T_BAR_ROW, own)
    else:
        forms = (own, SUPPORTED_T_BAR_ROW)
    return tuple(dict.fromkeys(form for form in forms if form is not None))


def labels(entries: Iterable[Entry], message: str) -> tuple[Label, ...]:
    """One label with this message on each exercise's name."""
    return tuple(Label(entry.place.name, message) for entry in entries)


def listed(words: Sequence[str]) -> str:
    """The words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
