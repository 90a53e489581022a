"""Whether a file is what it was: by its state (a `stat`), else by a digest of its content.

Imports nothing at the top but `os`: an unchanged run comes through here.
"""

from __future__ import annotations

import os

ABSENT = "absent"
THERE = "?"
"""Before the path of a dependency of which it counts only whether it is there."""
LEADS = ">"
"""Before the path of a dependency of which it counts only where links lead it."""
WITHOUT_CONTENT = (THERE, LEADS)
UNCERTAIN = "uncertain"
"""The state of a file that changed so shortly before it was read that its times tell nothing."""
GRANULARITY = 2_000_000_000
"""Nanoseconds in which a file may change twice and show one time (2 s on FAT)."""


KERNEL_TICK = 10_000_000
"""Nanoseconds between two times that Linux gives to files (a 100 Hz clock)."""


def state_of(status: os.stat_result) -> str:
    """Times, size and inode as text; whoever changes a file and resets its time changes `ctime`."""
    return f"{status.st_mtime_ns} {status.st_ctime_ns} {status.st_size} {status.st_ino}"


def state_now(path: str) -> str:
    """The state of the file at a path; `ABSENT` where there is none."""
    try:
        return state_of(os.stat(path))
    except OSError:
        return ABSENT


def dependency_state(path: str) -> str:
    """The state of a dependency now, by what counts of it; all that there is to know of one
    without content.
    """
    if path.startswith(THERE):
        return "there" if os.path.exists(path[1:]) else ABSENT
    if path.startswith(LEADS):
        return os.path.realpath(path[1:])
    return state_now(path)


def certain_state(status: os.stat_result, now: int) -> str:
    """The state to remember at this time (nanoseconds); `UNCERTAIN` where the file is too young."""
    youngest = max(status.st_mtime_ns, status.st_ctime_ns)
    return state_of(status) if youngest < now - GRANULARITY else UNCERTAIN


def tick(moment: int) -> int:
    """The longest step (nanoseconds) of a clock that shows this time: whole seconds are those of a
    file system that knows no others.
    """
    return GRANULARITY if moment % 1_000_000_000 == 0 else min(GRANULARITY, KERNEL_TICK)


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
