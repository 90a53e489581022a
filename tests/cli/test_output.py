"""A report is written whole or not at all."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path

import pytest

from wodlang.cli.main import main
from wodlang.cli.output import write
from wodlang.cli.parser import UsageError
from wodlang.text.drafts import new_draft, remove_abandoned


def test_a_new_file_has_the_usual_rights(here: Path) -> None:
    old = os.umask(0o027)
    try:
        write("text\n", "out.txt")
    finally:
        os.umask(old)
    assert Path("out.txt").read_text() == "text\n"
    assert stat.S_IMODE(os.stat("out.txt").st_mode) == 0o640
    assert sorted(os.listdir()) == ["out.txt", "wod.toml"]


def test_an_old_file_keeps_its_rights_and_a_link_its_target(here: Path) -> None:
    Path("real.txt").write_text("old")
    os.chmod("real.txt", 0o600)
    os.symlink("real.txt", "out.txt")
    write("new", "out.txt")
    assert os.path.islink("out.txt")
    assert Path("real.txt").read_text() == "new"
    assert stat.S_IMODE(os.stat("real.txt").st_mode) == 0o600


def test_a_draft_that_a_killed_run_left_is_removed(here: Path) -> None:
    remove_abandoned.cache_clear()
    handle, draft = new_draft("", "out.txt")
    os.close(handle)
    os.utime(draft, (0, 0))
    write("text\n", "out.txt")
    assert sorted(os.listdir()) == ["out.txt", "wod.toml"]


def test_a_device_is_written_to_not_replaced(here: Path) -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        write("text", "pipe")
        assert os.read(reader, 10) == b"text"
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(os.stat("pipe").st_mode)


@pytest.mark.parametrize("target", ["no/such/folder.txt", "."])
def test_what_cannot_be_written_is_said(here: Path, target: str) -> None:
    with pytest.raises(UsageError, match="cannot be written"):
        write("text", target)
    assert os.listdir() == ["wod.toml"]


READ = {
    "a.wod": "include gym.txt\nDeadlift 4x3 @ 87%\nBarbell Row 3x8\n",
    "gym.txt": "exercise Belt Machine\n  like: Leg Press\n",
    "sub/b.wod": "Squat 3x5\n",
    "wod.toml": 'extends = ["above.toml"]\npacks = ["./house.toml", "./packs"]\n',
    "above.toml": 'baseline = "base.json"\n',
    "base.json": "version = 1\nfinding = []\n",
    "house.toml": "",
    "mine.toml": "",
    "packs/gym.toml": "",
}


@pytest.mark.parametrize(
    "typed",
    [
        ("check", "--output-file", "a.wod"),
        ("check", ".", "--output-file", "sub/../a.wod"),
        ("check", "--output-file", "link"),
        ("check", "--fix", "--output-format", "sarif", "--output-file", "a.wod"),
        ("check", "a.wod", "--config", "wod.toml", "--output-file", "wod.toml"),
        ("check", "a.wod", "--baseline", "base.json", "--output-file", "base.json"),
        ("check", "a.wod", "--output-file", "wod.toml"),
        ("check", "a.wod", "--output-file", "above.toml"),
        ("check", "a.wod", "--output-file", "house.toml"),
        ("check", "a.wod", "--output-file", "packs/gym.toml"),
        ("check", "a.wod", "--pack", "./mine.toml", "--output-file", "mine.toml"),
        ("check", "a.wod", "--output-file", "base.json"),
        ("check", "a.wod", "--output-file", "gym.txt"),
        ("check", "-", "--stdin-filename", "a.wod", "--output-file", "gym.txt"),
        ("show", "a.wod", "--output-file", "gym.txt"),
        ("show", "a.wod", "--output-file", "a.wod"),
        ("export", "a.wod", "--to", "csv", "--output-file", "link"),
    ],
)
def test_a_report_never_overwrites_what_is_read(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
) -> None:
    for path, text in READ.items():
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_text(text)
    os.symlink("a.wod", "link")
    monkeypatch.setattr("sys.stdin", io.StringIO(READ["a.wod"]))
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    assert main(typed) == 2
    assert "would overwrite" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


def test_a_report_in_a_file_has_no_colours(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    Path("a.wod").write_text("Deadlift 4x3 @ 87%\nBarbell Row 3x8 @ 60%\n")
    assert main(("check", "a.wod", "--output-file", "out.txt")) == 1
    assert "\x1b" not in Path("out.txt").read_text()
