"""What results follow from besides their texts: configurations, packs in files, included files."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence

from wodlang.cli.results.file_state import (
    ABSENT,
    WITHOUT_CONTENT,
    certain_state,
    dependency_state,
    digest_of_path,
    tick,
)
from wodlang.cli.results.index import Index, is_unchanged, writable


class Grounds:
    """The grounds of an index: looked at once each in a run, and new ones added."""

    def __init__(self, index: Index, started: int) -> None:
        """Nothing is looked at before a result asks; the run `started` then (nanoseconds)."""
        self.changed = False
        self._index = index
        self._started = started
        self._paths = list(index.dependencies)
        self._numbers = {path: number for number, path in enumerate(self._paths)}
        self._by_line = {line: number for number, line in enumerate(index.grounds)}
        self._hold: dict[str, bool] = {}
        self._kept: dict[str, bool] = {}
        self._known: dict[str, tuple[tuple[str, str], ...] | None] = {}

    def packs(self, ground: str) -> tuple[tuple[str, str], ...] | None:
        """The packs that were loaded on a ground; None where it holds no longer."""
        if ground not in self._known:
            self._known[ground] = self._look(ground)
        return self._known[ground]

    def _look(self, ground: str) -> tuple[tuple[str, str], ...] | None:
        try:
            packs, _, numbers = self._index.grounds[int(ground)].partition("\t")
            if not all(self._holds(self._paths[int(number)]) for number in numbers.split()):
                return None
            return tuple((str(name), str(version)) for name, version in json.loads(packs))
        except (LookupError, ValueError, TypeError, RecursionError):
            return None

    def _holds(self, path: str) -> bool:
        """Whether a file is what it was, by its content where its state says nothing."""
        if path not in self._hold:
            line = self._index.dependencies[path]
            self._hold[path] = is_unchanged(path, line) or self._has_content(path, line)
        return self._hold[path]

    def _has_content(self, path: str, line: str) -> bool:
        digest = line.partition("\t")[2]
        if path.startswith(WITHOUT_CONTENT) or digest_of_path(path) != digest:
            return False
        self._remember(path, f"{_state(path)}\t{digest}")
        return True

    def number(self, packs: str, paths: Sequence[str]) -> str | None:
        """The number of a ground, made anew where there is none; None where it cannot be kept.

        It cannot where a file changed during the run: nobody knows what was read.
        """
        if not all(self._keep(path) for path in paths):
            return None
        line = f"{packs}\t{' '.join(str(self._numbers[path]) for path in paths)}"
        if line not in self._by_line:
            self._by_line[line] = len(self._index.grounds)
            self._index.grounds.append(line)
        number = str(self._by_line[line])
        self._known.pop(number, None)
        return number

    def _keep(self, path: str) -> bool:
        """Whether a dependency has a line that tells what this run read, made where it is missing."""
        if path not in self._kept:
            self._kept[path] = self._has_line(path)
        return self._kept[path]

    def _has_line(self, path: str) -> bool:
        if path in self._numbers and self._holds(path) and not self._changed_meanwhile(path):
            return True
        line = _line(path)
        if not writable(path + line.replace("\t", "", 1)) or self._changed_meanwhile(path):
            return False
        if path in self._numbers:  # what rests on the old one must not come to life again
            self._drop(self._numbers[path])
        else:
            self._numbers[path] = len(self._paths)
            self._paths.append(path)
        self._remember(path, line)
        self._hold[path] = True
        return True

    def _changed_meanwhile(self, path: str) -> bool:
        """Whether it may have changed after it was read: its time is of this run, or it stands in
        the tick of its file system's clock in which the run started.
        """
        if path.startswith(WITHOUT_CONTENT):
            return False
        try:
            status = os.stat(path)
        except OSError:
            return False
        youngest = max(status.st_mtime_ns, status.st_ctime_ns)
        return youngest + tick(youngest) >= self._started

    def _drop(self, number: int) -> None:
        """Forget the results on grounds with this dependency."""
        stale = {
            str(at)
            for at, line in enumerate(self._index.grounds)
            if str(number) in line.partition("\t")[2].split()
        }
        files = self._index.files
        for path in [
            path for path, line in files.items() if stale.intersection(line.split("\t", 3))
        ]:
            del files[path]

    def _remember(self, path: str, line: str) -> None:
        if self._index.dependencies.get(path) != line:
            self._index.dependencies[path] = line
            self.changed = True


def _line(path: str) -> str:
    """The state of a dependency, and the digest of its content."""
    if path.startswith(WITHOUT_CONTENT):
        return f"{dependency_state(path)}\t"
    return f"{_state(path)}\t{digest_of_path(path)}"


def _state(path: str) -> str:
    try:
        return certain_state(os.stat(path), time.time_ns())
    except OSError:
        return ABSENT
