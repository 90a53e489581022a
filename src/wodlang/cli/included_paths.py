"""The files that programs include, and those that links among them lead to, kept between two looks."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from wodlang.cli.walk import SUFFIX

INCLUDE = re.compile(r"^[ \t]*include\b[ \t]*:?[ \t]*(\S.*?)[ \t]*$", re.IGNORECASE | re.MULTILINE)
QUOTES = "\"'“”‘’"
LARGEST = 5_000_000
DEEPEST = 20


class IncludedPaths:
    """What each program includes; one that has not changed is not read again."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[str, tuple[int, tuple[str, ...]]] = {}

    def files(self, folders: Iterable[str], files: Iterable[str]) -> Iterator[str]:
        """All that these programs include and lead to as links, and what is included there."""
        paths = {*files, *(path for folder in folders for path in _programs(folder))}
        for _ in range(DEEPEST):
            targets = {target for path in paths for target in self._targets(path)}
            yield from targets
            paths = targets - paths
            if not paths:
                return

    def _targets(self, path: str) -> tuple[str, ...]:
        leads = (os.path.realpath(path),) if os.path.islink(path) else ()
        try:
            status = os.stat(path)
            known = self._known.get(path)
            if known is None or known[0] != status.st_mtime_ns:
                known = status.st_mtime_ns, _read(path, status.st_size)
                self._known[path] = known
        except OSError:  # the run says so
            return leads
        return (*leads, *known[1])


def _read(path: str, size: int) -> tuple[str, ...]:
    if size > LARGEST or not os.path.isfile(path):
        return ()
    with open(path, encoding="utf-8-sig", errors="replace") as file:
        written = INCLUDE.findall(file.read())
    return tuple(
        os.path.normpath(os.path.join(os.path.dirname(path), one.strip(QUOTES)))
        for one in written
        if "\0" not in one
    )


def _programs(folder: str) -> list[str]:
    try:
        names = os.listdir(folder)
    except OSError:  # the run says so
        return []
    return [os.path.join(folder, name) for name in names if name.lower().endswith(SUFFIX)]
