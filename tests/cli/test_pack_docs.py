"""`wod pack docs`: fixed headings, and text that cannot break a page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from wodlang.cli.pack.markdown_text import block, cell, code, inline, prose

Wod = Callable[..., Any]
SECTIONS = [
    "What it finds", "Why", "Instead", "Examples", "Options", "Fix", "How sure this is",
]  # fmt: skip
HOSTILE = [
    pytest.param("a | b `c | d`", id="pipes"),
    pytest.param("one `two", id="open code span"),
    pytest.param("```\nnever closed", id="open fence"),
    pytest.param("~~~~ text\nnever closed\n~~~", id="tilde fence, closed too short"),
    pytest.param("# Title\n## Why\n## Other", id="headings"),
    pytest.param("Title\n===\nOther\n---", id="underlines"),
    pytest.param("<script>alert(1)</script> <!-- open", id="html"),
    pytest.param("`a <b> c` and <b>", id="html beside code"),
]
PACK = """[pack]
name = "iron-house"
prefix = "IH"
version = "1.2.0"
description = {text}
[[rule]]
code = "IH101"
name = "row-without-straps"
when = "pattern = row and not modifiers has straps"
message = "a row"
help = {text}
why = {text}
source = {text}
options = {{ most = 8 }}
valid = [{{ wod = "Bench Press 3x8  # ```` <b> |", why = {text} }}]
invalid = [{{ wod = "Barbell Row 3x8", lines = [1] }}]
"""


def tokens(page: str) -> list[Any]:
    return MarkdownIt("commonmark").enable("table").parse(page)


def headings(page: str, level: str) -> list[str]:
    every = tokens(page)
    return [
        every[index + 1].content
        for index, token in enumerate(every)
        if token.type == "heading_open" and token.tag == level
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_does_not_break_the_page(wod: Wod, here: Path, text: str) -> None:
    written = PACK.replace(" and not", " and most > 1 and not").format(text=json.dumps(text))
    (here / "house.toml").write_text(written, encoding="utf-8")
    result = wod("pack", "docs", "house.toml", "--output-dir", "pages")
    assert (result.code, result.out) == (0, "")
    assert sorted(path.name for path in (here / "pages").iterdir()) == ["IH101.md", "index.md"]
    page = (here / "pages/IH101.md").read_text(encoding="utf-8")
    assert headings(page, "h1") == ["IH101 row-without-straps"]
    assert headings(page, "h2") == SECTIONS
    every = tokens(page)
    inside = [child for token in every for child in token.children or ()]
    assert not [one for one in (*every, *inside) if one.type.startswith("html")]
    assert sum(token.type == "tr_open" for token in every) == 2
    assert "Bench Press 3x8  # ```` <b> |\n" in [
        one.content for one in every if one.type == "fence"
    ]
    index = (here / "pages/index.md").read_text(encoding="utf-8")
    assert headings(index, "h2") == ["iron-house"]
    assert "[IH101](IH101.md)" in index


def test_all_on_stdout(wod: Wod) -> None:
    result = wod("pack", "docs", "posterior-chain")
    assert (result.code, result.err) == (0, "")
    titles = headings(result.out, "h1")
    assert titles[0].startswith("Rules of posterior-chain ")
    assert "PC302 unsupported-row-after-hinge" in titles
    assert "(#pc302-unsupported-row-after-hinge)" in result.out


def test_a_pack_that_is_not_there(wod: Wod, here: Path) -> None:
    result = wod("pack", "docs", "none.toml", "--output-dir", "pages")
    assert (result.code, result.out) == (2, "")
    assert not (here / "pages").exists()


def test_a_folder_that_cannot_be_made(wod: Wod, here: Path) -> None:
    (here / "pages").write_text("a file")
    result = wod("pack", "docs", "posterior-chain", "--output-dir", "pages")
    assert (result.code, result.out) == (2, "")
    assert "--output-dir pages: cannot be made" in result.err


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param(block("a ``` b"), "````text\na ``` b\n````", id="fence inside"),
        pytest.param(code("a `b` c"), "``a `b` c``", id="code in code"),
        pytest.param(code("`a`"), "`` `a` ``", id="code at the edge"),
        pytest.param(cell("a|b\nc"), "a\\|b c", id="cell"),
        pytest.param(inline("5 < 6 <b> `<b>`"), "5 < 6 &lt;b> `<b>`", id="html"),
        pytest.param(prose("# A\nb `c"), "### A\nb `c", id="heading"),
        pytest.param(prose("- a\n- b\n\n1. c"), "- a\n- b\n\n1. c", id="lists stay"),
        pytest.param(prose("```\n# a <b>\n```\n<b>"), "```\n# a <b>\n```\n&lt;b>", id="fenced"),
        pytest.param(prose("```\na"), "```\na\n```", id="fence is closed"),
    ],
)
def test_pieces(made: str, expected: str) -> None:
    assert made == expected
