"""One spelling for modifiers, by the terminal of the grammar that read them."""

from __future__ import annotations

import re
from collections.abc import Callable

from wodlang.format.quantities import one_blank, plain_numbers, spelled_time
from wodlang.syntax.grammar import fold
from wodlang.syntax.modifiers import FLAGS, read_modifier
from wodlang.text.span import Span

UNIT = r"(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|'|\")(?![a-z])"
TIME = rf"[\d:½.]+(?:\s*-\s*[\d:½.]+)?(?:\s*-?\s*{UNIT})?(?:\s*\d+\s*{UNIT})?"
RANGE_WITH_UNITS = rf"(?:[\d:½.]+\s*{UNIT}\s*-\s*)?{TIME}"
REST = re.compile(
    rf"(?:/\s*)?rest(?:ing)?(?:\s+(?:for|of|exactly))*\s*[:=]?\s*(?P<a>{RANGE_WITH_UNITS})(?P<tail>\s+.*)?"
    rf"|(?P<b>{RANGE_WITH_UNITS}?)(?:\s+of)?\s*rest(?P<behind>\s+.*)?"
)
EVERY = re.compile(rf"(?:/|every)\s*(?P<time>{RANGE_WITH_UNITS})")
PAUSE = re.compile(
    rf"(?:with\s+(?:an?\s+)?|w/\s*)?(?:paused?\s*(?:for\s*)?(?P<a>{TIME})"
    rf"|(?P<b>{TIME}?)\s*-?\s*pauses?)"
)
HEDGES = re.compile(r"about|approx|up to|as needed")
PROGRESSION = re.compile(
    r"\+\s*(?P<by>\d+(?:[.,]\d+)?)\s*(?P<unit>[a-z%]*)"
    r"\s*(?:/|per\s+|a\s+|each\s+|every\s+)\s*(?P<every>[a-z]+)"
)
HEIGHT = re.compile(
    r"@?\s*(?P<values>[\d.½]+(?:\s*[/-]\s*[\d.½]+)*)\s*-?\s*(?P<unit>inch(?:es)?|in|cm)"
)
# Of these the word alone does not say all that was typed: near failure, left arm, alternating legs.
AS_TYPED = re.compile(r"near|alternating\s|left\s|right\s|between")


def spelled_modifier(kind: str, text: str) -> str | None:
    """The modifier in its canonical spelling; None where it stays as it was typed."""
    spell = SPELLERS.get(kind)
    return None if spell is None else spell(fold(text).lower().strip())


def _rest(text: str) -> str | None:
    match = REST.fullmatch(one_blank(text))
    if match is None or HEDGES.search(text):
        return None
    tail = (match["tail"] or match["behind"] or "").strip()
    return one_blank(f"rest {spelled_time(match['a'] or match['b'])} {tail}")


def _every(text: str) -> str | None:
    if re.fullmatch(r"every\s+min(?:ute)?", text):
        return "every 1min"
    match = EVERY.fullmatch(text)
    return f"every {spelled_time(match['time'])}" if match else None


def _pause(text: str) -> str | None:
    match = PAUSE.fullmatch(text)
    return f"pause {spelled_time(match['a'] or match['b'])}" if match else None


def _tempo(text: str) -> str:
    return f"tempo {read_modifier('TEMPO', text, Span(0, len(text))).text}"


def _progression(text: str) -> str | None:
    match = PROGRESSION.fullmatch(text)
    if match is None:
        return None
    read = read_modifier("PROGRESSION", text, Span(0, len(text))).progression
    if read is None:
        return None
    many = read.unit in ("rep", "set") and read.by != 1
    unit = f" {read.unit}{'s' if many else ''}" if read.unit in ("rep", "set") else read.unit
    return f"+{plain_numbers(match['by'])}{unit}/{read.every}"


def _height(text: str) -> str | None:
    match = HEIGHT.fullmatch(text)
    if match is None:
        return None
    unit = "cm" if match["unit"] == "cm" else "in"
    return re.sub(r"\s", "", plain_numbers(match["values"])) + unit


def _flag(text: str) -> str | None:
    if AS_TYPED.search(text):
        return one_blank(text)
    word = read_modifier("FLAG", text, Span(0, len(text))).text
    return word if any(word == known for _, known in FLAGS) else None


SPELLERS: dict[str, Callable[[str], str | None]] = {
    "REST": _rest,
    "EVERY": _every,
    "PAUSE": _pause,
    "TEMPO": _tempo,
    "PROGRESSION": _progression,
    "HEIGHT": _height,
    "FLAG": _flag,
}
