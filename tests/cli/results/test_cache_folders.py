"""A cache folder that cannot be used costs the cache alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from remembered_runs import WRONG, Check, put, run

from wodlang.text.cache_folder import read_own


def test_a_cache_folder_that_cannot_be_written_costs_the_cache_alone(
    check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.wod", WRONG)
    put("file", "")
    for folder in ("/dev/full/cache", "file", "/proc/nowhere"):
        monkeypatch.setenv("WODLANG_CACHE", str(Path(folder).absolute()))
        assert check("a.wod") == (1, 1)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_costs_the_cache_alone(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("disk").mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=32k", "tmpfs", "disk"], check=False)
    if made.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        monkeypatch.setenv("WODLANG_CACHE", str(Path("disk/cache").absolute()))
        for number in range(200):
            put(f"{number}.wod", WRONG)
        for _ in range(2):
            assert check("--jobs", "1", ".") == (1, 200)
        assert list(Path("disk/cache").rglob("tmp*")) == [], "no draft is left to fill the disk"
    finally:
        subprocess.run(["umount", "disk"], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="another user is needed, for root may write all")
def test_a_read_only_cache_folder_costs_the_cache_alone(tmp_path: Path) -> None:
    put(str(tmp_path / "a.wod"), WRONG)
    (tmp_path / "cache").mkdir(mode=0o555)
    code = (
        "import os, sys\n"
        "from wodlang.cli.main import main\n"
        "typed = ['check', '--output-format', 'concise', sys.argv[1]]\n"
        "cache = os.environ['WODLANG_CACHE']\n"
        "main([*typed, '--no-cache'])  # all is imported while it may be read\n"
        "os.environ['WODLANG_CACHE'] = cache\n"
        "os.setuid(65534)\n"
        "raise SystemExit(main(typed))\n"
    )
    for folder in (tmp_path, *tmp_path.parents):  # a user without rights has to get there
        if folder.stat().st_uid == os.geteuid() and folder not in (Path("/"), Path("/tmp")):
            folder.chmod(folder.stat().st_mode | 0o055)
    done = run([sys.executable, "-c", code, str(tmp_path / "a.wod")], tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.count("PC302") == 2
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
def test_what_another_user_laid_there_is_not_believed(check: Check) -> None:
    """Whoever may write into a shared cache could say of any program that it is clean."""
    put("a.wod", WRONG)
    assert check("a.wod") == (1, 1)
    paths = [path for path in Path("cache").rglob("*") if path.is_file()]
    for path in paths:
        os.chown(path, 65534, 65534)
        assert read_own(str(path), 10**9) is None
    assert check("a.wod") == (1, 1)
    assert check("a.wod") == (1, 0)
