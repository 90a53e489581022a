"""Parts of a text in which a change can be judged, far cheaper than in the whole."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from wodlang.model.program import Program
from wodlang.syntax.nodes import Document, SessionHeader, WeekHeader
from wodlang.text.finding import Edit
from wodlang.text.source import Source
from wodlang.text.span import Span


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
        headers = [
            one for one in document.statements if isinstance(one, SessionHeader | WeekHeader)
        ]
        self._headers = [one.span for one in headers]
        self._weeks = [one.span.start for one in headers if isinstance(one, WeekHeader)]
        self._sessions = _session_spans(headers, len(source.text))
        self._repeated = {
            one.definition.start for one in program.sessions if one.repeats and one.definition
        }
        self._defined = self._repeated | {
            one.span.start for one in headers if isinstance(one, SessionHeader) and not one.days
        }

    def around(self, edits: Sequence[Edit], reach: Reach) -> Excerpt:
        """The text without the sessions that these edits do not concern.

        Where a session's header is edited, its week and those beside it stay. What is edited outside
        of the sessions concerns them all, and a session that days repeat all weeks.
        """
        touched = [[span for span in self._sessions if _touches(edit, span)] for edit in edits]
        if reach is Reach.PROGRAM or not all(touched):
            return Excerpt(self._text, ())
        starts = {span.start for spans in touched for span in spans}
        if reach is Reach.SESSIONS and not self._edits_header(edits):
            return self._without([span for span in self._sessions if span.start not in starts])
        if reach is Reach.WEEKS and starts & self._repeated:
            return Excerpt(self._text, ())
        here = [self._week_of(edit.span.start) for edit in edits]
        weeks = range(min(here) - 1, max(here) + 2)
        kept = starts | self._defined
        return self._without(
            [
                span
                for span in self._sessions
                if span.start not in kept and self._week_of(span.start) not in weeks
            ]
        )

    def _without(self, gone: Sequence[Span]) -> Excerpt:
        kept, end = [], 0
        for span in gone:
            kept.append(self._text[end : span.start])
            end = span.end
        return Excerpt("".join([*kept, self._text[end:]]), tuple(gone))

    def _edits_header(self, edits: Sequence[Edit]) -> bool:
        return any(
            header.start <= edit.span.start < header.end
            for edit in edits
            for header in self._headers
        )

    def _week_of(self, offset: int) -> int:
        return bisect_right(self._weeks, offset)


def _touches(edit: Edit, span: Span) -> bool:
    return span.start <= edit.span.start <= span.end


def _session_spans(headers: Sequence[SessionHeader | WeekHeader], end: int) -> list[Span]:
    """Each session from its header to the next header of a session or a week."""
    ends = [one.span.start for one in headers[1:]] + [end] * bool(headers)
    return [
        Span(one.span.start, behind)
        for one, behind in zip(headers, ends, strict=True)
        if isinstance(one, SessionHeader)
    ]
