"""Sets and repetitions as coaches write them, one function a form."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from wodlang.syntax.line_nodes import Amount, Measure
from wodlang.syntax.loads import WrittenLoad, written_load
from wodlang.syntax.quantities import quantity, repetitions
from wodlang.text.span import Span

TIMES = re.compile(r"\s*(?<!ma)x\s*", re.I)  # the x of "max" is no times sign
COUNT = re.compile(r"(\d+)(?:-(\d+))?")
SETS_WORD = re.compile(
    r"\s*(?:work(?:ing)?\s+|hard\s+)?(?:sets?|rounds?)\b\s*(?:of\b|x|@|-|:|,)?\s*(?:for\s+)?", re.I
)
OF_LIST = re.compile(r"(\d+)(?:\s*x\s*|.*?sets?\s*(?:of|x|-|:)?\s*)(.*)", re.I | re.S)
BOTH_SIDES = re.compile(r"(\d+)/(\d+)\s*x\s*(\d+(?:-\d+)?)", re.I)
SMALL = {"single": 1, "double": 2, "triple": 3}


@dataclass(frozen=True, slots=True)
class WrittenSets:
    """Sets as one form writes them; spans count from the form's start."""

    sets: tuple[int, int]
    amounts: tuple[Amount, ...]
    load: WrittenLoad | None = None
    last_amrap: bool = False
    sets_span: Span | None = None
    reps_span: Span | None = None


@lru_cache(maxsize=4096)
def written_sets(kind: str, text: str) -> WrittenSets:
    """The sets of a terminal of the grammar."""
    return READERS[kind](text)


def _count(text: str) -> tuple[int, int]:
    match = COUNT.match(text.strip())
    assert match is not None
    return int(match[1]), int(match[2] or match[1])


def _sets_of(sets: str, reps: str, start: int, load: WrittenLoad | None = None) -> WrittenSets:
    amount = repetitions(reps)
    last_amrap = amount.amrap and bool(amount.low)
    if last_amrap:
        amount = replace(amount, high=amount.low, amrap=False)
    word = re.search(r"\s*-?\s*(?:reps?|times)\b.*$", reps, re.I)
    end = start + len(reps) - (len(word[0]) if word else 0)
    return WrittenSets(
        _count(sets), (amount,), load, last_amrap, Span(0, len(sets.strip())), Span(start, end)
    )


def _by_reps(text: str) -> WrittenSets:
    match = TIMES.search(text)
    assert match is not None
    return _sets_of(text[: match.start()], text[match.end() :], match.end())


def _of_reps(text: str) -> WrittenSets:
    match = SETS_WORD.search(text)
    assert match is not None
    return _sets_of(text[: match.start()], text[match.end() :], match.end())


def _reps_by_sets(text: str) -> WrittenSets:
    match = re.match(r"(\d+(?:-\d+)?).*?(\d+(?:-\d+)?)\s*sets?$", text, re.I | re.S)
    assert match is not None
    return replace(
        _sets_of(match[2], match[1], 0),
        sets_span=Span(*match.span(2)),
        reps_span=Span(*match.span(1)),
    )


def _times_reps(text: str) -> WrittenSets:
    start = len(text) - len(text[1:].lstrip())
    return replace(_single(text[start:]), reps_span=Span(start, len(text)))


def _single(text: str) -> WrittenSets:
    word = re.search(r"\s*-?\s*(?:reps?|repetitions?|times)\s*$", text, re.I)
    end = len(text) - (len(word[0]) if word else 0)
    return WrittenSets((1, 1), (repetitions(text),), reps_span=Span(0, end))


def _sets_alone(text: str) -> WrittenSets:
    return WrittenSets(_count(text), (Amount(None, 0, None),), sets_span=Span(0, len(text)))


def _singles(text: str) -> WrittenSets:
    lower = text.lower()
    reps = next(size for word, size in SMALL.items() if word in lower)
    load = written_load("heavy") if "heavy" in lower else None
    return WrittenSets(_count(text), (Amount(low=reps, high=reps),), load)


def _work_up(text: str) -> WrittenSets:
    lower = text.lower()
    rep_max = re.search(r"(\d+)\s*-?\s*rm\b", lower)
    if rep_max:
        reps = int(rep_max[1])
        load = written_load(f"{reps}rm")
        return WrittenSets((1, 1), (Amount(low=reps, high=reps),), load)
    counted = re.search(r"\d+", lower)
    reps = int(counted[0]) if counted else next(n for word, n in SMALL.items() if word in lower)
    if re.search(r"\bmax\b", lower):
        return WrittenSets((1, 1), (Amount(low=reps, high=reps),), written_load(f"{reps}rm"))
    return WrittenSets((1, 1), (Amount(low=reps, high=reps),), written_load("heavy"))


def _list(text: str) -> WrittenSets:
    body = re.sub(r"\s*reps?\s*$", "", text, flags=re.I)
    separator = "," if "," in body else "/" if "/" in body else "-"
    amounts = tuple(repetitions(item) for item in body.split(separator))
    return WrittenSets((len(amounts),) * 2, amounts, reps_span=Span(0, len(body)))


def _of_list(text: str) -> WrittenSets:
    """`4x12,10,8,6`: four sets, each with its number."""
    match = OF_LIST.fullmatch(text)
    assert match is not None
    return replace(_list(match[2]), sets_span=Span(*match.span(1)), reps_span=Span(*match.span(2)))


def numbers_a_set(text: str) -> bool:
    """Whether a list behind a number of sets has so many numbers: `4x12,10,8,6`."""
    match = OF_LIST.fullmatch(text)
    return match is not None and int(match[1]) == len(_list(match[2]).amounts)


def _number(text: str) -> WrittenSets:
    """Two tight numbers: a rising dash is a range, otherwise a list."""
    match = re.fullmatch(r"(\d+)-(\d+)(\+?)", text)
    if match and int(match[1]) >= int(match[2]):
        return _list(text)
    return _single(text)


def _men_women(text: str) -> WrittenSets:
    first, second, unit = re.match(r"(\d+)\s*/\s*(\d+)[\s-]*(\w+)", text).groups()  # type: ignore[union-attr]
    del second  # the second number is what women do; the volume is counted with the first
    return WrittenSets((1, 1), (quantity(f"{first} {unit}"),), reps_span=Span(0, len(text)))


def _quantity(text: str) -> WrittenSets:
    return WrittenSets((1, 1), (quantity(text),), reps_span=Span(0, len(text)))


def _load_by_reps(text: str) -> WrittenSets:
    body = re.sub(r"\s*sets?$", "", text.lstrip("@ "), flags=re.I)
    offset = len(text) - len(text.lstrip("@ "))
    parts = list(TIMES.finditer(body))
    load = written_load(body[: parts[0].start()])
    start = parts[0].end()
    end = parts[1].start() if len(parts) > 1 else len(body)
    sets = body[parts[1].end() :] if len(parts) > 1 else "1"
    read = _sets_of(sets, body[start:end], start + offset, load)
    sets_span = Span(offset + parts[1].end(), offset + len(body)) if len(parts) > 1 else None
    return replace(read, sets_span=sets_span)


def _sets_reps_load(text: str) -> WrittenSets:
    first, second = list(TIMES.finditer(text))[:2]
    load = written_load(text[second.end() :])
    return _sets_of(text[: first.start()], text[first.end() : second.start()], first.end(), load)


def _reps_by_load(text: str) -> WrittenSets:
    match = TIMES.search(text)
    assert match is not None
    read = _single(text[: match.start()])
    return replace(read, load=written_load(text[match.end() :]))


def _ambiguous(text: str) -> WrittenSets:
    numbers = [int(part) for part in re.findall(r"\d+", text)]
    amount = Amount(low=numbers[1], high=numbers[1])
    return WrittenSets((numbers[0], numbers[0]), (amount,))


def _quantity_by_sets(text: str) -> WrittenSets:
    match = re.fullmatch(r"(.*?)\s*x\s*(\d+(?:-\d+)?)(?:\s*sets?)?", text, re.I)
    assert match is not None
    read = _sets_of(match[2], match[1], 0)
    return replace(read, sets_span=Span(*match.span(2)), reps_span=Span(*match.span(1)))


def _both_sides_by_sets(text: str) -> WrittenSets:
    """`1/1 x 5`: five sets of one on each side."""
    match = BOTH_SIDES.match(text)
    assert match is not None
    read = _sets_of(match[3], match[1], 0)
    amounts = tuple(replace(amount, per_side=True) for amount in read.amounts)
    return replace(read, amounts=amounts, sets_span=Span(*match.span(3)))


def same_on_both_sides(text: str) -> bool:
    """Whether the two numbers of `1/1 x 5` are one: only then they are repetitions of two sides."""
    match = BOTH_SIDES.match(text)
    return match is not None and int(match[1]) == int(match[2])


READERS: dict[str, Callable[[str], WrittenSets]] = {
    "SETS_BY_REPS": _by_reps,
    "SETS_OF_LIST": _of_list,
    "SETS_OF_REPS": _of_reps,
    "REPS_BY_SETS": _reps_by_sets,
    "TIMES_REPS": _times_reps,
    "SINGLES": _singles,
    "WORK_UP": _work_up,
    "LIST": _list,
    "NUMBER": _number,
    "REPS": _single,
    "OPEN_REPS": lambda text: WrittenSets((1, 1), (Amount(low=0, high=None, amrap=True),)),
    "SETS": _sets_alone,
    "QUANTITY": _quantity,
    "MEN_WOMEN_QUANTITY": _men_women,
    "LOAD_BY_REPS": _load_by_reps,
    "SETS_REPS_LOAD": _sets_reps_load,
    "BOTH_SIDES_BY_SETS": _both_sides_by_sets,
    "QUANTITY_BY_SETS": _quantity_by_sets,
    "REPS_BY_LOAD": _reps_by_load,
    "AMBIGUOUS_NUMBERS": _ambiguous,
}
SET_FORMS = frozenset(READERS)


def open_last(amounts: tuple[Amount, ...], last_amrap: bool, index: int, count: int) -> Amount:
    """The amount of one of `count` sets; the last of `3x5+` is open upwards."""
    amount = amounts[index] if len(amounts) > 1 else amounts[0]
    if last_amrap and index == count - 1 and amount.measure is Measure.REPS:
        return replace(amount, high=None, amrap=True)
    return amount
