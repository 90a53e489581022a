"""The exercises whose names are nearest to one that means none: for "did you mean".

Each typed word is compared with the catalogue's words, so that neither order nor a missing word
hides a name; rare words count for more. Names written together are compared as a whole.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import log

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from wodlang.model.catalogue.index import Index
from wodlang.model.catalogue.names import ENDURANCE, ORDERED, key, words
from wodlang.model.exercise import Exercise

WORD_CUTOFF = 0.6
"""How like a typed word a word must be to stand for it."""

NAME_CUTOFF = 0.45
"""How much of a name must be met for it to be suggested."""

MISSING = 0.5
"""What a word of the name that was not typed costs, against one that was typed for nothing."""

TOGETHER_CUTOFF = 80


class NameSearch:
    """The keys of all names, by their words."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        """Take pairs of a key and the exercise's name; an earlier pair wins among equals."""
        self._names = [(tuple(one.split(" ")), name) for one, name in names]
        self._together = [*map(_joined, self._names), *map(_joined_backwards, self._names)]
        self._with_word: dict[str, list[int]] = defaultdict(list)
        for number, (parts, _) in enumerate(self._names):
            for part in dict.fromkeys(parts):  # a set has another order in every process
                self._with_word[part].append(number)
        self._weights = {
            word: log(1 + len(self._names) / len(numbers))
            for word, numbers in self._with_word.items()
        }
        self._vocabulary = list(self._with_word)
        self._rare = log(1 + len(self._names))

    def nearest(self, name: str, count: int) -> tuple[str, ...]:
        """The best exercises' names."""
        typed = words(name)
        scores: Counter[str] = Counter()
        for number, score in (*self._by_words(typed), *self._as_a_whole(typed)):
            exercise = self._names[number][1]
            scores[exercise] = max(scores[exercise], score)  # type: ignore[assignment]
        return tuple(exercise for exercise, _ in scores.most_common(count))

    def _by_words(self, typed: tuple[str, ...]) -> Iterator[tuple[int, float]]:
        met: dict[int, float] = defaultdict(float)
        covered: dict[int, float] = defaultdict(float)
        wanted = 0.0
        for word in typed:
            likeness = self._like(word)
            weight = max((self._weights[one] for one in likeness), default=self._rare / 2)
            wanted += weight
            for number, (like, one) in self._best(likeness).items():
                met[number] += weight * like**2
                covered[number] += self._weights[one]
        for number, value in met.items():
            whole = sum(self._weights[part] for part in self._names[number][0])
            score = value / (wanted + MISSING * max(0.0, whole - covered[number]))
            if score >= NAME_CUTOFF:
                yield number, score

    def _best(self, likeness: dict[str, float]) -> dict[int, tuple[float, str]]:
        """Of each name with one of these words, the likest word."""
        best: dict[int, tuple[float, str]] = {}
        for one, like in likeness.items():
            for number in self._with_word[one]:
                best[number] = max(best.get(number, (0.0, "")), (like, one))
        return best

    def _like(self, word: str) -> dict[str, float]:
        if word in self._with_word:
            return {word: 1.0}
        near = process.extract(
            word,
            self._vocabulary,
            scorer=OSA.normalized_similarity,
            score_cutoff=WORD_CUTOFF,
            limit=6,
        )
        return {one: float(like) for one, like, _ in near}

    def _as_a_whole(self, typed: tuple[str, ...]) -> Iterator[tuple[int, float]]:
        for together in dict.fromkeys(("".join(typed), "".join(sorted(typed)))):
            for _, score, number in process.extract(
                together, self._together, scorer=fuzz.ratio, score_cutoff=TOGETHER_CUTOFF, limit=8
            ):
                yield number % len(self._names), float(score) / 100 * 0.9


def _joined(name: tuple[tuple[str, ...], str]) -> str:
    return "".join(name[0])


def _joined_backwards(name: tuple[tuple[str, ...], str]) -> str:
    return "".join(reversed(name[0]))


def nearest(name: str, index: Index, own: tuple[Exercise, ...], count: int) -> tuple[str, ...]:
    """The names of the exercises that are nearest to a typed name, the best first."""
    return _search_of(index, own).nearest(name, count)


@lru_cache(maxsize=4)
def _search_of(index: Index, own: tuple[Exercise, ...]) -> NameSearch:
    """Built once for each set of own exercises: a project has few."""
    mine = [
        (key(words(name)), exercise.name)
        for exercise in own
        for name in (exercise.name, *exercise.aliases)
    ]
    shared = ((one.lstrip(ORDERED + ENDURANCE), name) for one, name in index.names_by_key())
    return NameSearch([*mine, *shared])
