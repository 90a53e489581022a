"""What the tests of CI files share: programs of others, an installed wodlang, folders to check."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = (
    "src", "grammar", "plugins/wodlang-posterior-chain", "pyproject.toml", "README.md", "LICENSE",
    "action.yml", ".pre-commit-hooks.yaml", "templates",
)  # fmt: skip
GOOD = "Goblet Squat 3x8 @ 24kg\n"
BAD = "Deadlift 4x3 @ 87%\nBarbell Row 3x8 @ 60%\n"

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run a program to its end, without the variables of pytest; it may fail."""

    def call(
        *command: str | Path, cwd: Path, stdin: str = "", **variables: str
    ) -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
        own = {"PYTHONPATH": "", "PIP_DISABLE_PIP_VERSION_CHECK": "1", **variables}
        return subprocess.run(
            [str(part) for part in command], cwd=cwd, env=kept | own, input=stdin,
            capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip

    return call


@pytest.fixture(scope="session")
def node(validators: Path, run: Run) -> Callable[[str, object], Any]:
    """Run one of our scripts in tests/validators: JSON in, JSON out."""

    def call(script: str, data: object) -> Any:
        ended = run("node", script, cwd=validators, stdin=json.dumps(data))
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout)

    return call


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory, commit: Callable[[Path], str]) -> Path:
    """A git repository of wodlang as it is in the working tree, as a user would name it."""
    folder = tmp_path_factory.mktemp("hosted") / "wodlang"
    for name in SOURCES:
        whole, copy = ROOT / name, folder / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        if whole.is_dir():
            shutil.copytree(whole, copy, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(whole, copy)
    commit(folder)
    return folder


@pytest.fixture(scope="session")
def commit(run: Run) -> Callable[[Path], str]:
    """Make all that lies in a folder a commit of a repository there; its hash."""

    def call(folder: Path) -> str:
        who = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        for typed in (("init", "-q"), ("add", "-A"), (*who, "commit", "-q", "-m", "as it is")):
            done = run("git", *typed, cwd=folder)
            assert done.returncode == 0, done.stderr
        return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()

    return call


@pytest.fixture(scope="session")
def act(
    node: Callable[[str, object], Any], sources: Path, tmp_path_factory: pytest.TempPathFactory
) -> Callable[..., dict[str, Any]]:
    """Run action.yml in a folder, its Python set up and the steps in `given` done already."""

    def call(
        folder: Path, given: dict[str, Any] | None = None, env: Any = None, **inputs: str
    ) -> dict[str, Any]:
        temporary = tmp_path_factory.mktemp("runner temp")
        asked = {
            "action": str(sources / "action.yml"),
            "inputs": {name.replace("_", "-"): value for name, value in inputs.items()},
            "github": {"action_path": str(sources)},
            "runner": {"temp": str(temporary)},
            "given": {"python": {"python-path": sys.executable}, **(given or {})},
            "cwd": str(folder),
            "env": {"PYTHONPATH": "", "WODLANG_CACHE": str(temporary / "cache"), **(env or {})},
        }
        return {**node("run-action.cjs", asked), "temp": temporary}

    return call


@pytest.fixture(scope="session")
def first_act(
    act: Callable[..., dict[str, Any]], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """What came of the action in a folder with a bad program, wodlang installed by itself."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "wod.toml").touch()
    (folder / "b.wod").write_text(BAD)
    return act(folder)


@pytest.fixture(scope="session")
def installed(first_act: dict[str, Any]) -> Path:
    """The folder of `python`, `pip` and `wod` of the environment that the action made."""
    programs = first_act["temp"] / "wodlang" / "bin"
    assert (programs / "wod").exists(), first_act
    return Path(programs)


@pytest.fixture
def gym(tmp_path: Path) -> Path:
    """A folder with a good program and a bad one, each in a folder of its own."""
    folder = tmp_path / "gym"
    for name, text in (("good/a.wod", GOOD), ("bad/b.wod", BAD)):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text)
    (folder / "wod.toml").touch()
    return folder
