"""Which terminals can begin with a sign: those that cannot need not be tried there.

Read from the regular expressions themselves. Whatever is not understood counts as possible, so that
a wrong guess costs time and never a token.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

Begins = tuple[bool, bool]
"""Whether a part may begin with the sign, and whether it may be empty."""
ZERO_WIDTH = frozenset({"AT", "ASSERT", "ASSERT_NOT"})
REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdigit,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda sign: sign.isalnum() or sign == "_",
}


PRINTABLE = tuple(map(chr, range(33, 127)))


def kinds_by_sign(patterns: Mapping[str, str], flags: int) -> dict[str, tuple[str, ...]]:
    """For each printable sign of ASCII the kinds whose pattern may begin with it, in their order."""
    parts = {kind: parsed(pattern, flags) for kind, pattern in patterns.items()}
    return {
        sign: tuple(kind for kind in patterns if may_begin(parts[kind], sign)) for sign in PRINTABLE
    }


def parsed(pattern: str, flags: int) -> Any:
    """The parts of a regular expression, in the form that Python's own compiler reads."""
    from re import _parser

    return _parser.parse(pattern, flags)


def may_begin(parts: Any, sign: str) -> bool:
    """Whether a text that these parts match may begin with an ASCII sign, in either case."""
    begins, empty = _sequence(parts, sign)
    return begins or empty


def _sequence(parts: Iterable[tuple[Any, Any]], sign: str) -> Begins:
    begins = False
    for kind, value in parts:
        first, empty = _part(str(kind), value, sign)
        begins = begins or first
        if not empty:
            return begins, False
    return begins, True


def _part(kind: str, value: Any, sign: str) -> Begins:
    if kind == "LITERAL":
        return _is_same(value, sign), False
    if kind == "IN":
        return _is_in(value, sign), False
    if kind == "SUBPATTERN":
        return _sequence(value[-1], sign)
    if kind == "BRANCH":
        branches = [_sequence(branch, sign) for branch in value[1]]
        return any(begins for begins, _ in branches), any(empty for _, empty in branches)
    if kind in REPEATS:
        least, _, repeated = value
        begins, empty = _sequence(repeated, sign)
        return begins, empty or least == 0
    return (False, True) if kind in ZERO_WIDTH else (True, True)


def _is_same(code: int, sign: str) -> bool:
    """In either case; a few signs beyond ASCII are another case of a letter, as the long s is."""
    literal = chr(code)
    return sign.lower() in literal.lower() + literal.upper().lower()


def _is_in(items: Iterable[tuple[Any, Any]], sign: str) -> bool:
    for kind, value in items:
        name = str(kind)
        if name == "LITERAL":
            found = _is_same(value, sign)
        elif name == "RANGE":
            low, high = value
            found = high > 127 or any(
                low <= ord(one) <= high for one in sign.lower() + sign.upper()
            )
        else:
            known = CATEGORIES.get(str(value)) if name == "CATEGORY" else None
            found = known is None or known(sign)  # a negated set may hold any sign
        if found:
            return True
    return False
