"""What a session trains: the definition of a back-and-legs session."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.model.entry import Entry
from wodlang.model.exercise import Exercise, Pattern

LEG_ISOLATION = (
    Pattern.BACK_EXTENSION,
    Pattern.CALF,
    Pattern.HIP_ABDUCTION,
    Pattern.HIP_ADDUCTION,
    Pattern.OLYMPIC,
)


SQUATS_AND_ROWS = (Pattern.SQUAT, Pattern.LUNGE, Pattern.ROW)
PRESSING_MUSCLES = frozenset({"chest", "front delts"})


def is_back_and_legs(working: Sequence[Entry], focus: str | None) -> bool:
    """RULES' "back-and-legs session": a written focus decides, else what the exercises train.

    No press; at least two exercises that train legs (a hinge counts; back extensions, calf and hip
    isolation and Olympic lifts do not); a pull; and, core work left out, at least three exercises
    of which three quarters train back or legs.
    """
    if focus is not None:
        return "back" in focus.lower() and "leg" in focus.lower()
    known = [(entry, entry.exercise) for entry in working if entry.exercise is not None]
    if any(_presses(entry) for entry in working):
        return False
    if not any(exercise.is_pull for _, exercise in known):
        return False
    if (
        sum(exercise.trains_legs and exercise.pattern not in LEG_ISOLATION for _, exercise in known)
        < 2
    ):
        return False
    counted = [entry for entry in working if not entry.has_pattern(Pattern.CORE)]
    fitting = sum(
        exercise.trains_back or exercise.trains_legs
        for entry, exercise in known
        if exercise.pattern is not Pattern.CORE
    )
    return len(counted) >= 3 and 4 * fitting >= 3 * len(counted)


def _presses(entry: Entry) -> bool:
    """A press, a complex with one, or a squat or row that turns into one, such as the thruster."""
    exercises = (entry.exercise, *entry.part_exercises)
    return any(
        known is not None and (known.is_press or _ends_in_press(known)) for known in exercises
    )


def _ends_in_press(known: Exercise) -> bool:
    return known.pattern in SQUATS_AND_ROWS and not PRESSING_MUSCLES.isdisjoint(known.primary)
