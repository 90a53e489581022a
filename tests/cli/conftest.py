"""Calls of `wod`, in this process and as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from wodlang.cli.main import main


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Wod = Callable[..., Result]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with a wod.toml, so that none above it is found."""
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "wod.toml").write_text("")
    monkeypatch.chdir(folder)
    monkeypatch.setenv("WODLANG_CACHE", "")  # so that it is put back, whatever --no-cache does
    monkeypatch.delenv("WODLANG_CACHE")
    return folder


@pytest.fixture
def wod(here: Path, capsys: pytest.CaptureFixture[str]) -> Wod:
    """Call `wod` in this process."""

    def call(*typed: str) -> Result:
        code = main(typed)
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Result(code, said.out, said.err)

    return call


@pytest.fixture
def program(here: Path) -> Wod:
    """Call `python -m wodlang`."""

    def call(*typed: str, stdin: bytes = b"", **variables: str) -> Result:
        paths = os.pathsep.join(path for path in sys.path if path)
        done = subprocess.run(
            [sys.executable, "-m", "wodlang", *typed],
            input=stdin, capture_output=True, check=False, timeout=60,
            env={**os.environ, "PYTHONPATH": paths, **variables},
        )  # fmt: skip
        result = Result(done.returncode, done.stdout.decode(), done.stderr.decode())
        assert "Traceback" not in result.err
        return result

    return call
