"""Loads as coaches write them: `80%`, `100kg`, `RPE 8`, `BW+20kg`, `2x24kg`, `75/85/95%`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from wodlang.syntax.line_nodes import Load, LoadUnit
from wodlang.syntax.quantities import number

POOD = Decimal(16)  # 1 pood is 16 kg in kettlebell sport (exactly 16.38 kg)
MASS_UNIT = r"-?(kgs?|kilos?|kilograms?|lbs?|pounds?|poods?|#)"
ONE = r"(?:\d+(?:[.,]\d+)?½?|½|\.\d+)"
VALUE_LIST = re.compile(r"[\d.½]+(?:%?\s*,\s*[\d.½]+){2,}")
PREFIX = re.compile(
    r"^(?:@|at\s+|with\s+(?:an?\s+)?|w/\s*|using\s+)?\s*(?:about\s+|around\s+|up to\s+|~\s*)?", re.I
)
PAIR = re.compile(rf"(\d+)\s*x\s*({ONE})\s*{MASS_UNIT}(?:\s+each)?$")
BODYWEIGHT = re.compile(
    rf"({ONE})?\s*(?:x\s*)?(?:bw|body\s?weight)(?:\s*([+-])\s*({ONE})\s*{MASS_UNIT}?)?$"
)
VALUES = rf"{ONE}(?:\s*-\s*{ONE})?(?:\s*/\s*{ONE})*"
RPE = re.compile(rf"rpe\s*[@:]?\s*({VALUES})\+?$|({VALUES})\s*rpe$")
RIR = re.compile(rf"rir\s*@?\s*({VALUES})$|({VALUES})\s*(?:rir|reps?\s+in\s+reserve)$")
REP_MAX = re.compile(r"(\d+(?:-\d+)?)\s*-?\s*rm$")
PERCENT = re.compile(r"^([^%]*(?:%[\s-]*\d[^%]*|%?/[^%]*)*)%\s*(.*)$")
PERCENT_OF = re.compile(r"of\s+(?:your\s+|the\s+)?(.+)$")
MASS = re.compile(rf"^([+-])?\s*(.*?)\s*{MASS_UNIT}\.?(?:\s+[a-z][a-z\s-]*)?$")


@dataclass(frozen=True, slots=True)
class WrittenLoad:
    """A load before it is known how many sets it is for: each value is a range.

    `listed` says that the values were written as a list, one a set, not as two to choose from.
    """

    values: tuple[tuple[Decimal, Decimal], ...]
    unit: LoadUnit | None
    word: str | None = None
    added: bool = False
    count: int | None = None
    of: str | None = None
    written: str | None = None
    listed: bool = False

    def load(self, index: int = 0, alternative: bool = False) -> Load:
        """The load of one set; with `alternative` the second value is the other one to choose."""
        low, high = self.values[index] if self.values else (None, None)
        other = self.values[1] if alternative else None
        return Load(
            self.unit, low, high, self.word, self.added, self.count, self.of, other,
            written=self.written,
        )  # fmt: skip


@lru_cache(maxsize=4096)
def written_load(text: str) -> WrittenLoad:
    """The load that a load terminal holds; a bare number has no unit yet."""
    text = PREFIX.sub("", text.strip(), count=1).strip()
    if VALUE_LIST.match(text):  # "75%, 85%, 95%": a value a set
        text = re.sub(r"%?\s*,\s*", "/", text)
    lower = text.lower()
    for read in (_word, _bodyweight, _pair, _perceived, _percent, _mass):
        load = read(lower if read is not _percent else text)
        if load is not None:
            return load
    return WrittenLoad(_values(lower), None, added=lower.startswith(("+", "-")))


def bare_number(text: str) -> WrittenLoad:
    """A number without a unit, as a load."""
    ends = [number(end) for end in text.rstrip("+").split("-")]
    return WrittenLoad(((ends[0], ends[-1]),), None)


def loads_for(written: WrittenLoad, sets: int) -> tuple[Load, ...] | None:
    """The loads of so many sets: one for all, one a set, or two to choose from; else None."""
    values = len(written.values)
    if values <= 1:
        return (written.load(),)
    if values == sets:
        return tuple(written.load(index) for index in range(sets))
    if values == 2 and not written.listed and written.unit in (LoadUnit.KG, LoadUnit.LB, None):
        return (written.load(alternative=True),)
    return None


def _word(text: str) -> WrittenLoad | None:
    if text in ("heavy", "moderate", "medium", "light"):
        return WrittenLoad((), LoadUnit.WORD, word="moderate" if text == "medium" else text)
    return None


def _bodyweight(text: str) -> WrittenLoad | None:
    match = BODYWEIGHT.match(text)
    if match is None:
        return None
    times, sign, extra, unit = match.groups()
    if extra:
        value, written = _in_kilograms_or_pounds(number(extra), unit, text)
        value = -value if sign == "-" else value
        return WrittenLoad(((value, value),), _mass_unit(unit), added=True, written=written)
    value = number(times) if times else Decimal(1)
    return WrittenLoad(((value, value),), LoadUnit.BODYWEIGHT)


def _pair(text: str) -> WrittenLoad | None:
    match = PAIR.match(text)
    if match is None:
        return None
    value, written = _in_kilograms_or_pounds(number(match[2]), match[3], text)
    return WrittenLoad(
        ((value, value),), _mass_unit(match[3]), count=int(match[1]), written=written
    )


def _perceived(text: str) -> WrittenLoad | None:
    for pattern, unit in ((RPE, LoadUnit.RPE), (RIR, LoadUnit.RIR), (REP_MAX, LoadUnit.RM)):
        match = pattern.match(text)
        if match:
            said = next(group for group in match.groups() if group)
            return WrittenLoad(_values(said), unit)
    return None


def _percent(text: str) -> WrittenLoad | None:
    match = PERCENT.match(text)
    if match is None:
        return None
    values, reference = match[1], match[2].strip()
    unit, of = LoadUnit.PERCENT, None
    if re.search(r"\b(?:tm|training max)$", reference, re.I):
        unit = LoadUnit.PERCENT_TM
    elif re.search(r"\b(?:1\s*-?rm|max|e1rm)$", reference, re.I):
        of = "1RM"
    elif reference:
        named = PERCENT_OF.match(reference)
        of = named[1].strip() if named else reference
    return WrittenLoad(_values(values.replace("%", "")), unit, of=of, added=values.startswith("+"))


def _mass(text: str) -> WrittenLoad | None:
    match = MASS.match(text)
    if match is None:
        return None
    sign, values, unit = match.groups()
    values = re.sub(MASS_UNIT, "", values)
    pairs = _values(values)
    written = text if unit.startswith("pood") else None
    if unit.startswith("pood"):
        pairs = tuple((low * POOD, high * POOD) for low, high in pairs)
    if sign == "-":
        pairs = tuple((-low, -high) for low, high in pairs)
    return WrittenLoad(pairs, _mass_unit(unit), added=sign is not None, written=written)


def _values(text: str) -> tuple[tuple[Decimal, Decimal], ...]:
    pairs = []
    sign = -1 if text.startswith("-") else 1
    for part in text.lstrip("+- ").split("/"):
        ends = [number(end) * sign for end in re.split(r"\s*-\s*", part.strip()) if end]
        pairs.append((min(ends), max(ends)))
    return tuple(pairs)


def _mass_unit(text: str | None) -> LoadUnit | None:
    if text is None:
        return None
    return LoadUnit.LB if text[0] in "lp#" and not text.startswith("pood") else LoadUnit.KG


def _in_kilograms_or_pounds(
    value: Decimal, unit: str | None, text: str
) -> tuple[Decimal, str | None]:
    return (value * POOD, text) if (unit or "").startswith("pood") else (value, None)
