"""Logging commands of Azure Pipelines: findings are counted and listed as issues of the run."""

from __future__ import annotations

from wodlang.report.file_report import FileReport
from wodlang.report.places import region
from wodlang.report.printable import in_utf8, printable
from wodlang.report.remarks import explained
from wodlang.report.reporter import Report
from wodlang.text.finding import Finding, Severity


def render(report: Report) -> str:
    """A command a finding and a complaint."""
    lines = [_issue({"type": "error"}, printable(complaint)) for complaint in report.complaints]
    for file in report.files:
        lines += (_issue(_properties(file, one), _message(file, one)) for one in file.findings)
    return "".join(f"{line}\n" for line in lines)


def _properties(file: FileReport, finding: Finding) -> dict[str, str]:
    """Azure has no third type: an info is a warning whose message says so."""
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
