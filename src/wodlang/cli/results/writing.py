"""Writing an index of results: with what other runs have written meanwhile, and never too large."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

from wodlang.cli.results.file_state import WITHOUT_CONTENT
from wodlang.cli.results.index import (
    LARGEST,
    MOST_FILES,
    SUFFIX,
    Index,
    read_index,
    written,
)
from wodlang.text.cache_folder import write_quietly

MOST_INDEXES = 100
MOST_BYTES = 4 * LARGEST
"""What all indexes of a folder may take."""
ABANDONED = 3600
"""Seconds after which a draft is no longer being written: its run was killed."""


def write_index(path: str, index: Index, seen: set[str]) -> None:
    """Write an index whole or not at all; `seen` are the files that are known to be there.

    What another run wrote since this one began stays, as far as it still holds.
    """
    other = read_index(path)
    if other is not None and other.code == index.code:
        _take_over(index, other)
    _forget(index, seen)
    content = written(_without_unused(index))
    while len(content) > LARGEST:
        _keep_newest(index, len(index.files) // 2)
        content = written(_without_unused(index))
    write_quietly(path, content)
    _tidy(os.path.dirname(path), path)


def _take_over(index: Index, other: Index) -> None:
    """The results of `other` that the index lacks and that rest on the same files."""
    grounds: dict[str, str | None] = {}
    paths = list(other.dependencies)
    ours = {line: str(number) for number, line in enumerate(index.grounds)}
    older: dict[str, str] = {}
    for path, line in other.files.items():
        fields = line.split("\t")
        if path in index.files or len(fields) != 5:
            continue
        ground = fields[2]
        if ground not in grounds:
            grounds[ground] = _translated(ground, index, other, paths, ours)
        number = grounds[ground]
        if number is not None:
            older[path] = "\t".join((*fields[:2], number, *fields[3:]))
    index.files = {**older, **index.files}


def _translated(
    ground: str, index: Index, other: Index, paths: list[str], ours: dict[str, str]
) -> str | None:
    """The number in `index` of a ground of `other`; None where the two know different files."""
    try:
        packs, _, numbers = other.grounds[int(ground)].partition("\t")
        needed = [paths[int(number)] for number in numbers.split()]
    except (LookupError, ValueError):
        return None
    for path in needed:
        line = other.dependencies[path]
        if not _is_same(path, index.dependencies.setdefault(path, line), line):
            return None
    places = {path: number for number, path in enumerate(index.dependencies)}
    line = f"{packs}\t{' '.join(str(places[path]) for path in needed)}"
    if line not in ours:
        ours[line] = str(len(index.grounds))
        index.grounds.append(line)
    return ours[line]


def _is_same(path: str, ours: str, theirs: str) -> bool:
    """Whether two lines of a dependency tell of the same: its content, where that counts."""
    if path.startswith(WITHOUT_CONTENT):
        return ours == theirs
    return ours.partition("\t")[2] == theirs.partition("\t")[2]


def _forget(index: Index, seen: set[str]) -> None:
    """Files that are gone, and the oldest of too many."""
    for path in [path for path in index.files if path not in seen and not os.path.exists(path)]:
        del index.files[path]
    _keep_newest(index, MOST_FILES)


def _keep_newest(index: Index, number: int) -> None:
    paths = list(index.files)
    for path in paths[: max(0, len(paths) - number)]:
        del index.files[path]


def _without_unused(index: Index) -> Index:
    """The same with the grounds and dependencies alone that a file still has."""
    result = Index(index.code, index.roots)
    paths, new = list(index.dependencies), dict[str, str]()
    for path, line in index.files.items():
        fields = line.split("\t")
        if len(fields) != 5:  # a damaged line
            continue
        if fields[2] not in new:
            try:
                packs, _, numbers = index.grounds[int(fields[2])].partition("\t")
                needed = [paths[int(number)] for number in numbers.split()]
            except (LookupError, ValueError):
                continue
            new[fields[2]] = str(len(result.grounds))
            for one in needed:
                result.dependencies[one] = index.dependencies[one]
            result.grounds.append("\t".join((packs, "\n".join(needed))))
        fields[2] = new[fields[2]]
        result.files[path] = "\t".join(fields)
    places = {path: str(number) for number, path in enumerate(result.dependencies)}
    result.grounds = [_numbered(ground, places) for ground in result.grounds]
    return result


def _numbered(ground: str, places: dict[str, str]) -> str:
    packs, _, needed = ground.partition("\t")
    return f"{packs}\t{' '.join(places[path] for path in needed.split(chr(10)) if path)}"


def _tidy(folder: str, kept: str) -> None:
    """Remove the drafts of killed runs, and the indexes that were written longest ago."""
    try:
        files = sorted(_files(folder), reverse=True)
        total = 0
        for number, (changed, size, path) in enumerate(files):
            total += size
            too_many = number >= MOST_INDEXES or total > MOST_BYTES
            old = too_many if path.endswith(SUFFIX) else changed < time.time() - ABANDONED
            if old and path != kept:
                os.unlink(path)
    except OSError:  # another run does the same
        return


def _files(folder: str) -> Iterator[tuple[float, int, str]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file(follow_symlinks=False):
                status = entry.stat(follow_symlinks=False)
                yield status.st_mtime, status.st_size, entry.path
