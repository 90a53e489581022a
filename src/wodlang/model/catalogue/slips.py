"""Whether a name that means no exercise is most likely a slip of typing for one."""

from __future__ import annotations

from rapidfuzz.distance import OSA

from wodlang.model.catalogue.names import words
from wodlang.model.exercise import Exercise

LIKENESS = 0.8
"""How alike two spellings must be for one to be a slip of the other."""


def is_slip(name: str, exercise: Exercise) -> bool:
    """Whether one of the exercise's names is spelt nearly so; to share words is not enough."""
    typed = words(name)
    return any(_alike(typed, words(known)) for known in (exercise.name, *exercise.aliases))


def _alike(typed: tuple[str, ...], known: tuple[str, ...]) -> bool:
    if set(typed) < set(known):  # `Balance` is spelt well, and may be anything
        return False
    return any(
        OSA.normalized_similarity("".join(one), "".join(other)) >= LIKENESS
        for one, other in ((typed, known), (sorted(typed), sorted(known)))
    )
