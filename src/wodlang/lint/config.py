"""The configuration in force for a file: found upward, with all that it extends."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from wodlang.lint.config_file import ConfigFile, find_config, read_config
from wodlang.lint.config_keys import read_keys
from wodlang.lint.config_problem import ConfigProblem, at_value
from wodlang.lint.config_reading import Reading
from wodlang.lint.settings import Origin, PerFile, Settings, merged

__all__ = ["ConfigProblem", "Origin", "PerFile", "Settings", "load_settings", "read_settings"]

PACK = "pack:"


def load_settings(start: Path) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    """The settings of the nearest configuration upward from a file or folder.

    What can only be judged with the packs at hand (rules, options, profiles) is judged by
    `config_check.check_settings`.
    """
    file = find_config(start)
    return read_settings(file) if file is not None else (Settings(), ())


def read_settings(file: Path) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    """The settings of this configuration file."""
    config, problems = read_config(file)
    if config is None:
        return Settings(), problems
    return _extended(config, (_identity(file),), 0)


def files_read(file: Path) -> Iterator[Path]:
    """The files that `read_settings` of this file looks at, those that are not there too."""
    waiting, seen = [file], set[str]()
    while waiting:
        one = waiting.pop()
        if _identity(one) in seen:
            continue
        seen.add(_identity(one))
        yield one
        config = read_config(one)[0] if one.is_file() else None
        if config is not None:
            words = Reading(config, 0).words(config.table.get("extends", []), "extends")
            targets = (word for word in words if not word.startswith(PACK))
            waiting += [_extended_file(config, target) for target in targets]


def _extended_file(config: ConfigFile, target: str) -> Path:
    return Path(os.path.normpath(config.file.parent / target))


def _extended(
    config: ConfigFile, opened: tuple[str, ...], layer: int
) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    """A file's own settings over those of all that it extends, later ones over earlier ones.

    `opened` are the files that led to it, `layer` the highest that is taken.
    """
    reading = Reading(config, layer)
    targets = reading.words(config.table.get("extends", []), "extends")
    below, problems = Settings(), list(reading.problems)
    for target in targets:
        origin = replace(reading.origins["extends", target], layer=layer)
        base, found = _base(config, target, origin, opened)
        below = merged(below, base)
        problems.extend(found)
        layer = max((layer, *(origin.layer for origin in below.origins.values())))
    own, found = read_keys(config, layer + 1)
    return replace(merged(below, own), file=config.file), (*problems, *found)


def _base(
    config: ConfigFile, target: str, origin: Origin, opened: tuple[str, ...]
) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    if target.startswith(PACK):
        return _profile(target, origin)
    file = _extended_file(config, target)
    if not file.is_file():
        said = f'there is no file "{target}" to extend; a profile is written "pack:PACK/PROFILE"'
        return Settings(), (at_value(origin, said),)
    if _identity(file) in opened:
        said = f'"{target}" extends itself, over {len(opened)} file(s)'
        return Settings(), (at_value(origin, said),)
    base, problems = read_config(file)
    if base is None:
        return Settings(), problems
    return _extended(base, (*opened, _identity(file)), origin.layer)


def _profile(target: str, origin: Origin) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    name = target.removeprefix(PACK).strip()
    pack, _, profile = name.partition("/")
    if not pack or not profile:
        said = f'"{target}" names no profile: write "pack:PACK/PROFILE"'
        return Settings(), (at_value(origin, said),)
    return Settings(profiles=(name,), origins={("profiles", name): origin}), ()


def _identity(file: Path) -> str:
    return os.path.realpath(file)
