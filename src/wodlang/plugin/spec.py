"""The hooks of the pack API. They are called by keyword; hooks and parameters are only added."""

from __future__ import annotations

import pluggy

from wodlang.exchange.converters import Exporter, Importer
from wodlang.lint.installed_packs import ENTRY_POINT_GROUP
from wodlang.lint.rule import Pack, Profile, Rule
from wodlang.model.exercise import Exercise
from wodlang.report.reporter import Reporter

API_VERSION = 1
"""The version of the pack API; `Pack.api` must be the same."""

hookspec = pluggy.HookspecMarker(ENTRY_POINT_GROUP)
hookimpl = pluggy.HookimplMarker(ENTRY_POINT_GROUP)


@hookspec
def wodlang_pack() -> Pack:  # type: ignore[empty-body]
    """Return the pack with its name, prefix and version, and its rules, profiles and exercises.

    Called: once a run, before the other hooks, whatever command needs packs. It is the one hook that
    a pack must have.
    Returns: a `Pack`.
    On an error: the pack is left out and named on stderr, the exit code is 2, other packs run.
    """


@hookspec
def wodlang_rules() -> tuple[Rule, ...]:  # type: ignore[empty-body]
    """Return rules that join those of the pack, as when they are made from a table.

    Called: once a run, after `wodlang_pack`.
    Returns: a tuple of `Rule`; their codes begin with the pack's prefix.
    On an error: the whole pack is left out and named on stderr, the exit code is 2, other packs run.
    """


@hookspec
def wodlang_exercises() -> tuple[Exercise, ...]:  # type: ignore[empty-body]
    """Return exercises that join those of the pack in the catalogue.

    Called: once a run, after `wodlang_rules`.
    Returns: a tuple of `Exercise`. A name of the catalogue replaces its entry; one that another
    pack brought before is left out and said, exit code 2.
    On an error: the whole pack is left out and named on stderr, the exit code is 2, other packs run.
    """


@hookspec
def wodlang_profiles() -> tuple[Profile, ...]:  # type: ignore[empty-body]
    """Return profiles that join those of the pack.

    Called: once a run, after `wodlang_exercises`.
    Returns: a tuple of `Profile`; their codes are of the pack's own rules.
    On an error: the whole pack is left out and named on stderr, the exit code is 2, other packs run.
    """


@hookspec
def wodlang_reporters() -> tuple[Reporter, ...]:  # type: ignore[empty-body]
    """Return further values of `wod check --output-format NAME`.

    Called: once a run, after `wodlang_profiles`.
    Returns: a tuple of `Reporter`. A name that wodlang or an earlier pack has is left out and said.
    On an error: the pack's reporters are left out and said, the exit code is 2, its rules run.
    """


@hookspec
def wodlang_importers() -> tuple[Importer, ...]:  # type: ignore[empty-body]
    """Return formats that `wod import FILE --from NAME` reads.

    Called: once a run, after `wodlang_reporters`.
    Returns: a tuple of `Importer`. A name that wodlang or an earlier pack has is left out and said.
    On an error: the pack's importers are left out and said, the exit code is 2, its rules run.
    """


@hookspec
def wodlang_exporters() -> tuple[Exporter, ...]:  # type: ignore[empty-body]
    """Return formats that `wod export FILE --to NAME` writes.

    Called: once a run, after `wodlang_importers`.
    Returns: a tuple of `Exporter`. A name that wodlang or an earlier pack has is left out and said.
    On an error: the pack's exporters are left out and said, the exit code is 2, its rules run.
    """
