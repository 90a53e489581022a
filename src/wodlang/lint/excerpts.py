"""Parts of a text in which a change can be judged, far cheaper than in the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeAlias

from wodlang.model.program import Program
from wodlang.syntax.nodes import (
    WEEKDAYS,
    AthleteHeader,
    BlankLine,
    Document,
    ExerciseHeader,
    IncludeLine,
    ProgramHeader,
    SessionHeader,
    Statement,
    WeekHeader,
)
from wodlang.text.finding import Edit
from wodlang.text.source import Source
from wodlang.text.span import Span

OPENERS = (
    SessionHeader, WeekHeader, ProgramHeader, AthleteHeader, ExerciseHeader, IncludeLine,
)  # fmt: skip
"""What ends a session."""

Day: TypeAlias = tuple[str, int]
"""In which order days are counted, and the place in it."""


class Reach(IntEnum):
    """How much of a text has to be read: the sessions that change, their weeks, or all of it."""

    SESSIONS = 0
    WEEKS = 1
    PROGRAM = 2


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text with stretches left out; `gone` are their spans, in order."""

    text: str
    gone: tuple[Span, ...]

    def moved(self, edit: Edit) -> Edit:
        """The edit as it stands in the excerpt."""
        before = sum(span.end - span.start for span in self.gone if span.end <= edit.span.start)
        return Edit(edit.span.moved(-before), edit.replacement)


class Excerpts:
    """The excerpts of one text."""

    def __init__(self, source: Source, document: Document, program: Program) -> None:
        """Find the sessions and weeks of the text, and which sessions other headers repeat."""
        self._text = source.text
        stretches = _stretches(document.statements, len(source.text))
        headers = [one for one, _ in stretches if isinstance(one[0], SessionHeader | WeekHeader)]
        self._headers = [one[0].span for one in headers]
        self._weeks = _week_starts([one[0] for one in headers])
        self._sessions = [span for one, span in stretches if isinstance(one[0], SessionHeader)]
        self._bare_weeks = [span for one, span in stretches if _is_bare_week(one)]
        self._repeated = {
            one.definition.start for one in program.sessions if one.repeats and one.definition
        }
        self._defined = self._repeated | {
            one.span.start for one, *_ in headers if isinstance(one, SessionHeader) and not one.days
        }

    def around(self, edits: Sequence[Edit], reach: Reach) -> Excerpt:
        """The text without the sessions that these edits do not concern.

        Where a session's header is edited, its week and those beside it stay. What is edited outside
        of the sessions concerns them all, and a session that days repeat all weeks.
        """
        touched = [[span for span in self._sessions if _touches(edit, span)] for edit in edits]
        if reach is Reach.PROGRAM or not all(touched):
            return Excerpt(self._text, ())
        kept = {span.start for spans in touched for span in spans}
        if reach is Reach.WEEKS and kept & self._repeated:
            return Excerpt(self._text, ())
        here = [self._week_of(edit.span.start) for edit in edits]
        weeks = range(min(here) - 1, max(here) + 2)
        if reach is Reach.WEEKS or self._edits_header(edits):
            kept |= self._defined
            kept |= {one.start for one in self._sessions if self._week_of(one.start) in weeks}
        return self._without([one for one in self._sessions if one.start not in kept], kept, weeks)

    def _without(self, gone: list[Span], kept: set[int], weeks: range) -> Excerpt:
        """The text without these sessions, and without the headers of weeks that they leave empty."""
        needed = {self._week_of(start) for start in kept}.union(weeks)
        empty = [span for span in self._bare_weeks if self._week_of(span.start) not in needed]
        pieces, end = [], 0
        gone = sorted([*gone, *empty])
        for span in gone:
            pieces.append(self._text[end : span.start])
            end = span.end
        return Excerpt("".join([*pieces, self._text[end:]]), tuple(gone))

    def _edits_header(self, edits: Sequence[Edit]) -> bool:
        return any(
            header.start <= edit.span.start < header.end
            for edit in edits
            for header in self._headers
        )

    def _week_of(self, offset: int) -> int:
        return bisect_right(self._weeks, offset)


def _week_starts(headers: Sequence[Statement]) -> list[int]:
    """Where weeks begin: at their headers; before the first, where the days of a week begin again.

    A diary of years has no headers of weeks, and is no single week to read at every fix.
    """
    starts: list[int] = []
    before: Day | None = None
    numbered = False
    for one in headers:
        if isinstance(one, WeekHeader):
            numbered = True
            starts.append(one.span.start)
        elif isinstance(one, SessionHeader) and one.days and not numbered:
            day = _day(one.days[0])
            if before is not None and _begins_anew(before, day):
                starts.append(one.span.start)
            before = day
    return starts


def _day(day: str) -> Day:
    """A weekday in any week, a `day 1`, or a date in its week of the calendar."""
    if day in WEEKDAYS:
        return "weekday", WEEKDAYS.index(day)
    if day.startswith("day "):
        return "number", int(day.removeprefix("day "))
    year, week, weekday = date.fromisoformat(day).isocalendar()
    return f"{year}-{week}", weekday


def _begins_anew(before: Day, day: Day) -> bool:
    return before[0] != day[0] or day[1] < before[1]


def _touches(edit: Edit, span: Span) -> bool:
    return span.start <= edit.span.start <= span.end


def _stretches(statements: Sequence[Statement], end: int) -> list[tuple[Sequence[Statement], Span]]:
    """What each opening line opens, up to the next one, with its place."""
    places = [place for place, one in enumerate(statements) if isinstance(one, OPENERS)]
    bounds = [*(statements[place].span.start for place in places), end]
    return [
        (statements[place:behind], Span(start, stop))
        for place, behind, start, stop in zip(
            places, [*places[1:], len(statements)], bounds, bounds[1:], strict=False
        )
    ]


def _is_bare_week(statements: Sequence[Statement]) -> bool:
    """A week's header with nothing of its own before the first session."""
    header, *others = statements
    return (
        isinstance(header, WeekHeader)
        and header.body is None
        and all(isinstance(one, BlankLine) for one in others)
    )
