"""Moving a session to another day: which days are free, and what to write in the header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wodlang.plugin import Edit, Proposal, Session, Source, Span, Week
from wodlang_posterior_chain.week_terms import (
    DAYS_IN_WEEK,
    WEEKDAYS,
    Dated,
    too_close,
)


def move_to_free_day(
    source: Source, week: Week, moved: Dated, timeline: tuple[Dated, ...], minimum: int
) -> tuple[Proposal, ...]:
    """Move a session to the nearest day of its week that is free and far enough from its like."""
    for day in _nearest_days(moved):
        if _is_taken(day, timeline) or not _fits(day, moved, timeline, minimum):
            continue
        edits = _edits(source, week, moved, day)
        if edits:
            return (Proposal(f"move it to {_name(moved, day)}", edits),)
    return ()


def _nearest_days(moved: Dated) -> Iterator[int]:
    """The other days within the week of a weekday, or within six days of a date; later ones first."""
    weekday = moved.session.weekday
    for distance in range(1, DAYS_IN_WEEK):
        for day in (moved.day + distance, moved.day - distance):
            if weekday is None or 0 <= day < DAYS_IN_WEEK:
                yield day


def _is_taken(day: int, timeline: tuple[Dated, ...]) -> bool:
    return any(one.day == day and not one.session.is_rest for one in timeline)


def _fits(day: int, moved: Dated, timeline: tuple[Dated, ...], minimum: int) -> bool:
    """The session, wherever its header makes it stand, would be close to no other of its kind."""
    shift = day - moved.day
    then = [
        replace(one, day=one.day + shift) if _is_same(one.session, moved.session) else one
        for one in timeline
    ]
    pairs = too_close(tuple(sorted(then, key=lambda one: one.day)), minimum)
    return not any(
        _is_same(one.session, moved.session)
        for earlier, later, _ in pairs
        for one in (earlier, later)
    )


def _is_same(one: Session, other: Session) -> bool:
    return one.header == other.header and one.day == other.day


def _name(moved: Dated, day: int) -> str:
    return WEEKDAYS[day] if moved.session.weekday is not None else str(date.fromordinal(day))


def _edits(source: Source, week: Week, moved: Dated, day: int) -> tuple[Edit, ...]:
    """Write the new day; a day off that has a header there takes the old day in exchange."""
    edits = [_write_day(source, moved.session, _name(moved, day))]
    for session in week.sessions:
        if session.is_rest and _day_number(session) == day:
            edits.append(_write_day(source, session, _name(moved, moved.day)))
    written = tuple(edit for edit in edits if edit is not None)
    return written if len(written) == len(edits) else ()


def _day_number(session: Session) -> int | None:
    return session.date.toordinal() if session.date is not None else session.weekday


def _write_day(source: Source, session: Session, day: str) -> Edit | None:
    """The edit that writes another day over a session's own in its header."""
    if session.header is None or session.day is None:
        return None
    header = source.text[session.header.start : session.header.end]
    for match in re.finditer(r"[A-Za-z]+|\d{4}-\d{2}-\d{2}", header):
        word = match[0]
        if word == session.day or _is_weekday(word, session.day):
            place = Span(*match.span()).moved(session.header.start)
            return Edit(place, _in_style_of(word, day))
    return None


def _is_weekday(word: str, day: str) -> bool:
    return len(word) >= 3 and day.casefold().startswith(word.casefold()[:3]) and day.isalpha()


def _in_style_of(word: str, day: str) -> str:
    """A weekday as long, and with such capitals, as the one that stood there."""
    if not word.isalpha():
        return day
    styled = day[:3] if len(word) < len("Sunday") else day
    if word.isupper():
        return styled.upper()
    return styled.lower() if word.islower() else styled
