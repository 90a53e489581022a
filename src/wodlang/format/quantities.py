"""One spelling for times, distances, energy and repetitions.

Every function takes text as it was typed and gives it in the canonical spelling. Numbers stay as
typed but for the decimal comma and `½`.
"""

from __future__ import annotations

import re

from wodlang.syntax.grammar import fold

TIME_UNIT = re.compile(
    r"(?<=[\d½])\s*-?\s*(hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|'|\")(?![a-z])"
)
HALF_CLOCK = re.compile(r"(?<![\d:]):(\d\d)(?![\d:])s?(?![a-z])")
ENERGY = re.compile(r"\s*-?\s*k?cal(?:orie)?s?$")
DISTANCE = re.compile(r"\s*-?\s*(km|k|m|met(?:re|er)s?|mtrs?|ft|feet|foot|yds?|yards?|miles?|mi)$")
DISTANCE_UNITS = (("k", "km"), ("mi", "mi"), ("m", "m"), ("f", "ft"), ("y", "yd"))
REPS_WORD = re.compile(r"\s*-?\s*(?:reps?|repetitions?|times)(?:\s+max)?$")
CLUSTER = re.compile(r"\(?\s*\d+(?:\s*[+,]\s*\d+)+\s*\)?")
FAILURE = re.compile(r"f|failure|(?:to|till?|until)\s+failure")
OPEN = re.compile(r"amrap|max(?:imum)?(?:\s+reps?)?")


def one_blank(text: str) -> str:
    """The text with one blank for each stretch of them."""
    return " ".join(text.split())


def plain_numbers(text: str) -> str:
    """Decimal points for decimal commas, `.5` for `½`."""
    text = re.sub(r"(?<=\d),(?=\d)", ".", text)
    return re.sub(r"(?<!\d)½", "0.5", text).replace("½", ".5")


def spelled_time(text: str) -> str:
    """`90 sec` as `90s`, `2-3 minutes` as `2-3min`, `2'` as `2min`, `:30` as `30s`."""
    lower = plain_numbers(fold(text).lower().strip().rstrip("."))
    lower = TIME_UNIT.sub(lambda match: _time_unit(match[1]), lower)
    lower = HALF_CLOCK.sub(lambda match: f"{int(match[1])}s", lower)
    return re.sub(r"\s+", "", lower)


def _time_unit(word: str) -> str:
    if word[0] in "m'":
        return "min"
    return "h" if word[0] == "h" else "s"


def spelled_quantity(text: str) -> str:
    """`400 metres` as `400m`, `15 cals` as `15cal`; other quantities are times."""
    lower = fold(text).lower().strip()
    if ENERGY.search(lower):
        return re.sub(r"\s+", "", ENERGY.sub("cal", lower))
    distance = DISTANCE.search(lower)
    if distance and ":" not in lower:
        unit = next(unit for start, unit in DISTANCE_UNITS if distance[1].startswith(start))
        return re.sub(r"\s+", "", lower[: distance.start()]) + unit
    return spelled_time(lower)


def spelled_reps(text: str) -> str:
    """`8 - 12 reps` as `8-12`, `max` as `AMRAP`, `failure` as `F`, `2+1` as `(2+1)`."""
    lower = REPS_WORD.sub("", fold(text).lower().strip())
    if FAILURE.fullmatch(lower):
        return "F"
    if OPEN.fullmatch(lower) or not lower:
        return "AMRAP"
    if CLUSTER.fullmatch(lower):
        return f"({'+'.join(re.findall(r'[0-9]+', lower))})"
    if re.fullmatch(r"[\d+\s-]+", lower):
        return re.sub(r"\s+", "", lower)
    return spelled_quantity(lower)
