"""A result never outlives what it follows from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from remembered_runs import CLEAN, PACK, WRONG, Check, put, the_index

from wodlang.cli import check_anew
from wodlang.cli.main import main
from wodlang.cli.results import file_state, unchanged


def change_in_place(path: str) -> None:
    """The same length and the same time: only the time of the change of the inode tells."""
    before = os.stat(path)
    with open(path, "r+") as file:
        file.write(Path(path).read_text().replace("80%", "99%").replace("87%", "80%"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES = {
    "text": lambda: put("a.wod", WRONG + "  Leg Curl 3x12\n"),
    "text of the same length and time": lambda: change_in_place("a.wod"),
    "configuration": lambda: put("wod.toml", 'ignore = ["PC302"]\n'),
    "configuration above": lambda: put("../wod.toml", 'ignore = ["PC302"]\n'),
    "pyproject": lambda: put("pyproject.toml", '[tool.wod]\nignore = ["PC302"]\n'),
    "no index": lambda: the_index().unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
@pytest.mark.parametrize("text", [WRONG, CLEAN], ids=["findings", "clean"])
def test_what_changed_is_checked_anew(
    check: Check, change: Callable[[], object], text: str, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    work.mkdir()
    os.chdir(work)
    put("a.wod", text)
    os.symlink("../cache", "cache")
    assert check("a.wod", output="")[1] == 1
    assert check("a.wod", output="")[1] == 0
    change()
    assert check("a.wod", output="")[1] == 1
    assert check("a.wod", output="")[1] == 0


def test_a_young_file_is_known_by_its_content_alone(check: Check) -> None:
    put("a.wod", CLEAN, age=0)
    check("a.wod", output="")
    assert file_state.UNCERTAIN in the_index().read_text()
    assert unchanged.check_unchanged(["a.wod"]) is None
    assert check("a.wod", output="") == (0, 0)


def test_other_options_are_another_result(check: Check) -> None:
    put("a.wod", WRONG)
    assert check("a.wod") == (1, 1)
    assert check("--ignore", "PC302,PC601,PC501", "a.wod") == (0, 1)
    assert check("--fail-level", "error", "a.wod") == (0, 1)
    assert check("a.wod") == (1, 0)


DEPENDENCIES = {
    "pack in a file": (
        {"wod.toml": 'packs = ["./house.toml"]\n', "house.toml": PACK},
        "house.toml",
        PACK.replace("sets > 4", "sets > 9"),
    ),
    "pack in a folder": (
        {"wod.toml": 'packs = ["./rules"]\n', "rules/house.toml": PACK},
        "rules/second.toml",
        PACK.replace("HO", "HP").replace('"house"', '"second"').replace("too-many", "far-too-many"),
    ),
    "extends": (
        {"wod.toml": 'extends = ["base.toml"]\n', "base.toml": 'extends = ["deep.toml"]\n',
         "deep.toml": 'ignore = ["PC302"]\n'},
        "deep.toml",
        'ignore = ["PC601"]\n',
    ),
    "include": (
        {"gym.wod": "exercise Belt Squat Machine\n  like: Leg Press\n"},
        "gym.wod",
        "exercise Belt Squat\n  like: Leg Press\n",
    ),
    "include of an include": (
        {"gym.wod": "include deep.wod\n", "deep.wod": "exercise Thing\n  like: Leg Press\n"},
        "deep.wod",
        "exercise Thing\n  like: Back Squat\n",
    ),
    "include that comes to be": ({}, "gym.wod", "exercise Thing\n  like: Leg Press\n"),
    "mark of a project's root": (
        {"gym.wod": "exercise Thing\n  like: Leg Press\n"}, ".git", "gitdir: elsewhere\n"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("files", "changed", "content"), DEPENDENCIES.values(), ids=DEPENDENCIES)
def test_what_a_result_follows_from_is_looked_at(
    check: Check, files: dict[str, str], changed: str, content: str
) -> None:
    put("a.wod", "include gym.wod\nBack Squat 5x5 @ 80%\n")
    for name, text in files.items():
        put(name, text)
    assert check("a.wod")[1] == 1
    assert check("a.wod")[1] == 0
    put(changed, content)
    assert check("a.wod")[1] == 1
    assert check("a.wod")[1] == 0


def test_a_pack_of_the_command_line_is_looked_at(check: Check) -> None:
    put("a.wod", CLEAN)
    put("house.toml", PACK)
    assert check("--pack", "./house.toml", "a.wod") == (1, 1)
    assert check("--pack", "./house.toml", "a.wod") == (1, 0)
    put("house.toml", PACK.replace("sets > 4", "sets > 9"))
    assert check("--pack", "./house.toml", "a.wod") == (0, 1)


@pytest.mark.parametrize("by_option", [True, False], ids=["--baseline", "configuration"])
def test_a_baseline_is_looked_at(check: Check, by_option: bool) -> None:
    put("a.wod", WRONG)
    put("empty.wod", CLEAN)
    main(["check", "--write-baseline", "base.json", "empty.wod"])
    options = ["--baseline", "base.json"] if by_option else []
    if not by_option:
        put("wod.toml", 'baseline = "base.json"\n')
    assert check(*options, "a.wod") == (1, 1)
    assert check(*options, "a.wod") == (1, 0)
    main(["check", "--write-baseline", "base.json", "a.wod"])
    assert check(*options, "a.wod")[0] == 0


def test_results_on_an_old_configuration_never_come_back(check: Check) -> None:
    put("a.wod", CLEAN)
    put("b.wod", CLEAN + "# b\n")
    put("wod.toml", 'packs = ["./house.toml"]\n')
    put("house.toml", PACK)
    assert check("a.wod", "b.wod") == (1, 2)
    put("house.toml", PACK.replace("sets > 4", "sets > 9"))
    assert check("a.wod") == (0, 1)
    assert check("b.wod") == (0, 1), "only a.wod was checked with the new rule"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("wod.toml", 'packs = ["./none.toml"]\n', id="a pack is missing"),
        pytest.param("wod.toml", 'ignore = ["XX999"]\n', id="a fault of the configuration"),
    ],
)
def test_a_run_with_a_fault_is_never_remembered(check: Check, name: str, text: str) -> None:
    put("a.wod", CLEAN)
    put(name, text)
    first = check("a.wod")
    assert first[0] == 2
    assert check("a.wod") == first


def test_a_crash_is_never_remembered(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.wod", CLEAN)

    def failing(*_: object, **__: object) -> object:
        raise RuntimeError("no")

    with monkeypatch.context() as patch:
        patch.setattr(check_anew.workbench, "check_text", failing)
        assert check("a.wod")[0] == 3
    assert check("a.wod") == (0, 1)
