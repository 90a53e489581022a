"""Baselines: what was there before is left out, one new finding is one finding."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Wod = Callable[..., Any]

PULL = """\
program Block One
  units: kg
week 1
  Monday: Pull
    Deadlift 4x3 @ 87%
    Pull-Up 3x8
    Barbell Row 3x8
    Benh Press 3x5
week 2
  Monday: Pull
    Deadlift 4x3 @ 87%
    Pull-Up 3x8
    Barbell Row 3x8
"""
ONE = {"path": "a.wod", "program": "Block One", "week": "1", "session": "monday: Pull"}
B = ("--baseline", "b.toml")


def put(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.wod").write_text(text, encoding="utf-8")


def entries(file: str = "b.toml") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(Path(file).read_text())["finding"]
    return found


def codes(wod: Wod, *options: str) -> list[str]:
    found = json.loads(wod("check", "--output-format", "json", *options).out)["findings"]
    return [one["code"] for one in found]


@pytest.fixture
def begun(wod: Wod) -> Wod:
    """A file with three findings, all of them in a baseline."""
    put(a=PULL)
    result = wod("check", "--write-baseline", "b.toml")
    assert (result.code, result.err) == (0, "b.toml: 3 findings written.\n")
    return wod


def test_what_it_holds(begun: Wod) -> None:
    assert entries() == [
        {**ONE, "exercise": "Barbell Row", "rule": "PC302"},
        {**ONE, "exercise": "Benh Press", "rule": "WOD101"},
        {**ONE, "week": "2", "exercise": "Barbell Row", "rule": "PC302"},
    ]
    lines = Path("b.toml").read_text().splitlines()
    assert sum("rule = " in line for line in lines) == 3, "one line an entry"


def test_it_leaves_out_what_was_there(begun: Wod) -> None:
    result = begun("check", *B)
    assert result.code == 0
    assert result.out == "No findings in 1 file.\n"
    assert result.err == "b.toml: 3 findings left out.\n"
    assert begun("check", *B, "--no-baseline").code == 1


def test_writing_it_again_changes_no_byte(begun: Wod) -> None:
    before = Path("b.toml").read_bytes()
    begun("check", "--write-baseline", "b.toml", "--jobs", "2")
    assert Path("b.toml").read_bytes() == before


CHANGES = [
    pytest.param(lambda text: "# a note\n\n" + text, [], id="lines above"),
    pytest.param(lambda text: text.replace("    Pull-Up 3x8\n", "", 1), [], id="a line less"),
    pytest.param(lambda text: text.replace("Barbell Row 3x8", "BB Row 4x6"), [], id="an alias"),
    pytest.param(lambda text: text.replace("    ", "\t"), [], id="indented otherwise"),
    pytest.param(
        lambda text: text.replace("Benh Press 3x5", "Benh Press 3x5\n    Sqat 3x5"), ["WOD101"],
        id="another exercise",
    ),
    pytest.param(
        lambda text: text.replace("Benh Press 3x5", "Benh Press 3x5\n    Benh Press 3x8"), ["WOD101"],
        id="once more the same",
    ),
    pytest.param(lambda text: text + "    Benh Press 3x5\n", ["WOD101"], id="in another week"),
    pytest.param(lambda text: text + "    Plank 3x\n", ["WOD001"], id="a broken line"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "new"), CHANGES)
def test_a_new_finding_is_one_finding(
    begun: Wod, change: Callable[[str], str], new: list[str]
) -> None:
    put(a=change(PULL))
    assert codes(begun, *B) == new


def test_what_no_longer_occurs_is_told_and_pruned_on_demand(begun: Wod) -> None:
    put(a=PULL.replace("Benh Press", "Bench Press"))
    result = begun("check", *B)
    assert result.code == 0
    assert "b.toml: 1 finding that no longer occurs" in result.err
    assert "  a.wod: WOD101 Benh Press, week 1, monday: Pull\n" in result.err
    assert len(entries()) == 3, "it is not pruned by itself"
    put(a=PULL.replace("Benh Press", "Bench Press") + "    Sqat 3x5\n")
    result = begun("check", *B, "--prune-baseline")
    assert "1 finding that no longer occurs, removed:" in result.err
    assert (result.code, "Sqat" in result.out) == (1, True), "and nothing is taken in"
    assert [one["exercise"] for one in entries()] == ["Barbell Row", "Barbell Row"]
    assert "no longer" not in begun("check", *B).err


def test_what_a_run_did_not_look_for_stays(begun: Wod) -> None:
    before = Path("b.toml").read_bytes()
    for options in (("--select", "WOD"), ("--ignore", "PC302"), ("--no-packs",)):
        result = begun("check", *B, *options, "--prune-baseline")
        assert "no longer" not in result.err
        begun("check", "--write-baseline", "b.toml", *options)
        assert Path("b.toml").read_bytes() == before


def test_other_files_stay_in_it_as_long_as_they_are_there(begun: Wod) -> None:
    put(c="Sqat 3x5\n", d="Sqat 3x5\n")
    begun("check", "c.wod", "d.wod", "--write-baseline", "b.toml")
    assert [one["path"] for one in entries()] == ["a.wod"] * 3 + ["c.wod", "d.wod"]
    Path("c.wod").unlink()
    result = begun("check", "a.wod", *B, "--prune-baseline")
    assert "  c.wod: WOD101 Sqat\n" in result.err
    assert {one["path"] for one in entries()} == {"a.wod", "d.wod"}


def test_a_syntax_error_cannot_stand_in_it(wod: Wod) -> None:
    put(a="Squat 3x\nSqat 3x5\n")
    result = wod("check", "--write-baseline", "b.toml")
    assert (result.code, result.err) == (1, "b.toml: 1 finding written.\n")
    assert "WOD001" in result.out
    assert "WOD101" not in result.out
    assert [one["rule"] for one in entries()] == ["WOD101"]


def test_what_is_left_out_is_not_fixed_either(begun: Wod) -> None:
    put(a=PULL + "    Biceps Curl 12x3\n")
    result = begun("check", *B, "--fix", "--unsafe-fixes")
    assert Path("a.wod").read_text() == PULL + "    Biceps Curl 3x12\n"
    assert result.code == 0
    assert begun("check", *B, "--fix", "--unsafe-fixes", "--no-baseline").code == 0
    assert "Benh" not in Path("a.wod").read_text()


def test_in_the_configuration_it_counts_from_there(
    begun: Wod, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WODLANG_CACHE", str(tmp_path / "cache"))
    Path("wod.toml").write_text('baseline = "b.toml"')
    assert codes(begun) == []
    assert begun("check").code == 0
    assert begun("config", "baseline").out == 'baseline = "b.toml"  # wod.toml:1\n'
    (here / "sub").mkdir()
    monkeypatch.chdir(here / "sub")
    assert begun("check", "../a.wod").code == 0
    monkeypatch.chdir(here)
    Path("b.toml").write_text("version = 1\n")
    assert begun("check").code == 1, "no result of an earlier baseline is remembered"
    begun("check", "--write-baseline", "b.toml")
    assert begun("check").code == 0
    assert "3 findings left out" in begun("check").err, "told every time"


DAMAGED = [
    pytest.param("version = 1\nfindings = []", "b.toml:2:1: unknown key \"findings\", did you mean "
                 '"finding"?', id="key"),
    pytest.param('version = 1\nfinding = [\n  { path = "a.wod", rul = "WOD101" },\n]',
                 'b.toml:3:21: unknown key "rul", did you mean "rule"?', id="key of an entry"),
    pytest.param("finding = []", "b.toml: it is no baseline", id="no version"),
    pytest.param("version = 2", "b.toml:1:11: this wod reads baselines of version 1", id="version"),
    pytest.param("version = ", "b.toml:1:", id="no TOML"),
    pytest.param("", "b.toml: it is no baseline", id="empty"),
    pytest.param("version = 1\nfinding = 3", "takes a list of tables", id="type"),
    pytest.param('version = 1\nfinding = [{ rule = "WOD101" }]', 'lacks its "path"', id="no path"),
    pytest.param('version = 1\nfinding = [{ path = "a.wod", rule = 1 }]', '"rule" takes a text',
                 id="rule"),
    pytest.param('version = 1\nfinding = [{ path = "a.wod", rule = "X", count = 0 }]',
                 '"count" takes a number from 1 on', id="count"),
    pytest.param('version = 1\nfinding = [\n{ path = "a", rule = "X" },\n{ path = "a", rule = "X" }]',
                 "b.toml:4:", id="twice"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), DAMAGED)
@pytest.mark.parametrize("options", [B, ("--write-baseline", "b.toml")], ids=["read", "write"])
def test_a_damaged_one_is_an_error_with_its_place(
    wod: Wod, text: str, said: str, options: tuple[str, ...]
) -> None:
    put(a=PULL)
    Path("b.toml").write_text(text)
    result = wod("check", *options)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert Path("b.toml").read_text() == text


def test_one_that_is_not_there(wod: Wod) -> None:
    put(a=PULL)
    result = wod("check", "--baseline", "none.toml")
    assert (result.code, result.out) == (2, "")
    assert "`wod check --write-baseline none.toml` writes it" in result.err


def test_one_that_cannot_be_written(wod: Wod) -> None:
    put(a=PULL)
    result = wod("check", "--write-baseline", "no/b.toml")
    assert (result.code, result.out) == (2, ""), "its findings are not gone"
    assert "no/b.toml: cannot be written (no such file or directory)" in result.err


@pytest.mark.parametrize("name", ["wod.toml", "pyproject.toml", "new.wod"])
@pytest.mark.parametrize("folder", [".", "sub"])
def test_a_name_that_later_runs_read_as_something_else(wod: Wod, name: str, folder: str) -> None:
    put(a=PULL)
    Path("wod.toml").unlink()
    Path("sub").mkdir()
    result = wod("check", "--write-baseline", str(Path(folder, name)))
    assert (result.code, result.out) == (2, "")
    assert f"write --write-baseline {Path(folder, 'wod-baseline.toml')}" in result.err
    assert not Path(folder, name).exists()


def test_strange_names_come_through(wod: Wod) -> None:
    put(
        a='program "Strong" \\ 2\nMonday: Pull "A" \U0001f3cb\n  Sqat\u2028Jerk 3x5\n  深蹲力 3x5\n'
    )
    wod("check", "--write-baseline", "b.toml")
    assert codes(wod, *B, "--ignore", "WOD001") == []


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_strange_names_of_files_come_through(wod: Wod) -> None:
    names = ["a\udcff\udc80", "a\\xff\\x80", "a\\x5cxff", "a\\b", "a\nb", 'a"b', "a\\u00e9"]
    put(**dict.fromkeys(names, "Sqat 3x5\n"))
    assert f"{len(names)} findings written" in wod("check", "--write-baseline", "b.toml").err
    assert r'path = "a\\xff\\x80.wod"' in Path("b.toml").read_text()
    for name in names:
        Path(f"{name}.wod").write_text("Sqat 3x5\nSqat 3x4\nBenh 3x5\n")
    assert codes(wod, *B) == ["WOD101"] * 2 * len(names)
    Path(f"{names[0]}.wod").unlink()
    pruned = wod("check", *B, "--prune-baseline")
    assert "b.toml: 1 finding that no longer occurs, removed" in pruned.err
