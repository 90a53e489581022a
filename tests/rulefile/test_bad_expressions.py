"""Expressions that cannot be: each is answered at its place, however its text is written in the TOML.

`bad/expressions.toml` maps an expression, with «» around the place, to the answer.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

CASES = tomllib.loads(Path(__file__).with_name("bad").joinpath("expressions.toml").read_text())
ABOVE = 'description = "Łódź 💪"\n\n# ½ – × ’\n[[rule]]\ncode = "IH101"\nname = "fault"\n'
BELOW = '\nmessage = "said"\n'


def basic(text: str) -> str:
    """A text in double quotes, its quotes and line ends escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'when = "{escaped}"'


def escapes(text: str) -> str:
    """The same with escapes before it, and a letter as an escape."""
    inside = basic(text).removeprefix('when = "').replace("e", "\\u0065")
    return f'when = "\\t\\u0020{inside}'


def lines(text: str) -> str:
    """A text over several lines, one of which goes on below."""
    return f'when = """\n \\\n   {text}"""' if not text.endswith('"') else basic(text)


def literal(text: str) -> str:
    """A text over several lines as it is."""
    return f"when = '''\n  {text}'''" if not text.endswith("'") else basic(text)


@pytest.mark.parametrize("write", [basic, escapes, lines, literal])
@pytest.mark.parametrize(("marked", "answer"), CASES.items())
def test_an_expression(house: Any, write: Any, marked: str, answer: str) -> None:
    """The answer is the only one, and stands at the place."""
    text = house.head.rstrip("\n") + "\n" + ABOVE + write(marked) + BELOW
    start, end = text.index("«"), text.index("»") - 1
    read = house.read(text.replace("«", "").replace("»", ""))
    assert [(told(one), one.span.start, one.span.end) for one in read.problems] == [
        (answer, start, end)
    ]
    assert read.pack is not None
    assert read.pack.rules == ()


def told(problem: Any) -> str:
    """The message of a problem, and the nearest word."""
    return problem.message + (f" … {problem.nearest}" if problem.nearest else "")


def test_a_problem_reads_as_a_place_and_an_answer(house: Any) -> None:
    """The line and the column count from 1."""
    read = house.read(
        house.head + '[[rule]]\ncode = "IH101"\nname = "a"\nwhen = "patern = row"\nmessage = "m"'
    )
    assert [str(one) for one in read.problems] == [
        'house.toml:9:9: unknown name "patern", did you mean "pattern"?'
    ]
