"""What the tokens of an exercise line are, and where they stand."""

from __future__ import annotations

from lark import Token

from wodlang.syntax.sets import SET_FORMS
from wodlang.text.span import Span

LOAD_FORMS = frozenset(
    {
        "AT_LOAD", "DECIMAL_COMMA", "RPE", "RIR", "BODYWEIGHT", "PERCENT", "MASS", "REP_MAX",
        "EFFORT",
    }
)  # fmt: skip
WORDS = frozenset({"WORD", "NUMBER_WORD"})
# Inside a running name these are part of it: "Belt Squat", "Max Effort Bench Press".
TRAILING = frozenset({"FLAG", "EFFORT", "OPEN_REPS", "SIDE"})
NAME_FORMS = WORDS | TRAILING | {"STRAY"}
LEADING_NUMBERS = frozenset(
    {"NUMBER", "LIST", "QUANTITY", "SIDE", "TIMES_REPS", "MEN_WOMEN_QUANTITY"}
)
COUNTED_SETS = frozenset({"SETS_BY_REPS", "SETS_OF_REPS", "SETS_OF_LIST"})
FILLERS = frozenset(
    {"and", "&", "of", "for", "the", "with", "at", "a", "an", "x", "in", "on", "w/"}
)

Segment = list[Token]


def words_from(tokens: Segment, start: int) -> int:
    """Where the words that begin at `start` end."""
    while start < len(tokens) and tokens[start].type in WORDS:
        start += 1
    return start


def leading_words(tokens: Segment) -> Segment:
    """The words that a segment begins with."""
    return tokens[: words_from(tokens, 0)]


def only_fillers(tokens: Segment) -> bool:
    """Whether all words are such as join: `and`, `of`, `with`."""
    return all(token.type not in WORDS or token.lower() in FILLERS for token in tokens)


def has_sets(tokens: Segment) -> bool:
    """Whether a form of sets and repetitions is among them."""
    return any(token.type in SET_FORMS for token in tokens)


def type_at(tokens: Segment, index: int) -> str | None:
    """The type of a token; None behind the last."""
    return tokens[index].type if index < len(tokens) else None


def start_of(token: Token) -> int:
    """The offset where a token begins."""
    return token.start_pos or 0


def end_of(token: Token) -> int:
    """The offset behind a token."""
    return start_of(token) + len(token)


def span_of(token: Token) -> Span:
    """The place of a token."""
    return Span(start_of(token), end_of(token))


def typed(text: str, tokens: Segment) -> str:
    """What was typed from the first token to the last; bold marks and double blanks left out."""
    if not tokens:
        return ""
    return " ".join(
        text[start_of(tokens[0]) : end_of(tokens[-1])].replace("*", "").replace("__", "").split()
    )
