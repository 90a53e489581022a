"""Lines that were meant for a header: a slip in its first word, a date that is none, two in one."""

from __future__ import annotations

import re
from functools import lru_cache

from wodlang.syntax.context import Context, Line
from wodlang.syntax.nodes import WEEKDAYS, UnreadableLine
from wodlang.text.core_codes import replacement

DATE = re.compile(r"\d{4}-\d\d-\d\d(?=\s*(?::|-|–|\(|$))")
WEEK_AND_DAY = re.compile(r"(weeks?\s+\d+)\s*[,:/–-]?\s*(day\s*\d+|[a-z]+day)\b", re.IGNORECASE)
FIRST_WORD = re.compile(r"[A-Za-z]{3,10}(?![\w'-])")
# What stands behind the word where it opens a header: `Monday: Pull`, `week 1`, `session Pull`.
BEHIND_DAY = re.compile(r"\s*(?:$|:|[,&/+]|-\s|\()")
BEHIND_COUNT = re.compile(r"\s+\d+(?:\s*-\s*\d+)?\s*(?:$|:|-\s|\()")
BEHIND_NAME = re.compile(r"\s+[^\W\d]|\s*$")
COUNTED = ("week", "weeks", "day")
NAMED = ("program", "athlete", "exercise", "include", "session")
BLOCKS = ("program", "athlete", "exercise", "session")
LONG_WORD = 8  # in so long a word two slips still leave no doubt


def near_header(line: Line, context: Context) -> UnreadableLine | None:
    """The finding about a line that was meant for a header; None for other lines."""
    date = DATE.match(line.folded)
    if date:
        return context.unreadable(
            line, f"there is no day {date[0]}", "dates are written 2026-11-24"
        )
    both = WEEK_AND_DAY.match(line.folded)
    if both:
        cure = f'write "{both[1].lower()}" and "{both[2]}" on lines of their own'
        return context.unreadable(line, "a week and a day on one line", cure)
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


def meant_word(line: Line, context: Context) -> str | None:
    """The header's word that a line begins with but for a slip, or None."""
    typed = _first_word(line.folded)
    meant = _slip_of(typed.lower()) if typed else None
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


@lru_cache(maxsize=4096)
def _slip_of(word: str) -> str | None:
    """The header's word from which this differs by a slip (a letter too many, too few, wrong, or two
    swapped); a plural is none.
    """
    near = [
        (meant, 2 if len(meant) >= LONG_WORD else 1)
        for meant in (*WEEKDAYS, *COUNTED, *NAMED)
        if word[0] == meant[0] and word not in (meant, f"{meant}s")
    ]
    if not any(abs(len(word) - len(meant)) <= slips for meant, slips in near):
        return None
    from rapidfuzz.distance import OSA  # most words are no slip, and a start without it is sooner

    return next((meant for meant, slips in near if OSA.distance(word, meant) <= slips), None)
