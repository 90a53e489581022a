"""The colours of the reports for people: the sixteen that every terminal's theme sets."""

from __future__ import annotations

from wodlang.text.finding import Severity

GUTTER = "dim"
SECONDARY = "bright_blue"
HELP = "bold green"
ADDED = "green"
REMOVED = "red"
QUIET = "dim"
HEADING = "bold"


def of_severity(severity: Severity) -> str:
    """Red, yellow or cyan."""
    styles = {
        Severity.ERROR: "bold red",
        Severity.WARNING: "bold yellow",
        Severity.INFO: "bold cyan",
    }
    return styles[severity]
