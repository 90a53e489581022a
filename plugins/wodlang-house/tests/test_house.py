"""The house pack as its users meet it: through the command line alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PACK = HERE.parent / "house.toml"
PROGRAMS = HERE.parents[2] / "examples" / "programs"


def wod(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "wodlang", *words], capture_output=True, text=True, timeout=120
    )


def test_its_examples_hold() -> None:
    done = wod("pack", "check", str(PACK))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "all hold" in done.stdout


def test_its_own_session_speaks_as_the_readme_says() -> None:
    done = wod("check", "--pack", str(PACK), "--select", "IH", str(HERE.parent / "monday.wod"))
    assert done.returncode == 1
    assert "IH101" in done.stdout
    assert "Barbell Row 3x8 @ 80%, straps" in done.stdout


def test_on_published_programs_it_says_what_a_coach_would_accept() -> None:
    accepted = json.loads((HERE / "accepted.json").read_text())
    done = wod(
        "check", "--pack", str(PACK), "--select", "IH", "--output-format", "json", str(PROGRAMS)
    )
    said = [
        {
            "program": Path(one["path"]).name,
            "line": one["range"]["start"]["line"],
            "code": one["code"],
        }
        for one in json.loads(done.stdout)["findings"]
        if one["pack"] == "iron-house"
    ]
    assert said == [{key: one[key] for key in ("program", "line", "code")} for one in accepted]
