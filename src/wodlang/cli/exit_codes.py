"""What the exit code of `wod` says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum


class Exit(IntEnum):
    """The exit codes; where several hold, `gravest` decides."""

    CLEAN = 0
    FOUND = 1
    USAGE = 2
    CRASHED = 3
    INTERRUPTED = 130
    BROKEN_PIPE = 141


_GRAVEST_FIRST = (Exit.USAGE, Exit.CRASHED, Exit.FOUND, Exit.CLEAN)


def gravest(codes: Iterable[Exit]) -> Exit:
    """2 goes before 3, 3 before 1; 0 where there is none."""
    return min(codes, key=_GRAVEST_FIRST.index, default=Exit.CLEAN)
