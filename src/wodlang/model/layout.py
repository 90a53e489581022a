"""The order of a file: which session a line is in, which week a session is in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from wodlang.syntax.header_lines import is_off
from wodlang.syntax.line_nodes import ExerciseNode, LineBody
from wodlang.syntax.nodes import (
    BlankLine,
    BlockHeader,
    CueLine,
    Document,
    ExerciseLine,
    FieldLine,
    IncludeLine,
    OffLine,
    RestLine,
    SectionHeader,
    SessionHeader,
    Statement,
    TimedBlock,
    UnreadableLine,
    WeekHeader,
)
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.span import Span

LEAST_ROUNDS = 3
DELOAD = re.compile(r"\b(?:de-?load|taper)", re.IGNORECASE)


@dataclass(slots=True)
class LineDraft:
    """An exercise of a line, with where it stands; `more` continue it on lines of their own.

    `offset` is what the node's spans count from.
    """

    node: ExerciseNode
    offset: int
    statement: Statement
    alone: bool
    label: str | None = None
    section: str | None = None
    block: TimedBlock | None = None
    more: list[tuple[ExerciseNode, int]] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)


@dataclass(slots=True)
class SessionDraft:
    """A session as written: its header's days and title, its fields and its lines."""

    header: SessionHeader | None
    lines: list[LineDraft] = field(default_factory=list)
    fields: dict[str, FieldLine] = field(default_factory=dict)
    cues: list[str] = field(default_factory=list)
    off: list[OffLine] = field(default_factory=list)
    unreadable: int = 0

    @property
    def is_definition(self) -> bool:
        """Opened by `session NAME`, not by a day."""
        return self.header is not None and not self.header.days

    @property
    def is_rest(self) -> bool:
        """A day off: its title says so, or a line of its own."""
        return not self.lines and (bool(self.off) or is_off(self.title))

    @property
    def title(self) -> str:
        """The header's title, or nothing."""
        return self.header.title if self.header else ""


@dataclass(slots=True)
class WeekDraft:
    """`week N` with its sessions; `header` None for the sessions before any week."""

    header: WeekHeader | None
    sessions: list[SessionDraft] = field(default_factory=list)

    @property
    def is_deload(self) -> bool:
        """The title says deload or taper."""
        return self.header is not None and DELOAD.search(self.header.title) is not None

    @property
    def length(self) -> int:
        """How many weeks the header spans."""
        return 1 if self.header is None else self.header.last - self.header.first + 1


def lay_out(document: Document) -> tuple[list[WeekDraft], list[Finding]]:
    """The weeks of a document, each with its sessions and their lines."""
    layout = _Layout()
    for statement in document.statements:
        layout.take(statement)
    return [week for week in layout.weeks if week.sessions or week.header], layout.findings


class _Layout:
    def __init__(self) -> None:
        self.weeks: list[WeekDraft] = [WeekDraft(None)]
        self.session: SessionDraft | None = None
        self.section: str | None = None
        self.block: TimedBlock | None = None
        self.findings: list[Finding] = []

    def take(self, statement: Statement) -> None:
        if isinstance(statement, ExerciseLine):
            self._lines(statement, statement.body, statement.span.start)
        elif isinstance(statement, CueLine):
            self._cue(statement)
        elif isinstance(statement, WeekHeader):
            self.weeks.append(WeekDraft(statement))
            self.session = None
            self._inside(statement, None, None)
        elif isinstance(statement, SessionHeader):
            self.session = SessionDraft(statement)
            self.weeks[-1].sessions.append(self.session)
            self._inside(statement, None, None)
        elif isinstance(statement, SectionHeader):
            self._inside(statement, statement.section, None)
        elif isinstance(statement, BlockHeader):
            self._inside(statement, self.section, statement.block)
        elif isinstance(statement, FieldLine) and statement.block == "session":
            self._opened().fields.setdefault(statement.key, statement)
        elif isinstance(statement, OffLine):
            self._off(statement)
        elif isinstance(statement, UnreadableLine) and self.session is not None:
            self.session.unreadable += 1
        elif not isinstance(statement, BlankLine | RestLine | IncludeLine | FieldLine):
            self._inside(statement, None, None)

    def _inside(self, statement: Statement, section: str | None, block: TimedBlock | None) -> None:
        self.section, self.block = section, block
        body: LineBody | None = getattr(statement, "body", None)
        if body is not None:
            self._lines(statement, body, statement.body_offset)  # type: ignore[attr-defined]

    def _opened(self) -> SessionDraft:
        """The session that is open; lines before any header make one without a name."""
        if self.session is None:
            self.session = SessionDraft(None)
            self.weeks[-1].sessions.append(self.session)
        return self.session

    def _cue(self, statement: CueLine) -> None:
        """A cue belongs to the exercise above it, or to the session whose header stands there."""
        if self.session is not None and self.session.lines:
            self.session.lines[-1].cues.append(statement.text)
        elif self.session is not None:
            self.session.cues.append(statement.text)
        else:
            self.findings.append(
                core_finding(
                    "unknown-modifier", statement.span, "a cue for no exercise",
                    help="write it below the exercise that it is for",
                )
            )  # fmt: skip

    def _off(self, statement: OffLine) -> None:
        """In a timed block it is a turn without work, anywhere else a day without."""
        if self.block is None and statement.slot is None:
            self._opened().off.append(statement)

    def _lines(self, statement: Statement, body: LineBody, offset: int) -> None:
        session = self._opened()
        for node in body.exercises:
            if node.name_span is None:
                self._continuation(node, offset)
            else:
                session.lines.append(
                    LineDraft(
                        node, offset, statement,
                        alone=len(body.exercises) == 1 and isinstance(statement, ExerciseLine),
                        label=body.label, section=self.section, block=self._block(body.slot),
                    )
                )  # fmt: skip

    def _block(self, slot: str | None) -> TimedBlock | None:
        if slot is None:
            return self.block
        return replace(self.block or TimedBlock("rounds"), slot=slot)

    def _continuation(self, node: ExerciseNode, offset: int) -> None:
        if self.session is not None and self.session.lines:
            self.session.lines[-1].more.append((node, offset))
            return
        rounds = _rounds_of(node)
        if rounds:
            self.block = TimedBlock("rounds", reps=rounds)
            return
        self.findings.append(
            core_finding(
                "syntax-error",
                Span(node.span.start + offset, node.span.end + offset),
                "sets and reps of no exercise"
                if any(cell.groups for cell in node.cells)
                else "these words name no exercise",
                help="write the exercise before them: Back Squat 5x5",
            )
        )


def _rounds_of(node: ExerciseNode) -> tuple[int, ...]:
    """`21-15-9` above the first exercise of a session: what each of them does in turn."""
    groups = [group for cell in node.cells for group in cell.groups]
    if len(groups) != 1 or len(groups[0].amounts) < LEAST_ROUNDS or groups[0].loads:
        return ()
    return tuple(int(amount.low) for amount in groups[0].amounts)


def drafts(weeks: list[WeekDraft]) -> Iterator[SessionDraft]:
    """All sessions as written, in order."""
    return (session for week in weeks for session in week.sessions)
