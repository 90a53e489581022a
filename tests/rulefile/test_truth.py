"""What expressions say of lines, sessions, weeks, programs: tables in `truth/`.

Each `[[text]]` is a `.wod` text with a table of expressions; a sign for each subject of the text
says whether the expression is true (T), false (F) or unknown (?); `!` stands before an answer.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TABLES = sorted(Path(__file__).with_name("truth").glob("*.toml"))


def cases() -> Iterator[Any]:
    """One case for each expression of each text."""
    for table in TABLES:
        for number, text in enumerate(tomllib.loads(table.read_text())["text"], start=1):
            for when, signs in text["says"].items():
                yield pytest.param(text, when, signs, id=f"{table.stem}-{number}: {when}")


@pytest.mark.parametrize(("text", "when", "signs"), list(cases()))
def test_truth(house: Any, text: dict[str, Any], when: str, signs: str) -> None:
    """The expression says of each subject what the table says."""
    each, top = text.get("for-each", "exercise"), text.get("top", "")
    if signs.startswith("!"):
        (problem,) = house.pack(when, each, text.get("more", ""), top).problems
        assert signs[1:] in problem.message
        return
    said = house.truth(when, text["wod"].lstrip("\n"), each, text.get("more", ""), top)
    assert said == signs.replace(" ", "")
