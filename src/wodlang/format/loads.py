"""One spelling for loads, without the `@` before them."""

from __future__ import annotations

import re

from wodlang.format.quantities import one_blank, plain_numbers
from wodlang.syntax.grammar import fold

PREFIX = re.compile(r"(?:@|at\s|with\s+(?:an?\s)?|w/|using\s)\s*", re.IGNORECASE)
HEDGE = re.compile(r"about\b|around\b|up to\b|~", re.IGNORECASE)
MASS_UNIT = r"(?:kgs?|kilos?|kilograms?|lbs?|pounds?|poods?|#)"
MASS = re.compile(
    rf"(?P<values>[+-]?\s*[\d.,½/\s-]*?(?:-?{MASS_UNIT}\s*/\s*[\d.,½/\s-]*?)*)"
    rf"\s*-?(?P<unit>{MASS_UNIT})\.?(?P<rest>\s+[a-z][a-z\s-]*)?",
    re.IGNORECASE,
)
PAIR = re.compile(r"(\d+)\s*x\s*(.+)", re.IGNORECASE)
BODYWEIGHT = re.compile(
    r"(?P<times>[\d.,½]*)\s*x?\s*(?:bw|body\s?weight)(?:\s*(?P<sign>[+-])\s*(?P<extra>.+))?",
    re.IGNORECASE,
)
NUMBERS = r"[\d.½]+(?:-[\d.½]+)?"
RPE = re.compile(rf"rpe\s*[@:]?\s*(?P<a>{NUMBERS}\+?)|(?P<b>{NUMBERS})\s*rpe", re.IGNORECASE)
RIR = re.compile(
    rf"rir\s*@?\s*(?P<a>{NUMBERS})|(?P<b>{NUMBERS})\s*(?:rir|reps?\s+in\s+reserve)", re.IGNORECASE
)
REP_MAX = re.compile(r"(\d+(?:-\d+)?)\s*-?\s*rm", re.IGNORECASE)
PERCENT = re.compile(r"(?P<values>[+\d.,½%/\s-]*?)\s*%\s*(?P<of>[a-z1-9].*)?", re.IGNORECASE)
OF = re.compile(r"(?:of\s+)?(?:your\s+|the\s+|est\.?\s+)*", re.IGNORECASE)
ONE_REP_MAX = re.compile(r"1\s*-?rm|max|e1rm", re.IGNORECASE)
TRAINING_MAX = re.compile(r"tm|training\s+max", re.IGNORECASE)
WORDS = {"heavy": "heavy", "moderate": "moderate", "medium": "moderate", "light": "light"}
BARE = re.compile(r"[+-]?\s*[\d.½]+(?:\s*[/-]\s*[\d.½]+)*")
VALUE_LIST = re.compile(r"%?\s*,\s*")
HIGHEST_RPE = 10


def spelled_load(text: str, bare_is_rpe: bool = True) -> str | None:
    """A load without its `@`; None where it is none that is known here.

    `bare_is_rpe` says that a bare number up to 10 is an RPE, as it is behind `@`.
    """
    body = one_blank(PREFIX.sub("", fold(text).strip(), count=1))
    if HEDGE.match(body):
        return one_blank(PREFIX.sub("", text.strip(), count=1))
    for spell in (_word, _bodyweight, _perceived, _percent, _pair, _mass):
        spelled = spell(body)
        if spelled is not None:
            return spelled
    return _bare(body, bare_is_rpe)


def _word(body: str) -> str | None:
    return WORDS.get(body.lower())


def _bodyweight(body: str) -> str | None:
    match = BODYWEIGHT.fullmatch(body)
    if match is None:
        return None
    times = plain_numbers(match["times"])
    extra = match["extra"]
    added = f"{match['sign']}{_mass(extra) or plain_numbers(extra)}" if extra else ""
    return f"{times} BW{added}".strip()


def _perceived(body: str) -> str | None:
    for word, pattern in (("RPE", RPE), ("RIR", RIR)):
        match = pattern.fullmatch(body)
        if match:
            return f"{word} {plain_numbers(match['a'] or match['b'])}"
    rep_max = REP_MAX.fullmatch(body)
    return f"{rep_max[1]}RM" if rep_max else None


def _percent(body: str) -> str | None:
    match = PERCENT.fullmatch(body)
    if match is None or not re.search(r"\d|½", match["values"]):
        return None
    values = re.sub(r"[%\s]", "", plain_numbers(_values(match["values"])))
    of = OF.sub("", match["of"] or "", count=1)
    if not of:
        return f"{values}%"
    if ONE_REP_MAX.fullmatch(of):
        return f"{values}% 1RM"
    if TRAINING_MAX.fullmatch(of):
        return f"{values}% TM"
    rep_max = REP_MAX.fullmatch(of)
    return f"{values}% of {f'{rep_max[1]}RM' if rep_max else of}"


def _values(text: str) -> str:
    """`75, 85, 95` as `75/85/95`: more than one comma makes a list."""
    return VALUE_LIST.sub("/", text) if len(VALUE_LIST.findall(text)) > 1 else text


def _pair(body: str) -> str | None:
    match = PAIR.fullmatch(body)
    load = _mass(match[2]) if match else None
    return f"{match[1]}x{load}" if match and load else None


def _mass(body: str) -> str | None:
    match = MASS.fullmatch(body)
    if match is None or not re.search(r"\d|½", match["values"]):
        return None
    values = re.sub(MASS_UNIT, "", _values(match["values"]), flags=re.IGNORECASE)
    values = re.sub(r"\s", "", plain_numbers(values)).replace("-/", "/")
    return values + _mass_unit(match["unit"]) + (match["rest"] or "")


def _mass_unit(word: str) -> str:
    lower = word.lower()
    if lower.startswith("pood"):
        return " pood"
    return "kg" if lower.startswith("k") else "lb"


def _bare(body: str, bare_is_rpe: bool) -> str | None:
    if not BARE.fullmatch(body):
        return None
    values = re.sub(r"\s", "", plain_numbers(body))
    ends = [float(end) for end in re.split(r"[/-]", values.lstrip("+-")) if end not in ("", ".")]
    small = bool(ends) and max(ends) <= HIGHEST_RPE
    rated = bare_is_rpe and small and not values.startswith(("+", "-"))
    return f"RPE {values}" if rated and "/" not in values else values
