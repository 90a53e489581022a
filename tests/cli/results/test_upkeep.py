"""The folder of results stays small and whole, whoever else writes there or is killed."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from remembered_runs import CLEAN, WRONG, Check, environment, put, run, the_index

from wodlang.cli.results import index, writing


def test_files_that_are_gone_are_forgotten(check: Check) -> None:
    put("a.wod", CLEAN)
    put("b.wod", CLEAN)
    check("a.wod", "b.wod")
    os.unlink("b.wod")
    put("c.wod", CLEAN)
    check("a.wod", "c.wod")
    lines = the_index().read_text().split("\x1d")[4].split("\n")
    assert [line.partition("\t")[0] for line in lines] == ["a.wod", "c.wod"]


def test_the_index_is_bounded(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_FILES", 3)
    for name in "abcdef":
        put(f"{name}.wod", CLEAN)
    check(".")
    assert len(the_index().read_text().split("\x1d")[4].split("\n")) == 3


def test_the_folder_is_bounded(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "MOST_INDEXES", 2)
    put("a.wod", CLEAN)
    old = Path("cache/results/tmpabandoned")
    put(str(old), "half", age=2 * writing.ABANDONED)
    put("cache/results/tmpyoung", "half", age=0)
    for level in ("error", "warning", "info"):
        check("--fail-level", level, "a.wod")
    assert len(list(Path("cache/results").glob("*.index"))) <= 2
    assert [one.name for one in Path("cache/results").glob("tmp*")] == ["tmpyoung"]


def test_what_another_run_found_stays(check: Check) -> None:
    put("a.wod", CLEAN)
    put("b.wod", WRONG)
    check("a.wod")
    mine = the_index().read_bytes()
    the_index().unlink()
    check("b.wod")
    other = index.read_index(str(the_index()))
    own_path = the_index()
    own_path.write_bytes(mine)
    assert other is not None
    writing.write_index(str(own_path), other, {"b.wod"})
    assert check("a.wod", "b.wod") == (1, 0)


def test_parallel_runs_leave_a_whole_index(tmp_path: Path) -> None:
    for number in range(12):
        put(str(tmp_path / f"{number}.wod"), WRONG if number % 3 else CLEAN)
    command = [sys.executable, "-m", "wodlang", "check", "--output-format", "concise"]
    runs = [
        subprocess.Popen(
            [*command, *(f"{number}.wod" for number in range(start, start + 4))],
            cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE,
        )
        for start in (0, 4, 8, 0, 4, 8)
    ]  # fmt: skip
    told = [one.communicate()[0] for one in runs]
    assert told[:3] == told[3:]
    (path,) = (tmp_path / "cache" / "results").iterdir()
    found = index.read_index(str(path))
    assert found is not None
    assert 4 <= len(found.files) <= 12
    again = run([*command, "."], tmp_path)
    assert again.stdout.encode() == b"".join(sorted(b"".join(told[:3]).splitlines(True), key=place))


def place(line: bytes) -> tuple[str, int, int]:
    name, row, column = re.match(rb"([^:]+):(\d+):(\d+)", line).groups()  # type: ignore[union-attr]
    return name.decode(), int(row), int(column)


def test_a_run_that_is_killed_while_it_writes_leaves_the_old_index(tmp_path: Path) -> None:
    """Killed at the worst moment: half of the draft is on the disk."""
    put(str(tmp_path / "a.wod"), WRONG)
    check_it = [sys.executable, "-m", "wodlang", "check", "--output-format", "json", "."]
    first = run(check_it, tmp_path)
    (path,) = (tmp_path / "cache" / "results").iterdir()
    before = path.read_bytes()
    put(str(tmp_path / "b.wod"), CLEAN)
    code = (
        "import os, signal, sys, tempfile\n"
        "from wodlang.cli.main import main\n"
        "true = os.fdopen\n"
        "class Half:\n"
        "    def __init__(self, file): self.file = file\n"
        "    def __enter__(self): return self\n"
        "    def __exit__(self, *_): pass\n"
        "    def write(self, content):\n"
        "        self.file.write(content[: len(content) // 2]); self.file.flush()\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "os.fdopen = lambda *given, **named: Half(true(*given, **named))\n"
        "sys.argv = ['wod']\n"
        "main(['check', '--output-format', 'json', '.'])\n"
    )
    # the same path of Python as `-m` has, so that both use one index
    killed = run([sys.executable, "-c", code.replace("main([", "sys.path[0] = os.getcwd(); main([")],
                 tmp_path)  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert path.read_bytes() == before
    os.unlink(tmp_path / "b.wod")
    again = run(check_it, tmp_path)
    assert (again.returncode, again.stdout) == (first.returncode, first.stdout)
