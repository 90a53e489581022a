"""What reading lines may cost: looks at the catalogue and trees of Lark, counted, not timed."""

from __future__ import annotations

import pytest
from lark import Lark

from wodlang.model.catalogue import load_catalogue
from wodlang.syntax.body import BodyReader
from wodlang.syntax.parse import parse
from wodlang.text.source import Source

# Their first letters are those of headers: Tri-set, Mon, Sat, Superset, Week.
NAMES = (
    "Triceps Pushdown",
    "Monster Walk",
    "Superman",
    "Weighted Dip",
    "Sunrise Pose",
    "Back Squat",
)


def program() -> str:
    lines = [f"{name} 3x5 @ {load}kg" for load in range(20, 60) for name in NAMES]
    return "\n".join(["week 1", "Monday: Upper", *lines]) + "\n"


def test_no_line_is_looked_up_as_a_whole() -> None:
    """A look for a text that is no name goes through half the catalogue."""
    asked: list[str] = []

    def knows(text: str) -> bool:
        asked.append(text)
        return load_catalogue().knows(text)

    parse(Source("", program()), BodyReader(knows))
    assert "Back Squat" in asked
    assert [text for text in asked if "@" in text] == []


def test_lark_builds_one_tree_for_lines_of_one_shape(monkeypatch: pytest.MonkeyPatch) -> None:
    parsed: list[str] = []
    own = Lark.parse

    def counted(self: Lark, text: str) -> object:
        parsed.append(text)
        return own(self, text)

    monkeypatch.setattr(Lark, "parse", counted)
    reader = BodyReader(load_catalogue().knows)
    for line in program().splitlines()[2:]:
        reader.read(line)
    assert 1 <= len(parsed) <= 2  # names of one word and of two
