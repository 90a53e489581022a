"""Finds the grammar files and makes Lark parsers of them, once a process."""

from __future__ import annotations

import re
from functools import cache
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from lark import Lark

from wodlang.syntax.lexer import HeaderLexer, OrderedLexer, PrescriptionLexer
from wodlang.syntax.memory import remembered

FRAGMENT = re.compile(r"^//: ([A-Z_]+) = (.*)$", re.MULTILINE)
PLACEHOLDER = re.compile(r"\{([A-Z_]+)\}")
FOLD = str.maketrans(
    {
        "×": "x", "✕": "x", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00a0": " ",
        "\u2009": " ", "\u202f": " ", "\u2007": " ", "\u200b": " ", "\ufeff": " ", "\t": " ",
        "“": '"', "”": '"', "„": '"', "″": '"', "’": "'", "‘": "'", "′": "'", "＠": "@", "％": "%",
        "\u200e": " ", "\u200f": " ", "\u2060": " ", "\u00ad": " ", "\ufe0f": " ", "\u3000": " ",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """The text with one sign for each dash, quote, times sign and blank; its length is kept."""
    return text if text.isascii() and "\t" not in text else text.translate(FOLD)


def grammar_text(name: str) -> str:
    """The text of `grammar/NAME.lark`, its fragments filled in."""
    text = (_grammar_folder() / f"{name}.lark").read_text(encoding="utf-8")
    fragments: dict[str, str] = {}
    for fragment, pattern in FRAGMENT.findall(text):
        fragments[fragment] = _fill(pattern, fragments)
    return _fill(text, fragments)


def _fill(text: str, fragments: dict[str, str]) -> str:
    return PLACEHOLDER.sub(lambda match: f"(?:{fragments[match[1]]})", text)


def _grammar_folder() -> Path:
    """The grammar inside the installed package, else the one of the checkout."""
    spec = find_spec("wodlang")
    assert spec is not None
    assert spec.origin is not None
    package = Path(spec.origin).parent
    installed = package / "grammar"
    return installed if installed.is_dir() else package.parents[1] / "grammar"


def _parser(name: str, start: str, lexer: type[OrderedLexer]) -> Lark:
    """The LALR parser of `grammar/NAME.lark`, its tables remembered between runs."""
    grammar = grammar_text(name)
    options: dict[str, Any] = {
        "parser": "lalr",
        "lexer": lexer,
        "start": start,
        "g_regex_flags": re.IGNORECASE,
        "maybe_placeholders": False,
    }
    return remembered(
        f"{name}-grammar",
        f"{grammar}\0{options}",
        make=lambda: Lark(grammar, **options),
        dump=_tables,
        load=lambda tables: Lark.load(BytesIO(tables)),
    )


def _tables(parser: Lark) -> bytes:
    tables = BytesIO()
    parser.save(tables)
    return tables.getvalue()


@cache
def prescription_parser() -> Lark:
    """The parser of an exercise line without its label and comment."""
    return _parser("prescription", "line", PrescriptionLexer)


@cache
def prescription_lexer() -> OrderedLexer:
    """The lexer of an exercise line, for those who need no more than its parts."""
    return PrescriptionLexer(prescription_parser().lexer_conf)


@cache
def header_parser() -> Lark:
    """The parser of a header up to its colon."""
    return _parser("headers", "header", HeaderLexer)
