"""The configurations that `wod check --watch` looks at, and what they name."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from wodlang.cli.parser import UsageError
from wodlang.cli.run_settings import settings_for
from wodlang.lint.config import files_read
from wodlang.lint.config_file import OWN_NAME, SHARED_NAME, find_config

ROOT_MARK = ".git"


def named_in_configurations(folders: Iterable[str], arguments: Namespace) -> Iterator[str]:
    """The configurations that count for these folders or may come to, all that they extend, and the
    TOML packs and baselines that they name.
    """
    files: dict[Path | None, Path]
    if arguments.config is not None:
        files = {Path(os.path.abspath(arguments.config)): Path.cwd()}
    else:
        files = {}
        for folder in map(Path, folders):
            file = find_config(folder)
            files[file] = folder
            yield from _places(folder, file)
    for file, folder in files.items():
        if file is not None:
            yield from map(str, files_read(file))
        yield from _named_for(folder, arguments)


def _named_for(folder: Path, arguments: Namespace) -> Iterator[str]:
    """The TOML packs and the baseline that are set for a folder."""
    try:
        settings, _ = settings_for(str(folder), arguments)
    except UsageError:  # the run says so
        return
    yield from filter(os.path.isabs, settings.packs)
    if settings.baseline is not None:
        yield str(settings.baseline)


def _places(folder: Path, file: Path | None) -> Iterator[str]:
    """Where a configuration of a folder may come to be: up to the one that it has, or to the root
    of the repository; without either in the folder alone.
    """
    upward = (folder, *folder.parents)
    root = next((one for one in upward if (one / ROOT_MARK).exists()), folder)
    top = root if file is None else file.parent
    for one in upward:
        yield from (str(one / name) for name in (OWN_NAME, SHARED_NAME))
        if one == top:
            return
