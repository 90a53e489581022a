"""Runs of `wod check` that remember."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from wodlang.cli import check_anew
from wodlang.cli.main import main
from wodlang.cli.results import file_state

sys.path.insert(0, str(Path(__file__).parent))  # remembered_runs

from remembered_runs import Check


@pytest.fixture
def check(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Check:
    """Runs `wod check` and gives its exit code and how many texts were checked anew."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WODLANG_CACHE", str(tmp_path / "cache"))
    true, counted = check_anew.workbench.check_text, [0]

    def counting(*arguments: object, **named: object) -> object:
        counted[0] += 1
        return true(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(check_anew.workbench, "check_text", counting)
    monkeypatch.setattr(file_state, "KERNEL_TICK", 0)  # the start of Python takes longer than one

    def run(*typed: str, output: str = "json") -> tuple[int, int]:
        before = counted[0]
        options = ["--output-format", output] if output else []
        return main(["check", *options, *typed]), counted[0] - before

    return run


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if all files had been written long ago: their times count at once."""
    monkeypatch.setattr(file_state, "GRANULARITY", 0)
