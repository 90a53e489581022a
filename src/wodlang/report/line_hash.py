"""The fingerprint by which GitHub knows an alert again: a hash of what stands from its line on.

GitHub's own upload action computes it where it can read the file, and warns of one that differs; who
uploads by the API must bring it. Hence computed as there: 100 UTF-16 units without blanks and tabs,
every line end one line feed, an end mark behind the text and then zeros, in 64 bits.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate

LENGTH = 100
BASE = 37
MODULUS = 1 << 64
END = 0xFFFF
LINE_FEED = 0x0A

BLANKS = re.compile("[ \t]")
LINE_END = re.compile("\r\n?")


def line_hashes(text: str) -> list[str]:
    """The hash of each line, and which of several equal ones it is: `ca3bad1a7c1c62d4:1`."""
    units = [*_units(text), END]
    starts = [0, *(at + 1 for at, unit in enumerate(units) if unit == LINE_FEED)]
    before = [*accumulate([*units, *[0] * LENGTH], _extended, initial=0)]
    seen: Counter[int] = Counter()
    hashes = []
    for start in starts:
        value = (before[start + LENGTH] - before[start] * pow(BASE, LENGTH, MODULUS)) % MODULUS
        seen[value] += 1
        hashes.append(f"{value:x}:{seen[value]}")
    return hashes


def _extended(value: int, unit: int) -> int:
    return (value * BASE + unit) % MODULUS


def _units(text: str) -> memoryview:
    kept = BLANKS.sub("", LINE_END.sub("\n", text))
    return memoryview(kept.encode("utf-16-le", "surrogatepass")).cast("H")
