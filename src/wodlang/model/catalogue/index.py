"""The catalogue's index: a generated text that is searched as it stands, without parsing it all.

First a line of words, then one line of JSON an exercise, an empty line, and the sorted keys of all
names, each with its exercise's name. A program of ten exercises reads ten records. Write it anew
with `python -m wodlang.model.catalogue.build` after a change of the exercise files.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from wodlang.model.catalogue.entries import exercise_from
from wodlang.model.exercise import Exercise

INDEX_FILE = Path(__file__).parent / "catalogue.index"
RECORD_START = '{{"name":{},'


class Index:
    """The names of the catalogue and the exercises that they mean."""

    def __init__(self, text: str) -> None:
        """Take the text of an index file; nothing is parsed yet."""
        self._records, _, keys = text.partition("\n\n")
        self._keys = keys.split("\n")
        self._read: dict[str, Exercise] = {}

    @classmethod
    def load(cls) -> Index:
        """The index that comes with the package."""
        return cls(INDEX_FILE.read_text(encoding="utf-8"))

    def get(self, key: str) -> Exercise | None:
        """The exercise with this key among its names."""
        start = key + "\t"
        at = bisect_left(self._keys, start)
        if at == len(self._keys) or not self._keys[at].startswith(start):
            return None
        return self.exercise(self._keys[at][len(start) :])

    def exercise(self, name: str) -> Exercise:
        """The exercise of this catalogue name."""
        if name not in self._read:
            start = self._records.index("\n" + RECORD_START.format(json.dumps(name))) + 1
            end = self._records.find("\n", start)
            line = self._records[start : end if end > 0 else None]
            self._read[name] = exercise_from(json.loads(line))
        return self._read[name]

    def names_by_key(self) -> Iterator[tuple[str, str]]:
        """Every key with its exercise's name, in the order of the alphabet."""
        for line in self._keys:
            key, _, name = line.partition("\t")
            yield key, name

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the catalogue's names."""
        return frozenset(self._records[: self._records.index("\n")].split(" "))

    def __iter__(self) -> Iterator[Exercise]:
        """All exercises, in the order of the files."""
        for line in self._records.split("\n")[1:]:
            exercise = exercise_from(json.loads(line))
            yield self._read.setdefault(exercise.name, exercise)
