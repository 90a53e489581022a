"""The folder for what is remembered between runs; nothing in it is ever needed."""

from __future__ import annotations

import contextlib
import os
import sys


def cache_folder() -> str | None:
    """The user's cache folder for wodlang: `WODLANG_CACHE` if set ("" for none), else the system's."""
    own = os.environ.get("WODLANG_CACHE")
    if own is not None:
        return own or None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return os.path.join(base, "wodlang") if base and os.path.isabs(base) else None


def write_quietly(path: str, content: bytes) -> None:
    """Write a file whole or not at all; where that is impossible, nothing is remembered."""
    with contextlib.suppress(OSError):
        folder = os.path.dirname(path)
        os.makedirs(folder, exist_ok=True)
        import tempfile

        handle, temporary = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
            os.replace(temporary, path)
        except BaseException:
            os.unlink(temporary)
            raise
