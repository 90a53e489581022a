"""Packs of strangers, installed for real in a folder of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SESSION = "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"


class Site:
    """A folder with installed distributions."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, code: str, distribution: str = "") -> None:
        distribution = distribution or name
        module = f"wod_test_{distribution}"
        info = self.folder / f"{distribution}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
        )
        (info / "entry_points.txt").write_text(f"[wodlang]\n{name} = {module}\n")
        (self.folder / f"{module}.py").write_text(code)

    def wod(self, *typed: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """A call of `wod` in the folder; a traceback never comes out."""
        (self.folder / "monday.wod").write_text(SESSION)
        variables = {"PYTHONPATH": str(self.folder), "WODLANG_CACHE": str(self.folder / "c")}
        done = subprocess.run(
            [sys.executable, "-m", "wodlang", *typed],
            cwd=self.folder, env={**os.environ, **variables, **environment},
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done

    def check(self, *options: str, **environment: str) -> tuple[int, str, dict[str, Any]]:
        """Exit code, stderr and report of `wod check` on the session."""
        done = self.wod("check", "--output-format", "json", *options, "monday.wod", **environment)
        return done.returncode, done.stderr, json.loads(done.stdout)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path)
