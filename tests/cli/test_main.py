"""`wod` itself: commands, options, and what happens when something goes wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wodlang import __version__
from wodlang.cli import exercise
from wodlang.cli.commands import COMMANDS
from wodlang.cli.exit_codes import Exit, gravest

Wod = Callable[..., Any]


def test_version(wod: Wod) -> None:
    assert wod("--version").out == f"wod {__version__}\n"


def test_help_names_every_command(wod: Wod) -> None:
    result = wod("--help")
    assert result.code == 0
    assert all(f"\n  {command.name} " in result.out for command in COMMANDS)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help(wod: Wod, command: str) -> None:
    result = wod(command, "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"usage: wod {command} ")


def test_no_command_shows_the_help_and_fails(wod: Wod) -> None:
    result = wod()
    assert (result.code, result.out) == (2, "")
    assert "usage: wod COMMAND" in result.err


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param(("chek",), 'did you mean "check"?', id="command"),
        pytest.param(("monday.wod",), "wod check monday.wod", id="a file"),
        pytest.param(("--select", "PC1"), "behind a command", id="option first"),
        pytest.param(("lsp",), 'unknown command "lsp"', id="a later command"),
        pytest.param(("exercise", "--output-fromat", "json"), "--output-format?", id="option"),
        pytest.param(("exercise", "--output-fromat=json"), "--output-format?", id="option with ="),
        pytest.param(("exercise", "--output", "json"), "--output-format?", id="no abbreviation"),
        pytest.param(("exercise", "--output-format", "jsn"), 'did you mean "json"?', id="value"),
        pytest.param(("exercise", "--output-format"), "needs a value", id="no value"),
        pytest.param(("exercise", "-x"), "unknown option -x", id="short option"),
        pytest.param(("check", "-x.wod"), "is written ./-x.wod", id="file with a dash"),
    ],
)
def test_wrong_usage_says_what_to_type(wod: Wod, typed: tuple[str, ...], said: str) -> None:
    result = wod(*typed)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.startswith("error: ")


def test_words_may_stand_around_options(wod: Wod) -> None:
    result = wod("exercise", "front", "--output-format", "json", "squat")
    assert '"name": "Front Squat"' in result.out


def test_a_fault_of_ours_is_no_traceback(wod: Wod, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> int:
        raise RuntimeError("boom")

    monkeypatch.setattr(exercise, "run", fail)
    result = wod("exercise")
    assert result.code == 3
    assert "RuntimeError: boom" in result.err
    assert "report it" in result.err


def test_an_interrupt(wod: Wod, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(exercise, "run", stop)
    assert wod("exercise").code == 130


def test_a_reader_that_leaves_is_no_fault(here: Path) -> None:
    command = f"{sys.executable} -m wodlang exercise --output-format json | head -c 1"
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        ["sh", "-c", command], capture_output=True, check=False, timeout=60,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert (done.stdout, done.stderr) == (b"[", b"")


@pytest.mark.parametrize("module", ["wodlang.cli.results.unchanged", "wodlang.cli.dispatch"])
def test_an_interrupt_while_something_is_imported(here: Path, module: str) -> None:
    code = (
        "import signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}:\n"
        "            sys.meta_path.remove(self)\n"
        "            signal.raise_signal(signal.SIGINT)\n"
        "from wodlang.cli.main import main\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "sys.exit(main(['check']))\n"
    )
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "error: interrupted\n")


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_in_the_middle(here: Path, unbuffered: str) -> None:
    """Without a buffer Python takes a part of a report for the whole, and says nothing."""
    for number in range(300):
        (here / f"{number}.wod").write_text("Deadlift 4x3 @ 87%\nBarbell Row 3x8 @ 60%\n")
    paths = os.pathsep.join(path for path in sys.path if path)
    with subprocess.Popen(
        [sys.executable, "-m", "wodlang", "check", "--output-format", "json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": paths, "PYTHONUNBUFFERED": unbuffered},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert os.read(process.stdout.fileno(), 2) == b"{\n"
        process.stdout.close()
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said) == (141, b"")


def test_an_old_terminal_gets_question_marks(program: Wod) -> None:
    result = program("exercise", "½–", PYTHONIOENCODING="ascii")
    assert result.code == 1
    assert "\\xbd\\u2013" in result.err


def test_the_gravest_code_decides() -> None:
    assert gravest([]) == 0
    assert gravest([Exit.FOUND, Exit.CRASHED]) == 3
    assert gravest([Exit.CRASHED, Exit.USAGE, Exit.FOUND]) == 2
    assert gravest([Exit.CLEAN, Exit.FOUND]) == 1


def test_commands_import_what_they_need(program: Wod) -> None:
    code = "import sys, wodlang.cli.main as m; m.main(['--version']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )  # fmt: skip
    loaded = set(done.stdout.split())
    assert not loaded & {"rich", "lark", "pluggy", "tree_sitter", "tomllib", "tomli_w", "difflib"}


@pytest.mark.parametrize(
    ("ending", "said"),
    [
        pytest.param(">&-", "stdout is closed", id="closed"),
        pytest.param("> /dev/full", "stdout cannot be written", id="full"),
    ],
)
@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
def test_a_stdout_that_takes_nothing(here: Path, ending: str, said: str) -> None:
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        ["sh", "-c", f"{sys.executable} -m wodlang exercise {ending}"],
        capture_output=True, check=False, timeout=60, text=True,
        env={**os.environ, "PYTHONPATH": paths},
    )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {said}")
    assert done.stderr.count("\n") == 1


def test_help_of_a_command(wod: Wod) -> None:
    assert wod("help", "check").out == wod("check", "--help").out


@pytest.mark.skipif(os.name == "nt", reason="file names are bytes on POSIX alone")
def test_a_name_that_is_no_text(program: Wod, here: Path) -> None:
    (here / os.fsdecode(b"\xe9.wod")).write_text("Squat 3x0\n")
    for form in ("full", "concise", "json"):
        assert program("check", "--output-format", form).code == 1
    assert program("check", os.fsdecode(b"gone\xe9.wod")).code == 2
