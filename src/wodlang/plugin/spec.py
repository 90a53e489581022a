"""The hooks that a pack may implement."""

from __future__ import annotations

import pluggy

from wodlang.lint.rule import Pack

ENTRY_POINT_GROUP = "wodlang"
hookspec = pluggy.HookspecMarker(ENTRY_POINT_GROUP)
hookimpl = pluggy.HookimplMarker(ENTRY_POINT_GROUP)


@hookspec
def wodlang_pack() -> Pack:  # type: ignore[empty-body]
    """Return the pack that this distribution brings: its name, prefix, rules and profiles.

    Called once, with no arguments. A pack that raises here, or returns anything else, is reported
    by name and left out; the run goes on.
    """
