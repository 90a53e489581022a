"""The order of a file: which session a line is in, which week a session is in."""

from __future__ import annotations

from dataclasses import replace

from wodlang.model.continuing import rest_alone
from wodlang.model.drafts import LineDraft, SessionDraft, WeekDraft
from wodlang.model.once import written_twice
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
        self.follows_exercise = False
        self.findings: list[Finding] = []

    def take(self, statement: Statement) -> None:
        if isinstance(statement, ExerciseLine):
            self._lines(statement, statement.body, statement.span.start)
        elif isinstance(statement, CueLine):
            self._cue(statement)
        elif isinstance(statement, WeekHeader):
            self.weeks.append(WeekDraft(statement))
            self.session = None
            self._inside(statement, None, statement.block)
        elif isinstance(statement, SessionHeader):
            self.session = SessionDraft(statement)
            self.weeks[-1].sessions.append(self.session)
            self._inside(statement, None, statement.block)
        elif isinstance(statement, SectionHeader):
            self._inside(statement, statement.section, statement.block)
        elif isinstance(statement, BlockHeader):
            self._inside(statement, self.section, statement)
        elif isinstance(statement, FieldLine) and statement.block == "session":
            first = self._opened().fields.setdefault(statement.key, statement)
            if first is not statement:
                self.findings.append(written_twice(statement, first))
        elif isinstance(statement, OffLine):
            self._off(statement)
        elif isinstance(statement, RestLine):
            self._rest(statement)
        elif isinstance(statement, UnreadableLine) and self.session is not None:
            self.session.unreadable += 1
        elif not isinstance(statement, BlankLine | IncludeLine | FieldLine):
            self._inside(statement, None, None)

    def _inside(self, statement: Statement, section: str | None, head: BlockHeader | None) -> None:
        self.section, self.block = section, head.block if head else None
        self.follows_exercise = False
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

    def _rest(self, statement: RestLine) -> None:
        """Outside a timed block a rest is of the exercise above it, unless that has one already."""
        if self.block is not None or statement.seconds is None:
            return
        if self.session is None or not self.session.lines or not self.follows_exercise:
            self.findings.append(
                core_finding(
                    "unknown-modifier", statement.span, "a rest behind no exercise",
                    help="write it below the exercise that it is for, or behind it: Row 3x8, rest 90s",
                )
            )  # fmt: skip
            return
        line = self.session.lines[-1]
        if statement.between != "exercise" and not line.has_rest:
            line.more.append((rest_alone(statement.span, statement.seconds), 0))

    def _lines(self, statement: Statement, body: LineBody, offset: int) -> None:
        session = self._opened()
        self.follows_exercise = True
        for node in body.exercises:
            if node.name_span is None:
                self._continuation(node, offset)
            else:
                session.lines.append(
                    LineDraft(
                        node, offset, statement,
                        alone=len(body.exercises) == 1 and isinstance(statement, ExerciseLine),
                        label=node.own_label or body.label, section=self.section, block=self._block(body.slot),
                    )
                )  # fmt: skip

    def _block(self, slot: str | None) -> TimedBlock | None:
        if slot is None:
            return self.block
        return replace(self.block or TimedBlock("rounds"), slot=slot)

    def _continuation(self, node: ExerciseNode, offset: int) -> None:
        if self.session is not None and self.session.lines:
            if not self.session.lines[-1].go_on(node, offset):
                self.findings.append(_load_of_no_sets(node, offset))
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


def _load_of_no_sets(node: ExerciseNode, offset: int) -> Finding:
    span = node.span.moved(offset)
    if len(node.cells) > 1:
        return core_finding(
            "mismatched-loads", span, "these loads do not fit the cells above",
            help="write each in its cell: 5x5 @ 70% | 5x3 @ 75%",
        )  # fmt: skip
    many = len(node.cells[0].groups[0].loads)
    return core_finding(
        "mismatched-loads", span,
        f"{many} loads, and not as many sets above without one" if many > 1 else "the sets above have a load",
        help="write the sets that it is for before it: 3x5 @ 80%",
    )  # fmt: skip


def _rounds_of(node: ExerciseNode) -> tuple[int, ...]:
    """`21-15-9` above the first exercise of a session: what each of them does in turn."""
    groups = [group for cell in node.cells for group in cell.groups]
    if len(groups) != 1 or len(groups[0].amounts) < LEAST_ROUNDS or groups[0].loads:
        return ()
    return tuple(int(amount.low) for amount in groups[0].amounts)
