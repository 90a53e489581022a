"""The files that a result follows from besides its own text, those that might come to be too."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from wodlang.cli.results.index import THERE
from wodlang.includes import ROOT_MARKS
from wodlang.lint.config import Settings, files_read
from wodlang.lint.config_file import OWN_NAME, SHARED_NAME
from wodlang.plugin.toml_packs import is_pack_path, pack_files


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
        for path in (Path(word), *pack_files(Path(word))):
            found[str(path)] = None
    return tuple(found)


def of_includes(path: str, included: Sequence[str]) -> tuple[str, ...]:
    """The included files, and the marks of the project's root, outside of which none may lie."""
    if not included:
        return ()
    here = Path(os.path.realpath(path))
    marks = [f"{THERE}{folder / mark}" for folder in here.parents for mark in ROOT_MARKS]
    return (*dict.fromkeys(included), *marks)


def _upward(folder: str) -> Iterator[str]:
    for one in (Path(folder), *Path(folder).parents):
        yield str(one / OWN_NAME)
        yield str(one / SHARED_NAME)
