"""`**Friday:** Pull`: the marks of bold text around the beginning of a line say nothing."""

from __future__ import annotations

import re

from wodlang.syntax.context import Line

BOLD = re.compile(r"(?P<bullet>[-*•+]\s+)?(?P<mark>\*{2,3}|__)(?=[^\s*])(?P<words>.+?)(?P=mark)")


ALL_BOLD = re.compile(r"(?P<mark>\*{2,3}|__)(?P<words>[^\s*_](?:.*[^\s*_])?)(?P=mark)$")


def bold_words(title: str) -> tuple[str, int]:
    """A title without the marks around all of it, and how far it is from the start."""
    match = ALL_BOLD.match(title)
    return (title, 0) if match is None else (match["words"], match.start("words"))


def without_bold(line: Line) -> Line:
    """The line with blanks for the marks at its start (behind a bullet), the rest where it was."""
    match = BOLD.match(line.folded) if "**" in line.folded or "__" in line.folded else None
    if match is None:
        return line
    begin, end, length = match.start("mark"), match.end("words"), len(match["mark"])
    start = 0 if match["bullet"] else length
    text, folded = (
        (
            one[:begin]
            + " " * length
            + one[begin + length : end]
            + " " * length
            + one[match.end() :]
        ).rstrip()
        for one in (line.text, line.folded)
    )
    return Line(line.index, text[start:], folded[start:], line.part(start, len(text)))
