"""What a finding is about, in words that stay the same when lines move."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from wodlang.model.entry import Entry
from wodlang.model.program import Program
from wodlang.syntax.nodes import Document, SessionHeader, Statement, WeekHeader
from wodlang.text.finding import Finding
from wodlang.text.source import Source


@dataclass(frozen=True, slots=True, order=True)
class FindingKey:
    """The place of a finding in its program, and its rule's code; what it lacks is empty.

    `session` is day and title as the header says them, `exercise` the catalogue's name, or the one
    that was typed where the catalogue has none.
    """

    program: str
    week: str
    session: str
    exercise: str
    rule: str

    def __str__(self) -> str:
        """`PC302 Barbell Row, week 2, monday: Pull`."""
        week = f"week {self.week}" if self.week else ""
        places = ", ".join(one for one in (self.exercise, week, self.session) if one)
        return f"{self.rule} {places}".rstrip()


def keys_of(
    findings: Sequence[Finding], document: Document, program: Program, source: Source
) -> tuple[FindingKey, ...]:
    """The key of each of these findings of a text."""
    places = _Places(document, program, source)
    return tuple(places.key(finding) for finding in findings)


class _Places:
    """The headers and exercises of a text by their offsets."""

    def __init__(self, document: Document, program: Program, source: Source) -> None:
        self.program = " ".join((program.name or "").split())
        self.source = source
        self.starts: list[int] = []
        self.headers: list[tuple[str, str]] = []
        week = session = ""
        for statement in document.statements:
            if isinstance(statement, WeekHeader):
                week, session = _week(statement), ""
            elif isinstance(statement, SessionHeader):
                session = _session(statement)
            else:
                continue
            self.starts.append(self._line_start(statement))
            self.headers.append((week, session))
        self.entries: dict[int, dict[int, Entry]] = {}
        for one in program.sessions:
            for entry in one.entries:
                self.entries.setdefault(entry.line, {})[entry.place.name.start] = entry

    def key(self, finding: Finding) -> FindingKey:
        at = bisect_right(self.starts, finding.span.start)
        week, session = self.headers[at - 1] if at else ("", "")
        return FindingKey(self.program, week, session, self._exercise(finding), finding.code)

    def _line_start(self, statement: Statement) -> int:
        return self.source.line_span(statement.index).start

    def _exercise(self, finding: Finding) -> str:
        """The exercise that the finding stands in, else the first of its line."""
        offset = finding.span.start
        entries = self.entries.get(self.source.line_index(offset) + 1)
        if not entries:
            return ""
        before = [start for start in entries if start <= offset]
        entry = entries[max(before) if before else min(entries)]
        return entry.exercise.name if entry.exercise else " ".join(entry.name.split())


def _week(header: WeekHeader) -> str:
    alone = header.first == header.last
    return f"{header.first}" if alone else f"{header.first}-{header.last}"


def _session(header: SessionHeader) -> str:
    parts = (", ".join(header.days), " ".join(header.title.split()))
    return ": ".join(part for part in parts if part)
