"""What `wod check --watch` looks at: programs, their configuration, TOML packs and includes."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wodlang.cli.included_paths import IncludedPaths
from wodlang.cli.walk import SKIPPED
from wodlang.cli.watched_configurations import named_in_configurations

SUFFIXES = (".wod", ".toml")
MODIFIED = 2
"""The number of this kind of change in watchfiles."""


@dataclass(frozen=True, slots=True)
class Watched:
    """`folders` are watched without what lies deeper, those that are `searched` for whatever
    programs, packs and folders come to be there; of the others only `files` matter, whether they
    are there or not, and the folders that lead to them.
    """

    folders: frozenset[str]
    searched: frozenset[str]
    files: frozenset[str]
    leading: frozenset[str]
    report: str

    def concerns(self, change: int, path: str) -> bool:
        """Whether a change there may change what is found; our own report never does.

        That a folder was modified says of what is in it no more than that something was.
        """
        if path == self.report:
            return False
        if path in self.files:
            return True
        if path in self.searched or path in self.leading:
            return change != MODIFIED
        folder, name = os.path.split(path)
        if folder not in self.searched or not _is_entered(name):
            return False
        if name.lower().endswith(SUFFIXES):
            return True
        return change != MODIFIED and os.path.isdir(path)


class WatchedPaths:
    """The paths of one `--watch`. What was watched once stays so, however broken it is now."""

    def __init__(self, arguments: Namespace) -> None:
        """Nothing is looked at before `now`."""
        self._arguments = arguments
        self._included = IncludedPaths()
        self._files: set[str] = set()

    def now(self) -> Watched:
        """What is to be watched as things stand."""
        given = self._arguments
        typed = [os.path.abspath(word) for word in given.words or ["."]]
        searched = {folder for path in typed if os.path.isdir(path) for folder in _below(path)}
        files = [path for path in typed if path not in searched]
        homes = searched | {os.path.dirname(path) for path in files}
        self._files |= {*files, *_absolute(given.baseline)}
        self._files.update(self._included.files(searched, files))
        self._files.update(named_in_configurations(homes, given))
        self._files |= {os.path.realpath(path) for path in self._files if os.path.islink(path)}
        searched |= set(filter(os.path.isdir, self._files))
        self._files -= searched
        return self._watched(searched)

    def _watched(self, searched: set[str]) -> Watched:
        return Watched(
            frozenset(searched | set(map(_nearest_folder, self._files))),
            frozenset(searched),
            frozenset(self._files),
            frozenset(_parents(self._files | searched)),
            "".join(_absolute(self._arguments.output_file)),
        )


def _absolute(path: str | None) -> list[str]:
    return [os.path.abspath(path)] if path else []


def _nearest_folder(path: str) -> str:
    """The folder that a file lies in, or what is there of it."""
    folder = os.path.dirname(path)
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder


def _parents(paths: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for path in paths:
        while (folder := os.path.dirname(path)) not in found and folder != path:
            found.add(folder)
            path = folder
    return found


def _below(folder: str) -> Iterator[str]:
    """The folders that `wod check` enters, each once, whatever links lead there."""
    entered = set()
    for path, names, _ in os.walk(folder, followlinks=True):
        real = os.path.realpath(path)
        names[:] = [name for name in names if _is_entered(name) and real not in entered]
        entered.add(real)
        yield path


def _is_entered(name: str) -> bool:
    return not name.startswith(".") and name not in SKIPPED
