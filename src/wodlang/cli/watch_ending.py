"""How a process that runs until it is told to stop is told so, and ends."""

from __future__ import annotations

import os
import signal
from types import FrameType

from wodlang.cli.exit_codes import Exit

SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Ending:
    """Ctrl-C and SIGTERM both raise KeyboardInterrupt; `wanted` and `code` tell afterwards.

    `wanted` is there for the rare moment in which Python swallows what a handler raises. Where
    SIGINT is ignored, as in a background job of a script, it stays so.
    """

    def __init__(self) -> None:
        """Signals come here while it is entered."""
        self.wanted = False
        self.code = int(Exit.INTERRUPTED)
        self._process = os.getpid()
        self._before = {number: signal.getsignal(number) for number in SIGNALS}

    def __enter__(self) -> Ending:
        for number, before in self._before.items():
            if before is not signal.SIG_IGN:
                signal.signal(number, self._end)
        return self

    def __exit__(self, *_: object) -> None:
        for number, before in self._before.items():
            signal.signal(number, before)

    def _end(self, number: int, _: FrameType | None) -> None:
        if os.getpid() != self._process:  # a process of --jobs, which has inherited this
            os._exit(128 + number)
        self.wanted = True
        if number == signal.SIGTERM:
            self.code = 128 + number
        raise KeyboardInterrupt
