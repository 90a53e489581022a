"""action.yml: read and evaluated by GitHub's own packages, its steps run as they stand there."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
Act = Callable[..., dict[str, Any]]
ANNOTATION = re.compile(r"^::warning .*file=(?:bad/)?b\.wod,.*line=2.*::.*", re.MULTILINE)

pytestmark = pytest.mark.network


@pytest.fixture
def check(act: Act, installed: Path, gym: Path) -> Act:
    """Run the action in the folder `gym`, wodlang installed already."""
    given = {"install": {"programs": str(installed)}}
    return lambda **inputs: act(gym, given, **inputs)


def step(result: dict[str, Any], name: str) -> dict[str, Any]:
    return next(one for one in result["steps"] if one["name"] == name)


def test_it_fits_the_schema_and_github_reads_it(first_act: dict[str, Any], run: Any) -> None:
    done = run("check-jsonschema", "--builtin-schema", "github-actions", "action.yml", cwd=ROOT)
    assert done.returncode == 0, done.stdout
    assert first_act["errors"] == []


def test_its_scripts_are_sound(run: Any, tmp_path: Path) -> None:
    scripts = [one["run"] for one in ACTION["runs"]["steps"] if "run" in one]
    assert len(scripts) == 3
    for script in scripts:
        assert "${{" not in script, "values come by the environment: no script is made of them"
        done = run("shellcheck", "--shell=bash", "-", cwd=tmp_path, stdin=script)
        assert done.returncode == 0, done.stdout


def test_it_installs_its_own_wodlang_and_checks(first_act: dict[str, Any]) -> None:
    checked = step(first_act, "Check")
    assert checked["code"] == 1
    assert ANNOTATION.search(checked["out"]), checked["out"]
    assert first_act["outputs"] == {"exit-code": "1", "sarif-file": ""}
    assert first_act["failed"]


def test_it_installs_the_version_that_is_asked_for(act: Act, gym: Path) -> None:
    result = act(gym, env={"PIP_NO_INDEX": "1"}, version="1.2.0")
    assert (
        "No matching distribution found for wodlang==1.2.0"
        in step(result, "Install wodlang")["err"]
    )
    assert not step(result, "Check")["ran"]


@pytest.mark.parametrize(
    ("inputs", "code", "annotated"),
    [
        pytest.param({"path": "good"}, 0, False, id="good"),
        pytest.param({"path": "good\nbad\n"}, 1, True, id="a path a line"),
        pytest.param({"args": "--fail-level error"}, 0, True, id="options"),
        pytest.param({"args": "--ignore 'PC302, PC1'"}, 0, False, id="options in quotes"),
        pytest.param({"path": "gone"}, 2, False, id="no such path"),
        pytest.param({"path": "-x\n$(touch hacked)\n;touch hacked"}, 2, False, id="odd paths"),
        pytest.param({"args": "--ignore '$(touch hacked)' `touch hacked`"}, 2, False, id="code"),
        pytest.param({"args": "--ignore 'PC302"}, 1, False, id="a quote without its end"),
        pytest.param({"format": "xml"}, 2, False, id="no such format"),
    ],
)
def test_it_checks(
    check: Act, gym: Path, inputs: dict[str, str], code: int, annotated: bool
) -> None:
    result = check(**inputs)
    checked = step(result, "Check")
    assert checked["code"] == code, checked
    assert bool(ANNOTATION.search(checked["out"])) == annotated
    assert result["failed"] == (code != 0)
    assert "Traceback" not in checked["err"]
    assert not (gym / "hacked").exists()


@pytest.mark.parametrize(("path", "code", "count"), [("bad", 1, 1), ("good", 0, 0)])
def test_sarif_is_uploaded_before_the_job_fails(
    check: Act, path: str, code: int, count: int
) -> None:
    result = check(format="sarif", path=path)
    assert step(result, "Check")["code"] == 0
    assert step(result, "Check")["out"].count("PC302") == count, "the log shows the findings"
    uploaded = step(result, "Upload to code scanning")
    assert uploaded["uses"] == "github/codeql-action/upload-sarif"
    [given] = [one["with"] for one in ACTION["runs"]["steps"] if "upload" in one.get("uses", "")]
    assert given["sarif_file"] == "${{ steps.check.outputs.sarif-file }}"
    sarif = json.loads(Path(result["outputs"]["sarif-file"]).read_text("utf-8"))
    assert len(sarif["runs"][0]["results"]) == count
    assert result["outputs"]["exit-code"] == str(code)
    assert step(result, "Exit as wod check did")["code"] == code


def test_the_page_lists_its_inputs() -> None:
    page = (ROOT / "docs" / "ci.md").read_text("utf-8")
    table = page.split("| input | is | default |")[1].split("\n\n")[0]
    rows = [re.findall(r"`([^`]+)`", row) for row in table.splitlines()[2:]]
    shown = {row[0]: row[-1] for row in rows if row}
    assert shown.keys() == ACTION["inputs"].keys()
    for name, value in ACTION["inputs"].items():
        assert value["default"] in (shown[name], ""), name
    assert set(re.findall(r"outputs are `([\w-]+)` and `([\w-]+)`", page)[0]) == set(
        ACTION["outputs"]
    )
