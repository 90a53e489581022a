"""Logging commands of Azure Pipelines: findings are counted and listed as issues of the run.

An issue is an error or a warning; there is no third type. An info that the run does not fail by is
advice, and a line of the log: as an issue it would stand among the warnings that somebody must mend.
"""

from __future__ import annotations

import re

from wodlang.report.file_report import FileReport
from wodlang.report.places import region
from wodlang.report.printable import in_utf8, on_one_line, printable
from wodlang.report.remarks import explained, fault, remarks
from wodlang.report.reporter import Report
from wodlang.text.finding import Finding, Severity

COMMAND = re.compile(r"##(?=(vso)?\[)", re.IGNORECASE)
"""The agent obeys this wherever it stands in a line."""


def render(report: Report) -> str:
    """A line a finding and a complaint, each a command but for advice."""
    lines = [_issue({"type": "error"}, printable(complaint)) for complaint in report.complaints]
    for file in report.files:
        lines += (_line(file, one) for one in file.findings)
    return "".join(f"{line}\n" for line in lines)


def _line(file: FileReport, finding: Finding) -> str:
    if finding.severity is Severity.INFO and not file.fails(finding):
        return _advice(file, finding)
    return _issue(_properties(file, finding), _message(file, finding))


def _advice(file: FileReport, finding: Finding) -> str:
    start, _ = region(file.source, finding.span)
    said = "; ".join([fault(finding), *remarks(file, finding)])
    line = f"{file.path}:{start.line}:{start.column}: {finding.code} info {said}"
    return COMMAND.sub("#\u200b#", on_one_line(line))


def _properties(file: FileReport, finding: Finding) -> dict[str, str]:
    start, _ = region(file.source, finding.span)
    return {
        "type": "error" if finding.severity is Severity.ERROR else "warning",
        "sourcepath": in_utf8(file.path),
        "linenumber": str(start.line),
        "columnnumber": str(start.column),
        "code": finding.code,
    }


def _message(file: FileReport, finding: Finding) -> str:
    said = printable(explained(file, finding))
    return f"info: {said}" if finding.severity is Severity.INFO else said


def _issue(properties: dict[str, str], message: str) -> str:
    """Written as `azure-pipelines-task-lib` does; a value that is empty is left out."""
    listed = "".join(f"{key}={_property(value)};" for key, value in properties.items() if value)
    return f"##vso[task.logissue {listed}]{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace("]", "%5D").replace(";", "%3B")
