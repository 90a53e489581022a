"""The exercise catalogue: looks a typed name up, and names the nearest where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

from wodlang.model.catalogue.index import Index
from wodlang.model.catalogue.matching import Names, as_written, by_implement, respaced
from wodlang.model.catalogue.names import ENDURANCE, key, words
from wodlang.model.exercise import Exercise


class Catalogue:
    """The exercises that are known to a file: the shared ones, and its own on top."""

    def __init__(self, index: Index, own: Iterable[Exercise] = ()) -> None:
        """Look names up in the index; `own` exercises come first, a later one before an earlier."""
        self._index = index
        self._own: Mapping[str, Exercise] = {exercise.name: exercise for exercise in own}
        self._own_keys = _keys_of(self._own.values())
        self._names: Names = _Layers(self._own_keys, index) if self._own else index
        self._found: dict[tuple[str, bool], Exercise | None] = {}

    def find(self, name: str, endurance: bool = False) -> Exercise | None:
        """The exercise that a typed name means, or None: never one that it nearly means.

        `endurance` says that the line has a distance, calories or a time, where `row` is the
        rowing machine.
        """
        asked = (name, endurance)
        if asked not in self._found:
            self._found[asked] = self._current(self._search(name, endurance))
        return self._found[asked]

    def knows(self, name: str) -> bool:
        """The name means an exercise."""
        return self.find(name) is not None or self.find(name, endurance=True) is not None

    def suggest(self, name: str, count: int = 3) -> tuple[str, ...]:
        """The names of the nearest exercises, the best first; few or none where nothing is near."""
        from wodlang.model.catalogue.suggest import nearest

        return nearest(name, self._index, tuple(self._own.values()), count)

    def slip(self, name: str, near: Iterable[str]) -> str | None:
        """The first of the nearest names, if the name is most likely a slip of typing for it."""
        from wodlang.model.catalogue.slips import is_slip

        best = next(iter(near), None)
        meant = self.find(best) if best is not None else None
        return best if meant is not None and is_slip(name, meant) else None

    def extended(self, exercises: Iterable[Exercise]) -> Catalogue:
        """This catalogue with more exercises; one with a known name replaces its entry."""
        return Catalogue(self._index, (*self._own.values(), *exercises))

    def __iter__(self) -> Iterator[Exercise]:
        """All exercises, each name once; own ones that replace no entry come last."""
        shared = set()
        for exercise in self._index:
            shared.add(exercise.name)
            yield self._own.get(exercise.name, exercise)
        yield from (own for own in self._own.values() if own.name not in shared)

    def __len__(self) -> int:
        """The number of exercises."""
        return sum(1 for _ in self)

    def _current(self, found: Exercise | None) -> Exercise | None:
        return self._own.get(found.name, found) if found is not None else None

    def _search(self, name: str, endurance: bool) -> Exercise | None:
        parts = words(name)
        if not parts:
            return None
        if endurance and (found := self._names.get(ENDURANCE + key(parts))):
            return found
        return self._match(parts) or self._respaced(parts)

    def _match(self, parts: tuple[str, ...]) -> Exercise | None:
        return as_written(parts, self._names) or by_implement(parts, self._names)

    def _respaced(self, parts: tuple[str, ...]) -> Exercise | None:
        vocabulary = self._index.vocabulary
        if self._own:
            vocabulary |= {word for own in self._own_keys for word in own.split(" ")}
        found = {
            exercise.name: exercise
            for variant in respaced(parts, vocabulary)
            if (exercise := self._match(variant)) is not None
        }
        return found.popitem()[1] if len(found) == 1 else None


class _Layers:
    """Own names on top of the shared ones."""

    def __init__(self, own: Mapping[str, Exercise], shared: Names) -> None:
        self._own = own
        self._shared = shared

    def get(self, key: str, /) -> Exercise | None:
        return self._own.get(key) or self._shared.get(key)


def _keys_of(exercises: Iterable[Exercise]) -> Mapping[str, Exercise]:
    """The exercises by the keys of their names; a name goes before another's alias."""
    keys: dict[str, Exercise] = {}
    every = tuple(exercises)
    for exercise in every:
        keys |= {key(words(alias)): exercise for alias in exercise.aliases}
        keys |= {ENDURANCE + key(words(name)): exercise for name in exercise.endurance_aliases}
    keys |= {key(words(exercise.name)): exercise for exercise in every}
    return MappingProxyType(keys)


@cache
def load_catalogue() -> Catalogue:
    """The catalogue that comes with wodlang; read once a process."""
    return Catalogue(Index.load())
