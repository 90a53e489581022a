"""The folder for what is remembered between runs; nothing in it is ever needed."""

from __future__ import annotations

import contextlib
import os
import stat
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


def read_own(path: str, largest: int) -> bytes | None:
    """The content of a regular file of this user, or of root; None where there is none such.

    In a folder that several share, another might have laid his own answers there.
    """
    try:
        with open(path, "rb", opener=_at_once) as file:
            status = os.fstat(file.fileno())
            owners = (0, os.geteuid()) if hasattr(os, "geteuid") else (status.st_uid,)
            if not stat.S_ISREG(status.st_mode) or status.st_uid not in owners:
                return None
            return file.read() if status.st_size <= largest else None
    except (OSError, ValueError, MemoryError):
        return None


def _at_once(path: str, flags: int) -> int:
    """Open a file; one that is a pipe keeps nobody waiting."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


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
