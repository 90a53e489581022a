"""Headers in a form that the language does not have: `Mon-Fri`, `weeks 1, 3`, `Day A`, `Superset A`."""

from __future__ import annotations

import re

from wodlang.syntax.context import Context, Line
from wodlang.syntax.nodes import WEEKDAYS, UnreadableLine
from wodlang.text.core_codes import replacement

END = r"(?=\s*(?::|-\s|\(|$))"
DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?s?\b"
DAYS = re.compile(rf"({DAY})\s*(?:-|to\b|thru\b|through\b)\s*({DAY}){END}", re.IGNORECASE)
SPAN_OF_WEEKS = r"\d+(?:\s*-\s*\d+)?"
WEEKS = re.compile(
    rf"weeks?\s+({SPAN_OF_WEEKS})(?:\s*(?:,|&|\+|/|and\b)\s*(?:and\b\s*)?(?:weeks?\s+)?({SPAN_OF_WEEKS}))+{END}",
    re.IGNORECASE,
)
NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
IN_WORDS = re.compile(
    rf"(?P<word>weeks?|day)\s+(?P<which>{'|'.join(NUMBERS)}|[a-z]|[ivx]+){END}", re.IGNORECASE
)
BLOCK = re.compile(
    rf"(?P<word>(?:super|tri|giant)[\s-]?set|circuit)\s+#?(?P<which>[a-z]|\d{{1,2}}){END}",
    re.IGNORECASE,
)
FIRST = ("mon", "tue", "wed", "thu", "fri", "sat", "sun", "wee", "day", "sup", "tri", "gia", "cir")
FORMS = (DAYS, WEEKS, IN_WORDS, BLOCK)
SHORT_DAY = 3


def other_header(line: Line, context: Context) -> UnreadableLine | None:
    """The finding about such a header; None for other lines."""
    if not line.folded[:3].lower().startswith(FIRST):
        return None
    if not any(form.match(line.folded) for form in FORMS) or context.reader.knows(line.text):
        return None
    return (
        _days(line, context)
        or _weeks(line, context)
        or _in_words(line, context)
        or _block(line, context)
    )


def _days(line: Line, context: Context) -> UnreadableLine | None:
    match = DAYS.match(line.folded)
    if match is None:
        return None
    first, last = (_index(day) for day in match.groups())
    days = [WEEKDAYS[(first + at) % 7] for at in range((last - first) % 7 + 1)]
    written = ", ".join(day.capitalize()[:SHORT_DAY] for day in days)
    context.enter("session")
    place = line.part(0, match.end())
    return context.unreadable(
        line, f'"{line.text[: match.end()]}" names days from to', f"name each of them: {written}",
        place, replacement(place, written),
    )  # fmt: skip


def _index(day: str) -> int:
    return next(at for at, name in enumerate(WEEKDAYS) if name.startswith(day.lower()[:SHORT_DAY]))


def _weeks(line: Line, context: Context) -> UnreadableLine | None:
    match = WEEKS.match(line.folded)
    if match is None:
        return None
    weeks = re.findall(SPAN_OF_WEEKS, match[0])
    written = [f'"weeks {week}"' if "-" in week else f'"week {week}"' for week in weeks]
    context.enter(None)
    cure = f"write {', '.join(written[:-1])} and {written[-1]}, each above its own sessions"
    return context.unreadable(line, "several weeks in one header", cure, line.part(0, match.end()))


def _in_words(line: Line, context: Context) -> UnreadableLine | None:
    """`week two` has its number in words; `Day A` a name, as sessions have."""
    match = IN_WORDS.match(line.folded)
    if match is None:
        return None
    word, which = match["word"].lower(), match["which"]
    place, typed = line.part(0, match.end()), line.text[: match.end()]
    meant = f"session {line.text[match.start('which') : match.end()]}"
    if which.lower() in NUMBERS:
        meant = f"{word.rstrip('s')} {NUMBERS.index(which.lower()) + 1}"
        cure = f'write "{meant}"'
    elif word == "day":
        cure = f'write "{meant}", or number it: day 1'
    else:
        meant, cure = "", "number it: week 1"
    context.enter("session" if word == "day" else None)
    return context.unreadable(
        line, f'"{typed}" has no number', cure, place, replacement(place, meant)
    )


def _block(line: Line, context: Context) -> UnreadableLine | None:
    """`Superset A`: a label stands before the head of a timed block."""
    match = BLOCK.match(line.folded)
    if match is None:
        return None
    word, which = match["word"].lower(), line.text[match.start("which") : match.end()]
    cure = f'write "{which}: {word}"'
    cure += f", or how many rounds: {word} {which} rounds" if which.isdigit() else ""
    place = line.part(0, match.end())
    return context.unreadable(
        line, f'"{line.text[: match.end()]}" opens nothing', cure, place,
        replacement(place, None if which.isdigit() else f"{which}: {word}"),
    )  # fmt: skip
