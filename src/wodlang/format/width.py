"""How many columns a text takes on a terminal."""

from __future__ import annotations

import unicodedata


def width_of(text: str) -> int:
    """The columns that a text takes in a font of fixed width."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in text
    )
