"""`wod check --fix` where the machine fails: nothing is lost, nothing half written, all is said."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

OLD = "session A\n  Squat 3x5  # wod: ignore[PC302] old\n" + "  Leg Press 3x8 (slow)\n" * 40
NEW = OLD.replace("  # wod: ignore[PC302] old", "")
NOBODY = 65534
IS_ROOT = os.name == "posix" and os.geteuid() == 0


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


def command(*typed: str) -> list[str]:
    return [sys.executable, "-m", "wodlang", "check", *typed]


def environment() -> dict[str, str]:
    paths = os.pathsep.join(path for path in sys.path if path)
    return {**os.environ, "PYTHONPATH": paths, "WODLANG_CACHE": "", "PYTHONDONTWRITEBYTECODE": "1"}


def wod(folder: Path, *typed: str) -> Done:
    done = subprocess.run(
        command(*typed), cwd=folder, env=environment(), capture_output=True, timeout=300,
        check=False,
    )  # fmt: skip
    result = Done(done.returncode, done.stdout.decode(), done.stderr.decode())
    assert "Traceback" not in result.err
    return result


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that any user may enter, with a configuration of its own."""
    path = Path(tempfile.mkdtemp(prefix="wod-faults-"))
    path.chmod(0o755)
    (path / "wod.toml").write_text("")
    yield path
    shutil.rmtree(path)


def drafts(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.name.endswith(".tmp")]


def any_left(group: int) -> bool:
    """Whether a process of a group still runs."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_ended_in_the_middle(folder: Path, ending: signal.Signals, jobs: str) -> None:
    files = [folder / f"{number:03}.wod" for number in range(120)]
    for file in files:
        file.write_text(OLD)
    process = subprocess.Popen(
        command("--fix", "--jobs", jobs), cwd=folder, env=environment(),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    while process.poll() is None and files[3].read_text() == OLD:
        time.sleep(0.002)
    os.killpg(process.pid, ending)
    process.wait(timeout=60)
    texts = [file.read_text() for file in files]
    assert set(texts) == {OLD, NEW}, "some were done, some were not, none is anything else"
    if ending is not signal.SIGKILL:
        assert process.returncode in (128 + ending, -ending)
        while any_left(process.pid):
            time.sleep(0.05)
        assert not drafts(folder)
    again = wod(folder, "--fix")
    assert (again.code, again.err) == (0, "")
    assert {file.read_text() for file in files} == {NEW}
    assert f"in {texts.count(OLD)} file" in again.out
    assert all(path.name.startswith(".") for path in drafts(folder)), (
        "no run takes them for programs"
    )


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    """A disk of a few pages."""
    disk = folder / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if not IS_ROOT or shutil.which("mount") is None:
        pytest.skip("only root may mount a small disk")
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no file system can be mounted here")
    (disk / "wod.toml").write_text("")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def fill(disk: Path) -> Path:
    filler = disk / "filler"
    with open(filler, "wb", buffering=0) as file:
        while True:
            try:
                file.write(b"x" * 4096)
            except OSError:
                return filler


def test_a_full_disk(small_disk: Path) -> None:
    for name in ("a", "b"):
        (small_disk / f"{name}.wod").write_text(OLD)
    filler = fill(small_disk)
    result = wod(small_disk, "--fix")
    assert result.code == 2
    assert result.err.count("cannot be written (no space left on device)") == 2
    assert "WOD108" in result.out, "what was not fixed is still reported"
    assert "Fixed no findings, 2 left." in result.out
    assert {(small_disk / f"{name}.wod").read_text() for name in ("a", "b")} == {OLD}
    baseline = wod(small_disk, "--write-baseline", "b.toml")
    assert baseline.code == 2
    assert "b.toml: cannot be written (no space left on device)" in baseline.err
    assert not (small_disk / "b.toml").exists()
    assert not drafts(small_disk)
    filler.unlink()
    assert wod(small_disk, "--fix").code == 0
    assert (small_disk / "a.wod").read_text() == NEW


AS_NOBODY = f"""
import os, sys
from wodlang.cli.main import main
os.chdir(sys.argv[1])
main(["check", "--fix", "--output-file", os.devnull])  # reads what nobody may not: the code itself
os.chdir("/")
os.setgroups([])
os.setgid({NOBODY})
os.setuid({NOBODY})
os.chdir(sys.argv[2])
sys.exit(main(["check", "--fix"]))
"""


def fix_unprivileged(folder: Path, warm: Path) -> Done:
    """Fix as a user whom the system refuses something: as nobody, where root would see no fault."""
    if not IS_ROOT:
        return wod(folder, "--fix")
    (warm / "wod.toml").write_text("")
    (warm / "a.wod").write_text(OLD + "Benh Press 3x5\n")
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(warm), str(folder)], env=environment(),
        capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    return Done(done.returncode, done.stdout, done.stderr)


def test_a_folder_that_may_not_be_written(folder: Path, tmp_path: Path) -> None:
    closed = folder / "closed"
    closed.mkdir()
    (closed / "a.wod").write_text(OLD)
    (closed / "a.wod").chmod(0o666)
    closed.chmod(0o555)
    result = fix_unprivileged(folder, tmp_path)
    closed.chmod(0o755)
    assert result.code == 2
    assert "closed/a.wod: cannot be written (its folder" in result.err
    assert (closed / "a.wod").read_text() == OLD
    assert not drafts(folder)


def test_a_file_of_another_user(folder: Path, tmp_path: Path) -> None:
    folder.chmod(0o777)
    for name, mode in (("a", 0o444), ("b", 0o666), ("c", 0o000)):
        (folder / f"{name}.wod").write_text(OLD)
        (folder / f"{name}.wod").chmod(mode)
    result = fix_unprivileged(folder, tmp_path)
    assert result.code == 2
    assert "a.wod: cannot be written (permission denied)" in result.err
    assert "c.wod: may not be read (permission denied)" in result.err
    (folder / "c.wod").chmod(0o644)
    assert [(folder / f"{name}.wod").read_text() for name in "abc"] == [OLD, NEW, OLD]


def test_links_and_pipes(folder: Path) -> None:
    (folder / "real").mkdir()
    (folder / "real" / "a.wod").write_text(OLD)
    os.symlink("real/a.wod", folder / "link.wod")
    os.symlink("loop.wod", folder / "loop.wod")
    os.symlink("..", folder / "real" / "up")
    os.symlink("gone.wod", folder / "dangling.wod")
    os.mkfifo(folder / "pipe.wod")
    result = wod(folder, "--fix")
    assert result.code == 2
    for said in ("loop.wod: cannot be read (too many levels", "dangling.wod: there is no such",
                 "pipe.wod: is a pipe (FIFO)"):  # fmt: skip
        assert said in result.err
    assert (folder / "real" / "a.wod").read_text() == NEW
    assert os.readlink(folder / "link.wod") == "real/a.wod"
    assert "Fixed 1 finding in 1 file, 0 left." in result.out


def test_a_link_and_its_target_in_two_processes(folder: Path) -> None:
    """Both at once, each would take the other's change for somebody else's."""
    os.symlink("target.wod", folder / "link.wod")
    for _ in range(6):
        (folder / "target.wod").write_text(OLD)
        result = wod(folder, "--fix", "--jobs", "2")
        assert (result.code, result.err) == (0, "")
        assert "Fixed 1 finding in 1 file, 0 left." in result.out


def test_a_thousand_files_with_one_in_a_hundred_broken(folder: Path) -> None:
    broken = dict.fromkeys(range(0, 1000, 200), b"Squat 3x5 \xe9\n")
    broken |= dict.fromkeys(range(100, 1000, 200), b"Squat\0\0 3x5")
    for number in range(1000):
        file = folder / f"{number // 100}" / f"{number}.wod"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(broken.get(number, b"Squat 3x5  # wod: ignore[PC302] old\n"))
    result = wod(folder, "--fix", "--output-format", "concise")
    assert (result.code, result.out) == (2, "")
    assert "Fixed 990 findings in 990 files, 0 left." in result.err
    said = result.err.splitlines()
    for number in range(1000):
        name = f"{number // 100}/{number}.wod"
        assert (folder / name).read_bytes() == broken.get(number, b"Squat 3x5\n")
        assert sum(name in line for line in said) == (number in broken)
    assert not drafts(folder)
