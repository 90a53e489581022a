"""`wod pack check`: what is wrong, where, and the exit code that follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Wod = Callable[..., Any]

HEAD = """[pack]
name = "iron-house"
prefix = "IH"
version = "1.2.0"
description = "a test"
"""
RULE = """
[[rule]]
code = "IH101"
name = "row-without-straps"
severity = "warning"
for-each = "exercise"
when = "pattern = row and not modifiers has straps"
message = "{exercise} without straps"
why = "The grip fails first."
source = "Head coach"
fix = { add-modifier = "straps", safe = true }
valid = [
  "Barbell Row 3x8, straps",
  "Bench Press 3x8",
]
invalid = [
  { wod = "Barbell Row 3x8", lines = [1], fixed = "Barbell Row 3x8, straps" },
]
"""


def house(folder: Path, text: str = HEAD + RULE, name: str = "house.toml") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


def test_all_hold(wod: Wod, here: Path) -> None:
    result = wod("pack", "check", house(here))
    assert (result.code, result.err) == (0, "")
    assert result.out == "iron-house 1.2.0: 1 rule, 3 examples, all hold.\n"


@pytest.mark.parametrize(
    ("old", "new", "place", "said"),
    [
        pytest.param('"Bench Press 3x8",', '"Pendlay Row 3x8",', "19:3", "line 1", id="valid"),
        pytest.param("lines = [1]", "lines = [2]", "22:3", "line 2", id="lines"),
        pytest.param('8, straps" },', '8, belt" },', "22:3", "another text", id="fixed"),
    ],
)
def test_an_example_that_does_not_hold(
    wod: Wod, here: Path, old: str, new: str, place: str, said: str
) -> None:
    text = HEAD + RULE
    assert text.count(old) == 1
    result = wod("pack", "check", house(here, text.replace(old, new)))
    assert (result.code, result.err) == (1, "")
    first, *_, last = result.out.splitlines()
    assert first.startswith(f"house.toml:{place}: IH101: ")
    assert said in result.out
    assert last == "iron-house 1.2.0: 1 rule, 3 examples, 1 of them fails."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param('why = "The grip fails first."\n', "", "add `why`", id="why"),
        pytest.param('source = "Head coach"\n', "", "add `source`", id="source"),
        pytest.param("row and", "row and not exercise matches 'RDL*' and", "'RDL*'", id="exercise"),
        pytest.param("row and", "row and not name matches '^Row.*' and", "'^Row.*'", id="foreign"),
        pytest.param("why =", "options = { limit = 3 }\nwhy =", 'option "limit"', id="option"),
        pytest.param(
            'fix = { add-modifier = "straps", safe = true }\n',
            'fix = { add-modifier = "belt" }\n',
            'its fix is offered in none of its examples: "add belt" was withheld',
            id="fix",
        ),
    ],
)
def test_advice_is_no_failure(wod: Wod, here: Path, old: str, new: str, said: str) -> None:
    text = HEAD + RULE.replace(', fixed = "Barbell Row 3x8, straps"', "")
    assert text.count(old) == 1
    result = wod("pack", "check", house(here, text.replace(old, new)))
    assert result.code == 0
    advice, summary = result.out.splitlines()
    assert advice.startswith("house.toml:7:3: IH101: advice: ")
    assert said in advice
    assert summary.endswith("all hold.")


EXERCISE = """
[[exercise]]
name = "Machine Press"
like = "Overhead Press"
aliases = [{}]
"""


@pytest.mark.parametrize("alias", ["MP", "military press"])
def test_an_alias_that_takes_over_one_of_the_catalogue(wod: Wod, here: Path, alias: str) -> None:
    text = HEAD + RULE + EXERCISE.format(f'"Our Press", "{alias}"')
    result = wod("pack", "check", house(here, text))
    assert result.code == 0
    advice, _ = result.out.splitlines()
    assert advice.startswith(f'house.toml:28:11: advice: "{alias}" means Overhead Press in the cat')
    assert "means Machine Press" in advice


@pytest.mark.parametrize("alias", ["Our Press", "machine overhead presser"])
def test_an_alias_that_nobody_else_has(wod: Wod, here: Path, alias: str) -> None:
    result = wod("pack", "check", house(here, HEAD + RULE + EXERCISE.format(f'"{alias}"')))
    assert "advice" not in result.out


def test_a_rule_without_examples(wod: Wod, here: Path) -> None:
    result = wod("pack", "check", house(here, HEAD + RULE[: RULE.index("valid = [")]))
    assert result.code == 0
    assert "advice: it has no examples" in result.out
    assert result.out.endswith("iron-house 1.2.0: 1 rule, 0 examples.\n")


def test_a_pack_that_cannot_be_loaded(wod: Wod, here: Path) -> None:
    result = wod("pack", "check", house(here, (HEAD + RULE).replace("pattern =", "patern =")))
    assert (result.code, result.out) == (2, "")
    assert result.err == 'house.toml:12:9: unknown name "patern", did you mean "pattern"?\n'


@pytest.mark.parametrize(
    ("word", "said"),
    [
        pytest.param("posterior-chian", 'did you mean "posterior-chain"?', id="name"),
        pytest.param("house", "for the file write house.toml", id="name of a file"),
        pytest.param("./none.toml", "there is no such file", id="path"),
        pytest.param("none.toml", "there is no such file", id="file"),
        pytest.param("./monday.wod", "this is none", id="no toml"),
        pytest.param("empty", "no TOML pack in this folder", id="folder"),
    ],
)
def test_what_is_not_there(wod: Wod, here: Path, word: str, said: str) -> None:
    house(here)
    (here / "monday.wod").write_text("")
    (here / "empty").mkdir()
    (here / "empty/wod.toml").write_text("")
    result = wod("pack", "check", word)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_folder_and_the_gravest_code(wod: Wod, here: Path) -> None:
    (here / "rules").mkdir()
    house(here / "rules", name="a.toml")
    house(here / "rules", HEAD + RULE.replace("lines = [1]", "lines = [2]"), name="b.toml")
    result = wod("pack", "check", "rules")
    assert result.code == 1
    assert "rules/b.toml:22:3: IH101: " in result.out
    assert "all hold" in result.out
    assert wod("pack", "check", "rules", "./none.toml").code == 2


def test_a_pack_of_the_configuration_by_its_name(wod: Wod, here: Path) -> None:
    (here / "wod.toml").write_text(f'packs = ["./{house(here)}"]')
    assert wod("pack", "check", "iron-house").out.endswith("3 examples, all hold.\n")


def test_an_installed_pack_goes_before_a_folder_of_its_name(wod: Wod, here: Path) -> None:
    (here / "posterior-chain").mkdir()
    result = wod("pack", "check", "posterior-chain")
    assert result.code == 0
    assert result.out.startswith("posterior-chain ")
    assert result.out.endswith("all hold.\n")
