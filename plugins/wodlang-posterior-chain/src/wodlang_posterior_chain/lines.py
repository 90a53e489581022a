"""From a working exercise back to the lines that it was written on."""

from __future__ import annotations

from collections.abc import Iterable

from wodlang.plugin import Edit, Entry, Session, replace_exercise, set_reps


def written_lines(session: Session, exercise: Entry) -> tuple[Entry, ...]:
    """The lines that `session.working` made one (top set, back-off), the first of them first."""
    lines: list[Entry] = []
    for entry in session.entries:
        if not entry.is_working or entry.place.line < exercise.place.line:
            continue
        if lines and (entry.exercise is None or entry.exercise != exercise.exercise):
            break
        if lines or entry.place == exercise.place:
            lines.append(entry)
    return tuple(lines)


def replace_everywhere(
    session: Session, exercises: Iterable[Entry], name: str, *modifiers: str
) -> tuple[Edit, ...]:
    """Write another name on every line of these exercises; add the modifiers that a line lacks."""
    return _once(
        edit
        for exercise in exercises
        for line in written_lines(session, exercise)
        for edit in replace_exercise(line, name, *modifiers)
    )


def set_reps_everywhere(session: Session, exercise: Entry, reps: str) -> tuple[Edit, ...]:
    """Write other repetitions on every line of this exercise."""
    return _once(edit for line in written_lines(session, exercise) for edit in set_reps(line, reps))


def _once(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    return tuple(dict.fromkeys(edits))
