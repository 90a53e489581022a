"""`wod pack list`: what is there, where from, what is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from wodlang.cli.pack.conflicts import Conflict, conflicts_of
from wodlang.lint.rule import Pack
from wodlang.lint.settings import Settings
from wodlang.model.catalogue import load_catalogue
from wodlang.model.exercise import Exercise
from wodlang.workbench import load_packs

Wod = Callable[..., Any]
KEYS = [
    "name", "prefix", "version", "summary", "rules", "profiles", "source", "exercises",
    "conflicts", "error",
]  # fmt: skip


def exercise(name: str, *aliases: str) -> Exercise:
    known = load_catalogue().find("Leg Press")
    assert known is not None
    return replace(known, name=name, aliases=aliases)


def pack(name: str, prefix: str, *exercises: Exercise) -> Pack:
    (core,) = load_packs(Settings(no_packs=True)).packs
    rule = replace(core.rules[0], code=f"{prefix}101", name=f"{name}-fault")
    return Pack(name, prefix, "1.0", "a test", (rule,), exercises=exercises)


def test_the_json_has_its_keys_in_order_and_the_source(wod: Wod) -> None:
    data = json.loads(wod("pack", "list", "--output-format", "json").out)
    assert [list(one) for one in data] == [KEYS] * len(data)
    by_name = {one["name"]: one for one in data}
    assert by_name["posterior-chain"]["source"] == {
        "distribution": "wodlang",
        "entry_point": "posterior-chain = wodlang_posterior_chain",
        "path": None,
    }
    assert [one["error"] for one in data] == [None] * len(data)


def test_the_text_names_source_rules_and_profiles(wod: Wod) -> None:
    out = wod("pack", "list").out
    assert "from: wodlang (entry point posterior-chain = wodlang_posterior_chain)" in out
    assert "PC302" in out
    assert "posterior-chain/strict" in out


def test_options_may_stand_before_the_subcommand(wod: Wod) -> None:
    before = wod("pack", "--output-format", "json", "list")
    assert before.out == wod("pack", "list", "--output-format", "json").out


def test_a_pack_that_does_not_load_is_listed_with_its_source(program: Wod, here: Path) -> None:
    info = here / "iron-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: iron\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[wodlang]\niron = wod_test_iron\n")
    (here / "wod_test_iron.py").write_text("raise RuntimeError('broken \x1b[31m on import')")
    result = program("pack", "list", "--output-format", "json", PYTHONPATH=str(here))
    assert result.code == 2
    failed = json.loads(result.out)[-1]
    assert failed["name"] == "iron"
    assert failed["source"]["entry_point"] == "iron = wod_test_iron"
    assert "broken" in failed["error"]
    assert "broken" in result.err
    shown = program("pack", "list", PYTHONPATH=str(here))
    assert re.search(r"^iron: not loaded, .*RuntimeError: broken", shown.out, re.MULTILINE)
    assert "\x1b" not in shown.out


def test_a_file_of_a_folder_is_named_and_needs_no_description(wod: Wod, here: Path) -> None:
    (here / "rules").mkdir()
    (here / "empty").mkdir()
    for name in ("first", "second"):
        head = f'[pack]\nname = "{name}"\nprefix = "IH"\nversion = "1.0"\n'
        (here / "rules" / f"{name}.toml").write_text(head)
    (here / "wod.toml").write_text('packs = ["./rules", "./empty"]\n')
    result = wod("pack", "list")
    lines = result.out.splitlines()
    assert "first 1.0: 0 rules (IH)" in lines
    assert lines[-2:] == [
        "rules/second.toml: not loaded, its prefix IH is that of the pack first: choose another",
        "empty: not loaded, the folder holds no .toml file",
    ]
    assert result.code == 2
    assert "empty: the folder holds no .toml file" in result.err
    assert not [one for one in wod("pack", "docs", "./rules").out.splitlines() if one == "."]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(pack("steel", "ST"), [], id="nothing in common"),
        pytest.param(
            replace(pack("steel", "ST"), rules=pack("iron", "IH").rules),
            [("code", "IH101", "steel"), ("rule", "iron-fault", "steel")],
            id="code and rule",
        ),
        pytest.param(
            pack("steel", "ST", exercise("Sled Squatter")),
            [("exercise", "Sled Squatter", "steel")],
            id="exercise",
        ),
        pytest.param(
            pack("steel", "ST", exercise("Some Machine", "sled-squatter")),
            [("exercise", "Sled Squatter", "steel")],
            id="its alias, spelled otherwise",
        ),
    ],
)
def test_conflicts(other: Pack, expected: list[tuple[str, str, str]]) -> None:
    iron = pack("iron", "IH", exercise("Sled Squatter"))
    assert conflicts_of(iron, [iron, other]) == tuple(Conflict(*one) for one in expected)


def test_an_exercise_of_the_catalogue_is_a_conflict() -> None:
    iron = pack("iron", "IH", exercise("Leg Press"))
    assert conflicts_of(iron, [iron]) == (Conflict("exercise", "Leg Press", "the catalogue"),)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        pytest.param(("pack", "lst"), 'did you mean "list"?', id="nearest"),
        pytest.param(("pack", "chek", "new"), 'did you mean "check"?', id="a later word"),
        pytest.param(("pack", "check"), "`wod pack check house.toml`", id="check what"),
        pytest.param(("pack", "docs"), "`wod pack docs house.toml`", id="docs of what"),
        pytest.param(("pack", "new"), "`wod pack new iron-house`", id="new what"),
        pytest.param(("pack", "docs", "a", "b"), '"b" is one word too many', id="two"),
        pytest.param(("pack", "--frobnicate"), "no option of wod pack", id="option"),
        pytest.param(("pack", "new", "x-y", "--pyton"), "--python?", id="option of a part"),
    ],
)
def test_wrong_usage_says_what_to_type(wod: Wod, typed: tuple[str, ...], said: str) -> None:
    result = wod(*typed)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_help(wod: Wod) -> None:
    listed = wod("pack", "--help")
    assert listed.code == 0
    for word in ("list", "new", "check", "docs"):
        assert f"\n  {word} " in listed.out
        assert wod("pack", word, "--help").out.startswith(f"usage: wod pack {word} ")
        assert wod("help", "pack", word).out == wod("pack", word, "--help").out
