"""Writes the catalogue's index from its exercise files: `python -m wodlang.model.catalogue.build`."""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence

from wodlang.model.catalogue.entries import read_entries, record_of
from wodlang.model.catalogue.index import INDEX_FILE
from wodlang.model.catalogue.names import ENDURANCE, ORDERED, key, words
from wodlang.model.exercise import Exercise


class NameClash(ValueError):
    """Two exercises have the same name, as far as a typed name can tell."""


def index_text(exercises: Sequence[Exercise]) -> str:
    """The text of the index. Raises `NameClash` with every name that two exercises share."""
    keys = keys_of(exercises)
    vocabulary = {word for one in keys for word in one.lstrip(ORDERED + ENDURANCE).split(" ")}
    return "\n".join(
        [
            " ".join(sorted(vocabulary)),
            *map(record_of, exercises),
            "",
            *sorted(f"{one}\t{exercises[number].name}" for one, number in keys.items()),
        ]
    )


def keys_of(exercises: Sequence[Exercise]) -> dict[str, int]:
    """The key of every name, with the number of its exercise.

    Where two exercises' names differ by the order of their words alone, the keys keep the order.
    """
    ordered: dict[tuple[str, ...], set[int]] = defaultdict(set)
    endurance: dict[str, set[int]] = defaultdict(set)
    for number, exercise in enumerate(exercises):
        for name in (exercise.name, *exercise.aliases):
            ordered[words(name)].add(number)
        for name in exercise.endurance_aliases:
            endurance[ENDURANCE + key(words(name))].add(number)
    free: dict[str, set[int]] = defaultdict(set)
    for parts, numbers in ordered.items():
        free[key(parts)] |= numbers
    keys = {one: numbers for one, numbers in free.items() if len(numbers) == 1} | endurance
    for parts, numbers in ordered.items():
        if len(free[key(parts)]) > 1:
            keys[ORDERED + " ".join(parts)] = numbers
    if clashes := list(_clashes(keys, exercises)):
        raise NameClash("\n".join(clashes))
    return {one: numbers.pop() for one, numbers in keys.items()}


def _clashes(keys: dict[str, set[int]], exercises: Sequence[Exercise]) -> Iterator[str]:
    for one, numbers in sorted(keys.items()):
        if len(numbers) > 1:
            yield f"{one!r} means {' and '.join(exercises[n].name for n in sorted(numbers))}"


def main() -> int:
    """Write the index file."""
    exercises = list(read_entries())
    try:
        text = index_text(exercises)
    except NameClash as clash:
        sys.stderr.write(f"{clash}\n")
        return 1
    INDEX_FILE.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
