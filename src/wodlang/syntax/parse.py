"""From the text of a file to its statements: one a line, each read by itself."""

from __future__ import annotations

import re
from dataclasses import replace

from wodlang.syntax.body import LONGEST_LINE, BodyReader
from wodlang.syntax.fields import FIELD, FIELDS, SETS_BY_REPS, folded_key, is_field_of
from wodlang.syntax.headers import (
    BlockHead,
    DayHead,
    Header,
    SectionHead,
    SessionHead,
    WeekHead,
    read_header,
)
from wodlang.syntax.lines import content_span, split_comment
from wodlang.syntax.neighbour import is_wodcraft, wodcraft_finding
from wodlang.syntax.nodes import (
    AthleteHeader,
    BlankLine,
    BlockHeader,
    CueLine,
    Document,
    ExerciseHeader,
    ExerciseLine,
    FieldLine,
    IncludeLine,
    LineBody,
    ProgramHeader,
    RestLine,
    SectionHeader,
    SessionHeader,
    Statement,
    UnreadableLine,
    WeekHeader,
)
from wodlang.syntax.quantities import seconds
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.nearest import nearest
from wodlang.text.source import Source
from wodlang.text.span import Span

KEYWORD = re.compile(r"(program|athlete|exercise|include)\b\s*:?\s*(.*)$", re.IGNORECASE)
BARE_KEYWORDS = re.compile(r"(weeks?|day|session)\s*:?$", re.IGNORECASE)
REST_LINE = re.compile(
    r"(?:[-*•]\s+)?(?:\(?\s*rest(?:\s+(?:for|exactly))?\s*:?\s*(?P<first>[\d:½.]+(?:\s*-\s*[\d:.]+)?\s*(?:[a-z'\"]*))"
    r"|(?P<second>[\d:½.]+(?:\s*-\s*[\d:.]+)?\s*[a-z'\"]*\.?)\s+rest)"
    r"(?:\s+(?:between|after)\s+(?:each\s+|the\s+)?(?:rounds?|sets?|exercises?|efforts?))?\s*\)?\.?$",
    re.IGNORECASE,
)
BRACKETS = re.compile(r"^\((.*)\)$")
OFF = re.compile(r"(?:rest|off|rest\s+day|day\s+off)$", re.IGNORECASE)


def parse(source: Source, reader: BodyReader) -> tuple[Document, tuple[Finding, ...]]:
    """The statements of a file, and what is wrong in its lines."""
    if is_wodcraft(source):
        return Document(()), (wodcraft_finding(source),)
    parser = _Parser(source, reader)
    return parser.run()


class _Parser:
    """Walks the lines; `block` is the kind of block whose fields may stand here."""

    def __init__(self, source: Source, reader: BodyReader) -> None:
        self.source = source
        self.reader = reader
        self.block: str | None = None
        self.timed = False
        self.statements: list[Statement] = []
        self.findings: list[Finding] = []

    def run(self) -> tuple[Document, tuple[Finding, ...]]:
        for index in range(self.source.line_count):
            start, end = self.source.line_span(index)
            text = self.source.text[start:end]
            if index == 0:
                text = text.replace("\ufeff", " ", 1)
            content, comment = split_comment(text)
            span = content_span(content, start)
            comment_span = None if comment is None else Span(start + comment, end)
            statement = self._read(index, content.strip(), span)
            if comment_span is not None:
                statement = replace(statement, comment=comment_span)
            self.statements.append(statement)
        return Document(tuple(self.statements)), tuple(self.findings)

    def _read(self, index: int, text: str, span: Span) -> Statement:
        if not text:
            return BlankLine(index=index, span=span)
        if text.startswith(">"):
            return CueLine(index=index, span=span, text=text[1:].strip())
        for read in (self._keyword, self._field, self._header, self._rest):
            statement = read(index, text, span)
            if statement is not None:
                return statement
        return self._exercises(index, text, span)

    # ---- keywords and fields -------------------------------------------------------------------

    def _keyword(self, index: int, text: str, span: Span) -> Statement | None:
        bare = BARE_KEYWORDS.match(text)
        if bare:
            return self._bare(index, text, span, bare[1].lower())
        match = KEYWORD.match(text)
        if match is None:
            return None
        word, rest = match[1].lower(), match[2].strip()
        if word == "exercise" and self._is_exercise(text):
            return None
        rest_span = Span(span.start + match.start(2), span.end)
        if word == "include":
            return IncludeLine(index=index, span=span, target=rest.strip("\"'"), target_span=rest_span)
        if word == "athlete" and rest:
            return None
        self.block, self.timed = word, False
        if word == "program":
            return ProgramHeader(index=index, span=span, name=rest)
        if word == "athlete":
            return AthleteHeader(index=index, span=span)
        if not rest:
            return self._bare(index, text, span, "exercise")
        return ExerciseHeader(index=index, span=span, name=rest.rstrip(": "), name_span=rest_span)

    def _is_exercise(self, text: str) -> bool:
        """`Exercise Ball Crunch 3x15`: a known name, or a prescription, beats a keyword."""
        return self.reader.knows(text) or self.reader.has_prescription(text)

    def _bare(self, index: int, text: str, span: Span, word: str) -> Statement:
        cures = {
            "week": "number it: week 1",
            "weeks": "number them: weeks 1-3",
            "day": "number it: day 1",
            "session": "name it: session Heavy Pull",
            "exercise": "name it: exercise Belt Squat Machine",
        }
        return self._unreadable(index, text, span, f'"{text}" says not which', cures[word])

    def _unreadable(self, index: int, text: str, span: Span, message: str, cure: str) -> Statement:
        self.findings.append(core_finding("syntax-error", span, message, help=cure))
        return UnreadableLine(index=index, span=span, text=text)

    def _field(self, index: int, text: str, span: Span) -> Statement | None:
        if self.block is None or ":" not in text:
            return None
        match = FIELD.match(text)
        if match is None:
            return None
        key, value = folded_key(match[1]), match[2].strip()
        if not is_field_of(self.block, key):
            if self.block == "session" or not self._is_wrong_field(match[1], value, text):
                return None
            self._unknown_field(match[1], Span(span.start, span.start + len(match[1])))
        return FieldLine(
            index=index,
            span=span,
            key=key,
            key_span=Span(span.start, span.start + match.end(1)),
            value=value,
            value_span=Span(span.start + match.start(2), span.end),
        )

    def _is_wrong_field(self, key: str, value: str, text: str) -> bool:
        if SETS_BY_REPS.search(value) or self.reader.knows(key):
            return False
        return read_header(text) is None

    def _unknown_field(self, key: str, span: Span) -> None:
        block = self.block or "program"
        near = nearest(key, FIELDS[block])
        known = ", ".join(FIELDS[block])
        self.findings.append(
            core_finding(
                "unknown-field",
                span,
                f'"{key}" is no field of {block}',
                help=f'did you mean "{near}"?' if near else f"its fields are: {known}",
            )
        )

    # ---- headers -------------------------------------------------------------------------------

    def _header(self, index: int, text: str, span: Span) -> Statement | None:
        if len(text) > LONGEST_LINE:
            return None
        header = read_header(text)
        if header is None or (header.tail is None and self._is_known_name(header, text)):
            return None
        tail = "" if header.tail is None else text[header.tail :]
        head = header.head
        if isinstance(head, BlockHead):
            return self._timed_block(index, header, head, text, span)
        is_section = isinstance(head, SectionHead)
        body, offset = None, 0
        if tail and (is_section or self.reader.has_prescription(tail)):
            body, offset = self._inline(tail, span.start + (header.tail or 0))
        if is_section and tail and not header.colon and body is not None and not self._has_sets(tail):
            return None
        title = "" if body is not None else _title(tail)
        if isinstance(head, SectionHead):
            self.timed = False
            return SectionHeader(index=index, span=span, section=head.section, body=body, body_offset=offset)
        self.timed = False
        if isinstance(head, WeekHead):
            self.block = None
            return WeekHeader(
                index=index, span=span, first=head.first, last=head.last, title=title,
                body=body, body_offset=offset,
            )  # fmt: skip
        self.block = "session"
        return self._session(index, header, title, body, offset, span)

    def _has_sets(self, text: str) -> bool:
        return self.reader.has_prescription(text)

    def _is_known_name(self, header: Header, text: str) -> bool:
        return not isinstance(header.head, DayHead | WeekHead) and self.reader.knows(text)

    def _session(
        self, index: int, header: Header, title: str, body: LineBody | None, offset: int, span: Span
    ) -> Statement:
        head = header.head
        start = span.start + (header.tail or 0)
        days: tuple[str, ...] = ()
        if isinstance(head, SessionHead):
            name = f"{head.name}: {title}" if title else head.name
            start, title = span.start + head.start, name
        elif isinstance(head, DayHead):
            days = head.days
        title_span = Span(start, start + len(title)) if title else None
        return SessionHeader(
            index=index, span=span, days=days, title=title, title_span=title_span,
            body=body, body_offset=offset,
        )  # fmt: skip

    def _timed_block(
        self, index: int, header: Header, head: BlockHead, text: str, span: Span
    ) -> Statement | None:
        tail = "" if header.tail is None else text[header.tail :]
        if tail and not header.colon and not BRACKETS.match(tail):
            return None
        self.timed = True
        body, offset = None, 0
        note = BRACKETS.match(tail)
        if tail and not note:
            body, offset = self._inline(tail, span.start + (header.tail or 0))
        return BlockHeader(index=index, span=span, block=head.block, body=body, body_offset=offset)

    def _inline(self, tail: str, offset: int) -> tuple[LineBody, int]:
        body, findings = self.reader.read(tail, self.timed)
        self._report(findings, offset)
        return body, offset

    # ---- exercise lines ------------------------------------------------------------------------

    def _rest(self, index: int, text: str, span: Span) -> Statement | None:
        match = REST_LINE.match(text)
        if match is None:
            return None
        time = (match["first"] or match["second"]).strip()
        if re.fullmatch(r"[\d.\s-]+", time):
            if not self.timed:
                return None
            time += " min"
        return RestLine(index=index, span=span, seconds=seconds(time))

    def _exercises(self, index: int, text: str, span: Span) -> Statement:
        body, findings = self.reader.read(text, self.timed)
        self._report(findings, span.start)
        if not body.exercises:
            return UnreadableLine(index=index, span=span, text=text)
        if self.block != "session":
            self.block = None
        return ExerciseLine(index=index, span=span, body=body)

    def _report(self, findings: tuple[Finding, ...], offset: int) -> None:
        for finding in findings:
            self.findings.append(replace(finding, span=finding.span.moved(offset)))


def _title(tail: str) -> str:
    match = BRACKETS.match(tail.strip())
    return match[1].strip() if match else tail.strip()


def is_off(title: str) -> bool:
    """Whether a day's title says that nothing is trained."""
    return OFF.match(title.strip()) is not None


