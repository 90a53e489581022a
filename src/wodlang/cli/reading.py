"""From a file to its text, or to the reason why there is none."""

from __future__ import annotations

import os
import stat
import sys
import time
from dataclasses import dataclass, field

from wodlang.cli.discovery import Unusable
from wodlang.cli.results.file_state import UNCERTAIN, certain_state

LIMIT = 5_000_000
"""Bytes of a file. A year of training is some 100 kB; more than this is no program."""

MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, its byte order mark left out; `data` is all that was read, `state` what the
    file was like just before.
    """

    path: str
    text: str
    data: bytes = field(default=b"", repr=False, compare=False)
    state: str = field(default=UNCERTAIN, repr=False, compare=False)

    @property
    def mark(self) -> bytes:
        """The byte order mark that a new form of the text keeps, if it had one."""
        return MARK if self.data.startswith(MARK) else b""


def read_file(path: str) -> Text | Unusable:
    """The text of a regular file of bearable size."""
    try:
        status = os.stat(path)
        if not stat.S_ISREG(status.st_mode):
            return Unusable(path, f"is {_kind(status.st_mode)}")
        if status.st_size > LIMIT:
            return Unusable(path, _too_large(status.st_size))
        with open(path, "rb") as file:
            state = certain_state(os.fstat(file.fileno()), time.time_ns())
            return _decoded(path, file.read(LIMIT + 1), state)
    except FileNotFoundError:
        return Unusable(path, "there is no such file")
    except PermissionError:
        return Unusable(path, "may not be read (permission denied)")
    except OSError as error:
        return Unusable(path, f"cannot be read ({(error.strerror or str(error)).lower()})")


def read_stdin(path: str) -> Text | Unusable:
    """The text on stdin, called `path`."""
    if sys.stdin is None or sys.stdin.closed:
        return Unusable(path, "stdin is closed")
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None:
        return Text(path, sys.stdin.read())
    return _decoded(path, buffer.read(LIMIT + 1))


def _decoded(path: str, data: bytes, state: str = UNCERTAIN) -> Text | Unusable:
    if len(data) > LIMIT:
        return Unusable(path, _too_large(None))
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(data):
        return Unusable(path, f"is UTF-16, not UTF-8: {_again('UTF-16')}")
    if b"\0" in data:
        return Unusable(path, "is a binary file (it has NUL bytes), no text")
    try:
        return Text(path, data.decode("utf-8-sig"), data, state)
    except UnicodeDecodeError as error:
        return Unusable(path, _not_utf8(data, error.start))


def _not_utf8(data: bytes, at: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    sign = data[at : at + 1].decode("cp1252", errors="replace")
    return (
        f"is not UTF-8: line {line} has the byte 0x{data[at]:02X}, which is {sign!r} in Latin-1"
        f" (Windows-1252): {_again('WINDOWS-1252')}"
    )


def _again(encoding: str) -> str:
    return f"save it as UTF-8, or convert it with `iconv -f {encoding} -t UTF-8`"


def _looks_like_utf16(data: bytes) -> bool:
    """Without a byte order mark: every second byte of a latin text is NUL."""
    start = data[:200]
    if len(start) < 4:
        return False
    even, odd = start[::2].count(0), start[1::2].count(0)
    return max(even, odd) > 0.4 * len(start) and min(even, odd) < 0.05 * len(start)


def _too_large(size: int | None) -> str:
    has = f"has {size / 1_000_000:,.0f} MB" if size is not None else "is too large"
    return f"{has}: wod reads files of up to {LIMIT // 1_000_000} MB"


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe (FIFO), no file: `-` reads stdin"
    if stat.S_ISSOCK(mode):
        return "a socket, no file"
    if stat.S_ISDIR(mode):
        return "a folder: name a file in it"
    return "a device, no file: `-` reads stdin"
