""".pre-commit-hooks.yaml: real pre-commit, on a scratch repository."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
GOOD = "Goblet Squat 3x8 @ 24kg\n"
BAD = "Deadlift 4x3 @ 87%\nBarbell Row 3x8 @ 60%\n"
LOOSE = "Goblet   Squat  3 x 8   @24 kg\n"
PAGE = (ROOT / "docs" / "ci.md").read_text("utf-8")
[SHOWN] = re.findall(r"<!-- \.pre-commit-config\.yaml -->\n```yaml\n(.*?)```", PAGE, re.DOTALL)

pytestmark = pytest.mark.network


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where pre-commit keeps its environments: made once for all tests."""
    return str(tmp_path_factory.mktemp("pre-commit"))


@pytest.fixture
def repository(tmp_path: Path, commit: Callable[[Path], str]) -> Path:
    """A gym's repository: two good programs, a bad one, one without layout, and other files."""
    folder = tmp_path / "gym"
    folder.mkdir()
    texts = {"good.wod": GOOD, "ALSO good.WOD": GOOD, "bad.wod": BAD, "loose.wod": LOOSE}
    for name, text in {**texts, "wod.toml": "", "notes.txt": BAD, "xwod": BAD}.items():
        (folder / name).write_text(text)
    commit(folder)
    return folder


@pytest.fixture
def hook(repository: Path, sources: Path, home: str, run: Any) -> Callable[..., tuple[int, str]]:
    """Run a hook as the page configures it, on these files; the exit code and all that was said."""

    def call(name: str, *files: str) -> tuple[int, str]:
        rev = run("git", "rev-parse", "HEAD", cwd=sources).stdout.strip()
        config = SHOWN.replace("https://github.com/OWNER/wodlang", str(sources))
        (repository / ".pre-commit-config.yaml").write_text(
            config.replace("rev: main", f"rev: {rev}").replace("[--fail-level, error]", "[]")
        )
        chosen = ["--files", *files] if files else []
        done = run("pre-commit", "run", name, *chosen, cwd=repository, PRE_COMMIT_HOME=home)
        return done.returncode, done.stdout + done.stderr

    return call


def test_the_hooks_are_valid(run: Any) -> None:
    done = run("pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml", cwd=ROOT)
    assert done.returncode == 0, done.stdout
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert [one["id"] for one in hooks] == ["wod-check", "wod-fmt"]


def test_try_repo(repository: Path, sources: Path, tmp_path: Path, run: Any) -> None:
    """Both hooks on all files, as somebody does who wants to see what they do."""
    done = run("pre-commit", "try-repo", sources, "--all-files", "--verbose", cwd=repository)
    assert done.returncode == 1, done.stdout + done.stderr
    assert re.search(r"^wod check\.+Failed$", done.stdout, re.MULTILINE)
    assert re.search(r"^wod fmt\.+Failed$", done.stdout, re.MULTILINE)
    assert "bad.wod:2:1" in done.stdout
    assert "notes.txt" not in done.stdout
    assert (repository / "loose.wod").read_text() == GOOD


def test_a_bad_file_fails(hook: Callable[..., tuple[int, str]]) -> None:
    code, said = hook("wod-check", "bad.wod", "good.wod")
    assert code == 1
    assert "Failed" in said
    assert "bad.wod:2:1" in said
    assert "Found 1 finding" in said


def test_good_files_pass(hook: Callable[..., tuple[int, str]]) -> None:
    code, said = hook("wod-check", "good.wod", "ALSO good.WOD")
    assert (code, "Passed" in said) == (0, True), said


def test_no_program_is_no_work(hook: Callable[..., tuple[int, str]]) -> None:
    for files in (("notes.txt", "xwod"), ()):
        for name in ("wod-check", "wod-fmt"):
            code, said = hook(name, *files)
            assert (code, "(no files to check)Skipped" in said) == (0, True), said


def test_fmt_rewrites_and_then_passes(
    hook: Callable[..., tuple[int, str]], repository: Path
) -> None:
    code, said = hook("wod-fmt", "loose.wod", "good.wod", "ALSO good.WOD")
    assert code == 1
    assert "files were modified by this hook" in said
    assert (repository / "loose.wod").read_text() == GOOD
    code, said = hook("wod-fmt", "loose.wod", "good.wod")
    assert (code, "Passed" in said) == (0, True), said


def test_what_the_page_configures_is_valid(run: Any, tmp_path: Path) -> None:
    shown = re.findall(
        r"<!-- \.pre-commit-config\.yaml[^>]* -->\n```yaml\n(.*?)```", PAGE, re.DOTALL
    )
    assert len(shown) == 2
    for text in shown:
        (tmp_path / "config.yaml").write_text(text)
        done = run("pre-commit", "validate-config", "config.yaml", cwd=tmp_path)
        assert done.returncode == 0, done.stdout


def test_the_local_hook_of_the_page(repository: Path, installed: Path, home: str, run: Any) -> None:
    """wodlang is on the path, as the page says."""
    import os

    [text] = re.findall(
        r"<!-- \.pre-commit-config\.yaml: local -->\n```yaml\n(.*?)```", PAGE, re.DOTALL
    )
    (repository / ".pre-commit-config.yaml").write_text(text)
    path = f"{installed}{os.pathsep}{os.environ['PATH']}"
    done = run(
        "pre-commit", "run", "--files", "bad.wod", cwd=repository, PATH=path, PRE_COMMIT_HOME=home
    )
    assert done.returncode == 1
    assert "bad.wod:2:1" in done.stdout
