"""Blank lines: one before what opens a session, a week or a block, none doubled, none at the ends."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.format.choice import NewLine
from wodlang.format.depth import OPENERS
from wodlang.syntax.nodes import BlankLine, SessionHeader, WeekHeader


def spaced(lines: Sequence[NewLine]) -> list[NewLine | None]:
    """The lines with None where a blank one stands."""
    parts: list[NewLine | None] = []
    for line in lines:
        if not line.written.is_blank:
            parts.append(line)
        elif parts and parts[-1] is not None:
            parts.append(None)
    while parts and parts[-1] is None:
        parts.pop()
    opened: list[NewLine | None] = []
    for index, part in enumerate(parts):
        if part is not None and _opens(part):
            _make_room(opened, part)
        opened.append(parts[index])
    return opened


def _opens(line: NewLine) -> bool:
    return isinstance(line.written.statement, OPENERS) and not line.is_body


def _make_room(above: list[NewLine | None], header: NewLine) -> None:
    """A blank line before a header, and before the comments that stand right above it."""
    start = len(above)
    while start > 0 and _is_comment(above[start - 1]):
        start -= 1
    if start == 0:
        return
    last = above[start - 1]
    before = last if last is not None else above[start - 2]
    statement = before.written.statement if before is not None else None
    below_week = isinstance(statement, WeekHeader) and start == len(above)
    if below_week and isinstance(header.written.statement, SessionHeader):
        if last is None:
            above.pop()
    elif last is not None and not (_is_day(statement) and _is_day(header.written.statement)):
        above.insert(start, None)


def _is_day(statement: object) -> bool:
    """The header of a day; one right above another is a list of days, which may stand close."""
    return isinstance(statement, SessionHeader) and bool(statement.days)


def _is_comment(line: NewLine | None) -> bool:
    """A comment on a line of its own."""
    return line is not None and isinstance(line.written.statement, BlankLine)
