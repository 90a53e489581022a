"""WODCraft, another language whose files end in `.wod`: told apart, not read."""

from __future__ import annotations

import re

from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.text.span import Span

USE = re.compile(r"^\s*use\s+[\w-]+/[\w/-]+\s*$", re.MULTILINE)
SCALED = re.compile(r"^\s*(?:scaled|rx\+?|warmup|skill)\s*:\s*$", re.MULTILINE | re.IGNORECASE)
HEADING = re.compile(r"^##\s+\S", re.MULTILINE)
TITLE = re.compile(r"\A\s*#\s+\S")
SLASHES = re.compile(r"^\s*//", re.MULTILINE)


def is_wodcraft(source: Source) -> bool:
    """Whether a text is plainly WODCraft's: a `use` line, or two of its other marks."""
    text = source.text
    if USE.search(text):
        return True
    marks = (SCALED, HEADING, TITLE, SLASHES)
    return bool(HEADING.search(text) or SCALED.search(text)) and (
        sum(mark.search(text) is not None for mark in marks) >= 3
        or bool(HEADING.search(text) and SCALED.search(text))
    )


def wodcraft_finding(source: Source) -> Finding:
    """The one finding about such a file."""
    first = USE.search(source.text) or HEADING.search(source.text) or SCALED.search(source.text)
    span = Span(0, 0)
    if first:
        start = first.start() + len(first[0]) - len(first[0].lstrip())
        span = Span(start, first.end())
    return core_finding(
        "syntax-error",
        span,
        "this file is written in WODCraft, another language with the ending .wod",
        note="a mark of WODCraft",
        help="check it with wodc, or write its exercises as lines: Front Squat 3x5 @ 80%",
    )
