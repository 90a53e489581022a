"""The wheel and the sdist, each installed in a clean environment as a stranger would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SESSION = "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"


def run(*command: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=600,
    )


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("dist")
    built = run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    assert built.returncode == 0, built.stderr
    return {"wheel": next(folder.glob("*.whl")), "sdist": next(folder.glob("*.tar.gz"))}


def test_the_wheel_carries_what_the_program_needs(archives: dict[str, Path]) -> None:
    names = zipfile.ZipFile(archives["wheel"]).namelist()
    for needed in (
        "wodlang/py.typed",
        "wodlang/grammar/prescription.lark",
        "wodlang/grammar/headers.lark",
        "wodlang/model/catalogue/exercises/hinge.json",
        "wodlang/model/catalogue/catalogue.index",
        "wodlang/report/schemas/findings.schema.json",
        "wodlang/report/schemas/program.schema.json",
        "wodlang_posterior_chain/rules/unsupported_row_after_hinge.py",
    ):
        assert needed in names
    assert not [name for name in names if "corpus" in name or name.startswith("tests")]


def test_the_sdist_carries_the_tests_and_no_environment(archives: dict[str, Path]) -> None:
    with tarfile.open(archives["sdist"]) as sdist:
        names = [name.split("/", 1)[1] for name in sdist.getnames() if "/" in name]
    assert "grammar/prescription.lark" in names
    assert any(name.startswith("grammar/corpus/") for name in names)
    assert "tests/packaging/test_install.py" in names
    assert not [name for name in names if name.startswith((".venv", ".git/", "dist"))]


@pytest.mark.parametrize("kind", ["wheel", "sdist"])
def test_installed_in_a_clean_environment(
    kind: str, archives: dict[str, Path], tmp_path: Path
) -> None:
    python = tmp_path / "venv" / "bin" / "python"
    assert run(sys.executable, "-m", "venv", tmp_path / "venv", cwd=tmp_path).returncode == 0
    installed = run(python, "-m", "pip", "install", "-q", archives[kind], cwd=tmp_path)
    assert installed.returncode == 0, installed.stderr
    (tmp_path / "monday.wod").write_text(SESSION)
    wod = tmp_path / "venv" / "bin" / "wod"
    checked = run(
        wod, "check", "--output-format", "json", "monday.wod",
        cwd=tmp_path, WODLANG_CACHE=str(tmp_path / "cache"), PYTHONPATH="",
    )  # fmt: skip
    assert checked.returncode == 1, checked.stderr
    report = json.loads(checked.stdout)
    assert [pack["name"] for pack in report["packs"]] == ["core", "posterior-chain"]
    assert "PC302" in [finding["code"] for finding in report["findings"]]
