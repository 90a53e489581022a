"""The rule pack `strength`: general strength programming."""

from __future__ import annotations

from wodlang.plugin import Pack, hookimpl

__version__ = "0.1.0"


@hookimpl
def wodlang_pack() -> Pack:
    """The pack with its rules and profiles; they are imported only when it is asked for."""
    from wodlang_strength.pack import make_pack

    return make_pack(__version__)
