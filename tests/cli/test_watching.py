"""`wod check --watch`: a real process, and real changes of files."""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Any

import pytest

from wodlang.cli.check import add_options
from wodlang.cli.parser import CommandParser, UsageError
from wodlang.cli.watching import CLEAR, watch

pytest.importorskip("watchfiles")

GOOD = "Goblet Squat 3x8 @ 24kg\n"
BAD = "Deadlift 4x3 @ 87%\nBarbell Row 3x8 @ 60%\n"
CHECKED = re.compile(r"^-- \d\d:\d\d:\d\d: checked in \d+\.\d\d s; Ctrl-C ends$", re.MULTILINE)
CHANGED = re.compile(r"^-- \d\d:\d\d:\d\d: (.*) changed$", re.MULTILINE)
PACK = """
[pack]
name = "iron-house"
prefix = "IH"
version = "1.0.0"
description = "ours"
[[rule]]
code = "IH101"
name = "too-many-sets"
severity = "warning"
when = "sets > {sets}"
message = "{{exercise}} for {{sets}} sets"
source = "us"
"""


class Watching:
    """A running `wod check --watch`, and what it has said so far."""

    def __init__(self, *typed: str) -> None:
        paths = os.pathsep.join(path for path in sys.path if path)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "wodlang", "check", "--watch", *typed],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
            env={**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
        self.out: list[str] = []
        self.err: list[str] = []
        self._readers = [self._read(self.process.stdout, self.out)]
        self._readers.append(self._read(self.process.stderr, self.err))
        self.runs = 0

    @staticmethod
    def _read(stream: IO[str] | None, into: list[str]) -> threading.Thread:
        reader = threading.Thread(target=lambda: into.extend(iter(stream.readline, "")))  # type: ignore[union-attr]
        reader.start()
        return reader

    def next_run(self, *, within: float = 20) -> tuple[str, str]:
        """stdout and stderr since the last run, when the next one is done."""
        end = time.monotonic() + within
        while len(CHECKED.findall("".join(self.err))) <= self.runs:
            assert time.monotonic() < end, f"no run followed: {self.out} {self.err}"
            assert self.process.poll() is None, self.err
            time.sleep(0.01)
        self.runs += 1
        time.sleep(0.02)  # stdout comes by another pipe
        said = "".join(self.out), "".join(self.err)
        self.out.clear()
        self.err.clear()
        self.runs = 0
        assert "Traceback" not in said[1]
        return said

    def rests(self, seconds: float = 0.6) -> bool:
        """Whether no run follows."""
        time.sleep(seconds)
        return not self.err

    def end(self, by: signal.Signals = signal.SIGINT) -> int:
        self.process.send_signal(by)
        code = self.process.wait(timeout=20)
        for reader in self._readers:
            reader.join(timeout=20)
        assert "Traceback" not in "".join(self.err)
        return code


Start = Callable[..., Watching]


@pytest.fixture
def start(here: Path) -> Iterator[Start]:
    """Start watching in the folder `here`; whatever still runs is ended."""
    started: list[Watching] = []

    def begin(*typed: str) -> Watching:
        started.append(Watching("--output-format", "concise", *typed))
        return started[-1]

    yield begin
    for one in started:
        if one.process.poll() is None:
            one.end(signal.SIGKILL)


def test_a_change_a_new_file_and_a_deleted_one(start: Start, here: Path) -> None:
    (here / "a.wod").write_text(GOOD)
    watching = start()
    assert watching.next_run()[0] == ""
    (here / "a.wod").write_text(BAD)
    out, err = watching.next_run()
    assert "a.wod:2:1: PC302 " in out
    assert CHANGED.findall(err) == ["a.wod"]
    (here / "b.wod").write_text(BAD)
    assert watching.next_run()[0].count("PC302") == 2
    (here / "a.wod").unlink()
    out, err = watching.next_run()
    assert (out.count("PC302"), err.count("error:")) == (1, 0)
    (here / "b.wod").unlink()
    assert "no .wod file in this folder" in watching.next_run()[1]
    (here / "c.wod").write_text(BAD)
    assert "c.wod:2:1" in watching.next_run()[0]


def test_what_does_not_matter_starts_no_run(start: Start, here: Path) -> None:
    (here / "a.wod").write_text(GOOD)
    for folder in (".git", "node_modules"):
        (here / folder).mkdir()
    watching = start("--output-file", "report.toml")
    watching.next_run()
    for name in ("notes.txt", "a.wod~", ".git/index", ".git/x.wod", "node_modules/x.wod"):
        (here / name).write_text(BAD)
    assert watching.rests()


def test_a_file_that_an_editor_replaces(start: Start, here: Path) -> None:
    """Many write a neighbour and rename it: the watch must not cling to the old file."""
    (here / "a.wod").write_text(GOOD)
    watching = start("a.wod")
    watching.next_run()
    for text, count in ((BAD, 1), (GOOD, 0), (BAD, 1)):
        (here / "a.wod.new").write_text(text)
        (here / "a.wod.new").replace(here / "a.wod")
        assert watching.next_run()[0].count("PC302") == count


def test_new_folders_are_watched_too(start: Start, here: Path) -> None:
    (here / "a.wod").write_text(GOOD)
    watching = start()
    watching.next_run()
    (here / "week 1").mkdir()
    watching.next_run()
    (here / "week 1" / "b.wod").write_text(BAD)
    assert "week 1/b.wod" in watching.next_run()[0]
    (here / "week 1" / "b.wod").unlink()
    (here / "week 1").rmdir()
    assert "PC302" not in watching.next_run()[0]


def test_a_broken_configuration_is_survived(start: Start, here: Path) -> None:
    (here / "a.wod").write_text(BAD)
    (here / "programs").mkdir()
    (here / "programs" / "b.wod").write_text(BAD)
    watching = start("programs")
    assert "PC302" in watching.next_run()[0]
    (here / "wod.toml").write_text("selct = [")
    assert "error: wod.toml:1:" in watching.next_run()[1]
    (here / "wod.toml").write_text('ignore = ["PC302"]')
    out, err = watching.next_run()
    assert ("PC302" in out, "error:" in err) == (False, False)
    (here / "wod.toml").unlink()
    assert "PC302" in watching.next_run()[0]
    (here / "wod.toml").write_text('ignore = ["PC302"]')
    assert "PC302" not in watching.next_run()[0]


def test_toml_packs_extended_files_and_includes(start: Start, here: Path) -> None:
    for folder in ("house", "shared", "programs"):
        (here / folder).mkdir()
    (here / "house" / "house.toml").write_text(PACK.format(sets=9))
    (here / "house" / "base.toml").write_text('ignore = ["PC302"]')
    (here / "shared" / "gym.wod").write_text("exercise Zebra Row\n  like: Seated Cable Row\n")
    (here / "wod.toml").write_text('packs = ["house/house.toml"]\nextends = ["house/base.toml"]')
    program = here / "programs" / "a.wod"
    program.write_text(f"include ../shared/gym.wod\n{BAD}Zebra Row 3x8 @ 40kg\n")
    watching = start("programs")
    out, err = watching.next_run()
    assert (out, "error:" in err) == ("", False)
    (here / "house" / "house.toml").write_text(PACK.format(sets=3))
    assert "IH101 warning Conventional Deadlift for 4 sets" in watching.next_run()[0]
    (here / "house" / "house.toml").write_text("[pack")
    assert "house.toml:1:" in watching.next_run()[1]
    (here / "house" / "house.toml").write_text(PACK.format(sets=9))
    assert watching.next_run()[0] == ""
    (here / "house" / "base.toml").write_text('ignore = ["PC101"]')
    assert "PC302" in watching.next_run()[0]
    (here / "shared" / "gym.wod").write_text("exercise Zebra Pull\n  like: Seated Cable Row\n")
    assert "Zebra Row" in watching.next_run()[0]


def test_texts_that_cannot_be_read_are_survived(start: Start, here: Path) -> None:
    (here / "a.wod").write_text(GOOD)
    (here / "b.wod").write_text(BAD)
    watching = start()
    watching.next_run()
    (here / "a.wod").write_bytes(b"\xff\xfe\x00B")
    out, err = watching.next_run()
    assert "error: a.wod: " in err
    assert "b.wod:2:1: PC302" in out
    (here / "a.wod").write_text("Squat 3 x x 8\n")
    assert "a.wod:1:" in watching.next_run()[0]
    (here / "a.wod").unlink()
    (here / "a.wod").symlink_to("nowhere")
    assert "error: a.wod: " in watching.next_run()[1]


def test_a_path_that_is_not_there_yet(start: Start, here: Path) -> None:
    watching = start("later/a.wod")
    assert "there is no such file" in watching.next_run()[1]
    (here / "later").mkdir()
    watching.next_run()
    (here / "later" / "a.wod").write_text(BAD)
    assert "PC302" in watching.next_run()[0]


def test_a_change_during_a_run_starts_another(here: Path) -> None:
    """The first run changes the file itself, as somebody might who saves in that moment."""
    runs: list[str] = []

    def check(_: object) -> int:
        runs.append((here / "a.wod").read_text())
        if len(runs) == 2:
            raise KeyboardInterrupt
        (here / "a.wod").write_text(BAD)
        return 0

    (here / "a.wod").write_text(GOOD)
    parser = CommandParser("check", "", "")
    add_options(parser)
    late = threading.Timer(10, signal.raise_signal, [signal.SIGINT])
    late.start()
    try:
        assert watch(parser.parse(["--watch"]), check) == 130
    finally:
        late.cancel()
    assert runs == [GOOD, BAD]


@pytest.mark.parametrize(
    ("by", "code"),
    [
        pytest.param(signal.SIGINT, 130, id="Ctrl-C"),
        pytest.param(signal.SIGTERM, 143, id="terminated"),
    ],
)
def test_it_ends_and_leaves_nothing_running(
    start: Start, here: Path, by: signal.Signals, code: int
) -> None:
    (here / "a.wod").write_text(BAD)
    watching = start("--jobs", "2")
    watching.next_run()
    group = watching.process.pid
    assert watching.end(by) == code
    assert "".join(watching.err).strip() == ""
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def test_ctrl_c_in_the_middle_of_a_run(start: Start, here: Path) -> None:
    for number in range(600):
        (here / f"{number}.wod").write_text(BAD * 40)
    watching = start("--no-cache", "--jobs", "2")
    group = watching.process.pid
    children = Path(f"/proc/{group}/task/{group}/children")
    if not children.exists():
        pytest.skip("no /proc here to see whether the run has begun")
    end = time.monotonic() + 20
    while len(children.read_text().split()) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(0.3)  # Python says on stderr what is raised in the middle of a fork
    assert watching.end() == 130
    assert not CHECKED.findall("".join(watching.err))
    with pytest.raises(ProcessLookupError):
        os.killpg(group, 0)


def test_a_terminal_is_cleared_before_each_further_run(here: Path) -> None:
    (here / "a.wod").write_text(GOOD)
    terminal, process = _in_terminal("a.wod")
    try:
        first = _until(terminal, "Ctrl-C ends")
        (here / "a.wod").write_text(BAD)
        second = _until(terminal, "Ctrl-C ends")
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
    assert "\x1b[2J" not in first
    assert second.lstrip("\r\n").startswith("\x1b[2J\x1b[H")
    assert "PC302" in second


def test_what_was_fixed_stays_on_the_screen(here: Path) -> None:
    """The fixed file is a change that starts another run: that must not wipe off what was said."""
    (here / "a.wod").write_text(GOOD)
    terminal, process = _in_terminal("--fix", "a.wod")
    try:
        _until(terminal, "Ctrl-C ends")
        (here / "a.wod").write_text("Squat 3x5  # wod: ignore[PC302] old\n")
        fixed = _until(terminal, "Ctrl-C ends")
        again = _until(terminal, "Ctrl-C ends")
        (here / "a.wod").write_text(GOOD)
        later = _until(terminal, "Ctrl-C ends")
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
    assert "Fixed 1 finding in 1 file" in fixed
    assert [CLEAR in shown for shown in (fixed, again, later)] == [True, False, True]


def _in_terminal(*typed: str) -> tuple[int, subprocess.Popen[bytes]]:
    terminal, other = pty.openpty()
    paths = os.pathsep.join(path for path in sys.path if path)
    return terminal, subprocess.Popen(
        [sys.executable, "-m", "wodlang", "check", "--watch", *typed],
        stdout=other, stderr=other, env={**os.environ, "PYTHONPATH": paths, "TERM": "xterm"},
    )  # fmt: skip


def _until(terminal: int, end: str) -> str:
    shown = ""
    while not shown.rstrip().endswith(end):
        shown += os.read(terminal, 65536).decode()
    return shown


@pytest.mark.parametrize(
    "typed", [("--write-baseline", "known.json"), ("--prune-baseline",), ("--add-ignore", "why")]
)
def test_what_is_done_once_is_not_watched(wod: Any, typed: tuple[str, ...]) -> None:
    result = wod("check", "--watch", *typed)
    assert (result.code, result.out) == (2, "")
    assert f"{typed[0]} is done once" in result.err


def test_stdin_cannot_be_watched(wod: Any) -> None:
    result = wod("check", "--watch", "-")
    assert (result.code, result.out) == (2, "")
    assert "name a file" in result.err


@pytest.mark.skipif(sys.platform != "linux", reason="no such names there")
def test_a_folder_whose_name_is_no_text_cannot_be_watched(wod: Any) -> None:
    Path("a\udcff").mkdir()
    Path("a\udcff", "a.wod").write_text(GOOD)
    result = wod("check", "--watch", "a\udcff")
    assert (result.code, result.out) == (2, "")
    assert "--watch: the name of the folder" in result.err


def test_wrong_usage_ends_at_once(wod: Any) -> None:
    Path("a.wod").write_text(GOOD)
    result = wod("check", "--watch", "--output-format", "sarf")
    assert result.code == 2
    assert 'did you mean "sarif"?' in result.err


def test_without_watchfiles_it_says_what_to_install(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from argparse import Namespace

    monkeypatch.setitem(sys.modules, "watchfiles", None)
    with pytest.raises(UsageError, match=r"pip install 'wodlang\[watch\]'"):
        watch(
            Namespace(words=[], write_baseline=None, prune_baseline=False, add_ignore=None),
            lambda _: 0,
        )
