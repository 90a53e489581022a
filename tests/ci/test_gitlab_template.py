"""templates/wod/template.yml: fits GitLab's schema, and runs by gitlab-ci-local."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "templates" / "wod" / "template.yml"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
INCLUDED, WRITTEN_OUT = re.findall(
    r"<!-- \.gitlab-ci\.yml[^>]* -->\n```yaml\n(.*?)```", PAGE, re.DOTALL
)
Job = Callable[[str, str], tuple[int, str, Path]]

pytestmark = pytest.mark.network


@pytest.fixture
def job(
    gym: Path, installed: Path, validators: Path, commit: Callable[[Path], str], run: Any
) -> Job:
    """Run a job of a .gitlab-ci.yml in a repository that has the template, in this machine's shell."""
    if shutil.which("rsync") is None:
        pytest.skip("rsync, which gitlab-ci-local needs, is not installed (apt-get install rsync)")

    def call(pipeline: str, name: str) -> tuple[int, str, Path]:
        (gym / "templates" / "wod").mkdir(parents=True)
        (gym / "templates" / "wod" / "template.yml").write_text(TEMPLATE.read_text("utf-8"))
        (gym / ".gitlab-ci.yml").write_text(pipeline)
        commit(gym)
        run("git", "remote", "add", "origin", "git@gitlab.example:gym/programs.git", cwd=gym)
        script = validators / "node_modules" / "gitlab-ci-local" / "src" / "index.js"
        done = run(
            "node", script, "--force-shell-executor", name, cwd=gym,
            PATH=f"{installed}{os.pathsep}{os.environ['PATH']}", WODLANG="pip",
            WODLANG_CACHE=str(gym.parent / "cache"),
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr, gym

    return call


def included(**inputs: str) -> str:
    local = {"local": "templates/wod/template.yml", "inputs": {"package": "pip", **inputs}}
    return str(yaml.safe_dump({"include": [local]}))


def test_it_fits_the_schema(run: Any, tmp_path: Path) -> None:
    """The schema knows one document at a time; a name with an input in it is a job's."""
    head, body = TEMPLATE.read_text("utf-8").split("\n---\n")
    for name, text in (("head.yml", head), ("body.yml", body), ("a.yml", INCLUDED)):
        (tmp_path / name).write_text(text)
    (tmp_path / "b.yml").write_text(WRITTEN_OUT)
    files = ("head.yml", "body.yml", "a.yml", "b.yml")
    done = run("check-jsonschema", "--builtin-schema", "gitlab-ci", *files, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("inputs", "code", "count"),
    [
        pytest.param({"path": "good"}, 0, 0, id="good"),
        pytest.param({"path": "good bad"}, 1, 1, id="two folders"),
        pytest.param({"args": "--fail-level error"}, 0, 1, id="options"),
    ],
)
def test_the_job_runs(job: Job, inputs: dict[str, str], code: int, count: int) -> None:
    ended, said, folder = job(included(**inputs), "wod")
    assert ended == code, said
    assert said.count("warning[PC302]") >= count
    quality = json.loads((folder / "wod-code-quality.json").read_text("utf-8"))
    assert [one["location"]["path"] for one in quality] == ["bad/b.wod"] * count
    tests = ElementTree.parse(folder / "wod-junit.xml").getroot()
    assert len([*tests.iter("testcase")]) == 1 + (inputs.get("path") != "good")


def test_what_cannot_be_checked_fails_the_job(job: Job) -> None:
    ended, said, _ = job(included(path="gone"), "wod")
    assert ended != 0
    assert "gone: there is no such file or folder" in said


def test_its_inputs_are_those_of_the_page(job: Job) -> None:
    """The page's own inclusion, with the template from this repository."""
    data = yaml.safe_load(INCLUDED)
    [one] = data["include"]
    assert (ROOT / one.pop("file")).samefile(TEMPLATE)
    del one["project"], one["ref"]
    one["local"] = "templates/wod/template.yml"
    one["inputs"] |= {"package": "pip", "path": "bad"}
    ended, said, _ = job(yaml.safe_dump(data), "wod")
    assert ended == 0, said  # --fail-level error stands there
    assert "warning[PC302]" in said
    listed = PAGE.split("Its inputs are")[1].split(".")[0]
    spec = next(iter(yaml.safe_load_all(TEMPLATE.read_text("utf-8"))))
    assert set(re.findall(r"`(\w+)`", listed)) == set(spec["spec"]["inputs"])


def test_the_job_of_the_page_written_out(job: Job) -> None:
    ended, said, folder = job(WRITTEN_OUT, "wod")
    assert ended == 1, said
    assert "warning[PC302]" in said
    assert len(json.loads((folder / "wod.json").read_text("utf-8"))) == 1
