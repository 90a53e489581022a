"""Calls an installed pack's code: its import and its hooks, each within the time limit."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pluggy

from wodlang.exchange.converters import Exporter, Importer
from wodlang.lint.field_types import fits, shown
from wodlang.lint.guarded import PackError, guarded
from wodlang.lint.installed_packs import ENTRY_POINT_GROUP, InstalledPack
from wodlang.lint.rule import Pack, Profile, Rule
from wodlang.model.exercise import Exercise
from wodlang.plugin import spec
from wodlang.report.reporter import Reporter
from wodlang.text.nearest import nearest

PACK_HOOK = "wodlang_pack"
ADDED = {
    "rules": ("wodlang_rules", Rule),
    "exercises": ("wodlang_exercises", Exercise),
    "profiles": ("wodlang_profiles", Profile),
}
OFFERED = {
    "reporters": ("wodlang_reporters", Reporter),
    "importers": ("wodlang_importers", Importer),
    "exporters": ("wodlang_exporters", Exporter),
}


@dataclass(frozen=True, slots=True)
class Brought:
    """What a pack's hooks gave; `failed` are the hooks of `OFFERED` that failed, and how."""

    pack: Pack
    offered: dict[str, tuple[Any, ...]]
    failed: dict[str, str]


def load(installed: InstalledPack) -> Brought:
    """Import a pack and call its hooks; a `PackError` says why there is none."""
    try:
        plugin = guarded(lambda: _imported(installed.value))
    except PackError as error:
        raise PackError(f"importing {installed.value} failed: {error}") from None
    hooks = guarded(lambda: _hooks_of(plugin, installed.name))
    pack = _pack(hooks)
    for field, (hook, kind) in ADDED.items():
        pack = _with_more(pack, field, _tuple_of(hooks, hook, kind))
    offered: dict[str, tuple[Any, ...]] = {}
    failed: dict[str, str] = {}
    for field, (hook, kind) in OFFERED.items():
        try:
            offered[field] = _tuple_of(hooks, hook, kind)
        except PackError as error:
            failed[field] = str(error)
    return Brought(pack, offered, failed)


def _imported(value: str) -> object:
    module_name, _, attribute = value.partition(":")
    plugin: object = importlib.import_module(module_name)
    for part in attribute.split(".") if attribute else ():
        plugin = getattr(plugin, part)
    return plugin


def _hooks_of(plugin: object, name: str) -> pluggy.HookRelay:
    """The hooks of this pack alone, so that it cannot reach those of others."""
    manager = pluggy.PluginManager(ENTRY_POINT_GROUP)
    manager.add_hookspecs(spec)
    manager.register(plugin, name=name)
    unknown = next(_unknown_hooks(manager, plugin), None)
    if unknown is not None:
        known = [one for one in vars(spec) if one.startswith("wodlang_")]
        near = nearest(unknown, known)
        hint = f', did you mean "{near}"?' if near else ""
        raise PackError(f"there is no hook {unknown}{hint}")
    return manager.hook


def _unknown_hooks(manager: pluggy.PluginManager, plugin: object) -> Iterator[str]:
    for caller in manager.get_hookcallers(plugin) or ():
        if not caller.has_spec() and not all(one.optionalhook for one in caller.get_hookimpls()):
            yield caller.name


def _pack(hooks: pluggy.HookRelay) -> Pack:
    if not getattr(hooks, PACK_HOOK).get_hookimpls():
        raise PackError(f"it has no hook {PACK_HOOK}: a function of that name under @hookimpl")
    pack = _called(hooks, PACK_HOOK)
    if not isinstance(pack, Pack):
        raise PackError(f"its hook {PACK_HOOK} gave {shown(pack)}, no Pack")
    return pack


def _tuple_of(hooks: pluggy.HookRelay, hook: str, kind: type) -> tuple[Any, ...]:
    """What an optional hook gave; nothing where the pack has no such hook."""
    if not getattr(hooks, hook).get_hookimpls():
        return ()
    found = _called(hooks, hook)
    if not fits(found, tuple[kind, ...]):  # type: ignore[valid-type]
        raise PackError(f"its hook {hook} gave {shown(found)}, no tuple of {kind.__name__}")
    assert isinstance(found, tuple)
    return found


def _with_more(pack: Pack, field: str, more: tuple[Any, ...]) -> Pack:
    """The pack with more in a field, unless that holds nonsense, which is said when it is checked."""
    own = getattr(pack, field)
    if not more or not isinstance(own, tuple):
        return pack
    changed: dict[str, Any] = {field: (*own, *more)}
    return replace(pack, **changed)


def _called(hooks: pluggy.HookRelay, hook: str) -> object:
    """A hook's answer; pluggy leaves None out of its answers."""
    try:
        answers: list[object] = guarded(lambda: getattr(hooks, hook)())
    except PackError as error:
        raise PackError(f"its hook {hook} failed: {error}") from None
    return answers[0] if answers else None
