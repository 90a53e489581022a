"""What stands before a name: bullets, check boxes, a label, a turn in a timed block."""

from __future__ import annotations

import re

from wodlang.format.quantities import one_blank
from wodlang.syntax.grammar import fold
from wodlang.syntax.lines import SLOT, read_prefix

BULLET = re.compile(r"[-*+•–—·▪◦‣>»→°]\s+")
BOX = re.compile(r"\[[ xX]?\]")
WORDS = re.compile(r"[^\W\d_]{2}|\w+\s")
SIGN = re.compile(r"[✅☑✔❌➡☐]\ufe0f?")


def spelled_prefix(typed: str, label: str | None, slot: str | None) -> str:
    """The prefix in its canonical spelling, with the blank behind it; empty where there is none.

    A label goes before a bullet, a check box and its like stay.
    """
    if slot is not None:
        match = SLOT.match(fold(typed))
        return f"{_capital(slot)}: " if match else typed
    parts = [f"{sign} " for sign in SIGN.findall(typed)]
    boxes = [box.lower().replace("[]", "[ ]") for box in BOX.findall(typed)]
    if (label is None and not parts and BULLET.search(typed)) or (boxes and not parts):
        parts.append("- ")
    parts += [f"{box} " for box in boxes]
    if label is not None:
        parts.append(_label(label))
    return "".join(parts)


def check_box(typed: str) -> str:
    """The check boxes before a head of a timed block, canonical; empty where there are none."""
    length = read_prefix(typed, lambda _: False).length
    signs = typed[:length]
    return spelled_prefix(signs, None, None) if BOX.search(signs) or SIGN.search(signs) else ""


def _label(label: str) -> str:
    """`A1. `; words (`Set 1: `, `Strength: `) take a colon."""
    return f"{one_blank(label)}: " if WORDS.match(label) else f"{label}. "


def _capital(slot: str) -> str:
    return slot[:1].upper() + slot[1:]
