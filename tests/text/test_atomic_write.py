"""A file is replaced as a whole or not at all, with the real faults of a file system."""

from __future__ import annotations

import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from wodlang.text.atomic_write import FileChanged, write_atomically

BEFORE, AFTER = b"Squat 3 x 5\r\n", b"Squat 3x5\r\n"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "a.wod"
    path.parent.mkdir()
    path.write_bytes(BEFORE)
    return path


def write(path: Path) -> None:
    write_atomically(str(path), BEFORE, AFTER)


def holds_only(path: Path, content: bytes) -> None:
    """The file holds this, and nothing was left beside it."""
    assert path.read_bytes() == content
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_content_is_replaced(file: Path) -> None:
    write(file)
    holds_only(file, AFTER)


def test_permissions_are_kept(file: Path) -> None:
    file.chmod(0o640)
    write(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


@pytest.mark.skipif(not IS_ROOT, reason="only root may give files away")
def test_the_owner_is_kept(file: Path) -> None:
    os.chown(file, NOBODY, NOBODY)
    file.chmod(0o664)
    write(file)
    status = file.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o777) == (NOBODY, NOBODY, 0o664)


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes are Linux's here")
def test_extended_attributes_are_kept(file: Path) -> None:
    if sys.platform != "linux":
        return
    try:
        os.setxattr(file, "user.coach", b"Kim")
    except OSError:
        pytest.skip("this file system has no extended attributes")
    write(file)
    assert os.getxattr(file, "user.coach") == b"Kim"


def test_a_link_is_followed(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.wod"
    link.symlink_to("folder/a.wod")
    write(link)
    assert link.is_symlink()
    holds_only(file, AFTER)


@pytest.mark.parametrize("content", [b"", BEFORE + b"x", BEFORE[:-1], b"Row 3x8"])
def test_a_changed_file_is_left(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(FileChanged, match="changed meanwhile") as raised:
        write(file)
    assert raised.value.path == str(file)
    holds_only(file, content)


def test_a_change_while_it_writes_is_seen(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def someone_writes(handle: int) -> None:
        file.write_bytes(b"Row 3x8")

    monkeypatch.setattr(os, "fsync", someone_writes)
    with pytest.raises(FileChanged):
        write(file)
    holds_only(file, b"Row 3x8")


def test_a_file_that_is_gone_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write(tmp_path / "gone.wod")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="no regular file"):
        write(tmp_path)


SCRIPT = textwrap.dedent(
    """
    import os, sys
    from wodlang.text.atomic_write import write_atomically
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        write_atomically(sys.argv[1], {before!r}, {after!r})
    except OSError as error:
        print(type(error).__name__, error.strerror, error.filename)
    """
).format(before=BEFORE, after=AFTER)


@pytest.fixture
def for_all(file: Path) -> Iterator[Path]:
    """The file, and the folders above it, open to a user without rights."""
    for folder in file.parents:
        if os.stat(folder).st_uid == os.geteuid() and folder not in (Path("/"), Path("/tmp")):
            folder.chmod(folder.stat().st_mode | 0o055)
    file.parent.chmod(0o777)
    file.chmod(0o666)
    yield file
    file.parent.chmod(0o777)


def as_nobody(path: Path) -> str:
    """What the attempt of a user without rights says."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path)], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)},
    )  # fmt: skip
    return done.stdout.strip()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs users")
def test_a_folder_that_may_not_be_written_is_named(for_all: Path) -> None:
    for_all.parent.chmod(0o555)
    said = as_nobody(for_all)
    assert said == f"PermissionError its folder {for_all.parent} may not be written {for_all}"
    holds_only(for_all, BEFORE)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs users")
def test_a_file_that_may_not_be_written_is_left(for_all: Path) -> None:
    for_all.chmod(0o444)
    assert as_nobody(for_all).startswith("PermissionError")
    holds_only(for_all, BEFORE)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    made = mount and subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], check=False, capture_output=True
    )  # fmt: skip
    if not made or made.returncode:
        pytest.skip("no small disk can be made here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_leaves_the_file(small_disk: Path) -> None:
    path = small_disk / "a.wod"
    path.write_bytes(BEFORE)
    with pytest.raises(OSError, match="No space left") as raised:
        write_atomically(str(path), BEFORE, b"x" * 200_000)
    assert raised.value.filename == str(path)
    holds_only(path, BEFORE)


KILLED = textwrap.dedent(
    """
    import os, signal, sys
    from wodlang.text import atomic_write
    def kill(*_):
        os.kill(os.getpid(), signal.SIGKILL)
    setattr(atomic_write.os, sys.argv[2], kill)
    atomic_write.write_atomically(sys.argv[1], {before!r}, {after!r})
    """
).format(before=BEFORE, after=AFTER)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs signals")
@pytest.mark.parametrize("at", ["fsync", "replace"])
def test_a_killed_run_leaves_the_old_content(file: Path, at: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(file), at], check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(one for one in sys.path if one)},
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL
    assert file.read_bytes() == BEFORE
