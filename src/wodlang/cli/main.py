"""`wod`. What is imported here is imported by every run, so it is next to nothing."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(typed: Sequence[str] | None = None) -> int:
    """Run `wod` with these words (default: those of the command line); the exit code."""
    words = sys.argv[1:] if typed is None else list(typed)
    try:
        return _run(words)
    except KeyboardInterrupt:  # while something was imported
        from wodlang.cli.dispatch import interrupted

        return interrupted()


def _run(words: Sequence[str]) -> int:
    if words[:1] == ["check"]:
        from wodlang.cli.results.unchanged import check_unchanged

        code = check_unchanged(words[1:])
        if code is not None:
            return code
    from wodlang.cli.dispatch import dispatch

    return dispatch(words)
