"""Programs, a pack and runs for the tests of remembered results."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

Check = Callable[..., tuple[int, int]]
"""Runs `wod check`; its exit code and how many texts were checked anew."""

WRONG = "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"
CLEAN = "Back Squat 5x5 @ 80%\n"
PACK = """
[pack]
name = "house"
prefix = "HO"
version = "1.0.0"
description = "House rules"

[[rule]]
code = "HO101"
name = "too-many-sets-of-squats"
severity = "warning"
for-each = "exercise"
when = "pattern = squat and sets > 4"
message = "{sets} sets"
help = "do four"
why = "Time."
source = "Coach"
evidence = "opinion"
valid = ["Back Squat 3x5 @ 80%"]
invalid = [{ wod = "Back Squat 5x5 @ 80%", lines = [1] }]
"""


def put(name: str, text: str, age: float = 60) -> None:
    """Write a file that is older than the doubt about young ones."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    if age:
        then = time.time() - age
        os.utime(path, (then, then))


def the_index() -> Path:
    (found,) = Path("cache/results").glob("*.index")
    return found


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=folder, env=environment(folder), capture_output=True, text=True
    )


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "WODLANG_CACHE": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
