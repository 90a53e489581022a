"""docs/writing-a-pack.md, followed to the letter in a clean environment outside of the checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs" / "writing-a-pack.md"
STEP = re.compile(
    r"^<!-- (write|run|prints|prints the end)(?:: (\S+))? -->\n```\w*\n(.*?)^```$", re.M | re.S
)


class Step(NamedTuple):
    """A marked block of the guide: what to do, with which file or exit code, and its text."""

    does: str
    argument: str
    text: str


def steps() -> Iterator[Step]:
    for found in STEP.finditer(GUIDE.read_text("utf-8")):
        yield Step(found[1], found[2] or "", found[3])


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment in which the wheel is installed."""
    folder = tmp_path_factory.mktemp("reader")
    for command in (
        [sys.executable, "-m", "build", "--wheel", "--outdir", str(folder), str(ROOT)],
        [sys.executable, "-m", "venv", str(folder / "venv")],
    ):
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=600)
    wheel = str(next(folder.glob("*.whl")))
    pip = [str(folder / "venv/bin/python"), "-m", "pip", "install", "-q", wheel]
    subprocess.run(pip, cwd=folder, check=True, capture_output=True, timeout=600)
    return folder / "venv" / "bin"


def test_the_guide_has_steps_of_every_kind() -> None:
    kinds = [step.does for step in steps()]
    assert kinds.count("run") >= 6
    assert kinds.count("write") >= 6
    assert {"prints", "prints the end"} <= set(kinds)


def test_every_step_does_what_the_guide_says(programs: Path, tmp_path: Path) -> None:
    folder, printed = tmp_path, ""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    environment = {
        **kept, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": "",
        "WODLANG_CACHE": str(tmp_path / ".cache"), "COLUMNS": "80",
    }  # fmt: skip
    for step in steps():
        if step.does == "write":
            file = folder / step.argument
            assert file.parent.is_dir(), f"{file} has no folder at this step"
            file.write_text(step.text, "utf-8")
        elif step.does == "run":
            script = f"set -e\n{step.text}\npwd > {tmp_path}/where\n"
            if step.argument:
                script = f"{step.text}\ncode=$?\npwd > {tmp_path}/where\nexit $code\n"
            ended = subprocess.run(
                ["bash", "-c", script], cwd=folder, env=environment, capture_output=True,
                text=True, timeout=600,
            )  # fmt: skip
            printed = ended.stdout
            wanted = int(step.argument or 0)
            assert ended.returncode == wanted, f"{step.text}\n{printed}{ended.stderr}"
            folder = Path((tmp_path / "where").read_text().strip())
        elif step.does == "prints":
            assert printed.strip() == step.text.strip()
        else:
            assert printed.rstrip().endswith(step.text.strip())
    pages = {path.name for path in (tmp_path / "iron-works/docs/rules").iterdir()}
    assert pages == {"index.md", "IW101.md", "IW201.md", "IW202.md"}
    assert list((tmp_path / "iron-works/dist").glob("*.whl"))
