"""Replaces the content of a file as a whole, or not at all."""

from __future__ import annotations

import errno
import os
import stat
import sys

from wodlang.text.drafts import new_draft, remove_abandoned
from wodlang.text.undisturbed import undisturbed


class FileChanged(Exception):
    """The file holds something else than what was read from it; `path` is the file."""

    def __init__(self, path: str) -> None:
        """Name the file."""
        super().__init__(f"{path}: it was changed meanwhile, and is left as it is now")
        self.path = path


def write_atomically(path: str, before: bytes, after: bytes) -> None:
    """Give a file that holds `before` the content `after`, in one step.

    The content goes into a new file in the same folder, to the disk, and takes the name of the old
    one: whoever reads the file, even after a crash, finds all of the old content or all of the new.
    A symbolic link is followed, its target written; a hard link keeps the old content. Permissions are
    kept, owner and extended attributes as far as one may.

    Raises `FileChanged` where the file does not hold `before` any more, and `OSError` where it
    cannot be read or written; the file is then as it was, and nothing is left beside it. A file
    that may not be written raises `PermissionError`, though its folder would allow to replace it.
    What a killed process left in the folder, a later one removes.
    """
    target = os.path.realpath(path)
    status = os.stat(target)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "is no regular file", path)
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    _compare(path, target, before)
    with undisturbed():
        draft = _draft(path, target, after, status)
        try:
            _compare(path, target, before)  # as late as can be: only the rename is left
            os.replace(draft, target)
        except BaseException:
            _remove(draft)
            raise
    _sync_folder(os.path.dirname(target))
    remove_abandoned(os.path.dirname(target))


def _compare(path: str, target: str, before: bytes) -> None:
    try:
        with open(target, "rb") as file:
            content = file.read(len(before) + 1)
    except FileNotFoundError as error:
        raise FileChanged(path) from error
    if content != before:
        raise FileChanged(path)


def _draft(path: str, target: str, after: bytes, status: os.stat_result) -> str:
    """A file beside the target that holds the new content; its path."""
    folder, name = os.path.split(target)
    try:
        handle, draft = new_draft(folder, name)
    except OSError as error:
        raise _of_folder(error, folder, path) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(after)
            _take_over(file.fileno(), draft, status)
            _take_over_attributes(target, draft)
            file.flush()
            os.fsync(file.fileno())
    except BaseException as error:
        _remove(draft)
        if isinstance(error, OSError):
            raise OSError(error.errno, error.strerror, path) from error
        raise
    return draft


def _of_folder(error: OSError, folder: str, path: str) -> OSError:
    """The folder refused a new file: said of the folder, for that is what is to be changed."""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        reason = f"its folder {folder or '.'} may not be written"
        return type(error)(error.errno, reason, path)
    return OSError(error.errno, error.strerror, path)


def _take_over(handle: int, draft: str, status: os.stat_result) -> None:
    """Owner, then permissions: a change of owner takes some of them away."""
    own = os.stat(draft)
    if hasattr(os, "fchown") and (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
        for owner, group in ((status.st_uid, status.st_gid), (-1, status.st_gid)):
            try:
                os.fchown(handle, owner, group)
                break
            except OSError:  # only root gives files away
                continue
    os.chmod(draft, stat.S_IMODE(status.st_mode))


def _take_over_attributes(target: str, draft: str) -> None:
    """Extended attributes, where the system and both files have them and let them be written."""
    if sys.platform != "linux":
        return
    try:
        names = os.listxattr(target)
    except OSError:
        return
    for name in names:
        try:
            os.setxattr(draft, name, os.getxattr(target, name))
        except OSError:  # some belong to the system
            continue


def _remove(draft: str) -> None:
    try:
        os.unlink(draft)
    except OSError:
        return


def _sync_folder(folder: str) -> None:
    """The new name to the disk as well, where the system lets a folder be opened for that."""
    try:
        handle = os.open(folder or ".", os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)
