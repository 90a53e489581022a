"""Which changes `wod check --watch` takes for reasons to check again: without a process, and quick."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wodlang.cli.check import add_options
from wodlang.cli.parser import CommandParser
from wodlang.cli.watched_paths import Watched, WatchedPaths

ADDED, MODIFIED, DELETED = 1, 2, 3

TREE = {
    "wod.toml": 'extends = ["later/base.toml", "house/base.toml"]\npacks = ["./packs"]\n',
    "house/base.toml": 'packs = ["./own.toml"]\n',
    "packs/one.toml": "",
    "programs/a.wod": 'include ../shared/gym.txt\ninclude "../away/gym.wod"\n',
    "programs/b.wod": "",
    "shared/gym.txt": "include more.txt\n",
    "elsewhere/real.wod": "include beside.txt\n",
    "elsewhere/other.wod": "",
}


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in TREE.items():
        file = tmp_path / "tree" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    (tmp_path / "tree" / "programs" / "link.wod").symlink_to("../elsewhere/real.wod")
    monkeypatch.chdir(tmp_path / "tree")
    return tmp_path / "tree"


def watched(*typed: str) -> Watched:
    parser = CommandParser("check", "", "")
    add_options(parser)
    return WatchedPaths(parser.parse(["--watch", *typed])).now()


COUNTS = [
    ("programs", "programs/a.wod", MODIFIED),
    ("programs", "programs/new.WOD", ADDED),
    ("programs", "programs/gone.wod", DELETED),
    ("programs", "programs", DELETED),
    ("programs", "wod.toml", MODIFIED),
    ("programs", "programs/wod.toml", ADDED),
    ("programs", "programs/pyproject.toml", ADDED),
    ("programs", "house/base.toml", MODIFIED),
    ("programs", "house/own.toml", ADDED),
    ("programs", "later", ADDED),
    ("programs", "later/base.toml", ADDED),
    ("programs", "packs/two.toml", ADDED),
    ("programs", "packs", DELETED),
    ("programs", "shared/gym.txt", MODIFIED),
    ("programs", "shared/more.txt", ADDED),
    ("programs", "shared", DELETED),
    ("programs", "away", ADDED),
    ("programs", "elsewhere/real.wod", MODIFIED),
    ("programs", "elsewhere/beside.txt", ADDED),
    ("programs/a.wod", "programs/a.wod", MODIFIED),
    ("programs/a.wod", "shared/gym.txt", MODIFIED),
    ("nowhere/a.wod", "nowhere", ADDED),
]


@pytest.mark.parametrize(("typed", "path", "change"), COUNTS)
def test_a_change_that_counts(tree: Path, typed: str, path: str, change: int) -> None:
    found = watched(typed)
    assert found.concerns(change, str(tree / path))
    seen = {str(tree / path), os.path.dirname(tree / path)} & found.folders
    assert seen or not (tree / path).parent.exists()


COUNTS_NOT = [
    pytest.param(("programs",), "programs/.#a.wod", ADDED, id="the lock of an editor"),
    pytest.param(("programs",), "programs/.a.wod.swp", ADDED, id="hidden"),
    pytest.param(("programs",), "programs/a.wod~", ADDED, id="backup"),
    pytest.param(("programs",), "programs/notes.txt", ADDED, id="other text"),
    pytest.param(("programs",), "programs", MODIFIED, id="something in a folder"),
    pytest.param((".",), "packs", MODIFIED, id="something in a pack's folder"),
    pytest.param((".", "--output-file", "r.wod"), "r.wod", ADDED, id="own report"),
    pytest.param((".", "--output-file", "r.wod"), ".wod-draft", ADDED, id="its draft"),
    pytest.param(("programs/a.wod",), "programs/b.wod", MODIFIED, id="another program"),
    pytest.param(("programs",), "elsewhere/other.wod", MODIFIED, id="beside a link's target"),
    pytest.param(("programs",), "elsewhere/new.toml", ADDED, id="no configuration of ours"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "path", "change"), COUNTS_NOT)
def test_a_change_that_does_not_count(
    tree: Path, typed: tuple[str, ...], path: str, change: int
) -> None:
    (tree / path).touch()
    assert not watched(*typed).concerns(change, str(tree / path))


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("programs/house/wod.toml", True),
        ("programs/pyproject.toml", True),
        ("wod.toml", True),
        ("../wod.toml", False),
    ],
)
def test_a_first_configuration_may_come_up_to_the_root_of_the_repository(
    tree: Path, path: str, counts: bool
) -> None:
    (tree / "wod.toml").unlink()
    (tree / ".git").mkdir()
    (tree / "programs" / "house").mkdir()
    changed = os.path.normpath(tree / path)
    assert watched("programs/house").concerns(ADDED, changed) == counts


def test_what_was_watched_stays_so_while_a_configuration_is_broken(tree: Path) -> None:
    parser = CommandParser("check", "", "")
    add_options(parser)
    paths = WatchedPaths(parser.parse(["--watch", "programs"]))
    paths.now()
    (tree / "wod.toml").write_text("extends = [")
    assert paths.now().concerns(MODIFIED, str(tree / "house" / "base.toml"))
