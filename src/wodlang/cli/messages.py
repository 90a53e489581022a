"""What goes to stderr."""

from __future__ import annotations

import os
import sys
import traceback


def complain(message: str) -> None:
    """Say what could not be done."""
    _say(f"error: {message}")


def remark(message: str) -> None:
    """Say what is good to know."""
    _say(message)


def internal_error(error: BaseException, doing: str = "") -> None:
    """Say that wod itself is at fault, and what to report."""
    complain(fault_of_wod(error, doing))


def fault_of_wod(error: BaseException, doing: str = "") -> str:
    """What is to be said where wod itself is at fault; WOD_DEBUG=1 shows the traceback at once."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({os.path.basename(frames[-1].filename)}:{frames[-1].lineno})" if frames else ""
    what = f"{type(error).__name__}: {error}"[:300]
    if os.environ.get("WOD_DEBUG"):
        traceback.print_exception(error, file=sys.stderr)
    return (
        f"a fault of wod itself{f', while {doing}' if doing else ''}: {what}{place}\n"
        "Please report it with this message and the file that you checked."
    )


def _say(message: str) -> None:
    """Print to stderr, whatever it can show; where nobody listens, nothing."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    shown = message.encode(encoding, "backslashreplace").decode(encoding)
    try:
        print(shown, file=sys.stderr, flush=True)
    except OSError:
        return
