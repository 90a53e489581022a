"""Logging commands, byte for byte those of Azure's own task library."""

from __future__ import annotations

import json
from collections.abc import Callable

from wodlang.report import azure
from wodlang.report.printable import printable
from wodlang.report.remarks import explained
from wodlang.report.reporter import Report

PRINT = """
import command from 'azure-pipelines-task-lib/taskcommand.js';
for (const [properties, message] of input)
  console.log(new command.TaskCommand('task.logissue', properties, message).toString());
"""
READ = """
import command from 'azure-pipelines-task-lib/taskcommand.js';
console.log(JSON.stringify(input.map(line => command.commandFromString(line))));
"""


def issues(report: Report) -> list[tuple[dict[str, str], str]]:
    """The properties and the message of each issue."""
    made = [({"type": "error"}, printable(complaint)) for complaint in report.complaints]
    for file in report.files:
        for finding in file.findings:
            start = file.source.position(min(finding.span.start, len(file.source.text)))
            properties = {
                "type": "error" if finding.severity == "error" else "warning",
                "sourcepath": file.path,
                "linenumber": str(start.line),
                "columnnumber": str(start.column),
                "code": finding.code,
            }
            lead = "info: " if finding.severity == "info" else ""
            made.append((properties, lead + printable(explained(file, finding))))
    return made


def test_commands_are_those_of_the_task_library_and_read_back(
    reports: dict[str, Report], node: Callable[[str, object], bytes]
) -> None:
    for name, report in reports.items():
        written = azure.render(report)
        assert written.encode() == node(PRINT, issues(report)), name
        read = json.loads(node(READ, written.split("\n")[:-1]))
        assert [(one["properties"], one["message"]) for one in read] == issues(report), name
