"""The files that a result follows from besides its own text, those that might come to be too."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from wodlang.cli.results.file_state import LEADS, THERE
from wodlang.includes import ROOT_MARKS
from wodlang.lint.config import Settings, files_read
from wodlang.lint.config_file import OWN_NAME, SHARED_NAME
from wodlang.plugin.toml_packs import SUFFIX, is_pack_path


def of_settings(folder: str, arguments: Namespace, settings: Settings) -> tuple[str, ...]:
    """Every configuration from a folder upward (the nearest counts, but which that is may change)
    with all that it extends, or the one of `--config`; the baseline, and the packs in files.
    """
    found: dict[str, None] = {}
    for start in [arguments.config] if arguments.config else _upward(folder):
        for file in files_read(Path(os.path.abspath(start))):
            found[str(file)] = None
    baseline = arguments.baseline or settings.baseline
    if baseline is not None:
        found[os.path.abspath(baseline)] = None
    for word in filter(is_pack_path, settings.packs):
        for path in (Path(word), *_toml_files(Path(word))):
            found[str(path)] = None
    return tuple(found)


def _toml_files(folder: Path) -> Iterator[Path]:
    """What is called like a pack in a folder, also a link that leads nowhere yet."""
    if folder.is_dir():
        yield from (path for path in folder.iterdir() if path.suffix.lower() == SUFFIX)


def of_baseline(named: Iterable[str]) -> tuple[str, ...]:
    """That the files are there which a baseline names: it is said which of them are gone."""
    return tuple(f"{THERE}{path}" for path in named)


def of_includes(path: str, included: Sequence[str]) -> tuple[str, ...]:
    """The included files, and the marks of the project's root, outside of which none may lie.

    Both count from where links lead: two places may hold one file by hard links, and others beside.
    """
    if not included:
        return ()
    here = Path(os.path.realpath(path))
    marks = [f"{THERE}{folder / mark}" for folder in here.parents for mark in ROOT_MARKS]
    folder = os.path.dirname(os.path.abspath(path))
    linked = [one for one in included if os.path.realpath(one) != os.path.normpath(one)]
    itself = [os.path.abspath(path)] if os.path.islink(path) else []
    leads = [f"{LEADS}{one}" for one in dict.fromkeys((folder, *itself, *linked))]
    return (*dict.fromkeys(included), *marks, *leads)


def _upward(folder: str) -> Iterator[str]:
    for one in (Path(folder), *Path(folder).parents):
        yield str(one / OWN_NAME)
        yield str(one / SHARED_NAME)
