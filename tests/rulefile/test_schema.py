"""`wod schema pack`: it takes every sound pack, and refuses the wrong ones that a schema can tell."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wodlang.cli.main import main
from wodlang.rulefile import read_pack_text
from wodlang.rulefile.schema import pack_schema

HERE = Path(__file__).parent
CONTRACT = """[pack]
name = "iron-house"
prefix = "IH"
version = "1.2.0"
wodlang = ">=0"
description = "How we train at Iron House"

[define]
heavy-hinge = "pattern = hinge and heavy"

[[rule]]
code = "IH101"
name = "heavy-row-after-deadlift"
severity = "warning"
severity-if = { error = "injuries has 'lower back'" }
for-each = "exercise"
when = "pattern = row and load >= load-limit and not modifiers has straps and any(before where heavy-hinge)"
options = { load-limit = "75%", by-level = { by = "level", beginner = "70%", else = "80%" }, many = [1, "a", true] }
message = "{exercise} at {load} after {last(before where heavy-hinge).exercise}"
labels = [{ on = "before where heavy-hinge", text = "the grip is spent from here on" }]
help = "lighten it or take straps"
why = "Grip fails before the back does."
source = "Head coach, 2026"
evidence = "opinion"
profiles = ["strict"]
define = { own = "heavy" }
fix = { add-modifier = "straps", safe = true }
valid = ["Deadlift 3x5 @ 85%", { wod = "Row 3x8", why = "alone", options = { load-limit = "80%" } }]
invalid = [{ wod = "Row 3x8", lines = [2], fixed = "Row", severity = "error" }, { wod = "Row", lines = 1 }]

[[rule]]
code = "IH102"
name = "many-fixes"
when = "heavy"
message = "m"
fix = [{ replace-exercise = "Leg Press", set-reps = 8, set-sets = "3-4" }, { move = "up" }, { remove-line = true }]

[[exercise]]
name = "Belt Squat Machine"
like = "Leg Press"
aliases = ["BSM"]
pattern = "squat"
axial = 0
compound = true
"""


def test_it_is_a_schema(capsys: Any) -> None:
    """Of the draft that it names; each key has a word on it."""
    assert main(["schema", "pack"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema == json.loads(json.dumps(pack_schema()))
    assert all(described(schema))


def described(schema: Any) -> Iterator[bool]:
    """Whether each key in it is described."""
    if isinstance(schema, dict):
        for one in schema.get("properties", {}).values():
            yield bool(one.get("description"))
        for inner in schema.values():
            yield from described(inner)
    elif isinstance(schema, list):
        for inner in schema:
            yield from described(inner)


def accepted(text: str) -> bool:
    """Whether the schema takes a pack."""
    return jsonschema.Draft202012Validator(pack_schema()).is_valid(tomllib.loads(text))


def test_the_pack_of_the_contract() -> None:
    """Every key; the reader takes it too."""
    assert accepted(CONTRACT)
    assert [str(one) for one in read_pack_text(CONTRACT, "house.toml").problems] == []


SAID_BY_WOD_ALONE = (
    "two rules of one code", "a rule's own define", "a define may use those above it", "options of",
    "message and help", "a message with", "no TOML", "new lines", "two names",
    "bad name, prefix and range", "a fix for what is no line", "a misspelt else", "what a fix writes",
)  # fmt: skip
"""What only the meaning of a text tells."""
CORPUS = re.findall(
    r"^=== (.*?)\n(.*?)^»?---\n", (HERE / "bad/packs.txt").read_text(), re.DOTALL | re.MULTILINE
)


@pytest.mark.parametrize(
    ("name", "marked"),
    [one for one in CORPUS if not one[0].startswith(SAID_BY_WOD_ALONE)],
    ids=lambda one: one if len(one) < 50 else "",
)
def test_wrong_packs(house: Any, name: str, marked: str) -> None:
    """The packs with wrong keys, kinds and words are refused."""
    text = re.sub("[«»]", "", marked)
    assert not accepted(text if "[pack]" in text or name == "no pack" else house.head + text)


SPOILT = [
    ('"IH101"', '"IH1"'), ('"IH101"', "101"), ('"iron-house"', '"core"'), ('"IH"', '"WOD"'),
    ('"exercise"', '"line"'), ('"opinion"', '"guess"'), ("safe = true", 'safe = "yes"'),
    ("[define]", "[defines]"), ("lines = [2]", "lines = []"), ("axial = 0", "axial = 4"),
    ('"squat"', '"sqat"'), ('move = "up"', 'move = "top"'), ('by = "level"', 'by = "age"'),
    ('text = "the grip is spent from here on"', 'txt = "the grip"'), ("load-limit = ", "Load_Limit = "),
    ('profiles = ["strict"]', 'profiles = "strict"'), ('message = "m"', 'mesage = "m"'),
    ("remove-line = true", "safe = true"), ('"Row 3x8", lines', '" ", lines'),
]  # fmt: skip


@pytest.mark.parametrize(("sound", "spoilt"), SPOILT)
def test_one_thing_spoilt(sound: str, spoilt: str) -> None:
    """The schema and the reader both refuse it."""
    text = CONTRACT.replace(sound, spoilt, 1)
    assert text != CONTRACT
    assert not accepted(text)
    assert read_pack_text(text, "house.toml").problems
