"""Which files a path means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wodlang.cli.discovery import discover, shown
from wodlang.cli.main import main


def touch(*paths: str) -> None:
    for path in paths:
        file = Path(path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("")


def test_folders_are_searched_in_order(here: Path) -> None:
    touch("b.wod", "a/z.wod", "a/b.WOD", "a/notes.txt", ".hid/x.wod", ".venv/x.wod")
    touch("node_modules/x.wod", "a/.#z.wod", "venv/x.wod")
    assert discover(["."]).files == ("a/b.WOD", "a/z.wod", "b.wod")


def test_a_file_counts_once_whatever_it_is_called(here: Path) -> None:
    touch("a/b.wod")
    assert discover(["a", "./a/b.wod", str(here / "a" / "b.wod")]).files == ("a/b.wod",)


def test_a_named_file_needs_no_suffix(here: Path) -> None:
    touch("notes.txt", ".hidden.wod")
    assert discover(["notes.txt", ".hidden.wod"]).files == ("notes.txt", ".hidden.wod")


def test_links_in_circles_end(here: Path) -> None:
    touch("a/x.wod")
    os.symlink(here, here / "a" / "up")
    os.symlink(here / "a", here / "b")
    assert discover(["."]).files == ("a/x.wod",)


def test_a_folder_without_a_program(here: Path) -> None:
    os.mkdir("empty")
    found = discover(["empty"])
    assert found.files == ()
    assert "no .wod file" in str(found.unusable[0])


def test_a_missing_path_does_not_hide_the_others(here: Path) -> None:
    touch("a.wod")
    found = discover(["none.wod", "a.wod"])
    assert found.files == ("a.wod",)
    assert str(found.unusable[0]) == "none.wod: there is no such file or folder"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_is_said(here: Path) -> None:
    touch("a/x.wod", "b.wod")
    os.chmod("a", 0)
    try:
        found = discover(["."])
    finally:
        os.chmod("a", 0o700)
    assert (found.files, found.unusable[0].path) == (("b.wod",), "a")


@pytest.mark.parametrize("path", ["\0", "a" * 5000, ""])
def test_no_path_raises(here: Path, path: str) -> None:
    assert discover([path]).files == ()


def test_shown_paths_count_from_here(here: Path) -> None:
    assert shown(str(here / "a" / "b.wod")) == "a/b.wod"
    assert shown("../b.wod") == "../b.wod"


@pytest.mark.parametrize("change", [(), ("--diff",)])
def test_a_configuration_that_holds_for_no_file_is_not_judged(
    here: Path, capsys: pytest.CaptureFixture[str], change: tuple[str, ...]
) -> None:
    """The one above, where a nearer one counts; but where no file is left, the one here is."""
    touch("sub/a.wod", "sub/wod.toml", "none/wod.toml")
    Path("wod.toml").write_text('ignore = ["XX999"]')
    for folder, words, code in (("sub", (), 0), (".", ("sub",), 0), ("none", (), 2)):
        os.chdir(here / folder)
        assert main(["check", *change, *words]) == code
        assert "XX999" not in capsys.readouterr().err
    os.chdir(here)
    os.unlink("sub/a.wod")
    assert main(["check", *change]) == 2
    assert 'unknown rule "XX999"' in capsys.readouterr().err
