"""What `wod check --watch` looks at: programs, their configuration, TOML packs and includes."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wodlang.cli.included_paths import IncludedPaths
from wodlang.cli.parser import UsageError
from wodlang.cli.run_settings import settings_for
from wodlang.cli.walk import SKIPPED
from wodlang.lint.config_file import find_config

SUFFIXES = (".wod", ".toml")


@dataclass(frozen=True, slots=True)
class Watched:
    """`folders` are watched without what lies deeper; `files` matter whatever they are called."""

    folders: frozenset[str]
    files: frozenset[str]
    report: str

    def concerns(self, _change: object, path: str) -> bool:
        """Whether a change there may change what is found; our own report never does."""
        if path == self.report or os.path.basename(path).startswith(".wod-"):
            return False
        if path in self.files or path in self.folders or path.lower().endswith(SUFFIXES):
            return True
        return os.path.isdir(path) and _is_entered(os.path.basename(path))


class WatchedPaths:
    """The paths of one `--watch`. What was watched once stays so, however broken it is now."""

    def __init__(self, arguments: Namespace) -> None:
        """Nothing is looked at before `now`."""
        self._arguments = arguments
        self._included = IncludedPaths()
        self._folders: set[str] = set()

    def now(self) -> Watched:
        """What is to be watched as things stand."""
        given = self._arguments
        typed = [os.path.abspath(word) for word in given.words or ["."]]
        named = [*typed, *map(os.path.abspath, given.pack or ())]
        named += [*_absolute(given.config), *_absolute(given.baseline)]
        folders = {folder for path in named for folder in _folders_of(path)}
        files = [path for path in typed if os.path.isfile(path)]
        below = frozenset(folders)
        folders |= set(self._included.folders(below, files))
        folders |= set(_up_to_configurations(below))
        named += _named_in_configurations(below, given)
        folders |= {one if os.path.isdir(one) else os.path.dirname(one) for one in named}
        self._folders = {one for one in self._folders | folders if os.path.isdir(one)}
        report = "".join(_absolute(given.output_file))
        return Watched(frozenset(self._folders), frozenset(named), report)


def _absolute(path: str | None) -> list[str]:
    return [os.path.abspath(path)] if path else []


def _folders_of(path: str) -> Iterator[str]:
    """A folder with all below it; a file's own, also where a link leads; else what is there of it."""
    if os.path.isdir(path):
        yield from _below(path)
        return
    for one in {path, os.path.realpath(path)}:
        folder = os.path.dirname(one)
        while not os.path.isdir(folder):
            folder = os.path.dirname(folder)
        yield folder


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


def _up_to_configurations(folders: Iterable[str]) -> Iterator[str]:
    """The folders between each of these and its configuration, where a nearer one may appear."""
    for folder in folders:
        file = find_config(Path(folder))
        if file is not None:
            yield from (str(one) for one in Path(folder).parents if one >= file.parent)


def _named_in_configurations(folders: Iterable[str], arguments: Namespace) -> Iterator[str]:
    """TOML packs, baselines, and the configurations themselves with all that they extend."""
    by_file = {find_config(Path(folder)): folder for folder in folders}
    for folder in by_file.values():
        try:
            settings, _ = settings_for(folder, arguments)
        except UsageError:  # the run says so
            continue
        yield from filter(os.path.isabs, settings.packs)
        yield from map(str, filter(None, (settings.file, settings.baseline)))
        for origin in settings.origins.values():
            if origin.source is not None:
                yield os.path.abspath(origin.source.path)
