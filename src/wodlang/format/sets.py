"""One spelling for sets and repetitions, by the terminal of the grammar that read them."""

from __future__ import annotations

import re
from collections.abc import Callable

from wodlang.format.loads import spelled_load
from wodlang.format.quantities import one_blank, spelled_quantity, spelled_reps
from wodlang.syntax.grammar import fold
from wodlang.syntax.sets import OF_LIST, SETS_WORD, SMALL, TIMES, numbers_a_set

QUALIFIED = re.compile(r"work|hard|round", re.IGNORECASE)
BY_SETS = re.compile(r"(\d+(?:-\d+)?).*?(\d+(?:-\d+)?)\s*sets?", re.IGNORECASE)
QUANTITY_BY_SETS = re.compile(r"(.*?)\s*x\s*(\d+(?:-\d+)?)(?:\s*sets?)?", re.IGNORECASE)
SETS_SUFFIX = re.compile(r"\s*sets?$", re.IGNORECASE)
REP_MAX = re.compile(r"(\d+)\s*-?\s*rm\b", re.IGNORECASE)


def spelled_sets(kind: str, text: str) -> str | None:
    """The form in its canonical spelling; None where it has none of its own."""
    spell = SPELLERS.get(kind)
    return None if spell is None else spell(fold(text).strip())


def _count(text: str) -> str:
    return re.sub(r"\s", "", text)


def _by_reps(text: str) -> str | None:
    match = TIMES.search(text)
    return f"{_count(text[: match.start()])}x{spelled_reps(text[match.end() :])}" if match else None


def _of_reps(text: str) -> str | None:
    match = SETS_WORD.search(text)
    if match is None or QUALIFIED.search(match[0]):
        return one_blank(text.lower())
    return f"{_count(text[: match.start()])}x{spelled_reps(text[match.end() :])}"


def _reps_by_sets(text: str) -> str | None:
    match = BY_SETS.fullmatch(text)
    return f"{match[2]}x{spelled_reps(match[1])}" if match else None


def _quantity_by_sets(text: str) -> str | None:
    match = QUANTITY_BY_SETS.fullmatch(text)
    return f"{match[2]}x{spelled_quantity(match[1])}" if match else None


def _times_reps(text: str) -> str:
    return f"1x{spelled_reps(text[1:])}"


def _singles(text: str) -> str:
    lower = text.lower()
    count = re.match(r"\d+(?:-\d+)?", lower)
    size = next(size for word, size in SMALL.items() if word in lower)
    heavy = " @ heavy" if "heavy" in lower else ""
    return f"{count[0] if count else 1}x{size}{heavy}"


def _work_up(text: str) -> str:
    return one_blank(REP_MAX.sub(r"\1RM", text.lower()))


def _list(text: str) -> str:
    body = re.sub(r"\s*reps?$", "", text.lower())
    return re.sub(r"\s", "", body).replace("amrap", "AMRAP").replace("max", "AMRAP")


def _of_list(text: str) -> str | None:
    """`4x12,10,8,6` is `12,10,8,6`; a list that goes on behind the sets stays."""
    match = OF_LIST.fullmatch(text)
    return _list(match[2]) if match and numbers_a_set(text) else None


def _reps(text: str) -> str:
    if re.search(r"times$", text, re.IGNORECASE):
        return one_blank(text.lower())
    reps = spelled_reps(text)
    if reps == "AMRAP":
        return "max reps"
    return "1 rep" if reps == "1" else f"{reps} reps"


def _open_reps(text: str) -> str | None:
    if "(" in text:
        return None
    return "max" if one_blank(text.lower()) == "max" else "AMRAP"


def _men_women(text: str) -> str:
    first, second = re.split(r"\s*/\s*", text.lower(), maxsplit=1)
    return f"{first}/{spelled_quantity(second)}"


def _load_by_reps(text: str) -> str | None:
    """`70% x 3 x 5`: load, repetitions, sets, as weightlifters write it."""
    parts = [part for part in TIMES.split(SETS_SUFFIX.sub("", text)) if part]
    load = spelled_load(parts[0])
    if load is None:
        return None
    return " x ".join([load, *(spelled_reps(part) for part in parts[1:])])


def _sets_reps_load(text: str) -> str | None:
    sets, reps, load = TIMES.split(text, maxsplit=2)
    return f"{_count(sets)}x{spelled_reps(reps)} @ {spelled_load(load)}"


def _reps_by_load(text: str) -> str | None:
    reps, load = TIMES.split(text, maxsplit=1)
    return f"{reps} @ {spelled_load(load)}"


SPELLERS: dict[str, Callable[[str], str | None]] = {
    "SETS_BY_REPS": _by_reps,
    "SETS_OF_REPS": _of_reps,
    "REPS_BY_SETS": _reps_by_sets,
    "QUANTITY_BY_SETS": _quantity_by_sets,
    "TIMES_REPS": _times_reps,
    "SINGLES": _singles,
    "WORK_UP": _work_up,
    "LIST": _list,
    "SETS_OF_LIST": _of_list,
    "NUMBER": lambda text: re.sub(r"\s", "", text),
    "REPS": _reps,
    "OPEN_REPS": _open_reps,
    "SETS": lambda text: one_blank(text.lower()),
    "QUANTITY": spelled_quantity,
    "MEN_WOMEN_QUANTITY": _men_women,
    "LOAD_BY_REPS": _load_by_reps,
    "SETS_REPS_LOAD": _sets_reps_load,
    "REPS_BY_LOAD": _reps_by_load,
}
