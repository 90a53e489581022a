"""`wod check --watch`: check again whenever something changes that the result follows from."""

from __future__ import annotations

import os
import sys
import time
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from typing import Any

from wodlang.cli import output
from wodlang.cli.discovery import shown
from wodlang.cli.messages import complain, internal_error, remark
from wodlang.cli.parser import UsageError
from wodlang.cli.watch_ending import Ending
from wodlang.cli.watched_paths import Watched, WatchedPaths

CLEAR = "\x1b[2J\x1b[H"
ONCE = ("--write-baseline", "--prune-baseline", "--add-ignore")
LONGEST_WAIT = 500
"""Milliseconds in which changes that follow one another are one."""
STEP = 50
"""Milliseconds without a change that end them."""


def watch(arguments: Namespace, check: Callable[[Namespace], int]) -> int:
    """Check until Ctrl-C. What goes wrong in a run is said, and the next change starts another."""
    if "-" in arguments.words:
        raise UsageError("--watch reads files again and again, stdin is there once: name a file")
    for option in ONCE:
        if getattr(arguments, option[2:].replace("-", "_")):
            raise UsageError(f"{option} is done once: leave out --watch")
    library = _library()
    arguments.watch = False
    with Ending() as ending, suppress(KeyboardInterrupt):
        ended = 0.0
        for changed in _rounds(library, WatchedPaths(arguments)):
            if changed:
                _announce(changed, keep=arguments.fix and _are_older(changed, ended))
            ended = _run(arguments, check, first=not changed)
            if ending.wanted:
                break
    remark("")
    return ending.code


def _library() -> Any:
    try:
        import watchfiles
    except ImportError as error:
        raise UsageError(
            "--watch needs the package watchfiles: pip install 'wodlang[watch]'"
        ) from error
    return watchfiles


def _rounds(library: Any, paths: WatchedPaths) -> Iterator[tuple[str, ...]]:
    """What changed, once for every run, the first without a change.

    Each round watches before it lets the run read, so that no change falls between the two.
    """
    changed: tuple[str, ...] = ()
    while True:
        watched = paths.now()
        try:
            with closing(_changes(library, watched)) as changes:
                next(changes)
                yield changed
                changed = tuple(sorted(path for _, path in next(filter(None, changes))))
        except FileNotFoundError:  # a folder went away between the look and the watching
            time.sleep(STEP / 1000)
        except UnicodeEncodeError as error:
            raise UsageError(
                f"--watch: the name of the folder {error.object} is no UTF-8"
            ) from error


def _changes(library: Any, watched: Watched) -> Any:
    return library.watch(
        *sorted(watched.folders), watch_filter=watched.concerns, recursive=False,
        debounce=LONGEST_WAIT, step=STEP, rust_timeout=STEP, yield_on_timeout=True,
        ignore_permission_denied=True,
    )  # fmt: skip


def _announce(changed: tuple[str, ...], keep: bool) -> None:
    """Say what changed, on an empty screen where what stands there need not be kept."""
    if not keep and sys.stdout is not None and sys.stdout.isatty():
        output.write(CLEAR)
    _say(f"{_named(changed)} changed")


def _are_older(changed: tuple[str, ...], moment: float) -> bool:
    """Whether files were written before: by the last run itself, whose report nobody has read yet."""
    with suppress(OSError):
        return all(os.stat(path).st_mtime <= moment for path in changed)
    return False


def _run(arguments: Namespace, check: Callable[[Namespace], int], first: bool) -> float:
    """One run, and when it ended; a fault of usage ends the first alone, as no change of a file
    would mend it.
    """
    began = time.perf_counter()
    try:
        check(arguments)
    except BrokenPipeError:
        raise
    except UsageError as error:
        if first:
            raise
        complain(str(error))
    except OSError as error:
        complain(f"{error.filename or 'wod'}: {(error.strerror or str(error)).lower()}")
    except Exception as error:
        internal_error(error)
    ended = time.time()
    _say(f"checked in {time.perf_counter() - began:.2f} s; Ctrl-C ends")
    return ended


def _say(message: str) -> None:
    remark(f"-- {time.strftime('%H:%M:%S')}: {message}")


def _named(changed: tuple[str, ...]) -> str:
    more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
    return f"{shown(changed[0])}{more}"
