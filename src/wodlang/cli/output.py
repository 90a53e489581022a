"""Where a report goes: stdout, or a file that is written whole or not at all."""

from __future__ import annotations

import errno
import io
import os
import stat
import sys
from typing import Any

from wodlang.cli.parser import UsageError
from wodlang.text.undisturbed import undisturbed


def write(text: str, output_file: str | None = None) -> None:
    """Write a report to the file, or to stdout where none is named."""
    if output_file is None:
        _to_stdout(text)
        return
    try:
        _to_file(text, os.path.realpath(output_file))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"--output-file {output_file}: cannot be written ({reason})") from error


def _to_stdout(text: str) -> None:
    if sys.stdout is None:
        raise UsageError("stdout is closed; --output-file FILE writes the report to a file")
    encoding = sys.stdout.encoding or "utf-8"
    data = text.encode(encoding, "replace")
    buffer = getattr(sys.stdout, "buffer", None)
    try:
        if isinstance(buffer, io.RawIOBase):
            _write_whole(buffer, data.replace(b"\n", os.linesep.encode()))
        else:
            sys.stdout.write(data.decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_stdout()
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"stdout cannot be written ({reason})") from error


def to_stderr(text: str) -> None:
    """Write a report to stderr, where stdout is for something else; where nobody listens, nowhere."""
    if sys.stderr is None:
        return
    encoding = sys.stderr.encoding or "utf-8"
    try:
        sys.stderr.write(text.encode(encoding, "replace").decode(encoding))
        sys.stderr.flush()
    except OSError:
        return


def write_bytes(content: bytes) -> None:
    """Write a text's bytes to stdout as they are, its own line ends too."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        _to_stdout(content.decode())
        return
    try:
        sys.stdout.flush()
        _write_whole(buffer, content)
        buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        abandon_stdout()
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"stdout cannot be written ({reason})") from error


def _write_whole(stream: Any, content: bytes) -> None:
    """Write all of it: with PYTHONUNBUFFERED a write may take a part, as where a disk is full or a
    reader has gone, and nothing but the number that it gives says so.
    """
    rest = memoryview(content)
    while rest:
        taken = stream.write(rest)
        if taken is None:
            raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
        rest = rest[taken:]


def abandon_stdout() -> None:
    """Give stdout another end, so that the interpreter's own flush at exit stays quiet."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return


def _to_file(text: str, path: str) -> None:
    """Into a neighbour first, which then takes the name: nobody ever sees half a report."""
    mode = _mode(path)
    if mode is not None and not stat.S_ISREG(mode):
        with open(path, "w", encoding="utf-8", newline="") as device:
            device.write(text)
        return
    with undisturbed():
        _replace(text, path, 0o666 & ~_umask() if mode is None else stat.S_IMODE(mode))


def _replace(text: str, path: str, mode: int) -> None:
    from wodlang.text.drafts import new_draft, remove_abandoned

    folder, name = os.path.split(path)
    handle, draft = new_draft(folder, name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(draft, mode)
        os.replace(draft, path)
    except BaseException:
        os.unlink(draft)
        raise
    remove_abandoned(folder)


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
