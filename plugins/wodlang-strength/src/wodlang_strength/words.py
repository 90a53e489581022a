"""Numbers and lists as people read them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wodlang.plugin import Label, Span


def number(value: Decimal) -> str:
    """A number without needless zeros, with at most two places: `82.5`, `20`."""
    return f"{value.quantize(Decimal('0.01')).normalize():f}"


def sets_in_words(sets: Decimal) -> str:
    """`1 set`, `0.5 sets`, `12 sets`."""
    return f"{number(sets)} set" if sets == 1 else f"{number(sets)} sets"


def whole(value: Decimal) -> str:
    """A number rounded to a whole one."""
    return f"{value:.0f}"


def listed(words: Sequence[str]) -> str:
    """The words as a sentence lists them: `a`, `a and b`, `a, b and c`."""
    return " and ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)


def label_elsewhere(place: Span, other: Span | None, message: str) -> tuple[Label, ...]:
    """A label on another place; none where both are one (`weeks 1-9`, a repeated session)."""
    return () if other is None or other == place else (Label(other, message),)
