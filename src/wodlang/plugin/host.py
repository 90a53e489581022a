"""Finds the installed packs, loads each by itself, and keeps a bad one from harming the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from wodlang.exchange.converters import Exporter, Importer
from wodlang.exchange.csv_sets import CSV
from wodlang.lint.guarded import PackError
from wodlang.lint.installed_packs import InstalledPack, installed_packs
from wodlang.lint.rule import Pack
from wodlang.plugin.exercise_check import without_taken
from wodlang.plugin.loading import Brought, load
from wodlang.plugin.offers import Offer, sound_offers
from wodlang.plugin.pack_check import check_pack
from wodlang.plugin.pack_source import PackSource
from wodlang.report.reporter import Reporter
from wodlang.text.nearest import nearest

OWN_DISTRIBUTION = "wodlang"


@dataclass(frozen=True, slots=True)
class LoadProblem:
    """Why a pack, or a rule of it, was not loaded; `missing` says that there is none of this name.

    `placed` is the message with its place in a TOML pack. `part` is what alone was left out of a
    pack that runs (`reporters`), empty where it is the whole pack.
    """

    pack: str
    message: str
    missing: bool = False
    placed: str = ""
    part: str = ""

    def __str__(self) -> str:
        """`pack iron-house was not loaded: …`, or `house.toml:12:8: …`"""
        if self.part:
            return f"the {self.part} of the pack {self.pack} were not all loaded: {self.message}"
        return self.placed or f"pack {self.pack} was not loaded: {self.message}"


@dataclass(frozen=True, slots=True)
class LoadedPacks:
    """The packs that can be used with all that they offer, and why others cannot.

    `sources` tells where a pack comes from, by its name; by that of its entry point where it could
    not be loaded. `core_alone` says that all others were left out, as was asked for.
    """

    packs: tuple[Pack, ...]
    problems: tuple[LoadProblem, ...] = ()
    sources: Mapping[str, PackSource] = field(default_factory=dict)
    reporters: tuple[Offer[Reporter], ...] = ()
    importers: tuple[Offer[Importer], ...] = ()
    exporters: tuple[Offer[Exporter], ...] = ()
    core_alone: bool = False

    @property
    def has_all_rules(self) -> bool:
        """Whether no pack and no rule of one was left out."""
        return not self.core_alone and all(problem.part for problem in self.problems)


def core_alone(core: Pack, version: str) -> LoadedPacks:
    """Wodlang without any pack."""
    return replace(_Loading(core, version).result(), core_alone=True)


def load_installed(core: Pack, version: str, wanted: Sequence[str] = ()) -> LoadedPacks:
    """Core and all installed packs; `wanted` are names that must be among them."""
    # Our own packs first: a stranger's must not push them out by taking their prefix.
    found = sorted(installed_packs(), key=lambda one: one.distribution != OWN_DISTRIBUTION)
    loading = _Loading(core, version)
    loading.problems += _doubled(found)
    doubled = {problem.pack for problem in loading.problems}
    for installed in found:
        if installed.name not in doubled:
            loading.add(installed)
    names = [pack.name for pack in loading.packs]
    known = {*names, *(problem.pack for problem in loading.problems)}
    loading.problems += [_missing(one, names) for one in wanted if one not in known]
    return loading.result()


class _Loading:
    """What has been loaded so far."""

    def __init__(self, core: Pack, version: str) -> None:
        self.packs = [core]
        self.problems: list[LoadProblem] = []
        self._version = version
        self._sources = {core.name: PackSource()}
        self._offers: dict[str, list[Offer[Any]]] = {
            "reporters": [],
            "importers": [],
            "exporters": [Offer(core.name, CSV)],
        }

    def add(self, installed: InstalledPack) -> None:
        """Load a pack, or say why not."""
        name = installed.name
        try:
            brought = load(installed)
            check_pack(brought.pack, self.packs, self._version)
        except PackError as error:
            self.problems.append(LoadProblem(name, str(error)))
        else:
            name = brought.pack.name
            self._take(brought)
        self._sources[name] = _source(installed)

    def _take(self, brought: Brought) -> None:
        pack, taken = without_taken(brought.pack, self.packs)
        self.packs.append(pack)
        said = [("exercises", one) for one in taken]
        for part, offered in brought.offered.items():
            sound, faults = sound_offers(pack.name, offered, self._offers[part])
            self._offers[part] += sound
            said += [(part, fault) for fault in faults]
        said += brought.failed.items()
        self.problems += [LoadProblem(pack.name, message, part=part) for part, message in said]

    def result(self) -> LoadedPacks:
        """All of it."""
        offers: dict[str, Any] = {part: tuple(one) for part, one in self._offers.items()}
        return LoadedPacks(tuple(self.packs), tuple(self.problems), self._sources, **offers)


def _source(installed: InstalledPack) -> PackSource:
    return PackSource(installed.distribution, f"{installed.name} = {installed.value}")


def _doubled(found: Sequence[InstalledPack]) -> Iterator[LoadProblem]:
    """Entry-point names used twice, of which pluggy would silently take one."""
    for name in dict.fromkeys(one.name for one in found):
        owners = [one.distribution for one in found if one.name == name]
        if len(owners) > 1:
            yield LoadProblem(name, f"{' and '.join(owners)} both call their entry point so")


def _missing(name: str, names: Sequence[str]) -> LoadProblem:
    near = nearest(name, names)
    hint = f', did you mean "{near}"?' if near else ""
    return LoadProblem(name, f"it is not installed{hint}", missing=True)
