"""`wod rule`, `show`, `schema`, `config`, `init` and `pack list`."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wodlang.lint.config import Settings
from wodlang.workbench import load_packs

Wod = Callable[..., Any]


def test_a_rule_by_code_and_by_name(wod: Wod) -> None:
    by_code = wod("rule", "pc302")
    assert by_code.code == 0
    assert by_code.out.startswith("PC302 unsupported-row-after-hinge (posterior-chain, warning)")
    assert wod("rule", "unsupported-row-after-hinge").out == by_code.out


@pytest.mark.parametrize(
    "code", [rule.code for pack in load_packs(Settings()).packs for rule in pack.rules]
)
def test_every_rule_has_a_page_and_data(wod: Wod, code: str) -> None:
    assert wod("rule", code).code == 0
    data = json.loads(wod("rule", code, "--output-format", "json").out)
    assert data["code"] == code


def test_the_table_of_rules(wod: Wod) -> None:
    text = wod("rule").out
    data = json.loads(wod("rule", "--output-format", "json").out)
    assert len(data) > 40
    listed = [line.split()[:2] for line in text.splitlines()]
    assert all([one["code"], one["name"]] in listed for one in data)


def test_an_unknown_rule(wod: Wod) -> None:
    result = wod("rule", "PC3O2")
    assert result.code == 2
    assert 'did you mean "PC302"?' in result.err


def test_show(wod: Wod) -> None:
    Path("a.wod").write_text("Monday: Pull\n  RDL 3x8 @ 100kg\n")
    assert "Romanian Deadlift" in wod("show", "a.wod").out or "RDL" in wod("show", "a.wod").out
    result = wod("show", "a.wod", "--output-format", "json")
    data = json.loads(result.out)
    assert result.code == 0
    assert data["path"] == "a.wod"
    assert data["sessions"][0]["exercises"][0]["exercise"] == "Romanian Deadlift"


def test_show_says_what_is_not_in_the_program(wod: Wod) -> None:
    Path("a.wod").write_text("include none.wod\nSquat 3x5\n")
    result = wod("show", "a.wod", "--output-format", "json")
    assert result.code == 1
    assert "a.wod:1:" in result.err
    assert json.loads(result.out)["sessions"]


@pytest.mark.parametrize(
    ("typed", "said"), [((), "needs a file"), (("gone.wod",), "no such file"), (("a", "b"), "many")]
)
def test_show_without_a_file(wod: Wod, typed: tuple[str, ...], said: str) -> None:
    result = wod("show", *typed)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


@pytest.mark.parametrize("name", ["findings", "program", "config"])
def test_schemas_are_schemas(wod: Wod, name: str) -> None:
    schema = json.loads(wod("schema", name).out)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_an_unknown_schema(wod: Wod) -> None:
    result = wod("schema", "finding")
    assert result.code == 2
    assert 'did you mean "findings"?' in result.err


def test_init_writes_what_changes_nothing(wod: Wod, here: Path) -> None:
    (here / "wod.toml").unlink()
    assert wod("init").code == 0
    assert tomllib.loads(Path("wod.toml").read_text()) == {"fail-level": "warning"}
    assert wod("config").code == 0


def test_all_that_init_comments_out_is_right(wod: Wod, here: Path) -> None:
    (here / "wod.toml").unlink()
    Path("house.toml").write_text("")
    wod("init")
    lines = Path("wod.toml").read_text().splitlines()
    bare = [line.removeprefix("# ") for line in lines]
    settings = [line for line in bare if line.startswith("[") or " = " in line]
    kept = [line for line in settings if "house.toml" not in line and "pack:PACK" not in line]
    Path("wod.toml").write_text("\n".join(kept))
    schema = json.loads(wod("schema", "config").out)
    jsonschema.validate(tomllib.loads("\n".join(kept)), schema)
    assert wod("config").err == ""


def test_init_overwrites_nothing(wod: Wod) -> None:
    Path("wod.toml").write_text("# mine")
    result = wod("init")
    assert result.code == 2
    assert "already" in result.err
    assert Path("wod.toml").read_text() == "# mine"


def test_init_in_a_folder_tells_of_the_file_above(wod: Wod, here: Path) -> None:
    (here / "a").mkdir()
    result = wod("init", "a")
    assert result.code == 0
    assert "it takes the place of wod.toml" in result.err
    assert wod("init", "none").code == 2


def test_config_says_where_values_come_from(wod: Wod) -> None:
    Path("base.toml").write_text('ignore = ["PC101"]')
    Path("wod.toml").write_text(
        'extends = ["base.toml", "pack:posterior-chain/bad-back"]\nignore = ["PC103"]\n'
        "[rules.too-many-exercises]\nmax-exercises = 7\n"
    )
    result = wod("config", "--fail-level", "error", "--output-format", "json")
    data = json.loads(result.out)
    assert (result.code, result.err) == (0, "")
    assert data["ignore"] == {"value": ["PC101", "PC103"], "from": "base.toml:1, wod.toml:2"}
    assert data["profiles"]["from"] == "wod.toml:1"
    assert data["fail-level"] == {"value": "error", "from": "--fail-level"}
    assert data["select"] == {"value": ["ALL"], "from": "default"}
    options = {
        key.rpartition(".")[2]: value
        for key, value in data.items()
        if key.startswith("rules.too-many-exercises.")
    }
    assert options["max-exercises"] == {"value": 7, "from": "wod.toml:4"}
    assert options["injured"] == {"value": True, "from": "profile posterior-chain/bad-back"}


def test_config_of_one_key(wod: Wod) -> None:
    result = wod("config", "fail-level")
    assert result.out == 'fail-level = "warning"  # default\n'
    result = wod("config", "fail-levl")
    assert result.code == 2
    assert 'did you mean "fail-level"?' in result.err


def test_config_says_what_is_wrong(wod: Wod) -> None:
    Path("wod.toml").write_text("selct = []")
    result = wod("config")
    assert result.code == 2
    assert "wod.toml:1:1: " in result.err
    assert "fail-level" in result.out


def test_pack_list(wod: Wod) -> None:
    result = wod("pack", "list")
    assert result.code == 0
    assert "posterior-chain/strict" in result.out
    data = json.loads(wod("pack", "list", "--output-format", "json").out)
    assert [pack["name"] for pack in data] == ["core", "posterior-chain"]
    assert "PC302" in data[1]["rules"]


@pytest.mark.parametrize("typed", [("pack",), ("pack", "lst"), ("pack", "list", "x")])
def test_pack_usage(wod: Wod, typed: tuple[str, ...]) -> None:
    result = wod(*typed)
    assert result.code == 2
    assert "`wod pack list`" in result.err
