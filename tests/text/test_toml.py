"""TOML with places."""

from __future__ import annotations

import subprocess
import sys

import pytest

from wodlang.text.source import Source
from wodlang.text.toml import key_span, read_toml, value_span

TEXT = """\
"größe" = "ä"  # comment
select = [
  "PÄ1",  # a comment between
  "PC3",
]
[tool.wod]
x.y = { a = 1, "b c" = [1, { q = 2 }] }
[[rule]]
code = "one"
[[rule]]
code = "two"
[rule.fix]
safe = true
[rules."a b"]
max-exercises = 3
"""


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        pytest.param(("größe",), '"größe"', '"ä"', id="quoted key, not ASCII"),
        pytest.param(("select", 1), '"PC3"', '"PC3"', id="item behind a comment"),
        pytest.param(("tool", "wod", "x", "y", "b c", 1, "q"), "q", "2", id="inline"),
        pytest.param(("tool", "wod"), "wod", "wod", id="part of a header"),
        pytest.param(("rule", 0, "code"), "code", '"one"', id="first of an array of tables"),
        pytest.param(("rule", 1, "code"), "code", '"two"', id="second of an array of tables"),
        pytest.param(("rule", 1, "fix", "safe"), "safe", "true", id="table of the last element"),
        pytest.param(("rules", "a b", "max-exercises"), "max-exercises", "3", id="option"),
        pytest.param(("rules", "none"), "rules", "rules", id="longest part that is there"),
        pytest.param(("nowhere",), "", "", id="not there"),
    ],
)
def test_places(path: tuple[str | int, ...], key: str, value: str) -> None:
    source = Source("wod.toml", TEXT)
    found = [key_span(source, path), value_span(source, path)]
    written = [TEXT[span.start : span.end] for span in found]
    assert written[0].rpartition(".")[2] == key
    assert written[1].rpartition(".")[2] == value


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        pytest.param("a = PC3\n", 1, 5, "needs quotes", id="no quotes"),
        pytest.param("a 3\n", 1, 3, "`=`", id="no equals sign"),
        pytest.param("\n\na = 'ä' b = 1\n", 3, 9, "line to end", id="two on a line"),
        pytest.param("a = 1\r\nb = x\r\n", 2, 5, "needs quotes", id="CRLF"),
        pytest.param("a = 1\na = 2\n", 2, 5, "second time", id="twice"),
        pytest.param("[a]\n[a]\n", 2, 3, "[a]", id="table twice"),
        pytest.param('a = "abc\nb = 1\n', 1, 8, "closing quote", id="open text"),
        pytest.param("a = [1,\n", 1, 7, "", id="open list at the end"),
    ],
)
def test_syntax_errors_have_a_place(text: str, line: int, column: int, said: str) -> None:
    source = Source("wod.toml", text)
    table, error = read_toml(source)
    assert table == {}
    assert error is not None
    assert said in error.message
    assert source.position(error.span.start) == (line, column)


@pytest.mark.parametrize("text", ["", "a", "\n", "=", "a=" + "[" * 5000, "\x00", "[", '"""'])
def test_no_text_raises(text: str) -> None:
    source = Source("wod.toml", text)
    _, error = read_toml(source)
    if error is not None:
        assert 0 <= error.span.start <= error.span.end <= len(text)


def test_a_sound_text_needs_no_tree_sitter() -> None:
    program = (
        "import sys; from wodlang.text.toml import read_toml; from wodlang.text.source import Source;"
        "read_toml(Source('x', 'a = 1')); sys.exit('tree_sitter' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
