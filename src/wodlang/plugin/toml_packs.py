"""TOML packs that the configuration or the command line names: files, and folders of files."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from wodlang.lint.config_file import OWN_NAME, SHARED_NAME, shown_path
from wodlang.lint.config_problem import ConfigProblem
from wodlang.lint.requirements import version_fits
from wodlang.lint.rule import Pack
from wodlang.plugin.host import LoadedPacks, LoadProblem
from wodlang.plugin.pack_source import PackSource
from wodlang.text.toml import KeyPath, value_span

if TYPE_CHECKING:
    from wodlang.rulefile import RuleFile

SUFFIX = ".toml"
CONFIGURATIONS = (OWN_NAME, SHARED_NAME)


def is_pack_path(word: str) -> bool:
    """Whether a word for a pack is a path, which settings make absolute, and no name."""
    return os.path.isabs(word)


def with_toml_packs(loaded: LoadedPacks, paths: Sequence[str], version: str) -> LoadedPacks:
    """The packs of these paths besides those that are loaded; what is wrong with one is named."""
    packs, problems, sources = list(loaded.packs), list(loaded.problems), dict(loaded.sources)
    for word in paths:
        if not os.path.exists(word):
            problems.append(_gone(word))
            continue
        files = list(pack_files(Path(word)))
        if not files:
            problems.append(_empty(word))
        for file in files:
            read = _read(file, _state(file))
            faults = [*read.problems, *_conflicts(read, packs, version)]
            shown = read.source.path
            problems += [LoadProblem(shown, fault.message, placed=str(fault)) for fault in faults]
            if read.pack is not None and len(faults) == len(read.problems):
                packs.append(read.pack)
                sources[read.pack.name] = PackSource(path=read.source.path)
    return replace(loaded, packs=tuple(packs), problems=tuple(problems), sources=sources)


def _gone(word: str) -> LoadProblem:
    shown, said = shown_path(Path(word)), "there is no such file or folder"
    return LoadProblem(shown, said, missing=True, placed=f"{shown}: {said}")


def _empty(word: str) -> LoadProblem:
    shown, said = shown_path(Path(word)), f"the folder holds no {SUFFIX} file"
    return LoadProblem(shown, said, placed=f"{shown}: {said}")


def pack_files(path: Path) -> Iterator[Path]:
    """The TOML packs of a path: the file itself, or those of a folder in the order of their names."""
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.iterdir()):
        is_pack = file.suffix.lower() == SUFFIX and file.name not in CONFIGURATIONS
        if is_pack and not file.name.startswith(".") and file.is_file():
            yield file


def _state(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _read(file: Path, state: tuple[int, int]) -> RuleFile:
    # Where no pack is a file, a check starts sooner without this.
    from wodlang.rulefile import read_pack

    del state  # a file that has changed is read again
    return read_pack(file)


def _conflicts(read: RuleFile, packs: Sequence[Pack], version: str) -> Iterator[ConfigProblem]:
    """What stands between a sound pack and those that are loaded already."""
    own = read.pack
    if own is None:
        return
    for other in packs:
        if other.name == own.name:
            yield _at(read, ("pack", "name"), f"another pack is called {own.name} too")
        elif other.prefix.upper() == own.prefix.upper():
            said = f"its prefix {own.prefix} is that of the pack {other.name}: choose another"
            yield _at(read, ("pack", "prefix"), said)
    if not version_fits(version, own.wodlang):
        yield _at(read, ("pack", "wodlang"), f"it needs wodlang {own.wodlang}, this is {version}")


def _at(read: RuleFile, path: KeyPath, message: str) -> ConfigProblem:
    return ConfigProblem(message, read.source, value_span(read.source, path))
