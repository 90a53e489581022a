"""Workflow commands of GitHub Actions: findings stand at their lines in a pull request."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from wodlang.report.file_report import FileReport
from wodlang.report.places import region
from wodlang.report.printable import in_utf8, printable
from wodlang.report.remarks import explained
from wodlang.report.reporter import Report
from wodlang.text.finding import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
SHOWN = 10
"""Annotations of one command that GitHub shows of one step."""


def render(report: Report) -> str:
    """A command a finding and a complaint, and a remark where GitHub will not show all."""
    used: Counter[str] = Counter()
    lines = []
    for complaint in report.complaints:
        lines.append(_command("error", {}, printable(complaint)))
        used["error"] += 1
    for file in report.files:
        for finding in file.findings:
            command = COMMANDS[finding.severity]
            lines.append(_command(command, _properties(file, finding), _message(file, finding)))
            used[command] += 1
    lines += _hidden(used)
    return "".join(f"{line}\n" for line in lines)


def _hidden(used: Counter[str]) -> Iterator[str]:
    for command, number in sorted(used.items()):
        if number > SHOWN:
            yield (
                f"GitHub shows the first {SHOWN} annotations of a kind: {number - SHOWN} more of the"
                f" kind {command} stand in this log alone."
            )


def _properties(file: FileReport, finding: Finding) -> dict[str, str]:
    """GitHub takes columns only where begin and end lie on one line."""
    start, end = region(file.source, finding.span)
    properties = {
        "title": f"{finding.code} {finding.name}",
        "file": in_utf8(file.path),
        "line": str(start.line),
        "endLine": str(end.line),
    }
    if start.line == end.line:
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    return properties


def _message(file: FileReport, finding: Finding) -> str:
    return printable(explained(file, finding))


def _command(name: str, properties: dict[str, str], message: str) -> str:
    """Written as `@actions/core` does; a value that is empty is left out."""
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value)
    return f"::{name}{' ' if properties else ''}{listed}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
