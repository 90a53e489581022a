"""The `.wod` files below a folder. Needs no import beyond `os`: an unchanged run comes through here."""

from __future__ import annotations

import os
from collections.abc import Iterator

SUFFIX = ".wod"
SKIPPED = frozenset({"node_modules", "venv", "__pycache__"})
"""Folders that hold other people's files; so do hidden ones (.git, .venv)."""


def wod_files(folder: str) -> Iterator[str | tuple[str, OSError]]:
    """All below a folder in the order of the alphabet, and the folders that cannot be read.

    A folder is entered once, whatever links lead to it.
    """
    return _below(folder, set())


def _below(folder: str, entered: set[tuple[int, int]]) -> Iterator[str | tuple[str, OSError]]:
    try:
        status = os.stat(folder)
        identity = status.st_dev, status.st_ino
        if identity in entered:
            return
        entered.add(identity)
        with os.scandir(folder) as found:
            entries = sorted(found, key=_name)
    except OSError as error:
        yield folder, error
        return
    for entry in entries:
        name = entry.name
        if name[0] == "." or name in SKIPPED:
            continue
        path = entry.path if folder != "." else name
        if _is_folder(entry):
            yield from _below(path, entered)
        elif name[-4:].lower() == SUFFIX:
            yield path


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # links in a circle
        return False
