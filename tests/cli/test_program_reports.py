"""`wod check --output-format` with the formats that other programs read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wodlang.report.reporter import FOR_PROGRAMS

Wod = Callable[..., Any]
ROW = "Deadlift 3x5 @ 85%\nBarbell Row 3x8\n"


@pytest.mark.parametrize("name", FOR_PROGRAMS)
def test_a_format_has_the_rules_words_and_the_exit_code(here: Path, wod: Wod, name: str) -> None:
    (here / "a.wod").write_text(ROW)
    (here / "clean.wod").write_text("Back Squat 3x5 @ 80kg\n")
    result = wod("check", "--output-format", name)
    assert result.code == 1
    assert result.err == ""
    assert "PC302" in result.out
    assert wod("check", "--output-format", name).out == result.out  # from the cache
    assert wod("check", "--output-format", name, "--no-cache").out == result.out


def test_two_processes_write_the_same_bytes(here: Path) -> None:
    (here / "a.wod").write_text(ROW + "Bench 3x8 @ 70%\nLeg Curl 3x12-8\nBenh Press 3x8\n")
    code = (
        "from wodlang.cli.main import main\n"
        f"for name in {[*FOR_PROGRAMS]}: main(['check', '--no-cache', '--output-format', name])"
    )
    written = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True, check=True, timeout=120,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    (text,) = written
    assert text.count(b"PC302") > len(FOR_PROGRAMS)


def test_sarif_tells_of_the_rule_and_of_what_could_not_be_done(here: Path, wod: Wod) -> None:
    (here / "a.wod").write_text(ROW)
    result = wod("check", "a.wod", "missing.wod", "--output-format", "sarif")
    (run,) = json.loads(result.out)["runs"]
    assert result.code == 2
    assert run["invocations"][0]["exitCode"] == 2
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note["message"]["text"].startswith("missing.wod: ")
    rules = [rule for one in run["tool"]["extensions"] for rule in one["rules"]]
    found = {rule["id"]: rule for rule in rules}
    assert "## Why" in found["PC302"]["help"]["markdown"]


@pytest.mark.parametrize("name", sorted(set(FOR_PROGRAMS) - {"json-lines", "github", "azure"}))
def test_a_run_without_files_writes_a_whole_report(here: Path, wod: Wod, name: str) -> None:
    result = wod("check", "missing.wod", "--output-format", name)
    assert result.code == 2
    assert result.out


def test_the_words_of_rules_come_from_the_folders_of_their_files(here: Path, wod: Wod) -> None:
    folder = here / "gym"
    folder.mkdir()
    (folder / "house.toml").write_text(
        '[pack]\nname = "house"\nprefix = "HSE"\nversion = "1.0"\n\n'
        '[[rule]]\ncode = "HSE001"\nname = "bench-press"\nwhen = \'exercise = "Bench Press"\'\n'
        'message = "no benches here"\nwhy = "Our own words."\nsource = "ours"\n'
    )
    (folder / "wod.toml").write_text('packs = ["./house.toml"]\n')
    (folder / "a.wod").write_text("Bench Press 3x8 @ 60kg\n")
    result = wod("check", "gym", "--output-format", "sarif")
    assert "Our own words." in result.out, (result.err, result.out[:500])


def test_the_fail_level_of_a_folder_says_what_junit_fails(here: Path, wod: Wod) -> None:
    for folder, level in (("strict", "info"), ("lax", "error")):
        (here / folder).mkdir()
        (here / folder / "wod.toml").write_text(f'fail-level = "{level}"\n')
        (here / folder / "a.wod").write_text("Bench Press\n" + ROW)
    out = wod("check", "--output-format", "junit").out
    assert (out.count("<failure"), out.count("<skipped>")) == (2, 2)
    assert wod("check", "--output-format", "junit").out == out  # from the cache
    typed = wod("check", "--output-format", "junit", "--fail-level", "warning").out
    assert (typed.count("<failure"), typed.count("<skipped>")) == (2, 2)
    assert typed != out


@pytest.mark.parametrize("changing", [(), ("--fix",)])
def test_a_fault_of_wod_itself_stands_in_the_report(
    here: Path, wod: Wod, monkeypatch: pytest.MonkeyPatch, changing: tuple[str, ...]
) -> None:
    (here / "a.wod").write_text(ROW)
    (here / "b.wod").write_text("Bench Press 3x8 @ 60kg\n")

    def check(text: str, *_: object) -> Any:
        raise KeyError("x")

    monkeypatch.setattr("wodlang.workbench.check_text", check)
    monkeypatch.setattr("wodlang.cli.changing.one_text.check_text", check)
    monkeypatch.setattr("wodlang.cli.changing.one_text.fix_text", check)
    result = wod("check", "--no-cache", "--output-format", "junit", *changing)
    assert result.code == 3
    for name in ("a.wod", "b.wod"):
        fault = f"a fault of wod itself, while checking {name}: KeyError: 'x'"
        assert result.err.count(fault) == 1
        assert f'<error message="{fault}' in result.out


@pytest.mark.parametrize("name", ["json", *FOR_PROGRAMS])
def test_statistics_in_a_format_for_programs_are_refused_and_the_findings_told(
    here: Path, wod: Wod, name: str
) -> None:
    (here / "a.wod").write_text(ROW)
    result = wod("check", "--statistics", "--output-format", name)
    assert result.code == 2
    assert f"--statistics is for people: the format {name} has the findings" in result.err
    assert "bent-over row" in result.out


def test_an_unknown_format_names_the_nearest(here: Path, wod: Wod) -> None:
    (here / "a.wod").write_text(ROW)
    result = wod("check", "--output-format", "checkstlye")
    assert result.code == 2
    assert 'did you mean "checkstyle"' in result.err


def test_only_the_format_that_is_asked_for_is_imported(here: Path, program: Wod) -> None:
    (here / "a.wod").write_text("Back Squat 3x5 @ 80kg\n")
    program("check", "--output-format", "junit")
    timed = program("check", "--output-format", "junit", PYTHONPROFILEIMPORTTIME="1").err
    assert "wodlang.report.xml_text" in timed
    assert "wodlang.report.sarif" not in timed
    assert "wodlang.report.full" not in timed
    assert "wodlang.lint.engine" not in timed
