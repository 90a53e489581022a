"""Where an exercise's name begins and ends among the tokens of a line."""

from __future__ import annotations

from collections.abc import Callable

from lark import Token

from wodlang.syntax.brackets import bracket_load
from wodlang.syntax.sets import SET_FORMS
from wodlang.syntax.tokens import (
    COUNTED_SETS,
    FILLERS,
    LEADING_NUMBERS,
    LOAD_FORMS,
    NAME_FORMS,
    TRAILING,
    WORDS,
    Segment,
    has_sets,
    leading_words,
    start_of,
    typed,
    words_from,
)

Knows = Callable[[str], bool]
EFFORTS = {"heavy": "EFFORT", "light": "EFFORT", "moderate": "EFFORT", "unbroken": "FLAG"}
STARTS = WORDS | {"FLAG", "EFFORT"}


class NameReader:
    """Finds names; `text` is the line as typed, `knows` asks the catalogue."""

    def __init__(self, text: str, knows: Knows) -> None:
        """Read with the catalogue."""
        self._text = text
        self._knows = knows

    def known(self, tokens: Segment) -> bool:
        """Whether these tokens are a name that the catalogue knows."""
        return self._knows(typed(self._text, tokens))

    def starts(self, tokens: Segment) -> bool:
        """Whether a segment begins with a name, not with a prescription."""
        if tokens[0].type in STARTS:
            return True
        return tokens[0].type in LEADING_NUMBERS and bool(self.with_number(tokens))

    def with_number(self, tokens: Segment) -> Segment:
        """The tokens of a name that begins with a number (`90/90 Hip Stretch`), if it is one."""
        end = words_from(tokens, 1)
        if end == 1:
            return []
        sets_follow = any(token.type in COUNTED_SETS for token in tokens[end:])
        return tokens[:end] if sets_follow or self.known(tokens[:end]) else []

    def is_name(self, tokens: Segment) -> bool:
        """Whether a segment could be a name as a whole."""
        return bool(tokens) and all(
            token.type in NAME_FORMS or token.type == "NOTE" for token in tokens
        )

    def split(self, tokens: Segment) -> tuple[Segment, Segment]:
        """The name that the tokens begin with, and what follows it."""
        number = self.with_number(tokens) if tokens[0].type in LEADING_NUMBERS else []
        longest = self._longest(tokens, len(number))
        end = longest
        while end > 1 and tokens[end - 1].type in TRAILING | {"STRAY"}:
            end -= 1
        if end != longest and self.known(tokens[:longest]):
            end = longest
        rest = tokens[end:]
        while end > 1 and end == longest and rest and _joins(tokens[end - 1]):
            end -= 1
        return tokens[:end], rest

    def _longest(self, tokens: Segment, end: int) -> int:
        while end < len(tokens):
            if tokens[end].type == "NOTE":
                if not self._is_part(tokens, end):
                    return end
            elif not self._belongs(tokens, end):
                return end
            end += 1
        return end

    def _belongs(self, tokens: Segment, index: int) -> bool:
        """A word that begins with a digit (`3by5`) is rather a prescription that went wrong."""
        if tokens[index].type == "WORD" and tokens[index][0].isdigit() and index > 0:
            return self._is_inside(tokens, index, words_from(tokens, index))
        return tokens[index].type in NAME_FORMS or self.goes_on(tokens, index)

    def _is_inside(self, tokens: Segment, index: int, end: int) -> bool:
        """Whether a token with a number is part of the name that the words up to `end` make."""
        if self.known(tokens[:end]):
            return True
        return not self.known(tokens[:index]) and has_sets(tokens[end:])

    def _is_part(self, tokens: Segment, index: int) -> bool:
        """A bracket before the prescription is part of the name, unless it is a load."""
        if index == 0 or bracket_load(tokens[index][1:-1]) is not None:
            return False
        return any(token.type in SET_FORMS | LOAD_FORMS | WORDS for token in tokens[index + 1 :])

    def goes_on(self, tokens: Segment, index: int) -> bool:
        """A number inside a name: what stands before it is none by itself (`Zone 2 Run`)."""
        if tokens[index].type not in LEADING_NUMBERS or index == 0:
            return False
        end = words_from(tokens, index + 1)
        if end == index + 1:
            return False
        if tokens[index].type == "NUMBER":
            return self._is_inside(tokens, index, end)
        return self.known(tokens[:end])

    def behind(self, tokens: Segment, lead: int) -> tuple[int, int]:
        """The name behind a leading prescription of `lead` tokens: where it begins and ends."""
        start = lead
        while start < len(tokens) and tokens[start].lower() in FILLERS:
            start += 1
        end = start
        while end < len(tokens) and (
            tokens[end].type in WORDS or self.goes_on(tokens[start:], end - start)
        ):
            end += 1
        return start, end

    def effort(self, tokens: Segment, start: int, end: int) -> Token | None:
        """`3 heavy swings`: an effort before a name that the catalogue knows without it."""
        kind = EFFORTS.get(tokens[start].lower())
        if kind is None or end - start < 2 or self.known(tokens[start:end]):
            return None
        if not self.known(tokens[start + 1 : end]):
            return None
        return Token(kind, str(tokens[start]), start_of(tokens[start]))

    def are_separate(self, pieces: list[Segment]) -> bool:
        """`Squat, Bench, Row 3x5`: exercises of their own, where each is known and the whole not."""
        if self.known([*pieces[0], *leading_words(pieces[-1])]):
            return False
        return all(self.known(leading_words(piece)) for piece in pieces)


def _joins(token: Token) -> bool:
    """Whether a word joins a name to what follows; a lone capital A is a title's (`UPPER A`)."""
    return token.lower() in FILLERS and token != "A"
