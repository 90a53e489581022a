"""What `wod pack new --python` makes, as its author would use it: installed, tested, built, shipped."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SUMMARY = "iron-house 0.1.0: 2 rules, 9 examples, all hold.\n"


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**kept, "PYTHONPATH": "", "WODLANG_CACHE": str(cwd / ".cache")},
        capture_output=True,
        text=True,
        timeout=600,
    )


def done(*command: str | Path, cwd: Path) -> str:
    """The stdout of a command that must succeed."""
    ended = run(*command, cwd=cwd)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of wodlang."""
    folder = tmp_path_factory.mktemp("dist")
    done(sys.executable, "-m", "build", "--wheel", "--outdir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def pack(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scaffold, made and installed by the wheel's own `wod` in a clean environment."""
    folder = tmp_path_factory.mktemp("author")
    done(sys.executable, "-m", "venv", "venv", cwd=folder)
    python = folder / "venv/bin/python"
    done(python, "-m", "pip", "install", "-q", wheel, cwd=folder)
    done(folder / "venv/bin/wod", "pack", "new", "iron-house", "--python", cwd=folder)
    done(python, "-m", "pip", "install", "-q", "-e", "iron-house[dev]", cwd=folder)
    return folder / "iron-house"


def test_its_own_checks_pass_as_generated(pack: Path) -> None:
    programs = pack.parent / "venv/bin"
    assert "12 passed" in done(programs / "pytest", cwd=pack)
    done(programs / "ruff", "check", ".", cwd=pack)
    done(programs / "ruff", "format", "--check", ".", cwd=pack)
    done(programs / "mypy", cwd=pack)


def test_wod_checks_documents_and_lists_it(pack: Path) -> None:
    wod = pack.parent / "venv/bin/wod"
    for folder in (pack, pack.parent):
        assert done(wod, "pack", "check", "iron-house", cwd=folder) == SUMMARY
    done(wod, "pack", "docs", "iron-house", "--output-dir", "pages", cwd=pack)
    assert {path.name for path in (pack / "pages").iterdir()} == {
        "index.md", "IH101.md", "IH201.md",
    }  # fmt: skip
    assert "(entry point iron-house = wodlang_iron_house)" in done(wod, "pack", "list", cwd=pack)
    said = run(wod, "check", "--output-format", "concise", "tests/fixtures/monday.wod", cwd=pack)
    assert (said.returncode, said.stdout.count("IH101")) == (1, 1)


def test_a_broken_rule_fails_its_tests(pack: Path) -> None:
    rule = pack / "src/wodlang_iron_house/rules/heavy_squat_without_belt.py"
    right = rule.read_text("utf-8")
    assert right.count("demands(axial=2)") == 1
    try:
        rule.write_text(right.replace("demands(axial=2)", "demands(axial=4)"), "utf-8")
        ended = run(pack.parent / "venv/bin/pytest", cwd=pack)
    finally:
        rule.write_text(right, "utf-8")
    assert ended.returncode == 1
    assert "IH101" in ended.stdout


def test_its_wheel_lints_in_another_environment(pack: Path, wheel: Path, tmp_path: Path) -> None:
    python = pack.parent / "venv/bin/python"
    done(python, "-m", "build", "--no-isolation", "--outdir", tmp_path, pack, cwd=pack)
    built = next(tmp_path.glob("*.whl"))
    assert "wodlang_iron_house/py.typed" in zipfile.ZipFile(built).namelist()
    done(sys.executable, "-m", "venv", "venv", cwd=tmp_path)
    done(tmp_path / "venv/bin/python", "-m", "pip", "install", "-q", wheel, built, cwd=tmp_path)
    (tmp_path / "monday.wod").write_text("Back Squat 3x3 @ 88%\n")
    wod = tmp_path / "venv/bin/wod"
    said = run(wod, "check", "--output-format", "concise", "monday.wod", cwd=tmp_path)
    assert said.returncode == 1, said.stderr
    assert "IH101" in said.stdout
