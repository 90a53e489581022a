"""`wod pack new`: names, prefixes, files; that nothing is overwritten; that the TOML pack works."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wodlang.cli.pack.new_names import initials
from wodlang.cli.pack.scaffold_files import NewPack, files_of

Wod = Callable[..., Any]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param(("Iron House",), "`wod pack new iron-house`", id="blank and capitals"),
        pytest.param(("iron_house",), "`wod pack new iron-house`", id="underscore"),
        pytest.param(("5x5",), "`wod pack new x5`", id="digit first"),
        pytest.param(("../iron",), "`wod pack new iron`", id="path"),
        pytest.param(("",), "`wod pack new iron-house`", id="empty"),
        pytest.param(("Ü",), "`wod pack new iron-house`", id="nothing left"),
        pytest.param(("wodlang-iron",), "`wod pack new iron`", id="distribution"),
        pytest.param(("i" * 31,), "at most 30", id="long"),
        pytest.param(("core",), "installed already", id="core"),
        pytest.param(("posterior-chain",), "installed already", id="installed"),
        pytest.param(("wod",), "configuration", id="wod.toml"),
        pytest.param(("power-club",), "--prefix", id="initials taken"),
        pytest.param(("iron", "--prefix", "PC"), "another pack", id="prefix taken"),
        pytest.param(("iron", "--prefix", "WOD"), "another pack", id="prefix of core"),
        pytest.param(("iron", "--prefix", "ih"), "--prefix IH", id="small letters"),
        pytest.param(("iron", "--prefix", "I"), "2 to 5 capital letters", id="one letter"),
        pytest.param(("iron", "--prefix", "IRONHOUSE"), "--prefix IRONH", id="too long"),
        pytest.param(("iron", "--prefix", "I1"), "2 to 5 capital letters", id="digit"),
    ],
)
def test_bad_names_and_prefixes(wod: Wod, here: Path, typed: tuple[str, ...], said: str) -> None:
    result = wod("pack", "new", *typed)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert [path.name for path in here.iterdir()] == ["wod.toml"]


@pytest.mark.parametrize(
    ("name", "prefix"),
    [("iron-house", "IH"), ("house", "HO"), ("a-b-c-d-e-f", "ABCDE"), ("x", "XX"), ("a-5", "AX")],
)
def test_initials(name: str, prefix: str) -> None:
    assert initials(name) == prefix


def test_a_toml_pack_holds_as_generated(wod: Wod, here: Path) -> None:
    assert wod("pack", "new", "iron-house").code == 0
    written = {
        path.relative_to(here / "iron-house").as_posix() for path in _files(here / "iron-house")
    }
    assert written == {"iron-house.toml", "monday.wod", "README.md", ".github/workflows/rules.yml"}
    checked = wod("pack", "check", "iron-house/iron-house.toml")
    assert (checked.code, checked.err) == (0, "")
    assert checked.out == "iron-house 0.1.0: 2 rules, 7 examples, all hold.\n"
    spoken = wod(
        "check", "--pack", "./iron-house/iron-house.toml", "--output-format", "concise",
        "iron-house/monday.wod",
    )  # fmt: skip
    assert re.findall(r"[A-Z]+[0-9]{3}", spoken.out) == ["IH101"]


def test_every_key_of_the_contract_is_shown() -> None:
    text = dict(files_of(NewPack("iron-house", "IH"), python=False))["iron-house.toml"]
    assert len(tomllib.loads(text)["rule"]) == 2
    keys = [
        "name",
        "prefix",
        "version",
        "wodlang",
        "description",
        "code",
        "severity",
        "severity-if",
        "for-each",
        "when",
        "options",
        "message",
        "labels",
        "help",
        "why",
        "source",
        "evidence",
        "profiles",
        "fix",
        "safe",
        "valid",
        "invalid",
        "wod",
        "lines",
        "fixed",
        "like",
        "aliases",
        "add-modifier",
        "replace-exercise",
        "set-reps",
        "set-sets",
        "set-load",
        "set-rest",
        "remove-line",
        "move",
        "add-line",
        "by",
        "else",
        "on",
        "text",
    ]
    missing = [key for key in keys if not re.search(rf"(?<![\w-]){key}(?![\w-])", text)]
    assert not missing


@pytest.mark.parametrize("python", [False, True], ids=["toml", "python"])
def test_no_mark_is_left(python: bool) -> None:
    for path, text in files_of(NewPack("iron-house", "IH"), python):
        assert "__PACK" not in path + text


@pytest.mark.parametrize("options", [(), ("--python",)], ids=["toml", "python"])
@pytest.mark.parametrize("there", ["README.md", ".github"])
def test_nothing_is_overwritten(wod: Wod, here: Path, options: tuple[str, ...], there: str) -> None:
    (here / "iron").mkdir()
    (here / "iron" / there).write_text("mine")
    result = wod("pack", "new", "iron", *options)
    assert result.code == 2
    assert f"iron/{there}" in result.err
    assert [path.name for path in _files(here / "iron")] == [there]
    assert (here / "iron" / there).read_text() == "mine"


def test_into_a_folder_of_ones_own(wod: Wod, here: Path) -> None:
    result = wod("pack", "new", "iron-house", "--prefix", "IRON", "--directory", "rules")
    assert result.code == 0
    assert tomllib.loads((here / "rules/iron-house.toml").read_text())["pack"]["prefix"] == "IRON"
    assert "next: cd rules && wod pack check iron-house.toml" in result.err


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]
