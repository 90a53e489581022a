"""How many columns a text takes on a terminal."""

from __future__ import annotations

import unicodedata

JOINER = "\u200d"
AS_PICTURE = "\ufe0f"
SKINS = range(0x1F3FB, 0x1F400)
WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})


def width_of(text: str) -> int:
    """The columns that a text takes in a font of fixed width.

    A sign behind a joiner and a tone of skin are part of the picture before them.
    """
    if text.isascii():
        return len(text)
    width = last = 0
    joined = False
    for sign in text:
        if sign == AS_PICTURE:
            columns, last = int(last == 1), 0
        else:
            columns = 0 if joined else _columns(sign)
            last = columns or last
        width += columns
        joined = sign == JOINER
    return width


def _columns(sign: str) -> int:
    if ord(sign) in SKINS or unicodedata.category(sign) in WITHOUT_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
