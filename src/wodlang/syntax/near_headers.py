"""Lines that were meant for a header: a slip in its first word, a date that is none, two in one."""

from __future__ import annotations

import re

from wodlang.syntax.context import Context, Line
from wodlang.syntax.headers import DayHead, Header, read_header
from wodlang.syntax.nodes import WEEKDAYS, UnreadableLine
from wodlang.syntax.slips import slip_of
from wodlang.text.core_codes import replacement
from wodlang.text.finding import Edit, Fix

DATE = re.compile(r"\d{4}-\d\d-\d\d(?=\s*(?::|-|–|\(|$))")
WEEK_AND_DAY = re.compile(r"(weeks?\s+\d+)\s*[,:/–-]?\s*(day\s*\d+|[a-z]+day)\b", re.IGNORECASE)
# `Week 1 Base`, `Monday Pull`: a title needs a colon before it.
BEFORE_TITLE = re.compile(
    rf"(?:weeks?\s+\d+(?:\s*-\s*\d+)?|day\s*\d+|{'|'.join(WEEKDAYS)})"
    rf"(?=\s+[A-Za-z])(?!\s+(?:and|to|{'|'.join(WEEKDAYS)})\b)",
    re.IGNORECASE,
)
LONGEST_NAME = 6
# `24.11.2026: Pull`, `2026/11/24`
OTHER_DATE = re.compile(
    r"(?:\d{1,2}[./]\d{1,2}[./]20\d\d|20\d\d[./]\d\d?[./]\d\d?)(?=\s*(?::|-\s|\(|$))"
)
FIRST_WORD = re.compile(r"[A-Za-z]{3,10}(?![\w'-])")
# What stands behind the word where it opens a header: `Monday: Pull`, `week 1`, `session Pull`.
BEHIND_DAY = re.compile(r"\s*(?:$|:|[,&/+]|-\s|\()")
BEHIND_COUNT = re.compile(r"\s+\d+(?:\s*-\s*\d+)?\s*(?:$|:|-\s|\()")
BEHIND_NAME = re.compile(r"\s+[^\W\d]|\s*$")
COUNTED = ("week", "weeks", "day")
NAMED = ("program", "athlete", "exercise", "include", "session")
BLOCKS = ("program", "athlete", "exercise", "session")
HEADER_WORDS = (*WEEKDAYS, *COUNTED, *NAMED)


def near_header(line: Line, context: Context) -> UnreadableLine | None:
    """The finding about a line that was meant for a header; None for other lines."""
    date = DATE.match(line.folded)
    if date:
        return context.unreadable(
            line, f"there is no day {date[0]}", "dates are written 2026-11-24"
        )
    other = OTHER_DATE.match(line.folded)
    if other:
        place = line.part(0, other.end())
        context.enter("session")
        return context.unreadable(
            line, f'"{other[0]}" is no date here', "dates are written 2026-11-24", place
        )
    both = WEEK_AND_DAY.match(line.folded)
    if both:
        return _two_headers(line, both, context)
    title = _title_without_colon(line, context)
    if title is not None:
        return title
    meant = meant_word(line, context)
    if meant is None:
        return None
    typed = line.text[: len(_first_word(line.folded))]
    word = meant.capitalize() if typed[0].isupper() else meant
    place = line.part(0, len(typed))
    if meant in BLOCKS:  # its fields are read, so that only this line is lost
        context.enter(meant)
    return context.unreadable(
        line, f'"{typed}" opens nothing', f'did you mean "{word}"?', place, replacement(place, word)
    )


def week_and_day(line: Line, header: Header, context: Context) -> UnreadableLine | None:
    """`week 1: Monday: Squat 3x5`: a day is no title of a week."""
    both = WEEK_AND_DAY.match(line.folded)
    inner = read_header(header.behind(line.folded)) if both else None
    if both is None or inner is None or not isinstance(inner.head, DayHead):
        return None
    return _two_headers(line, both, context)


def _two_headers(line: Line, both: re.Match[str], context: Context) -> UnreadableLine:
    cure = f'write "{both[1].lower()}" and "{both[2]}" on lines of their own'
    return context.unreadable(line, "a week and a day on one line", cure)


def _title_without_colon(line: Line, context: Context) -> UnreadableLine | None:
    match = BEFORE_TITLE.match(line.folded)
    if match is None or _begins_with_name(line.text, context):
        return None
    head, words = match[0], line.text[match.end() :].strip()
    context.enter(None if head.lower().startswith("week") else "session")
    place, cure = line.part(0, match.end()), f"{head}: {words}"
    colon = Fix(f"write {cure}", (Edit(line.part(match.end(), match.end()), ":"),))
    return context.unreadable(
        line, f'"{head}" lacks its colon', f"write {cure}", place, (colon,)
    )  # fmt: skip


def _begins_with_name(text: str, context: Context) -> bool:
    """An exercise of the file may be called `Monday Madness`."""
    words = text.split()[:LONGEST_NAME]
    names = (" ".join(words[: at + 1]).rstrip(":,;") for at in range(1, len(words)))
    return any(context.reader.knows(name) for name in names)


def meant_word(line: Line, context: Context) -> str | None:
    """The header's word that a line begins with but for a slip, or None."""
    typed = _first_word(line.folded)
    meant = slip_of(typed.lower(), HEADER_WORDS) if typed else None
    if meant is None or context.reader.knows(line.text.split(":")[0]):
        return None
    behind = line.folded[len(typed) :]
    if meant in WEEKDAYS:
        return meant if BEHIND_DAY.match(behind) else None
    if meant in COUNTED:
        return meant if BEHIND_COUNT.match(behind) else None
    if BEHIND_NAME.match(behind) and not context.reader.has_prescription(line.text):
        return meant
    return None


def _first_word(text: str) -> str:
    match = FIRST_WORD.match(text)
    return match[0] if match else ""
