"""Text of a stranger's file made safe to print."""

from __future__ import annotations

import re

# Control characters move the cursor or start escape sequences; the bidirectional marks and the
# Unicode line separators make a terminal show another order or another line than the file has.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
HALF_A_PAIR = re.compile("[\ud800-\udfff]")


def in_utf8(text: str) -> str:
    """The text with U+FFFD for what UTF-8 cannot hold: bytes of a file's name that were none."""
    return HALF_A_PAIR.sub("\ufffd", text)


def printable(text: str) -> str:
    """The text with a visible sign for each control character; as long as before.

    Tabs and line feeds stay.
    """
    return UNSAFE.sub(lambda match: _sign(match[0]), text)


def on_one_line(text: str) -> str:
    """The text made printable, its line ends and tabs made blanks."""
    return printable(" ".join(text.split("\n")).replace("\t", " "))


def _sign(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
