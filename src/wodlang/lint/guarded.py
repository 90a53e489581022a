"""Runs code of packs: whatever it raises is one error, it ends in time, and it prints on stderr."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable
from contextlib import redirect_stdout
from types import FrameType
from typing import Any, TypeVar

LIMIT_VARIABLE = "WODLANG_TIME_LIMIT"
USUAL_LIMIT = 10.0
"""Seconds for an import, a hook, or a rule on one file."""
AGAIN = 0.5
"""Seconds after which a pack that swallowed the end of its time is told again."""
LONGEST = 300
"""Signs of a stranger's message that are shown."""

Result = TypeVar("Result")


class PackError(Exception):
    """What a pack's code did instead of its work, in words: `ValueError: no sets`."""


class _TimeIsUp(BaseException):
    """Raised in the pack's code; no Exception, so that `except Exception` does not keep it."""


def time_limit() -> float:
    """The seconds that a pack's code may take; 0 for no limit. A ValueError says what to write."""
    written = os.environ.get(LIMIT_VARIABLE, "")
    if not written:
        return USUAL_LIMIT
    try:
        seconds = float(written)
        if 0 <= seconds < float("inf"):
            return seconds
    except ValueError:
        pass
    raise ValueError(f'{LIMIT_VARIABLE}="{written}" is no number of seconds: write 10, 0 for none')


def guarded(call: Callable[[], Result]) -> Result:
    """What a pack's function gives; a `PackError` whatever it raises, or where it does not end.

    Ctrl-C stays Ctrl-C. There is no limit outside the main thread, on systems without interval
    timers, where somebody else's timer runs, and for code in C that never looks at signals.
    """
    with Guard() as guard:
        return guard.run(call)


class Guard:
    """`guarded` for many calls, one after another: what it needs is set up once."""

    def __init__(self) -> None:
        """Nothing is changed before the `with`."""
        self._seconds = _usable_limit()
        self._running = False
        self._interrupted = False
        self._before: dict[signal.Signals, Any] = {}
        self._timed = False

    def __enter__(self) -> Guard:
        """Listen to the timer and to Ctrl-C, where this process can."""
        if threading.current_thread() is threading.main_thread():
            if callable(signal.getsignal(signal.SIGINT)):
                self._listen(signal.SIGINT, self._note)
            free = hasattr(signal, "setitimer") and not signal.getitimer(signal.ITIMER_REAL)[0]
            if free and self._seconds:
                self._listen(signal.SIGALRM, self._ring)
                self._timed = True
        return self

    def __exit__(self, *_: object) -> None:
        """Put all handlers back."""
        while self._before:
            signal.signal(*self._before.popitem())

    def run(self, call: Callable[[], Result]) -> Result:
        """As `guarded`."""
        try:
            try:
                with redirect_stdout(sys.stderr):
                    self._start()
                    return call()
            finally:
                self._stop()
        except PackError:
            raise
        except _TimeIsUp:
            raise PackError(f"it took longer than {self._seconds:g} s") from None
        except BaseException as error:
            raise PackError(described(error)) from error
        finally:
            self._stop()
            if self._interrupted:
                raise KeyboardInterrupt

    def _listen(self, number: signal.Signals, handler: Callable[..., None]) -> None:
        self._before[number] = signal.signal(number, handler)

    def _start(self) -> None:
        if self._timed:
            self._running = True
            signal.setitimer(signal.ITIMER_REAL, self._seconds, AGAIN)

    def _stop(self) -> None:
        if self._running:
            self._running = False
            signal.setitimer(signal.ITIMER_REAL, 0)

    def _ring(self, number: int, frame: FrameType | None) -> None:
        del number, frame
        if self._running:
            raise _TimeIsUp

    def _note(self, number: int, frame: FrameType | None) -> None:
        self._interrupted = True
        self._before[signal.SIGINT](number, frame)


def described(error: BaseException) -> str:
    """An error on one line: `ValueError: no sets`; its type alone where its text raises too."""
    name = type(error).__name__
    try:
        text = " ".join(str(error).split())
    except Exception:
        text = ""
    said = f"{name}: {text}" if text else name
    return said if len(said) <= LONGEST else f"{said[:LONGEST]}…"


def _usable_limit() -> float:
    """The limit; the usual one where nonsense is written, which the command line reports."""
    try:
        return time_limit()
    except ValueError:
        return USUAL_LIMIT
