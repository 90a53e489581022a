"""Which exercise a name's words mean: as they stand, by implement, or spaced otherwise.

No step changes a letter of a word, and none decides between two exercises: where it could, the
name means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from wodlang.model.catalogue.names import ORDERED, PHRASES, key, levelled, words
from wodlang.model.exercise import Exercise

IMPLEMENTS = {
    "barbell": "barbell",
    "dumbbell": "dumbbell",
    "kettlebell": "kettlebell",
    "trapbar": "trap bar",
    "ezbar": "ez bar",
    "safetybar": "safety bar",
    "smith": "smith machine",
    "machine": "machine",
    "cable": "cable",
    "band": "band",
    "bodyweight": "bodyweight",
    "ring": "rings",
    "suspension": "suspension trainer",
    "landmine": "landmine",
    "sled": "sled",
    "sandbag": "sandbag",
    "medball": "medicine ball",
    "swissball": "stability ball",
    "plate": "plate",
    "log": "log",
    "axle": "axle",
    "block": "block",
    "rope": "rope",
    "abwheel": "ab wheel",
    "club": "club",
    "bike": "bike",
    "erg": "ergometer",
    "treadmill": "treadmill",
    "tire": "tire",
    "keg": "keg",
    "stone": "stone",
    "yoke": "yoke",
}
"""The levelled words for implements, and what the catalogue calls them."""

OMITTABLE = frozenset(
    {"barbell", "dumbbell", "kettlebell", "ez bar", "machine", "cable", "bodyweight", "band"}
)
"""Implements that a name may leave out where one exercise alone results."""

ATTACHMENTS = frozenset({"rope", "block", "sled", "tire"})
"""Words that name an implement, and elsewhere what hangs on one or lies under it."""

LOADED = frozenset({"weighted", "loaded", "assisted"})
"""Words beside which `bodyweight` contradicts."""

SINGLE_WORDS = frozenset({"windmill"})
"""One-word names that may come from leaving the implement out; any other says too little."""


class Names(Protocol):
    """Something that knows exercises by the keys of their names."""

    def get(self, key: str, /) -> Exercise | None:
        """The exercise with this key among its names."""


def as_written(parts: tuple[str, ...], names: Names) -> Exercise | None:
    """The exercise with a name of these words; order counts only where it tells two apart."""
    return names.get(key(parts)) or names.get(ORDERED + " ".join(parts))


def by_implement(parts: tuple[str, ...], names: Names) -> Exercise | None:
    """The exercise whose usual implement is named in one and left out in the other name."""
    named = [part for part in parts if part in IMPLEMENTS]
    if not named:
        return _implement_left_out(parts, names)
    for word in named:
        if ATTACHMENTS.issuperset(other for other in named if other != word):
            return _implement_named(parts, word, names)
    return None


def _implement_named(parts: tuple[str, ...], word: str, names: Names) -> Exercise | None:
    at = parts.index(word)
    rest = parts[:at] + parts[at + 1 :]
    if word == "bodyweight" and not LOADED.isdisjoint(rest):
        return None
    found = as_written(rest, names)
    return found if found is not None and found.implement == IMPLEMENTS[word] else None


def _implement_left_out(parts: tuple[str, ...], names: Names) -> Exercise | None:
    if len(parts) < 2 and not SINGLE_WORDS.issuperset(parts):
        return None
    if "banded" in parts:
        return as_written(tuple("band" if part == "banded" else part for part in parts), names)
    found = {
        exercise.name: (exercise, word)
        for word in IMPLEMENTS
        if (exercise := names.get(key((*parts, word)))) is not None
    }
    if len(found) != 1:
        return None
    ((exercise, word),) = found.values()
    omitted = exercise.implement in OMITTABLE and exercise.implement == IMPLEMENTS[word]
    return exercise if omitted and key((*parts, word)) == key(words(exercise.name)) else None


def respaced(parts: tuple[str, ...], vocabulary: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The words joined or split where that makes words of the catalogue: `dead lift`, `pullup`."""
    seen = {parts}
    waiting = [parts]
    for _ in range(RESPACINGS):
        if not waiting:
            return
        for variant in _one_change(waiting.pop(0), vocabulary):
            if variant not in seen:
                seen.add(variant)
                waiting.append(variant)
                yield variant


RESPACINGS = 12
"""How many variants are taken further: names are short."""


def _one_change(parts: tuple[str, ...], vocabulary: frozenset[str]) -> Iterator[tuple[str, ...]]:
    for at, part in enumerate(parts):
        if at + 1 < len(parts) and part + parts[at + 1] in vocabulary:
            yield levelled([*parts[:at], part + parts[at + 1], *parts[at + 2 :]])
        for cut in range(1, len(part)):
            left, right = part[:cut], part[cut:]
            if _is_word(left, vocabulary) and (len(right) > 3 or _is_word(right, vocabulary)):
                yield levelled([*parts[:at], left, right, *parts[at + 1 :]])


def _is_word(part: str, vocabulary: frozenset[str]) -> bool:
    return part in vocabulary or (part,) in PHRASES
