"""Exercises that are done in turn by their labels (`A1.` and `A2.`), as a move of lines sees them."""

from __future__ import annotations

import re

from wodlang.text.source import Source
from wodlang.text.span import Span

LABEL = re.compile(
    r"\s*(?:[-*+•]\s+)?(?:\*\*)?(?:(?P<letter>[a-z])\d+|(?P<number>\d+)[a-z])[.):]", re.I
)
NO_EXERCISE = (">", "#", "//")


def tears_superset(source: Source, moved: Span, target: int) -> bool:
    """Whether moving these whole lines to an offset parts exercises that are done in turn."""
    first, last = source.line_index(moved.start), source.line_index(moved.end - 1)
    own = _superset(source, first)
    if own is not None and own in (_above(source, first), _below(source, last + 1)):
        return True
    return parts_superset(source, target)


def parts_superset(source: Source, target: int) -> bool:
    """Whether a line written at an offset would stand between two that are done in turn."""
    index = source.line_index(target) + (target == len(source.text))
    above = _above(source, index)
    return above is not None and above == _below(source, index)


def _above(source: Source, index: int) -> str | None:
    """The superset of the nearest exercise above a line."""
    lines = range(min(index, source.line_count) - 1, -1, -1)
    return next((_superset(source, line) for line in lines if _counts(source, line)), None)


def _below(source: Source, index: int) -> str | None:
    """The superset of the nearest exercise on a line or below it."""
    lines = range(index, source.line_count)
    return next((_superset(source, line) for line in lines if _counts(source, line)), None)


def _counts(source: Source, line: int) -> bool:
    text = source.line_text(line).strip()
    return bool(text) and not text.startswith(NO_EXERCISE)


def _superset(source: Source, line: int) -> str | None:
    """What the labels of one superset share: the letter of `A1.`, the number of `1a)`."""
    label = LABEL.match(source.line_text(line))
    return None if label is None else (label["letter"] or label["number"]).lower()
