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
    """The properties and the message of each issue: all but advice."""
    made = [({"type": "error"}, printable(complaint)) for complaint in report.complaints]
    for file in report.files:
        for finding in file.findings:
            if finding.severity == "info" and not file.fails(finding):
                continue
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


def commands(report: Report) -> list[str]:
    """The lines that the agent obeys: it looks for the beginning of a command anywhere in a line."""
    return [line for line in azure.render(report).split("\n") if "##vso[" in line.lower()]


def test_commands_are_those_of_the_task_library_and_read_back(
    reports: dict[str, Report], node: Callable[[str, object], bytes]
) -> None:
    for name, report in reports.items():
        written = commands(report)
        assert written == node(PRINT, issues(report)).decode().split("\n")[:-1], name
        read = json.loads(node(READ, written))
        assert [(one["properties"], one["message"]) for one in read] == issues(report), name


def test_advice_is_a_line_of_the_log_and_no_command(reports: dict[str, Report]) -> None:
    report = reports["fail-levels"]
    lines = azure.render(report).split("\n")[:-1]
    assert [line for line in lines if line not in commands(report)] == [
        "lax #\u200b#vso[task.complete].wod:2:4: B3 info"
        " #\u200b#[error]x #\u200b#VSO[task.complete]y; a note"
    ]
    assert "type=warning;sourcepath=strict.wod;linenumber=2;" in lines[-2], "the run fails by it"
