"""Aliases of a pack's exercises that mean another exercise of the catalogue without the pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from wodlang.model.catalogue import load_catalogue
from wodlang.model.catalogue.names import key, words
from wodlang.model.shared_names import listed
from wodlang.text.toml import KeyPath, read_toml

if TYPE_CHECKING:
    from wodlang.lint.rule import Pack
    from wodlang.rulefile import RuleFile


def taken_names(pack: Pack) -> Iterator[tuple[str, str]]:
    """Each such alias with what is said of it: lines that are written already change their meaning."""
    for exercise in pack.exercises:
        for alias in exercise.aliases:
            meant = _meant(alias)
            if meant is not None and meant != exercise.name:
                yield (
                    alias,
                    (
                        f'"{alias}" means {meant} in the catalogue: with this pack it means '
                        f"{exercise.name}, in lines that are written already too"
                    ),
                )


def path_of_alias(alias: str, file: RuleFile) -> KeyPath:
    """The table of a TOML pack that gives this alias."""
    written, _ = read_toml(file.source)
    for index, table in enumerate(written.get("exercise", [])):
        if alias in _aliases(table):
            return ("exercise", index, "aliases")
    return ("exercise",)


def _aliases(table: Mapping[str, Any]) -> tuple[str, ...]:
    typed = table.get("aliases", "")
    return listed(typed if isinstance(typed, str) else ", ".join(typed))


def _meant(alias: str) -> str | None:
    """The exercise that has just this name; one that it only resembles loses nothing."""
    found = load_catalogue().find(alias)
    if found is None or _key(alias) not in map(_key, (found.name, *found.aliases)):
        return None
    return found.name


def _key(name: str) -> str:
    return key(words(name))
