"""From a document to the program that it means."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wodlang.model.blocks import Blocks, read_blocks, resolve_maxes
from wodlang.model.catalogue import Catalogue
from wodlang.model.drafts import LineDraft, SessionDraft, WeekDraft, drafts
from wodlang.model.entries import is_skipped, like_entry, make_entry
from wodlang.model.entry import Entry
from wodlang.model.entry_memory import EntryMemory
from wodlang.model.layout import lay_out
from wodlang.model.layout_checks import Titles, check_layout, fits
from wodlang.model.line_checks import check_line
from wodlang.model.program import Program, Session, Week
from wodlang.model.program_checks import check_program, usual_unit
from wodlang.model.sets_of_line import LoadContext
from wodlang.syntax.nodes import Document, FieldLine
from wodlang.syntax.quantities import seconds
from wodlang.text.finding import Finding
from wodlang.text.source import Source


@dataclass(frozen=True, slots=True)
class Resolved:
    """A program, the catalogue with the file's own exercises, and what the core checks found."""

    program: Program
    catalogue: Catalogue
    findings: tuple[Finding, ...]


def resolve(
    document: Document,
    source: Source,
    catalogue: Catalogue,
    included: Sequence[Document] = (),
    memory: EntryMemory | None = None,
) -> Resolved:
    """Resolve names, repeated sessions and weeks. `included` are the files that it includes.

    `memory` may come from another text that was resolved with this catalogue.
    """
    blocks = Blocks()
    for other in included:
        read_blocks(other, blocks, catalogue, included=True)
    inherited = len(blocks.findings)
    read_blocks(document, blocks, catalogue)
    if blocks.exercises:
        catalogue, memory = catalogue.extended(blocks.exercises.values()), None
    resolve_maxes(blocks, catalogue)
    weeks, problems = lay_out(document)
    titles = Titles(weeks)
    resolver = _Resolver(source, catalogue, blocks, titles, memory or EntryMemory())
    program = resolver.program(weeks)
    findings = [
        *blocks.findings[inherited:],
        *problems,
        *check_layout(weeks, titles),
        *resolver.findings,
        *check_program(program, blocks, list(drafts(weeks))),
    ]
    return Resolved(program, catalogue, tuple(findings))


class _Resolver:
    """Makes sessions of drafts; each line is checked once, however often its session is repeated."""

    def __init__(
        self,
        source: Source,
        catalogue: Catalogue,
        blocks: Blocks,
        titles: Titles,
        memory: EntryMemory,
    ) -> None:
        self.titles = titles
        self.source = source
        self.catalogue = catalogue
        self.blocks = blocks
        self.context = LoadContext(blocks.units, blocks.athlete)
        self.findings: list[Finding] = []
        self._entries: dict[tuple[int, int, bool], Entry] = {}
        self._memory = memory
        self._memory.begin(self.context)
        self._checked: set[int] = set()
        self._drafts: list[SessionDraft] = []
        self._usual_unit: tuple[str | None] | None = None

    def program(self, weeks: list[WeekDraft]) -> Program:
        self._drafts = list(drafts(weeks))
        repeats = {
            id(found)
            for session in drafts(weeks)
            if (found := self.titles.repeated(session)) is not None
        }
        resolved: list[Week] = []
        for week in weeks:
            resolved += self._weeks(week, repeats)
        blocks = self.blocks
        return Program(
            path=self.source.path, name=blocks.name, units=blocks.units, goal=blocks.goal,
            author=blocks.author, athlete=blocks.athlete, weeks=tuple(resolved),
            own_exercises=tuple(blocks.exercises.values()), header=blocks.header,
        )  # fmt: skip

    def _weeks(self, week: WeekDraft, repeats: set[int]) -> list[Week]:
        header = week.header
        for session in week.sessions:  # definitions too are checked, even where no day repeats them
            self._check_lines(session)
        if header is None:
            sessions = self._sessions(week, repeats, None, 0)
            repeating = any(session.header and session.header.days for session in week.sessions)
            return [Week(None, sessions, repeats=repeating)] if sessions else []
        if not fits(week):
            return []
        return [
            Week(
                header.first + index,
                self._sessions(week, repeats, header.first + index, index),
                header.title,
                deload=week.is_deload,
                header=header.span,
            )
            for index in range(week.length)
        ]

    def _sessions(
        self, week: WeekDraft, repeats: set[int], number: int | None, cell: int
    ) -> tuple[Session, ...]:
        sessions: list[Session] = []
        for draft in week.sessions:
            if draft.is_definition and id(draft) in repeats:
                continue
            content = self.titles.repeated(draft) or draft
            sessions += self._days(draft, content, number, cell, week.is_deload)
        return tuple(sessions)

    def _days(
        self,
        draft: SessionDraft,
        content: SessionDraft,
        number: int | None,
        cell: int,
        deload: bool,
    ) -> list[Session]:
        """The session under each day of its header; `content` is what a repeated one does."""
        days: tuple[str | None, ...] = (
            draft.header.days if draft.header and draft.header.days else (None,)
        )
        entries = self._session_entries(content, cell, deload)
        place = content if content is not draft and content.header else draft
        fields = {**content.fields, **draft.fields}
        duration = fields.get("duration")
        first = Session(
            line=self._line_of(draft),
            header=draft.header.span if draft.header else None,
            entries=entries,
            week=number,
            day=days[0],
            name=draft.title or None,
            focus=fields["focus"].value if "focus" in fields else None,
            notes=_notes(draft, fields),
            duration=_duration(duration.value) if duration else None,
            deload=deload,
            repeats=content is not draft,
            is_rest=draft.is_rest,
            definition=place.header.span if place.header else None,
        )
        return [first, *(replace(first, day=day) for day in days[1:])]

    def _line_of(self, draft: SessionDraft) -> int:
        if draft.header is not None:
            return draft.header.index + 1
        statements = [line.statement for line in draft.lines] or draft.off
        return statements[0].index + 1 if statements else 1

    def _session_entries(self, draft: SessionDraft, cell: int, deload: bool) -> tuple[Entry, ...]:
        return tuple(
            self._entry(line, cell, deload) for line in draft.lines if not is_skipped(line, cell)
        )

    def _entry(self, line: LineDraft, cell: int, deload: bool) -> Entry:
        cells = max(len(line.node.cells), *(len(node.cells) for node, _ in line.more), 1)
        key = (id(line), min(cell, cells - 1), deload)
        entry = self._entries.get(key)
        if entry is None:
            entry = self._entries[key] = self._new_entry(line, cell, deload)
        return entry

    def _new_entry(self, line: LineDraft, cell: int, deload: bool) -> Entry:
        """An entry; equal lines share one node, and what follows from it is worked out once."""
        if line.more:
            return make_entry(line, cell, self.catalogue, self.context, deload)
        key = (id(line.node), cell, line.block.reps if line.block else ())
        known = self._memory.entries.get(key)
        if known is None:
            made = make_entry(line, cell, self.catalogue, self.context, deload)
            self._memory.entries[key] = (line.node, made)
            return made
        return like_entry(known[1], line, cell, deload)

    def _check_lines(self, draft: SessionDraft) -> None:
        for line in draft.lines:
            if id(line) not in self._checked:
                self._checked.add(id(line))
                self._check_line(line)

    def _unit_at(self, offset: int) -> str | None:
        """The unit that a number which ends here most likely has: that of the file's other weights."""
        if not self.source.text[offset - 1].isdigit():
            return None
        if self._usual_unit is None:
            self._usual_unit = (usual_unit(self._drafts),)
        return self._usual_unit[0]

    def _check_line(self, line: LineDraft) -> None:
        key = (id(line.node), line.block is None)
        if key in self._memory.faultless and not line.more:
            return
        entry = self._entry(line, 0, False)
        found = list(check_line(line, entry, self.catalogue, self.blocks.units, self._unit_at))
        if not found and not line.more:
            self._memory.faultless[key] = line.node
        self.findings += found


def _notes(draft: SessionDraft, fields: dict[str, FieldLine]) -> str | None:
    written = [fields["notes"].value] if "notes" in fields else []
    return "\n".join([*written, *draft.cues]) or None


def _duration(text: str) -> int | None:
    try:
        return int(seconds(text)[1])
    except (ArithmeticError, ValueError):
        return None
