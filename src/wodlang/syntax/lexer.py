"""A lexer for Lark: regular expressions made of the terminals by priority, one for each first sign."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from lark import Token
from lark.common import LexerConf
from lark.lexer import Lexer

from wodlang.syntax.first_signs import may_begin, parsed

Match = Callable[[str, int], "re.Match[str] | None"]


class OrderedLexer(Lexer):
    """Tries the terminals by falling priority; the first that matches wins.

    Many times faster than Lark's own, which keeps line numbers that a single line has no use for:
    of some fifty terminals only those are tried that can begin with the sign at hand. The last
    terminal must match anything, so that no text is ever refused here.
    """

    def __init__(self, lexer_conf: LexerConf) -> None:
        """Take the terminals of the grammar; expressions are made when a text asks for them."""
        order = sorted(lexer_conf.terminals, key=lambda term: -term.priority)
        self._flags = lexer_conf.g_regex_flags
        self._patterns = {term.name: term.pattern.to_regexp() for term in order}
        self._ignored = frozenset(lexer_conf.ignore)
        self._parsed: dict[str, object] = {}
        self._by_sign: dict[str, Match] = {}
        self._by_terminals: dict[tuple[str, ...], Match] = {}

    def lex(self, data: str) -> Iterator[Token]:  # type: ignore[override]
        """The tokens of one line; positions are offsets into it."""
        for token in self.tokens(data):
            yield Token(token.type, token.value, token.start_pos)

    def tokens(self, data: str) -> list[Token]:
        """As `lex`, but such as Lark's parser cannot use: they have no line numbers."""
        tokens: list[Token] = []
        position, end, ignored, by_sign = 0, len(data), self._ignored, self._by_sign
        while position < end:
            sign = data[position]
            if sign == " ":
                position += 1
                continue
            match = by_sign.get(sign) or self._match_for(sign)
            found = match(data, position)
            if found is None or found.end() == position:
                tokens.append(_token("WORD", sign, position))
                position += 1
                continue
            kind = found.lastgroup or ""
            if kind not in ignored:
                tokens.append(_token(kind, found.group().rstrip(), position))
            position = found.end()
        return tokens

    def _match_for(self, sign: str) -> Match:
        """The expression of the terminals that can begin with a sign; of all beyond ASCII."""
        names = tuple(name for name in self._patterns if self._may_begin(name, sign))
        if names not in self._by_terminals:
            patterns = [f"(?P<{name}>{self._patterns[name]})" for name in names]
            self._by_terminals[names] = re.compile("|".join(patterns), self._flags).match
        match = self._by_terminals[names]
        if sign.isascii():
            self._by_sign[sign] = match
        return match

    def _may_begin(self, name: str, sign: str) -> bool:
        if not sign.isascii():
            return True
        if name not in self._parsed:
            self._parsed[name] = parsed(self._patterns[name], self._flags)
        return may_begin(self._parsed[name], sign)


def _token(kind: str, text: str, position: int) -> Token:
    """A token made without Lark's own way round, which takes longest here."""
    token: Token = str.__new__(Token, text)
    token.type, token.value, token.start_pos = kind, text, position
    return token
