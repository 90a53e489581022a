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
    (note,) = run["invocations"][0]["toolConfigurationNotifications"]
    assert note["message"]["text"].startswith("missing.wod: ")
    rules = [rule for one in run["tool"]["extensions"] for rule in one["rules"]]
    found = {rule["id"]: rule for rule in rules}
    assert "## Why" in found["PC302"]["help"]["markdown"]


@pytest.mark.parametrize("name", set(FOR_PROGRAMS) - {"json-lines", "github", "azure"})
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
