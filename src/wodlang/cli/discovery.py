"""From the paths that were typed to the files that are read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wodlang.cli.walk import wod_files


@dataclass(frozen=True, slots=True)
class Unusable:
    """A path that cannot be checked, and why."""

    path: str
    reason: str

    def __str__(self) -> str:
        """`notes.wod: is UTF-16 ...`"""
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Discovered:
    """The files to check, in order, each once, and what cannot be."""

    files: tuple[str, ...]
    unusable: tuple[Unusable, ...]


def discover(paths: Sequence[str]) -> Discovered:
    """The files that paths name, and the `.wod` files in folders that they name."""
    files: dict[str, str] = {}
    one_folder = len(paths) == 1  # its files are each found once
    unusable: list[Unusable] = []
    for path in paths:
        found = _one(path)
        for item in found:
            if isinstance(item, Unusable):
                unusable.append(item)
            else:
                files.setdefault(item if one_folder else os.path.abspath(item), item)
    return Discovered(tuple(files.values()), tuple(unusable))


def shown(path: str) -> str:
    """A path as reports write it: relative to the working directory, with forward slashes."""
    try:
        return os.path.relpath(path).replace(os.sep, "/")
    except ValueError:  # another drive
        return path.replace(os.sep, "/")


def _one(path: str) -> Iterator[str | Unusable]:
    if not path:  # as of an empty variable in a script
        yield Unusable('""', "is no path: name a file or a folder, `.` is this one")
        return
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        yield Unusable(path, _reason(error))
        return
    except ValueError:
        yield Unusable(path.replace("\0", "\\0"), "is no path")
        return
    if not stat.S_ISDIR(mode):
        yield path
        return
    empty = True
    for found in wod_files(path):
        empty = False
        yield found if isinstance(found, str) else Unusable(found[0], _reason(found[1]))
    if empty:
        reason = "no .wod file in this folder; name a file, such as monday.wod"
        yield Unusable(path, reason)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read (permission denied)"
    return f"cannot be read ({(error.strerror or str(error)).lower()})"
