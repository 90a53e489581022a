"""Text of strangers as Markdown that shows just that text, and calls nobody."""

from __future__ import annotations

import re
from itertools import groupby

from wodlang.report.printable import on_one_line

SIGNS = re.compile(r"[\\`*_\[\]|~$]")
HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
CALLS = re.compile(r"(?<=[@#])(?=\w)")
"""Behind these signs GitHub reads a person or an issue, which a comment would then call."""

FENCE = re.compile(r"\s*(```|~~~)")


def plain(text: str) -> str:
    """The text on one line, without any markup that it may seem to have."""
    shown = "".join(HTML.get(sign, sign) for sign in on_one_line(text).strip())
    return CALLS.sub("&#8203;", SIGNS.sub(r"\\\g<0>", shown))


def code(text: str) -> str:
    """The text as code within a line."""
    shown = on_one_line(text)
    ticks = "`" * (_longest_run(shown) + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") or not shown.strip() else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}"


def block(text: str, language: str) -> str:
    """The lines as a block of code."""
    fence = "`" * max(3, _longest_run(text) + 1)
    return f"{fence}{language}\n{text.rstrip()}\n{fence}"


def folded(summary: str, content: str) -> str:
    """A part of the page that is closed until somebody opens it; the blank lines matter."""
    return f"<details><summary>{summary}</summary>\n\n{content}\n\n</details>"


def deeper(page: str, levels: int) -> str:
    """A Markdown page with its headings so many levels deeper, to stand within another page."""
    lines, in_code = [], False
    for line in page.splitlines():
        if FENCE.match(line):
            in_code = not in_code
        lines.append("#" * levels + line if line.startswith("#") and not in_code else line)
    return "\n".join(lines)


def _longest_run(text: str) -> int:
    return max((len([*run]) for sign, run in groupby(text) if sign == "`"), default=0)
