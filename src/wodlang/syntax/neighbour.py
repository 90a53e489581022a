"""WODCraft, another language whose files end in `.wod`: told apart, not read."""

from __future__ import annotations

import re

from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.text.span import Span

USE = re.compile(r"^\s*use\s+[\w-]+/[\w/-]+", re.MULTILINE)
SCALED = re.compile(r"^\s*scaled\s*:\s*$", re.MULTILINE | re.IGNORECASE)
FIELDS = re.compile(r"^(?:tags|stimulus)\s*:\s*\S", re.MULTILINE)
HEADING = re.compile(r"^##\s+\S", re.MULTILINE)
TITLE = re.compile(r"\A\s*#\s+\S")
SLASHES = re.compile(r"^\s*//", re.MULTILINE)


def is_wodcraft(source: Source) -> bool:
    """Whether a text is plainly WODCraft's.

    A `use` line, a `Scaled:` block or its fields tell; `## ` alone may be a comment here, so it
    counts only with both its titles and its comments.
    """
    text = source.text
    if any(mark.search(text) for mark in (USE, SCALED, FIELDS)):
        return True
    return all(mark.search(text) for mark in (HEADING, TITLE, SLASHES))


def wodcraft_finding(source: Source) -> Finding:
    """The one finding about such a file."""
    marks = (USE, SCALED, FIELDS, HEADING)
    first = next((found for mark in marks if (found := mark.search(source.text))), None)
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
