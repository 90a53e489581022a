"""The lexer gives what its terminals say, however few of them it tries."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from lark import Lark

from wodlang.syntax.first_signs import may_begin, parsed
from wodlang.syntax.grammar import fold, header_parser, prescription_parser
from wodlang.syntax.lexer import HeaderLexer, OrderedLexer, PrescriptionLexer

CORPUS = Path(__file__).parents[2] / "grammar" / "corpus"
SIGNS = "3x5@kg, -|()\"'/.½%#:+*_=;♂réſKİıabfrtw\u00a0"
Lexed = list[tuple[str, str, int]]


def every_terminal_in_turn(parser: Lark) -> Callable[[str], Lexed]:
    """The lexer as its docstring promises it, without any short cut."""
    conf = parser.lexer_conf
    order = sorted(conf.terminals, key=lambda term: -term.priority)
    match = re.compile(
        "|".join(f"(?P<{one.name}>{one.pattern.to_regexp()})" for one in order), conf.g_regex_flags
    ).match

    def lexed(text: str) -> Lexed:
        tokens, at = [], 0
        while at < len(text):
            found = match(text, at) if text[at] != " " else None
            if text[at] == " ":
                at += 1
            elif found is None or found.end() == at:
                tokens.append(("WORD", text[at], at))
                at += 1
            else:
                if found.lastgroup not in conf.ignore:
                    tokens.append((str(found.lastgroup), found.group().rstrip(), at))
                at = found.end()
        return tokens

    return lexed


@pytest.fixture(scope="module")
def lines() -> list[str]:
    """Every line of the corpus, halves of lines joined, and signs at random."""
    written = {
        fold(line.strip())
        for file in sorted(CORPUS.rglob("*.wod"))
        for line in file.read_text(encoding="utf-8").splitlines()
    }
    chance, found = random.Random(7), sorted(written)
    for _ in range(2000):
        first, second = chance.choice(found), chance.choice(found)
        written.add(first[: chance.randrange(len(first) + 1)] + second[len(second) // 2 :])
    for _ in range(1000):
        written.add("".join(chance.choices(SIGNS, k=chance.randrange(15))))
    return sorted(written)


@pytest.mark.parametrize(
    ("parser", "kind"), [(prescription_parser, PrescriptionLexer), (header_parser, HeaderLexer)]
)
def test_terminals_that_are_left_out_would_not_have_matched(
    parser: Callable[[], Lark], kind: type[OrderedLexer], lines: list[str]
) -> None:
    expected, lexer = every_terminal_in_turn(parser()), kind(parser().lexer_conf)
    for line in lines:
        found = [(token.type, str(token), token.start_pos) for token in lexer.tokens(line)]
        assert found == expected(line), line


@pytest.mark.parametrize(
    ("pattern", "begins", "not_begins"),
    [
        (r"rest\b", "rR", "e1"),
        (r"(?:w/\s*)?pause", "wWpP", "a/"),
        (r"\s*\d+", " 7", "a"),
        (r"[a-c_]|½", "aC_", "dx1"),
        (r"[^\s,]+", "az1", ""),
        (r"(?<=x)\b(?!y)z{2,}", "zZ", "xy"),
        (r"ſ|\u212a", "sSkK", "x"),
        (r"(a|)(b)?c", "abc", "d"),
        (r"x*", "xyz", ""),
    ],
)
def test_what_a_pattern_may_begin_with(pattern: str, begins: str, not_begins: str) -> None:
    parts = parsed(pattern, re.IGNORECASE)
    assert [sign for sign in begins if not may_begin(parts, sign)] == []
    assert [sign for sign in not_begins if may_begin(parts, sign)] == []
