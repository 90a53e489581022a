"""Packs that are wrong somewhere: every key of every table, each answered at its place.

`bad/packs.txt` holds the packs, «» around each place, and the beginnings of the answers.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

CORPUS = Path(__file__).with_name("bad").joinpath("packs.txt").read_text()
CASES = {
    name: (marked, answers.strip().split("\n"))
    for name, marked, answers in re.findall(
        r"^=== (.*?)\n(.*?)^»?---\n(.*?)(?=^=== |\Z)", CORPUS, re.DOTALL | re.MULTILINE
    )
}


def places(marked: str) -> tuple[str, list[int]]:
    """The text without its marks, and where the places begin."""
    starts, text = [], ""
    for part in re.split("([«»])", marked):
        if part == "«":
            starts.append(len(text))
        elif part != "»":
            text += part
    return text, starts


@pytest.mark.parametrize("name", CASES)
def test_a_pack(house: Any, name: str) -> None:
    """Each place has its answer, and there are no others."""
    marked, answers = CASES[name]
    has_head = "[pack]" in marked or "pack»" in marked or name in ("no pack", "no TOML: YAML")
    text, starts = places(marked if has_head else house.head + marked)
    problems = house.read(text).problems
    told = [one.message + (f" … {one.nearest}" if one.nearest else "") for one in problems]
    assert len(told) == len(answers), told
    for said, answer in zip(told, answers, strict=True):
        assert said.startswith(answer)
    found = sorted({one.span.start for one in problems})
    assert found == sorted(starts), [text[start : start + 20] for start in found]
