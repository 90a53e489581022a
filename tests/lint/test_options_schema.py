"""The JSON Schema says what the reader says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wodlang.lint.config import read_settings
from wodlang.lint.config_check import check_settings
from wodlang.lint.options_schema import config_schema
from wodlang.lint.rule import Pack
from wodlang.text.source import Source
from wodlang.text.toml import read_toml

GOOD = [
    "",
    "select = ['PC', 'PC3', 'PC302', 'too-many', 'chain', 'ALL']",
    "[severity]\nPC3 = 'info'",
    "[per-file]\n'*.wod' = ['PC101']\n'a' = { ignore = ['house'] }",
    "[rules.too-many]\nmax-exercises = 3\nreps = '3-5'\nshare = 0.5\nlevel = 'low'",
    "[rules.PC201]\nreps = [3, 5]\nopeners = []\ninjured = true",
    "fail-level = 'error'\nextends = ['pack:chain/strict']\nrequire-packs = ['chain>=1']",
]
BAD = [
    "selct = []",
    "select = ['nobody']",
    "select = 'PC'",
    "[severity]\nPC3 = 'off'",
    "[per-file]\n'*.wod' = { ignor = [] }",
    "[rules.too-many]\nmax-exercises = 'six'",
    "[rules.too-many]\nmax-exercises = 0",
    "[rules.too-many]\nmx = 1",
    "[rules.too-many]\nlevel = 'mid'",
    "[rules.nobody]\nx = 1",
    "[rules.bad-row]\nx = 1",
]


def accepts(schema: dict[str, Any], text: str) -> bool:
    table, error = read_toml(Source("", text))
    assert error is None
    return jsonschema.Draft202012Validator(schema).is_valid(table)


def test_it_is_a_schema(packs: tuple[Pack, ...]) -> None:
    jsonschema.Draft202012Validator.check_schema(config_schema(packs))


@pytest.mark.parametrize(("text", "good"), [(t, True) for t in GOOD] + [(t, False) for t in BAD])
def test_schema_and_reader_agree(
    tmp_path: Path, packs: tuple[Pack, ...], text: str, good: bool
) -> None:
    file = tmp_path / "wod.toml"
    file.write_text(text)
    settings, problems = read_settings(file)
    assert ((*problems, *check_settings(settings, packs)) == ()) is good
    assert accepts(config_schema(packs), text) is good


def test_defaults_stand_in_it(packs: tuple[Pack, ...]) -> None:
    options = config_schema(packs)["properties"]["rules"]["properties"]["too-many"]["properties"]
    assert {name: option["default"] for name, option in options.items()} == {
        "max-exercises": 6,
        "injured": False,
        "reps": [3, 5],
        "openers": ["hinge"],
        "share": 0.5,
        "level": "low",
        "window": "3-5",
    }
