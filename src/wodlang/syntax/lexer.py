"""A lexer for Lark: at each sign the terminals that can begin with it, by priority."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import ClassVar

from lark import Token
from lark.common import LexerConf
from lark.lexer import Lexer

from wodlang.syntax.first_signs import kinds_by_sign
from wodlang.syntax.memory import remembered

Match = Callable[[str, int], "re.Match[str] | None"]


class OrderedLexer(Lexer):
    """Tries the terminals by falling priority; the first that matches wins.

    Many times faster than Lark's own, which keeps line numbers that a single line has no use for:
    of some fifty terminals only those are tried that can begin with the sign at hand. The last
    terminal must match anything, so that no text is ever refused here. `memory` is the name under
    which it is remembered what can begin with which sign.
    """

    memory: ClassVar[str]

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Take the terminals of the grammar; expressions are made when a text asks for them."""
        order = sorted(lexer_conf.terminals, key=lambda term: -term.priority)
        self._flags = lexer_conf.g_regex_flags
        self._patterns = {term.name: term.pattern.to_regexp() for term in order}
        self._ignored = frozenset(lexer_conf.ignore)
        self._kinds = tuple(self._patterns)
        self._matches: dict[str, Match] = {}

    def lex(self, data: str) -> Iterator[Token]:  # type: ignore[override]
        """The tokens of one line; positions are offsets into it."""
        for token in self.tokens(data):
            yield Token(token.type, token.value, token.start_pos)

    def tokens(self, data: str, start: int = 0) -> list[Token]:
        """As `lex`, from an offset on; Lark's parser cannot use them: they have no line numbers."""
        tokens: list[Token] = []
        position, end, ignored = start, len(data), self._ignored
        by_sign, kinds, matches = self._by_sign, self._kinds, self._matches
        while position < end:
            sign = data[position]
            if sign == " ":
                position += 1
                continue
            found = None
            for kind in by_sign.get(sign, kinds):
                found = (matches.get(kind) or self._match_of(kind))(data, position)
                if found is not None:
                    break
            if found is None or found.end() == position:
                tokens.append(token_at("WORD", sign, position))
                position += 1
                continue
            if kind not in ignored:
                tokens.append(token_at(kind, found.group().rstrip(), position))
            position = found.end()
        return tokens

    @cached_property
    def _by_sign(self) -> dict[str, tuple[str, ...]]:
        """The terminals that can begin with each printable sign of ASCII."""
        return remembered(
            self.memory,
            json.dumps([self._patterns, self._flags]),
            make=lambda: kinds_by_sign(self._patterns, self._flags),
            dump=lambda table: json.dumps(table).encode(),
            load=lambda content: {
                sign: tuple(kinds) for sign, kinds in json.loads(content).items()
            },
        )

    def _match_of(self, kind: str) -> Match:
        """A terminal's expression, compiled when a text first asks for it: few texts need all."""
        match = self._matches[kind] = re.compile(self._patterns[kind], self._flags).match
        return match


class PrescriptionLexer(OrderedLexer):
    """The lexer of exercise lines."""

    memory = "prescription-signs"


class HeaderLexer(OrderedLexer):
    """The lexer of headers."""

    memory = "header-signs"


def token_at(kind: str, text: str, position: int) -> Token:
    """A token of a line; made without Lark's own way round, which takes longest here."""
    token: Token = str.__new__(Token, text)
    token.type, token.value, token.start_pos = kind, text, position
    return token
