"""Which packs are installed; remembered between runs, for the look-up takes longer than a check.

On a low floor, so that a run which knows all results imports neither packs nor parser.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from wodlang.text.cache_folder import cache_folder, read_own, write_quietly

ENTRY_POINT_GROUP = "wodlang"
MEMORY = "installed-packs"
LARGEST = 1_000_000


class InstalledPack(NamedTuple):
    """An entry point of the group `wodlang`."""

    name: str
    value: str
    distribution: str


def installed_packs() -> tuple[InstalledPack, ...]:
    """The entry points of all distributions, in the order of their names."""
    state = _state(sys.path)
    folder = cache_folder()
    remembered = _remembered(folder, state)
    if remembered is not None:
        return remembered
    found = _scan()
    if folder is not None:
        memory = json.dumps({"state": state, "packs": found}).encode()
        write_quietly(os.path.join(folder, MEMORY), b"%08x %b" % (crc32(memory), memory))
    return found


def pack_files(packs: Sequence[InstalledPack]) -> Iterator[str]:
    """The file, or the folder, that holds each pack's code. Nothing of it is imported."""
    from importlib.util import find_spec

    for module in dict.fromkeys(pack.value.partition(":")[0].split(".")[0] for pack in packs):
        try:
            spec = find_spec(module)
        except (ImportError, ValueError):
            continue
        if spec is None:
            continue
        folders = list(spec.submodule_search_locations or ())
        yield from folders or ([spec.origin] if spec.origin else [])


def _scan() -> tuple[InstalledPack, ...]:
    from importlib.metadata import distributions

    found = {
        InstalledPack(point.name, point.value, str(distribution.metadata["Name"]))
        for distribution in distributions()
        for point in distribution.entry_points
        if point.group == ENTRY_POINT_GROUP
    }
    return tuple(sorted(found))


def _state(folders: Sequence[str]) -> list[list[str | int]]:
    """Every folder of the path with the time of its last change: an install touches one of them."""
    state: list[list[str | int]] = []
    for folder in folders:
        try:
            state.append([folder, os.stat(folder or ".").st_mtime_ns])
        except OSError:
            continue
    return state


def _remembered(
    folder: str | None, state: list[list[str | int]]
) -> tuple[InstalledPack, ...] | None:
    if folder is None:
        return None
    checksum, _, content = (read_own(os.path.join(folder, MEMORY), LARGEST) or b"").partition(b" ")
    if checksum != b"%08x" % crc32(content):
        return None
    try:
        memory = json.loads(content)
        if memory["state"] != state:
            return None
        return tuple(InstalledPack(*pack) for pack in memory["packs"])
    except (ValueError, KeyError, TypeError):
        return None
