"""`wod fmt`: what it writes, what it says, what it leaves alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from wodlang.cli import fmt
from wodlang.format import Formatted

TYPED = "Monday\nSquat 3 x 5\nRow 3x8\n"
TIDY = "Monday\n  Squat 3x5\n  Row   3x8\n"
DIFF = """\
--- a.wod
+++ a.wod
@@ -1,3 +1,3 @@
 Monday
-Squat 3 x 5
-Row 3x8
+  Squat 3x5
+  Row   3x8
"""


def test_it_formats_in_place_and_names_what_changed(here, wod) -> None:
    (here / "a.wod").write_text(TYPED)
    (here / "b.wod").write_text(TIDY)
    result = wod("fmt")
    assert (result.code, result.err) == (0, "")
    assert result.out == "formatted a.wod\n1 file formatted, 1 in layout already\n"
    assert (here / "a.wod").read_text() == TIDY
    assert wod("fmt", "--check").code == 0


def test_check_writes_nothing(here, wod) -> None:
    (here / "a.wod").write_text(TYPED)
    result = wod("fmt", "--check", "a.wod")
    assert (result.code, result.err) == (1, "")
    assert result.out == "would format a.wod\n1 file to format, 0 in layout already\n"
    assert (here / "a.wod").read_text() == TYPED


def test_diff_writes_nothing(here, wod) -> None:
    (here / "a.wod").write_text(TYPED)
    result = wod("fmt", "--diff", "a.wod")
    assert (result.code, result.out, result.err) == (1, DIFF, "")
    assert (here / "a.wod").read_text() == TYPED


@pytest.mark.skipif(shutil.which("patch") is None, reason="there is no patch")
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", ["", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_patch_takes_the_diff(here, program, end: str, last: str, mark: str) -> None:
    typed = (mark + (TYPED.rstrip("\n") + last).replace("\n", end)).encode()
    (here / "a.wod").write_bytes(typed)
    diff = subprocess.run(
        ["python", "-m", "wodlang", "fmt", "--diff", "a.wod"], capture_output=True, check=False
    ).stdout
    subprocess.run(["patch", "--binary", "a.wod"], input=diff, check=True, capture_output=True)
    expected = (mark + TIDY.replace("\n", end)).encode()
    assert (here / "a.wod").read_bytes() == expected


def test_stdin_to_stdout(program) -> None:
    result = program("fmt", "-", stdin=TYPED.encode())
    assert (result.code, result.out, result.err) == (0, TIDY, "")


def test_a_refused_text_of_stdin_comes_out_as_it_is(program) -> None:
    typed = "use girls/fran\n\n\nSquat 3 x 5\n"
    result = program("fmt", "-", stdin=typed.encode())
    assert (result.code, result.out, "WODCraft" in result.err) == (2, typed, True)


def test_stdin_keeps_its_bytes(here) -> None:
    typed = b"\xef\xbb\xbf" + TYPED.replace("\n", "\r\n").encode()
    done = subprocess.run(
        ["python", "-m", "wodlang", "fmt", "-"], input=typed, capture_output=True, check=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.stdout == b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()


def test_check_of_stdin(program) -> None:
    result = program("fmt", "--check", "--stdin-filename", "x.wod", "-", stdin=TYPED.encode())
    assert (result.code, result.out.splitlines()[0]) == (1, "would format x.wod")


def test_bytes_are_kept(here, wod) -> None:
    (here / "a.wod").write_bytes(b"\xef\xbb\xbf" + TYPED.replace("\n", "\r\n").encode())
    assert wod("fmt", "a.wod").code == 0
    assert (here / "a.wod").read_bytes() == b"\xef\xbb\xbf" + TIDY.replace("\n", "\r\n").encode()


def test_unreadable_files_are_said_and_the_others_done(here, wod) -> None:
    (here / "a.wod").write_bytes(b"Squat 3x5 \xff\n")
    (here / "b.wod").write_text(TYPED)
    result = wod("fmt", "a.wod", "gone.wod", "b.wod")
    assert result.code == 2
    assert "a.wod: is not UTF-8" in result.err
    assert "gone.wod: there is no such file" in result.err
    assert (here / "b.wod").read_text() == TIDY


def test_a_refused_file_is_said_and_left(here, wod, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(text: str, *_: object) -> Formatted:
        return Formatted(text, "the program would not be the same")

    monkeypatch.setattr(fmt.workbench, "format_text", refuse)
    (here / "a.wod").write_text(TYPED)
    result = wod("fmt", "a.wod")
    assert (result.code, result.out) == (2, "")
    assert result.err == "error: a.wod: left as it is: the program would not be the same\n"
    assert (here / "a.wod").read_text() == TYPED


def test_a_fault_of_the_formatter_shows_no_traceback(
    here, wod, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fmt.workbench, "format_text", lambda *_: 1 / 0)
    (here / "a.wod").write_text(TYPED)
    result = wod("fmt", "a.wod")
    assert (result.code, "a fault of wod itself" in result.err) == (3, True)
    assert (here / "a.wod").read_text() == TYPED


def test_a_file_changed_meanwhile_is_left(here, wod, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(text: str, name: str, *_: object) -> Formatted:
        Path(name).write_text("Row 3x8\n")
        return Formatted(TIDY)

    monkeypatch.setattr(fmt.workbench, "format_text", meanwhile)
    (here / "a.wod").write_text(TYPED)
    result = wod("fmt", "a.wod")
    assert (result.code, "changed meanwhile" in result.err) == (2, True)
    assert (here / "a.wod").read_text() == "Row 3x8\n"


def test_an_exercise_of_a_pack_is_known(here, wod) -> None:
    (here / "house.toml").write_text(
        '[pack]\nname = "house"\nprefix = "HO"\nversion = "1.0.0"\ndescription = "ours"\n'
        '[[exercise]]\nname = "Attic Row"\nlike = "Barbell Row"\n'
    )
    text = "Attic Row, Squat, Attic Row 3x5\n"
    (here / "a.wod").write_text(text)
    assert wod("fmt", "--pack", "./house.toml", "a.wod").code == 0
    assert (here / "a.wod").read_text() == "Attic Row\nSquat\nAttic Row 3x5\n"


def test_a_folder_without_programs_is_said(here, wod) -> None:
    result = wod("fmt")
    assert (result.code, "no .wod file" in result.err) == (2, True)


def test_our_own_examples_are_in_layout(capsys: pytest.CaptureFixture[str]) -> None:
    from wodlang.cli.main import main

    examples = Path(__file__).parents[2] / "examples"
    assert main(["fmt", "--check", str(examples)]) == 0, capsys.readouterr().out
