"""Drafts of files that are about to be replaced, and those that a killed process left."""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from functools import cache

ENDING = ".wodlang.tmp"
LONGEST_NAME = 50
NAME = re.compile(rf"\..*-[a-z0-9_]{{8}}{re.escape(ENDING)}", re.DOTALL)
ABANDONED_AFTER = 3600.0  # seconds; a draft lives for less than one, on a slow disk for some


def new_draft(folder: str, name: str) -> tuple[int, str]:
    """An open, empty, hidden file beside the file with this name, and its path."""
    return tempfile.mkstemp(dir=folder, prefix=f".{name[:LONGEST_NAME]}-", suffix=ENDING)


@cache
def remove_abandoned(folder: str) -> None:
    """Remove what killed processes left in a folder: once a process, for a folder may be large.

    A draft is told by its name and its age, so that one which another process writes now stays.
    """
    try:
        with os.scandir(folder or ".") as entries:
            drafts = [entry for entry in entries if NAME.fullmatch(entry.name)]
    except OSError:
        return
    for draft in drafts:
        _remove_if_old(draft)


def _remove_if_old(draft: os.DirEntry[str]) -> None:
    try:
        status = draft.stat(follow_symlinks=False)
        old = time.time() - status.st_mtime > ABANDONED_AFTER
        if stat.S_ISREG(status.st_mode) and old:
            os.unlink(draft.path)
    except OSError:
        return
