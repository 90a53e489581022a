"""What a text says and its program does not: lines that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import complain
from wodlang.text.finding import Finding
from wodlang.text.source import Source

UNREAD = ("syntax-error", "include-failed")


def say_unread(source: Source, findings: Sequence[Finding]) -> Exit:
    """Say on stderr what is written but not in the program; exit 1 where there is any."""
    unread = [finding for finding in findings if finding.name in UNREAD]
    for finding in unread:
        line, column = source.position(finding.span.start)
        complain(f"{source.path}:{line}:{column}: not in the program: {finding.message}")
    return Exit.FOUND if unread else Exit.CLEAN
