"""`wod check --fix`, `--diff` and `--add-ignore`: what is written, said, and in the exit code."""

from __future__ import annotations

import json
import os
import shutil
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wodlang.cli.changing import one_text
from wodlang.consequences import Consequences
from wodlang.text import atomic_write

Wod = Callable[..., Any]

SAFE = "Squat 3x5  # wod: ignore[PC302] old\n"
UNSAFE = "Benh Press 3x5\n"
BOTH = SAFE + UNSAFE
FIXED = "Squat 3x5\n"


def put(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.wod").write_text(text, encoding="utf-8", newline="")


def read(name: str = "a") -> str:
    return Path(f"{name}.wod").read_bytes().decode()


@pytest.mark.parametrize(
    ("text", "options", "after", "code", "said"),
    [
        pytest.param(SAFE, ["--fix"], FIXED, 0, "Fixed 1 finding in 1 file, 0 left.", id="safe"),
        pytest.param(BOTH, ["--fix"], FIXED + UNSAFE, 1, "Fixed 1 finding in 1 file, 1 left.",
                     id="an unsafe one is left"),
        pytest.param(BOTH, ["--fix", "--unsafe-fixes"], FIXED + "Bench Press 3x5\n", 0,
                     "Fixed 2 findings in 1 file, 0 left.", id="both"),
        pytest.param(UNSAFE, ["--fix"], UNSAFE, 1, "Fixed no findings, 1 left.", id="none"),
        pytest.param(UNSAFE, ["--unsafe-fixes"], UNSAFE, 1,
                     "1 can be fixed with --fix --unsafe-fixes.", id="alone it changes nothing"),
        pytest.param(UNSAFE, ["--fix", "--fail-level", "error"], UNSAFE, 0, "1 left",
                     id="what remains decides"),
        pytest.param(BOTH, ["--fix", "--unsafe-fixes", "--select", "WOD101"],
                     SAFE + "Bench Press 3x5\n", 0, "Fixed 1 finding", id="selected"),
        pytest.param(BOTH, ["--fix", "--unsafe-fixes", "--ignore", "WOD101"], FIXED + UNSAFE, 0,
                     "Fixed 1 finding", id="ignored"),
        pytest.param(FIXED, ["--fix"], FIXED, 0, "Fixed no findings, 0 left.", id="clean"),
    ],
)  # fmt: skip
def test_fix(wod: Wod, text: str, options: list[str], after: str, code: int, said: str) -> None:
    put(a=text)
    result = wod("check", *options)
    assert read() == after
    assert (result.code, result.err) == (code, "")
    assert said in result.out


def test_what_can_be_fixed_is_told(wod: Wod) -> None:
    put(a=BOTH)
    assert "1 can be fixed with --fix, 1 more with --unsafe-fixes." in wod("check").out


@pytest.mark.parametrize("form", ["concise", "json", "sarif", "github", "junit"])
def test_in_any_format_the_report_tells_what_is_left(wod: Wod, form: str) -> None:
    put(a=BOTH)
    result = wod("check", "--fix", "--output-format", form)
    assert (result.code, read()) == (1, FIXED + UNSAFE)
    assert result.err == "Fixed 1 finding in 1 file, 1 left.\n"
    assert result.out == wod("check", "--output-format", form).out
    assert "WOD101" in result.out
    assert "WOD108" not in json.loads(result.out)["findings"] if form == "json" else True


def test_files_that_are_as_they_should_be_are_not_written(wod: Wod, here: Path) -> None:
    put(a=FIXED, b=SAFE)
    os.utime("a.wod", ns=(5, 5))
    wod("check", "--fix")
    assert os.stat("a.wod").st_mtime_ns == 5
    assert sorted(path.name for path in here.iterdir()) == ["a.wod", "b.wod", "wod.toml"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\ufeff" + SAFE, id="byte order mark"),
        pytest.param(SAFE.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(SAFE.rstrip("\n"), id="no last line end"),
    ],
)
def test_the_form_of_a_file_stays(wod: Wod, text: str) -> None:
    put(a=text)
    os.chmod("a.wod", 0o640)
    assert wod("check", "--fix").code == 0
    assert read() == text.replace("  # wod: ignore[PC302] old", "")
    assert stat.S_IMODE(os.stat("a.wod").st_mode) == 0o640


def test_a_diff_writes_nothing_and_can_be_applied(program: Wod, here: Path) -> None:
    put(a=BOTH, b="Squat 3x5\r\n" + SAFE.rstrip("\n"), c=FIXED)
    before = [read(name) for name in "abc"]
    result = program("check", "--diff", "--unsafe-fixes")
    assert result.code == 1
    assert [read(name) for name in "abc"] == before
    assert result.err == "Would fix 3 findings in 2 files, 0 left.\n"
    Path("change.diff").write_bytes(result.out.encode())
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-p0", "change.diff"], check=True)
    assert read("a") == FIXED + "Bench Press 3x5\n"
    assert read("b") == "Squat 3x5\r\nSquat 3x5"
    again = program("check", "--diff", "--unsafe-fixes")
    assert (again.code, again.out) == (0, "")
    assert again.err == "Would fix no findings, 0 left.\n"


NAMES = ["a b", "\u00fc", 'a"b', "a\\b", "a\tb", "a \tb", "a\udcff\udc80"]


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
@pytest.mark.parametrize("with_what", ["git apply -p0 c.diff", "patch -s -p0 -i c.diff"])
def test_a_diff_of_files_with_strange_names_can_be_applied(program: Wod, with_what: str) -> None:
    words = with_what.split()
    if shutil.which(words[0]) is None:
        pytest.skip(f"no {words[0]} here")
    put(**dict.fromkeys(NAMES, UNSAFE))
    Path("c.diff").write_bytes(program("check", "--diff", "--unsafe-fixes").out.encode())
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(words, check=True)
    assert [read(name) for name in NAMES] == ["Bench Press 3x5\n"] * len(NAMES)


def test_a_diff_exits_with_1_where_what_would_change_is_below_the_fail_level(wod: Wod) -> None:
    put(a="Curl 12x3\n")
    assert wod("check").code == 0
    assert wod("check", "--diff", "--unsafe-fixes").code == 1


@pytest.mark.skipif(os.name == "nt", reason="links want rights there")
def test_a_link_to_a_fixed_file_is_checked_as_it_is_now(wod: Wod) -> None:
    put(a=SAFE + UNSAFE)
    os.symlink("a.wod", "b.wod")
    result = wod("check", "--fix", "--output-format", "concise")
    assert [line.split(" ")[:2] for line in result.out.splitlines()] == [
        ["a.wod:2:1:", "WOD101"], ["b.wod:2:1:", "WOD101"],
    ]  # fmt: skip
    assert os.path.islink("b.wod")


def test_a_diff_without_fixes_still_tells_of_findings(wod: Wod) -> None:
    put(a=UNSAFE)
    result = wod("check", "--diff")
    assert (result.code, result.out) == (1, "")
    assert result.err == "Would fix no findings, 1 left.\n"


def test_a_diff_with_a_report_in_a_file(wod: Wod) -> None:
    put(a=SAFE)
    result = wod("check", "--diff", "--output-format", "json", "--output-file", "out.json")
    assert result.code == 1
    assert result.out.startswith("--- a.wod\n+++ a.wod\n")
    [finding] = json.loads(Path("out.json").read_text())["findings"]
    assert finding["code"] == "WOD108", "the report is of the files as they are"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("--diff", "--output-format", "json"), "--output-file", id="two for stdout"),
        pytest.param(("--diff", "--statistics"), "--output-file", id="statistics"),
        pytest.param(("--add-ignore", ""), '--add-ignore "the physio agrees"', id="no reason"),
        pytest.param(("--add-ignore", "  "), '--add-ignore "the physio agrees"', id="blanks"),
        pytest.param(("--add-ignore", "a\nb"), "one line", id="two lines"),
        pytest.param(("--add-ignore",), "needs a value", id="nothing"),
        pytest.param(("--fix", "--write-baseline", "b.toml"), "a run of its own", id="baseline"),
        pytest.param(("--prune-baseline",), "needs a baseline", id="nothing to prune"),
    ],
)
def test_wrong_words_change_nothing(wod: Wod, options: tuple[str, ...], said: str) -> None:
    put(a=BOTH)
    result = wod("check", *options)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert read() == BOTH


STDIN = [
    pytest.param(SAFE, FIXED, 0, id="fixed"),
    pytest.param(FIXED, FIXED, 0, id="nothing to fix"),
    pytest.param(UNSAFE, UNSAFE, 1, id="left"),
    pytest.param("\ufeff" + SAFE.replace("\n", "\r\n"), "\ufeffSquat 3x5\r\n", 0, id="bytes"),
    pytest.param("Squat 3x", "Squat 3x", 1, id="broken"),
    pytest.param("", "", 0, id="empty"),
]


@pytest.mark.parametrize(("text", "after", "code"), STDIN)
def test_stdin_is_fixed_to_stdout(program: Wod, text: str, after: str, code: int) -> None:
    result = program("check", "-", "--fix", stdin=text.encode())
    assert (result.code, result.out) == (code, after)
    assert "left.\n" in result.err


def test_stdin_beside_files_and_a_report_in_a_file(program: Wod) -> None:
    put(a=SAFE)
    options = ("--output-format", "json", "--output-file", "out.json")
    result = program("check", "-", "a.wod", "--fix", *options, stdin=BOTH.encode())
    assert (result.code, result.out, read()) == (1, FIXED + UNSAFE, FIXED)
    [finding] = json.loads(Path("out.json").read_text())["findings"]
    assert (finding["path"], finding["code"]) == ("<stdin>", "WOD101")


def test_stdin_comes_through_a_broken_configuration(program: Wod) -> None:
    Path("wod.toml").write_text("ignroe = []")
    result = program("check", "-", "--fix", stdin=SAFE.encode())
    assert (result.code, result.out) == (2, SAFE)
    assert 'unknown key "ignroe"' in result.err


def test_several_processes_do_the_same(wod: Wod) -> None:
    put(**{f"a{number}": BOTH for number in range(9)})
    result = wod("check", "--fix", "--jobs", "3")
    assert (result.code, result.err) == (1, "")
    assert "Fixed 9 findings in 9 files, 9 left." in result.out
    assert {read(f"a{number}") for number in range(9)} == {FIXED + UNSAFE}


def test_a_link_beside_its_target_is_fixed_once(wod: Wod) -> None:
    put(z=SAFE)
    os.symlink("z.wod", "a.wod")
    result = wod("check", "--fix")
    assert (result.code, read("z")) == (0, FIXED)
    assert "Fixed 1 finding in 1 file, 0 left." in result.out
    assert os.path.islink("a.wod")


def test_a_file_that_changes_meanwhile_is_left_alone(
    wod: Wod, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(a=SAFE, b=SAFE)
    true = one_text.fix_text

    def slow(text: str, path: str, *others: Any) -> Any:
        if path == "a.wod":
            put(a="session Mine\n" + SAFE)
        return true(text, path, *others)

    monkeypatch.setattr(one_text, "fix_text", slow)
    result = wod("check", "--fix", "--output-format", "concise")
    assert result.code == 2
    assert "a.wod: it was changed meanwhile" in result.err
    assert "Fixed 1 finding in 1 file, 1 left." in result.err
    assert (read("a"), read("b")) == ("session Mine\n" + SAFE, FIXED)
    assert result.out.startswith("a.wod:1:"), "its findings are still there"


def test_a_write_that_fails_is_told_with_what_is_left(
    wod: Wod, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(a=SAFE, b=SAFE)
    true = atomic_write.write_atomically

    def failing(path: str, before: bytes, after: bytes) -> None:
        if path == "a.wod":
            raise OSError(28, "No space left on device", path)
        true(path, before, after)

    monkeypatch.setattr(one_text, "write_atomically", failing)
    result = wod("check", "--fix")
    assert result.code == 2
    assert "error: a.wod: cannot be written (no space left on device)" in result.err
    assert (read("a"), read("b")) == (SAFE, FIXED)
    assert "Fixed 1 finding in 1 file, 1 left." in result.out


def test_no_result_of_an_earlier_run_is_used(
    wod: Wod, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WODLANG_CACHE", str(tmp_path / "cache"))
    put(a=SAFE)
    assert wod("check").code == 1
    assert wod("check", "--fix").code == 0
    assert read() == FIXED
    assert wod("check").code == 0
    put(a=SAFE)
    assert wod("check").code == 1


def test_what_is_taken_back_is_told_by_rule_and_line(
    wod: Wod, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Consequences, "may_offer", lambda *_: True)  # it would not offer them
    (here / "circle.toml").write_text(CIRCLE)
    put(a="Squat 3x5\nLeg Press 3x8\n")
    result = wod("check", "--fix", "--pack", "./circle.toml")
    assert read() == "Squat 3x5\nLeg Press 3x8\n"
    assert result.code == 1
    assert 'a.wod:2: CI101 (sets-of-eight): "' in result.err
    assert "was taken back: it brings CI102, nine" in result.err


CIRCLE = """
[pack]
name = "circle"
prefix = "CI"
version = "1.0.0"
wodlang = ">=0"
description = "Two rules of different minds"

[[rule]]
code = "CI101"
name = "sets-of-eight"
severity = "warning"
for-each = "exercise"
when = "reps = 8"
message = "eight"
help = "nine"
why = "Nine is more."
source = "Coach, 2026"
evidence = "opinion"
fix = { set-reps = "9", safe = true }

[[rule]]
code = "CI102"
name = "sets-of-nine"
severity = "warning"
for-each = "exercise"
when = "reps = 9"
message = "nine"
help = "eight"
why = "Eight is less."
source = "Coach, 2026"
evidence = "opinion"
fix = { set-reps = "8", safe = true }
"""


def test_add_ignore_then_a_second_run_is_clean(wod: Wod) -> None:
    put(a="Benh Press 3x5 @ 100\nSquat 3x5\n", b=UNSAFE)
    result = wod("check", "--add-ignore", "our own bench")
    assert (result.code, result.err) == (0, "")
    assert "Suppressed 3 findings in 2 files, 0 left." in result.out
    assert (
        read() == "Benh Press 3x5 @ 100  # wod: ignore[WOD101, WOD103] our own bench\nSquat 3x5\n"
    )
    again = wod("check", "--fail-level", "info")
    assert (again.code, again.out) == (0, "No findings in 2 files.\n")


def test_add_ignore_says_what_cannot_be_suppressed(wod: Wod) -> None:
    put(a=UNSAFE + "Squat 3x\n")
    result = wod("check", "--add-ignore", "ours")
    assert result.code == 1
    assert result.err == "WOD001 (syntax-error): 1 finding that no comment can suppress\n"
    assert read() == "Benh Press 3x5  # wod: ignore[WOD101] ours\nSquat 3x\n"


def test_add_ignore_after_fix_and_as_a_diff(wod: Wod) -> None:
    put(a=BOTH)
    shown = wod("check", "--add-ignore", "ours", "--diff")
    assert (shown.code, read()) == (1, BOTH)
    assert "+Benh Press 3x5  # wod: ignore[WOD101] ours\n" in shown.out
    assert "Would suppress 1 finding in 1 file, 1 left." in shown.err
    result = wod("check", "--fix", "--add-ignore", "ours")
    assert (result.code, read()) == (0, FIXED + "Benh Press 3x5  # wod: ignore[WOD101] ours\n")
    assert "Fixed 1 finding and suppressed 1 finding in 1 file, 0 left." in result.out
