"""A run that remembers says what one without memory says, byte for byte."""

from __future__ import annotations

import os
from argparse import Namespace

import pytest
from remembered_runs import CLEAN, PACK, WRONG, Check, put, the_index

from wodlang.cli import check_anew
from wodlang.cli.main import main
from wodlang.cli.results import index, writing
from wodlang.cli.results.code_state import code_state
from wodlang.lint.guarded import LIMIT_VARIABLE
from wodlang.report.reporter import BUILT_IN

pytestmark = pytest.mark.usefixtures("settled")
GYM = "exercise Zebra Row\n  like: Seated Cable Row\n"
Said = pytest.CaptureFixture[str]


def same_anew(said: Said, *typed: str) -> int:
    """The exit code of a run that may remember, and says what one with `--no-cache` says."""
    said.readouterr()
    remembering = main(["check", *typed]), said.readouterr()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WODLANG_CACHE", os.environ["WODLANG_CACHE"])  # --no-cache changes it
        assert (main(["check", "--no-cache", *typed]), said.readouterr()) == remembering
    return remembering[0]


@pytest.mark.parametrize("form", BUILT_IN)
def test_the_order_where_some_results_are_remembered(check: Check, capsys: Said, form: str) -> None:
    for name in "abcde":
        put(f"{name}.wod", WRONG)
    put("d.wod", CLEAN)
    put("bb.wod", "Sqat 3x5\n")
    put("e.wod", "\0")
    os.symlink("nowhere", "x.wod")
    check("d.wod", "c.wod", output=form)
    for _ in range(2):
        assert same_anew(capsys, "--output-format", form) == 2


def test_the_packs_that_json_names(check: Check, capsys: Said) -> None:
    put("wod.toml", 'packs = ["./house.toml"]\n')
    put("house.toml", PACK)
    put("sub/wod.toml", "")
    for name in ("sub/a.wod", "sub/b.wod", "c.wod"):
        put(name, CLEAN)
    check("sub/a.wod")
    for folder in ("sub", "."):
        same_anew(capsys, "--output-format", "json", folder)


def test_a_fault_of_the_environment(
    check: Check, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    put("a.wod", CLEAN)
    check("a.wod", output="")
    monkeypatch.setenv(LIMIT_VARIABLE, "soon")
    assert LIMIT_VARIABLE in index.VARIABLES
    assert same_anew(capsys, "a.wod") == 2


def test_a_file_of_the_baseline_that_goes_away(check: Check, capsys: Said) -> None:
    put("a.wod", CLEAN)
    put("b.wod", WRONG)
    check("--write-baseline", "base.json")
    put("wod.toml", 'baseline = "base.json"\n')
    check("a.wod", output="")
    assert check("a.wod", output="") == (0, 0)
    os.unlink("b.wod")
    for _ in range(2):
        same_anew(capsys, "a.wod")


def test_a_link_in_a_folder_of_packs_that_leads_somewhere_at_last(
    check: Check, capsys: Said
) -> None:
    put("a.wod", CLEAN)
    put("wod.toml", 'packs = ["./rules"]\n')
    put("rules/house.toml", PACK.replace("sets > 4", "sets > 9"))
    os.symlink("../later.toml", "rules/second.toml")
    check("a.wod", output="")
    second = PACK.replace("HO", "HP").replace('"house"', '"second"')
    put("later.toml", second.replace("too-many", "far-too-many"))
    assert same_anew(capsys, "a.wod") == 1


def test_a_folder_link_that_leads_to_hard_links_now(check: Check, capsys: Said) -> None:
    """Two releases that share a program, and each has its own of what the program includes."""
    put("wod.toml", "")
    put("first/a.wod", "include gym.wod\nZebra Row 3x8 @ 40kg\n")
    put("first/gym.wod", GYM)
    os.mkdir("second")
    os.link("first/a.wod", "second/a.wod")
    put("second/gym.wod", GYM.replace("Zebra", "Other"))
    os.symlink("first", "current")
    assert check("current/a.wod", output="")[0] == 0
    os.unlink("current")
    os.symlink("second", "current")
    assert same_anew(capsys, "current/a.wod") == 1


def test_results_of_another_run_on_a_root_that_came_to_be(check: Check, capsys: Said) -> None:
    put("sub/a.wod", f"include ../gym.wod\n{CLEAN}")
    put("sub/b.wod", f"include ../gym.wod\n# b\n{CLEAN}")
    put("gym.wod", GYM)
    check("sub/a.wod")
    path = the_index()
    without = path.read_bytes()
    path.unlink()
    put(".git", "gitdir: elsewhere\n")
    check("sub/b.wod")
    later = index.read_index(str(path))
    assert later is not None
    path.write_bytes(without)
    writing.write_index(str(path), later, {"sub/b.wod"})
    assert same_anew(capsys, "sub/a.wod") == 0


def test_a_configuration_that_changes_during_a_run_and_back(
    check: Check, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was found under the other one must not come back with the first."""
    put("wod.toml", "")
    put("a.wod", WRONG)
    check("a.wod")
    put("b.wod", WRONG)
    true = check_anew.ReadySettings

    def changed_before(arguments: Namespace) -> object:
        put("wod.toml", 'ignore = ["PC"]\n')
        return true(arguments)

    with monkeypatch.context() as patch:
        patch.setattr(check_anew, "ReadySettings", changed_before)
        check("a.wod", "b.wod")
    put("wod.toml", "")
    assert same_anew(capsys, "b.wod") == 1


def test_code_that_changes_in_place_and_keeps_its_time(check: Check) -> None:
    put("code/rule.py", "LIMIT = 1\n")
    before, status = code_state(["code"]), os.stat("code/rule.py")
    put("code/rule.py", "LIMIT = 2\n")
    os.utime("code/rule.py", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert code_state(["code"]) != before
