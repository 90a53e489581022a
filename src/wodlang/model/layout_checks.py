"""What the core checks say of weeks and sessions: empty, doubled, unknown, cells without weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from wodlang.model.drafts import LineDraft, SessionDraft, WeekDraft, drafts
from wodlang.syntax.grammar import fold
from wodlang.syntax.nodes import SessionHeader
from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.finding import Finding, Label, Severity
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

MOST_WEEKS = 520
MOST_SESSIONS = 50_000  # of one header's weeks; more would take too much time and memory
MOST_SUGGESTED = 200  # among more names the search for a near one would take too long

Day: TypeAlias = tuple[int | None, str, str]
"""A week's number, a day in it, and the title of its session."""


class Titles:
    """The sessions of a file by their titles."""

    def __init__(self, weeks: list[WeekDraft]) -> None:
        """Of several sessions with one title, a `session NAME` counts, else the first."""
        self._found: dict[str, SessionDraft] = {}
        for session in drafts(weeks):
            title = folded_title(session.title)
            if not session.lines or not title:
                continue
            first = self._found.setdefault(title, session)
            if session.is_definition and not first.is_definition:
                self._found[title] = session
        self.names = [session.title for session in self._found.values()]

    def repeated(self, session: SessionDraft) -> SessionDraft | None:
        """The session that a day header without lines of its own repeats by its title."""
        if session.lines or not session.title or session.is_definition or session.is_rest:
            return None
        return self._found.get(folded_title(session.title))


def folded_title(title: str) -> str:
    """A title in the spelling that sessions are told apart by."""
    return " ".join(fold(title).casefold().split())


def check_layout(weeks: list[WeekDraft], titles: Titles) -> Iterator[Finding]:
    """The findings about the layout of a whole file."""
    seen: dict[Day, Span] = {}
    for week in weeks:
        yield from _check_week(week)
        yield from _check_days(week, seen)
        for session in week.sessions:
            yield from _check_session(session, titles)
            for line in session.lines:
                yield from _check_cells(line, week)
    yield from _check_names(weeks)


def fits(week: WeekDraft) -> bool:
    """Whether a week header's sessions can be written out, week by week."""
    days = sum(max(1, len(one.header.days)) if one.header else 1 for one in week.sessions)
    return week.length <= MOST_WEEKS and week.length * days <= MOST_SESSIONS


def _check_week(week: WeekDraft) -> Iterator[Finding]:
    header = week.header
    if header is None:
        return
    if header.last < header.first:
        yield core_finding(
            "syntax-error", header.span, f"weeks {header.first}-{header.last} run backwards",
            help=f"write the lower number first: weeks {header.last}-{header.first}",
        )  # fmt: skip
    elif week.length > MOST_WEEKS:
        yield core_finding(
            "implausible-quantity", header.span, f"{week.length:,} weeks",
            help=f"a program has at most {MOST_WEEKS} weeks; nothing of these was read",
            severity=Severity.ERROR,
        )  # fmt: skip
    elif not fits(week):
        yield core_finding(
            "implausible-quantity", header.span,
            f"{week.length:,} weeks of {len(week.sessions):,} sessions",
            help=f"write at most {MOST_SESSIONS:,} in all; nothing of these was read",
            severity=Severity.ERROR,
        )  # fmt: skip
    if not week.sessions:
        yield core_finding(
            "empty-week", header.span, "a week without sessions",
            help="write its days below it, or remove the header",
        )  # fmt: skip


def _check_session(session: SessionDraft, titles: Titles) -> Iterator[Finding]:
    header = session.header
    for line in session.off if session.lines else ():
        yield core_finding(
            "unknown-modifier", line.span, "a day off that has exercises",
            help="a pause between exercises says how long it is: rest 2min",
        )  # fmt: skip
    if header is None or session.lines or session.is_rest or session.unreadable:
        return
    if not header.title or session.is_definition:
        yield core_finding(
            "empty-session", header.span, "a session without exercises",
            help='write its exercises below it; a day off is "Sunday: rest"',
        )  # fmt: skip
    elif titles.repeated(session) is None:
        yield _unknown_session(header, titles.names[:MOST_SUGGESTED])


def _unknown_session(header: SessionHeader, names: list[str]) -> Finding:
    near = nearest(header.title, names)
    return core_finding(
        "unknown-session",
        header.title_span or header.span,
        f'no session is called "{header.title}"',
        note="a day without lines of its own repeats the session that it names",
        help=f'did you mean "{near}"?' if near else "write the exercises of this day below it",
        fixes=replacement(header.title_span, near) if header.title_span else (),
    )


def _check_days(week: WeekDraft, seen: dict[Day, Span]) -> Iterator[Finding]:
    """A day that is there before, in this week or under an earlier header of it."""
    for session in week.sessions:
        header = session.header
        if header is None:
            continue
        for day in header.days:
            keys = [(number, day, folded_title(header.title)) for number in _numbers(week)]
            first = next((key for key in keys if key in seen), None)
            if first is not None:
                of_week = "" if first[0] is None else f" in week {first[0]}"
                yield _duplicate(header.span, seen[first], f"{day} is there twice{of_week}")
            for key in keys:
                seen.setdefault(key, header.span)


def _numbers(week: WeekDraft) -> Iterable[int | None]:
    """The weeks of a header; one alone stands for all where they are too many to be read."""
    if week.header is None:
        return (None,)
    return range(week.header.first, week.header.last + 1) if fits(week) else (week.header.first,)


def _check_names(weeks: list[WeekDraft]) -> Iterator[Finding]:
    for week in weeks:
        seen: dict[str, Span] = {}
        for session in week.sessions:
            if session.header is None or not session.is_definition:
                continue
            name = folded_title(session.title)
            if name in seen:
                yield _duplicate(
                    session.header.span, seen[name], f'"{session.title}" is there twice'
                )
            seen.setdefault(name, session.header.span)


def _duplicate(span: Span, first: Span, message: str) -> Finding:
    return core_finding(
        "duplicate-session", span, message, labels=(Label(first, "first here"),),
        help="give one of them another day or name",
    )  # fmt: skip


def _check_cells(line: LineDraft, week: WeekDraft) -> Iterator[Finding]:
    cells = len(line.node.cells)
    if cells == 1 or week.length > MOST_WEEKS:
        return
    if week.header is None:
        message = f"{cells} cells, but no weeks for them"
        cure = f'write "weeks 1-{cells}" above the session'
    elif cells != week.length:
        weeks = "1 week" if week.length == 1 else f"{week.length} weeks"
        message = f"{cells} cells for {weeks}"
        cure = 'write one cell for each week; "same" repeats the one before, "-" leaves a week out'
    else:
        return
    span = Span(line.node.cells[0].span.start, line.node.end).moved(line.offset)
    yield core_finding("cells-do-not-match-weeks", span, message, help=cure)
