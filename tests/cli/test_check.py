"""`wod check`: exit codes, formats, and never silently green."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wodlang import workbench
from wodlang.cli import check_anew
from wodlang.text.core_codes import core_finding
from wodlang.text.span import Span

Wod = Callable[..., Any]

CLEAN = """\
session Posterior Chain
  Trap Bar Deadlift 3x3-5 @ 85%, rest 3min
  Weighted Pull-Up 4x6 @ +10kg
  Front Squat 3x6-8 @ 75%
  Chest-Supported T-Bar Row 3x8-10, straps
  Glute-Ham Raise 3x12-15
"""
WARNING = "Conventional Deadlift 4x3 @ 87%\nBarbell Row 3x8 @ 60%\n"
INFO = "Front Squat\n"
ERROR = "Squat 3x0\n"
SYNTAX = "week zero: (\n@@@ ]]\n"


def put(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.wod").write_text(text, encoding="utf-8")


def codes(out: str) -> list[str]:
    return [line.split(" ")[1] for line in out.splitlines()]


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        pytest.param(CLEAN, None, 0, id="clean"),
        pytest.param(WARNING, None, 1, id="a warning fails by default"),
        pytest.param(WARNING, "error", 0, id="not above error"),
        pytest.param(INFO, None, 0, id="an info does not"),
        pytest.param(INFO, "info", 1, id="but may"),
        pytest.param(ERROR, "error", 1, id="an error"),
        pytest.param(SYNTAX, "error", 1, id="a syntax error always counts"),
    ],
)
def test_exit_codes(wod: Wod, text: str, level: str | None, code: int) -> None:
    put(a=text)
    options = ["--fail-level", level] if level else []
    assert wod("check", "a.wod", *options).code == code


def test_the_program_itself(program: Wod, here: Path) -> None:
    put(a=CLEAN)
    assert program("check").code == 0
    put(b=WARNING)
    result = program("check", "--output-format", "concise")
    assert (result.code, result.err) == (1, "")
    assert result.out == "b.wod:2:1: PC302 warning bent-over row after Conventional Deadlift\n"


def test_without_a_path_the_folder_is_checked(wod: Wod) -> None:
    put(a=CLEAN, b=WARNING)
    assert codes(wod("check", "--output-format", "concise").out) == ["PC302"]


def test_no_program_at_all(wod: Wod) -> None:
    result = wod("check")
    assert (result.code, result.out) == (2, "")
    assert "no .wod file" in result.err


@pytest.mark.parametrize("name", ["gone.wod", "latin.wod", "pipe.wod", "big.wod"])
def test_what_cannot_be_read_hides_nothing(wod: Wod, name: str) -> None:
    put(a=WARNING)
    Path("latin.wod").write_bytes(b"Squat 3x5 \xe9")
    os.mkfifo("pipe.wod")
    with open("big.wod", "wb") as file:
        file.truncate(50_000_000)
    result = wod("check", name, "a.wod", "--output-format", "json")
    data = json.loads(result.out)
    assert result.code == 2
    assert result.err.startswith(f"error: {name}: ")
    assert [one["path"] for one in data["findings"]] == ["a.wod"]
    assert data["summary"]["files"] == 1


def test_json_is_printed_where_nothing_could_be_read(wod: Wod) -> None:
    result = wod("check", "gone.wod", "--output-format", "json")
    assert result.code == 2
    assert json.loads(result.out)["findings"] == []


def test_json_is_the_same_every_time_and_has_the_packs(wod: Wod) -> None:
    put(b=WARNING, a=WARNING)
    first = wod("check", "b.wod", "a.wod", "--output-format", "json")
    assert wod("check", "a.wod", "b.wod", "--output-format", "json").out == first.out
    data = json.loads(first.out)
    assert [pack["name"] for pack in data["packs"]] == ["core", "posterior-chain"]
    assert [one["path"] for one in data["findings"]] == ["a.wod", "b.wod"]
    assert data["findings"][0]["fixes"]


def test_paths_are_shown_from_here(wod: Wod, here: Path) -> None:
    (here / "a").mkdir()
    (here / "a" / "b.wod").write_text(WARNING)
    result = wod("check", str(here / "a"), "--output-format", "concise")
    assert result.out.startswith("a/b.wod:2:1: ")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param(("--select", "PC3"), ["PC302"], id="prefix"),
        pytest.param(("--select", "PC1,PC2"), [], id="others"),
        pytest.param(("--select", "PC1", "--select", "PC302"), ["PC302"], id="twice"),
        pytest.param(("--select", "unsupported-row-after-hinge"), ["PC302"], id="name"),
        pytest.param(("--ignore", "PC302"), [], id="ignored"),
        pytest.param(("--ignore", "posterior-chain"), [], id="pack ignored"),
        pytest.param(("--select", "PC302", "--ignore", "PC"), ["PC302"], id="most specific"),
        pytest.param(("--no-packs",), [], id="core alone"),
        pytest.param(("--profile", "base"), ["PC302"], id="profile"),
    ],
)
def test_which_rules(wod: Wod, options: tuple[str, ...], expected: list[str]) -> None:
    put(a=WARNING)
    result = wod("check", *options, "--output-format", "concise")
    assert codes(result.out) == expected
    assert result.code == (1 if expected else 0)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(("--select", "PC3O2"), 'did you mean "PC302"?', id="code"),
        pytest.param(("--ignore", "unsuported-row-after-hinge"), "unsupported-row", id="name"),
        pytest.param(("--profile", "strickt"), 'did you mean "strict"?', id="profile"),
        pytest.param(("--profile", "posterior-chian/strict"), "posterior-chain", id="pack"),
        pytest.param(("--pack", "posterior-chian"), "posterior-chain", id="pack name"),
        pytest.param(("--pack", "./none.toml"), "no pack file", id="pack path"),
        pytest.param(("--config", "none.toml"), "no such file", id="config"),
        pytest.param(("--fail-level", "warn"), 'did you mean "warning"?', id="level"),
        pytest.param(("--select", ""), "needs a value", id="nothing selected"),
        pytest.param(("--jobs", "0"), "1 or more", id="jobs"),
        pytest.param(("--no-packs", "--pack", "x"), "one of them", id="contradiction"),
        pytest.param(("--fxi",), "did you mean --fix?", id="no option"),
    ],
)
def test_wrong_words_are_errors(wod: Wod, options: tuple[str, ...], said: str) -> None:
    put(a=WARNING)
    result = wod("check", *options)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_fault_of_the_configuration_points_into_it(wod: Wod) -> None:
    put(a=WARNING)
    Path("wod.toml").write_text('\nignore = ["PC3O2"]\n')
    result = wod("check")
    assert result.code == 2
    assert result.err == 'error: wod.toml:2:11: unknown rule "PC3O2", did you mean "PC302"?\n'


def test_a_faulty_folder_does_not_hide_another(wod: Wod, here: Path) -> None:
    for name, config in (("bad", "selct = []"), ("good", 'ignore = ["PC"]')):
        (here / name).mkdir()
        (here / name / "wod.toml").write_text(config)
        (here / name / "a.wod").write_text(WARNING + ERROR)
    result = wod("check", "--output-format", "concise")
    assert result.code == 2
    assert result.err.startswith("error: bad/wod.toml:1:1: ")
    assert {line.split(":")[0] for line in result.out.splitlines()} == {"good/a.wod"}
    assert "PC302" not in result.out


def test_without_packs_their_settings_are_no_faults(wod: Wod) -> None:
    put(a=WARNING)
    Path("wod.toml").write_text('ignore = ["PC101"]\n[rules.too-many-exercises]\nmax-exercises = 7')
    assert wod("check", "--no-packs").code == 0


def test_settings_of_the_file_and_of_the_command_line(wod: Wod) -> None:
    put(a=WARNING)
    Path("wod.toml").write_text('ignore = ["PC302"]\nfail-level = "info"')
    assert wod("check").code == 0
    assert wod("check", "--select", "PC302").code == 1
    Path("wod.toml").write_text('fail-level = "error"\n[severity]\nPC302 = "error"')
    assert wod("check").code == 1
    Path("other.toml").write_text('[severity]\nPC302 = "info"')
    assert wod("check", "--config", "other.toml").code == 0


def test_files_with_settings_of_their_own(wod: Wod, here: Path) -> None:
    (here / "drafts").mkdir()
    (here / "drafts" / "a.wod").write_text(WARNING)
    put(a=WARNING)
    Path("wod.toml").write_text('[per-file]\n"drafts/*" = ["PC302"]')
    result = wod("check", "--output-format", "concise")
    assert [line.split(":")[0] for line in result.out.splitlines()] == ["a.wod"]


def test_stdin(program: Wod) -> None:
    result = program("check", "-", "--output-format", "concise", stdin=WARNING.encode())
    assert result.code == 1
    assert result.out.startswith("<stdin>:2:1: PC302 ")
    options = ("--stdin-filename", "a/b.wod", "--output-format", "concise")
    result = program("check", "-", *options, stdin=b"\xef\xbb\xbf" + WARNING.encode())
    assert result.out.startswith("a/b.wod:2:1: PC302 ")
    options = ("--stdin-filename", "", "--output-format", "concise")
    assert program("check", "-", *options, stdin=WARNING.encode()).out.startswith("<stdin>:2:1: ")


@pytest.mark.parametrize("command", ["check", "fmt", "show", "export"])
def test_a_name_for_stdin_that_is_not_read(wod: Wod, command: str) -> None:
    put(a=WARNING)
    result = wod(command, "a.wod", "--stdin-filename", "b.wod")
    assert (result.code, result.out) == (2, "")
    assert "--stdin-filename is the name of what `-` reads: write `-` besides" in result.err


def test_an_empty_path(wod: Wod) -> None:
    put(a=WARNING)
    result = wod("check", "", "a.wod", "--output-format", "concise")
    assert (result.code, result.out.count("PC302")) == (2, 1)
    assert result.err.startswith('error: "": is no path: name a file or a folder')


def test_stdin_that_is_no_text(program: Wod) -> None:
    result = program("check", "-", "--output-format", "json", stdin=b"Squat \xe9")
    assert result.code == 2
    assert "<stdin>: is not UTF-8" in result.err
    assert json.loads(result.out)["findings"] == []


def test_an_output_file_gets_the_report_alone(wod: Wod) -> None:
    put(a=WARNING)
    result = wod("check", "--output-file", "out.txt")
    assert (result.code, result.out, result.err) == (1, "", "")
    assert "PC302" in Path("out.txt").read_text()
    assert "\x1b" not in Path("out.txt").read_text()


def test_an_output_file_that_cannot_be_written(wod: Wod) -> None:
    put(a=WARNING)
    result = wod("check", "--output-file", "no/out.txt")
    assert (result.code, result.out) == (2, "")
    assert "cannot be written" in result.err


def test_statistics(wod: Wod) -> None:
    put(a=WARNING)
    result = wod("check", "--statistics")
    assert result.code == 1
    assert "1  PC302  unsupported-row-after-hinge" in result.out


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_jobs_change_nothing(wod: Wod, form: str) -> None:
    put(**{f"a{number}": WARNING for number in range(7)})
    alone = wod("check", "--output-format", form)
    assert wod("check", "--output-format", form, "--jobs", "3", "--no-cache").out == alone.out


def test_without_a_cache_nothing_is_remembered(program: Wod, here: Path, tmp_path: Path) -> None:
    put(a=CLEAN)
    folders = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "HOME": str(tmp_path)}
    assert program("check", "--no-cache", **folders).code == 0
    assert not (tmp_path / "cache").exists()


def test_a_rule_that_crashes(wod: Wod, monkeypatch: pytest.MonkeyPatch) -> None:
    put(a=WARNING)
    true = workbench.check_text

    def crashing(*arguments: Any) -> Any:
        result = true(*arguments)
        found = core_finding("rule-crashed", Span(0, 0), "PC999 failed")
        return workbench.CheckResult(
            result.source, result.document, result.program, (found, *result.findings)
        )

    monkeypatch.setattr(check_anew.workbench, "check_text", crashing)
    result = wod("check", "--output-format", "concise")
    assert result.code == 3
    assert "PC302" in result.out
    assert wod("check", ".", "gone.wod").code == 2


def test_a_fault_of_ours_costs_one_file(wod: Wod, monkeypatch: pytest.MonkeyPatch) -> None:
    put(a=WARNING, b=WARNING)
    true = workbench.check_text

    def failing(text: str, path: str, *others: Any) -> Any:
        if path == "a.wod":
            raise RecursionError("too deep")
        return true(text, path, *others)

    monkeypatch.setattr(check_anew.workbench, "check_text", failing)
    result = wod("check", "--output-format", "concise")
    assert result.code == 3
    assert "while checking a.wod" in result.err
    assert result.out.startswith("b.wod:2:1: ")


def test_the_concise_path_stays_light(program: Wod, here: Path) -> None:
    put(a=WARNING)
    code = (
        "import sys, wodlang.cli.main as m\n"
        "m.main(['check', '--output-format', 'concise', '--output-file', 'out.txt'])\n"
        "heavy = {'rich', 'tree_sitter', 'jsonschema', 'tomli_w', 'difflib', 'rapidfuzz'}\n"
        "heavy |= {'wodlang.format', 'wodlang.rulefile'}  # no layout is asked for, no pack a file\n"
        "heavy &= set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    Path("probe.py").write_text(code)
    paths = os.pathsep.join(path for path in sys.path if path)
    subprocess.run(
        [sys.executable, "probe.py"], check=True, env={**os.environ, "PYTHONPATH": paths}
    )
