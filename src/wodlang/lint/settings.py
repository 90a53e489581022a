"""What a run is set to: the values in force, and where each of them was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wodlang.text.finding import Severity
from wodlang.text.source import Source
from wodlang.text.toml import KeyPath

COMMAND_LINE = 1_000_000
"""The layer of the command line: above every file."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value was written: a key path of a file, or an option of the command line.

    Of two equally specific words the one of the higher `layer` wins.
    """

    layer: int
    source: Source | None = None
    path: KeyPath = ()
    option: str = ""


@dataclass(frozen=True, slots=True)
class PerFile:
    """What holds for the files of a pattern alone; `root` is the folder it is counted from."""

    pattern: str
    root: Path
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run; the default is what holds without a configuration.

    `select`, `extend_select`, `ignore` and the keys of `severity` are codes, prefixes of codes,
    names of rules or names of packs. `profiles` are `pack/name` or `name`. `packs` are names, or
    absolute paths of TOML packs. `rules` maps a rule's name (or code) to its options as written.
    `origins` tells where a value stands: `("ignore", "PC302")`, `("rules", "too-many-exercises",
    "max-exercises")`, `("fail-level",)`. `baseline` is the absolute path of its file.
    """

    select: tuple[str, ...] | None = None
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=dict)
    profiles: tuple[str, ...] = ()
    per_file: tuple[PerFile, ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    packs: tuple[str, ...] = ()
    require_packs: tuple[str, ...] = ()
    fail_level: Severity = Severity.WARNING
    no_packs: bool = False
    baseline: Path | None = None
    file: Path | None = None
    origins: Mapping[KeyPath, Origin] = field(default_factory=dict, compare=False, repr=False)

    def layer(self, *path: str) -> int:
        """The layer that set a value; 0 where nothing is known of it."""
        origin = self.origins.get(path)
        return origin.layer if origin else 0


def merged(below: Settings, above: Settings) -> Settings:
    """Both together. What `above` says wins; lists add up, but `select` replaces what was chosen."""
    chosen = below if above.select is None else Settings(select=above.select)
    return Settings(
        select=chosen.select,
        extend_select=_joined(chosen.extend_select, above.extend_select),
        ignore=_joined(below.ignore, above.ignore),
        severity={**below.severity, **above.severity},
        profiles=_joined(below.profiles, above.profiles),
        per_file=below.per_file + above.per_file,
        rules=_options(below.rules, above.rules),
        packs=_joined(below.packs, above.packs),
        require_packs=_joined(below.require_packs, above.require_packs),
        fail_level=above.fail_level if ("fail-level",) in above.origins else below.fail_level,
        no_packs=below.no_packs or above.no_packs,
        baseline=above.baseline or below.baseline,
        file=above.file or below.file,
        origins={**below.origins, **above.origins},
    )


def _joined(below: tuple[str, ...], above: tuple[str, ...]) -> tuple[str, ...]:
    """Each word once, where it stands last: the last profile of a pack is the one in force."""
    return (*(word for word in below if word not in above), *dict.fromkeys(above))


def _options(
    below: Mapping[str, Mapping[str, Any]], above: Mapping[str, Mapping[str, Any]]
) -> dict[str, Mapping[str, Any]]:
    names = dict.fromkeys((*below, *above))
    return {name: {**below.get(name, {}), **above.get(name, {})} for name in names}
