"""Finds the installed packs, loads each by itself, and keeps a bad one from harming the others."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pluggy

from wodlang.lint.requirements import version_fits
from wodlang.lint.rule import Pack, Rule
from wodlang.plugin import spec
from wodlang.plugin.installed import InstalledPack, installed_packs
from wodlang.text.nearest import nearest

OWN_DISTRIBUTION = "wodlang"


@dataclass(frozen=True, slots=True)
class LoadProblem:
    """Why a pack was not loaded; `missing` says that there is none of this name."""

    pack: str
    message: str
    missing: bool = False

    def __str__(self) -> str:
        """`pack iron-house: …`"""
        return f"pack {self.pack} was not loaded: {self.message}"


@dataclass(frozen=True, slots=True)
class LoadedPacks:
    """The packs that can be used, and why others cannot."""

    packs: tuple[Pack, ...]
    problems: tuple[LoadProblem, ...] = ()


def load_installed(core: Pack, version: str, wanted: Sequence[str] = ()) -> LoadedPacks:
    """Core and all installed packs; `wanted` are names that must be among them."""
    # Our own packs first: a stranger's must not push them out by taking their prefix.
    found = sorted(installed_packs(), key=lambda one: one.distribution != OWN_DISTRIBUTION)
    loaded: list[Pack] = [core]
    problems: list[LoadProblem] = list(_doubled(found))
    doubled = {problem.pack for problem in problems}
    for installed in found:
        if installed.name in doubled:
            continue
        pack, problem = _load(installed, loaded, version)
        if pack is not None:
            loaded.append(pack)
        if problem is not None:
            problems.append(problem)
    names = [pack.name for pack in loaded]
    failed = {problem.pack for problem in problems}
    for name in wanted:
        if name not in names and name not in failed:
            problems.append(_missing(name, names))
    return LoadedPacks(tuple(loaded), tuple(problems))


def _doubled(found: Sequence[InstalledPack]) -> Iterator[LoadProblem]:
    """Entry-point names used twice, of which pluggy would silently take one."""
    for name in dict.fromkeys(one.name for one in found):
        owners = [one.distribution for one in found if one.name == name]
        if len(owners) > 1:
            yield LoadProblem(name, f"{' and '.join(owners)} both call their entry point so")


def _load(
    installed: InstalledPack, loaded: Sequence[Pack], version: str
) -> tuple[Pack | None, LoadProblem | None]:
    try:
        pack = _call_hook(installed)
    except Exception as error:  # whatever a stranger's code raises
        return None, LoadProblem(installed.name, f"{type(error).__name__}: {error}")
    message = _fault_of(pack, loaded, version)
    if message is not None:
        return None, LoadProblem(installed.name, message)
    assert isinstance(pack, Pack)
    return pack, None


def _call_hook(installed: InstalledPack) -> object:
    module_name, _, attribute = installed.value.partition(":")
    plugin: object = importlib.import_module(module_name)
    for part in attribute.split(".") if attribute else ():
        plugin = getattr(plugin, part)
    manager = pluggy.PluginManager(spec.ENTRY_POINT_GROUP)
    manager.add_hookspecs(spec)
    manager.register(plugin, name=installed.name)
    manager.check_pending()
    results: list[object] = manager.hook.wodlang_pack()
    if not results:
        raise LookupError("it has no hook wodlang_pack")
    return results[0]


def _fault_of(pack: object, loaded: Sequence[Pack], version: str) -> str | None:
    if not isinstance(pack, Pack):
        return f"its hook wodlang_pack gave a {type(pack).__name__}, no Pack"
    if not all(isinstance(rule, Rule) for rule in pack.rules):
        return "its rules are not all of the type Rule"
    for other in loaded:
        if other.prefix.upper() == pack.prefix.upper():
            return f"its prefix {pack.prefix} is that of the pack {other.name}"
        if other.name == pack.name:
            return f"another pack is called {pack.name} too"
    codes = [rule.code for rule in pack.rules]
    twice = next((code for code in codes if codes.count(code) > 1), None)
    if twice:
        return f"two of its rules have the code {twice}"
    wrong = next((code for code in codes if not code.startswith(pack.prefix)), None)
    if wrong:
        return f"its code {wrong} does not begin with its prefix {pack.prefix}"
    if not version_fits(version, pack.wodlang):
        return f"it needs wodlang {pack.wodlang}, this is {version}"
    return None


def _missing(name: str, names: Sequence[str]) -> LoadProblem:
    near = nearest(name, names)
    hint = f', did you mean "{near}"?' if near else ""
    return LoadProblem(name, f"it is not installed{hint}", missing=True)
