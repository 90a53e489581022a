"""Heads of weeks, days, sessions, sections and timed blocks: what a header line says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TypeAlias

from lark import Token, Tree
from lark.exceptions import UnexpectedInput

from wodlang.syntax.grammar import fold, header_parser
from wodlang.syntax.line_nodes import Number
from wodlang.syntax.nodes import WEEKDAYS, TimedBlock
from wodlang.syntax.quantities import seconds

SECTIONS = {"w": "warm-up", "m": "main", "a": "accessory", "f": "finisher", "c": "cool-down"}
# A cheap look before the parser: only a line that begins like this can be a header.
HEADER_START = re.compile(
    r"(?:weeks?\b|session\b|e\d+\s*(?:s|sec|m|min)\b|day\s*\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\b|\d{4}-\d\d-\d\d|warm|main\b"
    r"|accessor|finisher|cool|super|tri-?\s?set|giant|circuit|e\d*mom|every\b|amrap|as many|for time"
    r"|each for|tabata|complete\b|\d+\s*(?:rounds?|rds?|rft|sets?)\b|\d+(?:-\d+){2,}"
    r"|[\d:]+[\s-]*(?:m|min|mins|minutes?|')?\s*(?:amrap|e\d*mom))",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"^\((.*)\)$")
MOST_SEPARATORS = 20
TABATA_ITEM = re.compile(r"tabata\s+(?=[a-z])", re.IGNORECASE)
# `21-15-9:` above its exercises, or before several of them.
REPS_OF_EACH = re.compile(
    r"(?P<reps>\d+(?:-\d+){2,})(?:\s*reps?)?\s*:\s*(?=$|[a-z][^,]*,)", re.IGNORECASE
)
SEPARATOR = re.compile(r"\s*(?::(?!\d\d)|(?<=\s)-(?=\s))\s*|\s+(?=\()")


@dataclass(frozen=True, slots=True)
class WeekHead:
    """`week 1`, `weeks 1-3`."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DayHead:
    """Weekdays' long names, `day N` and ISO dates."""

    days: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SessionHead:
    """`session NAME`; `start` is where the name begins."""

    name: str
    start: int


@dataclass(frozen=True, slots=True)
class SectionHead:
    """`warm-up`, `main`, `accessory`, `finisher`, `cool-down`."""

    section: str


@dataclass(frozen=True, slots=True)
class BlockHead:
    """The head of a timed block."""

    block: TimedBlock


Head: TypeAlias = WeekHead | DayHead | SessionHead | SectionHead | BlockHead


@dataclass(frozen=True, slots=True)
class Header:
    """A head, and where the text behind its colon or dash begins (None: there is none)."""

    head: Head
    tail: int | None
    colon: bool

    def behind(self, text: str) -> str:
        """What stands behind the head in its line; nothing where the head is all."""
        return "" if self.tail is None else text[self.tail :]


@lru_cache(maxsize=2048)
def read_header(text: str) -> Header | None:
    """The header that this line is, or None. `text` is a line's content without its comment."""
    folded = fold(text)
    if HEADER_START.match(folded) is None:
        return None
    each = REPS_OF_EACH.match(folded)
    if each:
        reps = tuple(int(part) for part in each["reps"].split("-"))
        end = each.end() if each.end() < len(text) else None
        return Header(BlockHead(TimedBlock("rounds", reps=reps)), end, True)
    whole = read_head(folded.rstrip(" :"))
    if whole is not None and not isinstance(whole, SessionHead):
        return Header(whole, None, folded.rstrip().endswith(":"))
    separators = sorted(SEPARATOR.finditer(folded), key=lambda match: ":" not in match[0])
    for match in separators[:MOST_SEPARATORS]:
        head = read_head(folded[: match.start()])
        if head is not None:
            end = match.end()
            return Header(head, end if end < len(text) else None, ":" in match[0])
    if whole is not None:
        return Header(whole, None, False)
    tabata = TABATA_ITEM.match(folded)
    return Header(BlockHead(TimedBlock("tabata")), tabata.end(), False) if tabata else None


@lru_cache(maxsize=2048)
def read_head(text: str) -> Head | None:
    """What the head of a header says; None where the text is no head."""
    try:
        tree = header_parser().parse(text)
    except UnexpectedInput:
        return None
    reader = READERS.get(str(tree.data))
    return reader(tree) if reader else BlockHead(_block(tree))


def _week(tree: Tree[Token]) -> WeekHead | None:
    numbers = [int(token) for token in tree.children if isinstance(token, Token)]
    return WeekHead(numbers[0], numbers[-1])


def _days(tree: Tree[Token]) -> DayHead | None:
    days = [_day(token) for token in tree.children if isinstance(token, Token)]
    return None if None in days else DayHead(tuple(day for day in days if day))


def _day(token: Token) -> str | None:
    if token.type == "DAY_NUMBER":
        return f"day {int(re.sub(r'[^0-9]', '', token))}"
    if token.type == "DATE":
        try:
            return date.fromisoformat(str(token)).isoformat()
        except ValueError:
            return None
    return next(day for day in WEEKDAYS if day.startswith(token.lower()[:3]))


def _session(tree: Tree[Token]) -> SessionHead | None:
    token = tree.children[0]
    assert isinstance(token, Token)
    start = len(token) - len(token[len("session") :].lstrip(" :"))
    return SessionHead(str(token)[start:].strip(), start)


def _section(tree: Tree[Token]) -> SectionHead | None:
    return SectionHead(SECTIONS[str(tree.children[0])[0].lower()])


READERS = {"week": _week, "days": _days, "session": _session, "section": _section}
KINDS = {"for_time": "for time"}
SETS_KIND = re.compile(r"[\s-]+")


def _block(tree: Tree[Token]) -> TimedBlock:
    kind = KINDS.get(str(tree.data), str(tree.data))
    durations = [_minutes(child) for child in tree.children if _is(child, "duration")]
    parts = {str(child.data): child for child in tree.children if isinstance(child, Tree)}
    numbers = [int(token) for token in _tokens(tree, "NUMBER")]
    lists = list(_tokens(tree, "REPS_LIST"))
    reps = tuple(int(part) for part in re.findall(r"\d+", lists[0])) if lists else ()
    if any(True for _ in _tokens(tree, "SUPERSET")):
        kind = SETS_KIND.sub("", next(_tokens(tree, "SUPERSET")).lower()).rstrip("s")
    total = durations[0] if durations else None
    return TimedBlock(
        kind,
        rounds=numbers[0] if numbers else None,
        seconds=total[1] if total else None,
        every=_every(tree, parts),
        cap=_minutes(parts["cap"].children[0])[1] if "cap" in parts else None,
        rest=_minutes(parts["rest"].children[0]) if "rest" in parts else None,
        reps=reps,
    )


def _every(tree: Tree[Token], parts: dict[str, Tree[Token]]) -> Number | None:
    if "interval" in parts:
        return _minutes(parts["interval"])[1]
    if any(_tokens(tree, "EVERY_MINUTE")):
        return 60
    emom = next(_tokens(tree, "EMOM"), None)
    if emom is None:
        return None
    minutes = re.sub(r"[^0-9]", "", emom)
    return int(minutes or 1) * 60


def _is(child: object, name: str) -> bool:
    return isinstance(child, Tree) and str(child.data) == name


def _tokens(tree: Tree[Token], kind: str) -> Iterator[Token]:
    return (child for child in tree.children if isinstance(child, Token) and child.type == kind)


def _minutes(tree: object) -> tuple[Number, Number]:
    """Seconds of a duration; a number without a unit is minutes here."""
    assert isinstance(tree, Tree)
    text = str(tree.children[0])
    return seconds(text if re.search(r"[a-z:']", text, re.I) else f"{text}min")
