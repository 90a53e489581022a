"""Whether a file is what it was: by its state (a `stat`), else by a digest of its content.

Imports nothing at the top but `os`: an unchanged run comes through here.
"""

from __future__ import annotations

import os

ABSENT = "absent"
UNCERTAIN = "uncertain"
"""The state of a file that changed so shortly before it was read that its times tell nothing."""
GRANULARITY = 2_000_000_000
"""Nanoseconds in which a file may change twice and show one time (2 s on FAT)."""


def state_of(status: os.stat_result) -> str:
    """Times, size and inode as text; whoever changes a file and resets its time changes `ctime`."""
    return f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"


def state_now(path: str) -> str:
    """The state of the file at a path; `ABSENT` where there is none."""
    try:
        return state_of(os.stat(path))
    except OSError:
        return ABSENT


def certain_state(status: os.stat_result, now: int) -> str:
    """The state to remember at this time (nanoseconds); `UNCERTAIN` where the file is too young."""
    youngest = max(status.st_mtime_ns, status.st_ctime_ns)
    return state_of(status) if youngest < now - GRANULARITY else UNCERTAIN


def digest_of_text(text: str) -> str:
    """The digest of a file's text."""
    return _digest(text.encode("utf-8", "surrogatepass"))


def digest_of_path(path: str) -> str:
    """The digest of a file's bytes, or of the names in a folder; `ABSENT` where there is neither."""
    try:
        if os.path.isdir(path):
            names = "\0".join(sorted(os.listdir(path)))
            return _digest(names.encode("utf-8", "surrogatepass"))
        if not os.path.isfile(path):  # a pipe would keep us waiting
            return ABSENT
        with open(path, "rb") as file:
            return _digest(file.read())
    except OSError:
        return ABSENT


def _digest(data: bytes) -> str:
    from hashlib import blake2b

    return blake2b(data, digest_size=16).hexdigest()
