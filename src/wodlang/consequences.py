"""What a proposed fix would bring, computed on the sessions that it touches alone."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wodlang.lint.rule import Proposal
from wodlang.syntax.nodes import Document, SessionHeader, WeekHeader
from wodlang.text.finding import Edit, Finding, apply_edits
from wodlang.text.source import Source
from wodlang.text.span import Span

Check = Callable[[str], Sequence[Finding]]


@dataclass(frozen=True, slots=True)
class _Excerpt:
    """A text with stretches left out; `gone` are their spans, in order."""

    text: str
    gone: tuple[Span, ...]

    def moved(self, edit: Edit) -> Edit:
        """The edit as it stands in the excerpt."""
        before = sum(span.end - span.start for span in self.gone if span.end <= edit.span.start)
        return Edit(edit.span.moved(-before), edit.replacement)


class Consequences:
    """Tells whether a fix may be offered; `check` gives the findings of a text."""

    def __init__(self, source: Source, document: Document, check: Check) -> None:
        """Nothing is computed before a proposal is asked about."""
        self._source = source
        self._check = check
        self._headers = [
            statement.span
            for statement in document.statements
            if isinstance(statement, SessionHeader | WeekHeader)
        ]
        self._weeks = [
            statement.span.start
            for statement in document.statements
            if isinstance(statement, WeekHeader)
        ]
        self._defined = {
            statement.span.start
            for statement in document.statements
            if isinstance(statement, SessionHeader) and not statement.days
        }
        self._sessions = _session_spans(document, len(source.text))
        self._before: dict[str, Sequence[Finding]] = {}

    def may_offer(self, finding: Finding, proposal: Proposal) -> bool:
        """Its own finding must go, and none of the same or a higher severity may come."""
        excerpt = self._excerpt(proposal.edits)
        before = self._before.get(excerpt.text)
        if before is None:
            before = self._before[excerpt.text] = self._check(excerpt.text)
        edits = tuple(excerpt.moved(edit) for edit in proposal.edits)
        after = self._check(apply_edits(excerpt.text, edits))
        old, new = _grave(before, finding), _grave(after, finding)
        if new[finding.code] >= old[finding.code]:
            return False
        return all(count <= old[code] for code, count in new.items())

    def _excerpt(self, edits: Sequence[Edit]) -> _Excerpt:
        """The text without the sessions that no edit touches.

        Where a session's header is edited, its week and those beside it stay, and all definitions.
        """
        text = self._source.text
        moved = any(_lies_in(edit.span, header) for edit in edits for header in self._headers)
        here = [self._week_of(edit.span.start) for edit in edits]
        weeks = range(min(here, default=0) - 1, max(here, default=0) + 2)
        gone = [
            span
            for span in self._sessions
            if not any(span.start <= edit.span.start <= span.end for edit in edits)
            and not (moved and (self._week_of(span.start) in weeks or span.start in self._defined))
        ]
        kept, end = [], 0
        for span in gone:
            kept.append(text[end : span.start])
            end = span.end
        return _Excerpt("".join([*kept, text[end:]]), tuple(gone))

    def _week_of(self, offset: int) -> int:
        return bisect_right(self._weeks, offset)


def _lies_in(span: Span, header: Span) -> bool:
    return header.start <= span.start < header.end


def _grave(findings: Sequence[Finding], than: Finding) -> Counter[str]:
    """How often each code is found that is as grave as the finding, and the finding's own."""
    return Counter(
        one.code
        for one in findings
        if one.severity.rank >= than.severity.rank or one.code == than.code
    )


def _session_spans(document: Document, end: int) -> list[Span]:
    """Each session from its header to the next header of a session or a week."""
    spans: list[Span] = []
    start: int | None = None
    for statement in document.statements:
        if isinstance(statement, SessionHeader | WeekHeader):
            if start is not None:
                spans.append(Span(start, statement.span.start))
            start = statement.span.start if isinstance(statement, SessionHeader) else None
    if start is not None:
        spans.append(Span(start, end))
    return spans
