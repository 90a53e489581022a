"""Whether a pack's exercises can join the catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wodlang.lint.field_types import wrong_fields
from wodlang.lint.rule import Pack
from wodlang.model.catalogue.names import key, words
from wodlang.model.exercise import Exercise
from wodlang.model.muscles import MUSCLES, nearest_muscle
from wodlang.model.own_exercises import ALLOWED
from wodlang.text.nearest import nearest

SCALES = ("axial", "lower_back", "grip", "neural")


def exercise_faults(exercises: Sequence[Exercise]) -> Iterator[str]:
    """Everything that is wrong with the exercises of one pack."""
    seen: dict[str, int] = {}
    for number, exercise in enumerate(exercises):
        wrong = list(wrong_fields(exercise))
        faults = wrong or [*_values(exercise), *_names(exercise, number, seen)]
        yield from (f"exercise {exercise.name}: {fault}" for fault in faults)


def without_taken(pack: Pack, loaded: Sequence[Pack]) -> tuple[Pack, tuple[str, ...]]:
    """The pack without the exercises that other packs have, and what is said of each."""
    owners = {
        _key(exercise.name): other.name for other in loaded for exercise in other.exercises
    }  # fmt: skip
    taken = [one for one in pack.exercises if _key(one.name) in owners]
    if not taken:
        return pack, ()
    kept = tuple(one for one in pack.exercises if one not in taken)
    said = tuple(f"{one.name} is in the pack {owners[_key(one.name)]} already" for one in taken)
    return replace(pack, exercises=kept), said


def _values(exercise: Exercise) -> Iterator[str]:
    for scale in SCALES:
        if not 0 <= getattr(exercise, scale) <= 3:
            yield f"`{scale}` is {getattr(exercise, scale)}: it takes 0 to 3"
    for field, known in (("sides", ALLOWED["sides"]), ("implement", ALLOWED["implement"])):
        yield from _unknown(field, getattr(exercise, field), known)
    for muscle in (*exercise.primary, *exercise.secondary):
        yield from _unknown("muscle", muscle, MUSCLES)


def _unknown(field: str, value: str, known: Sequence[str]) -> Iterator[str]:
    if value not in known:
        near = nearest_muscle(value) if known is MUSCLES else nearest(value, known)
        hint = f'did you mean "{near}"?' if near else f"it takes {', '.join(known)}"
        yield f'there is no {field} "{value}", {hint}'


def _names(exercise: Exercise, number: int, seen: dict[str, int]) -> Iterator[str]:
    """Names that cannot be typed, and those that an earlier exercise of the pack has."""
    for name in dict.fromkeys((exercise.name, *exercise.aliases)):
        folded = _key(name)
        if not folded:
            yield f'"{name}" is no name'
        elif seen.setdefault(folded, number) != number:
            yield f'an earlier exercise of the pack is called "{name}" too'


def _key(name: str) -> str:
    return key(words(name))
