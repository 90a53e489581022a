"""From pytest's settings to packs and fixtures; what cannot be used is a UsageError."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

import pytest

from wodlang.lint.rule import Pack
from wodlang.testing.named_pack import NamedPack, Unusable, named_pack

LOADED = pytest.StashKey["Settings"]()


class Settings(NamedTuple):
    """The packs and the `.wod` files that are to be tested, and the profiles for the latter."""

    packs: tuple[NamedPack, ...]
    fixtures: tuple[Path, ...]
    profiles: tuple[str, ...]


def settings_of(config: pytest.Config) -> Settings:
    """The settings of a run, read once."""
    if LOADED not in config.stash:
        packs = _packs(config)
        config.stash[LOADED] = Settings(
            packs, _fixtures(config), tuple(config.getini("wodlang_profiles"))
        )
    return config.stash[LOADED]


def packs_under_test(config: pytest.Config) -> tuple[Pack, ...] | None:
    """The packs of `wodlang_packs`; None where there is no such setting."""
    return tuple(one.pack for one in settings_of(config).packs) or None


def _packs(config: pytest.Config) -> tuple[NamedPack, ...]:
    found: list[NamedPack] = []
    for word in config.getini("wodlang_packs"):
        try:
            one = named_pack(word, config.rootpath)
        except Unusable as error:
            raise pytest.UsageError(f"wodlang_packs: {error}") from None
        if any(one.pack.name == other.pack.name for other in found):
            raise pytest.UsageError(f"wodlang_packs: two packs are called {one.pack.name}")
        found.append(one)
    return tuple(found)


def _fixtures(config: pytest.Config) -> tuple[Path, ...]:
    """The `.wod` files in the order of the setting, those of a folder by their paths."""
    found: list[Path] = []
    for word in config.getini("wodlang_fixtures"):
        path = Path(os.path.abspath(config.rootpath / word))
        if not path.exists():
            raise pytest.UsageError(
                f"wodlang_fixtures: there is no {word} in {config.rootpath}; "
                "write the path of a folder with .wod files"
            )
        files = sorted(path.rglob("*.wod")) if path.is_dir() else [path]
        if not files:
            raise pytest.UsageError(f"wodlang_fixtures: no .wod file is in {word}")
        found += files
    return tuple(dict.fromkeys(found))
