"""Workflow commands, byte for byte those of GitHub's own toolkit."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wodlang.report import github
from wodlang.report.printable import printable
from wodlang.report.remarks import explained
from wodlang.report.reporter import Report

PRINT = """
import * as core from '@actions/core';
for (const [command, message, properties] of input) core[command](message, properties);
"""
NAMES = {"error": "error", "warning": "warning", "info": "notice"}


def calls(report: Report) -> list[tuple[str, str, dict[str, Any]]]:
    """What a JavaScript action would call for the same findings."""
    made: list[tuple[str, str, dict[str, Any]]] = []
    for complaint in report.complaints:
        made.append(("error", printable(complaint), {}))
    for file in report.files:
        for finding in file.findings:
            last = len(file.source.text)
            start = file.source.position(min(finding.span.start, last))
            end = file.source.position(min(finding.span.end, last))
            properties: dict[str, Any] = {
                "title": f"{finding.code} {finding.name}",
                "file": file.path,
                "startLine": start.line,
                "endLine": end.line,
            }
            if start.line == end.line:
                properties |= {"startColumn": start.column, "endColumn": end.column}
            said = printable(explained(file, finding))
            made.append((NAMES[finding.severity], said, properties))
    return made


def test_commands_are_those_of_the_toolkit(
    reports: dict[str, Report], node: Callable[[str, object], bytes]
) -> None:
    for name, report in reports.items():
        written = github.render(report)
        commands = "".join(
            line for line in written.splitlines(keepends=True) if line.startswith("::")
        )
        assert commands.encode() == node(PRINT, calls(report)), name


@pytest.mark.parametrize("name", ["messages", "paths", "nothing-but-complaints"])
def test_every_line_is_a_command(reports: dict[str, Report], name: str) -> None:
    """A line end in a path or a message must not begin a line of its own."""
    report = reports[name]
    written = github.render(report).removesuffix("\n").split("\n")
    annotations = [line for line in written if line.startswith("::")]
    assert len(annotations) == report.summary.findings + len(report.complaints)
    assert all(line.startswith(("::", "GitHub shows the first 10")) for line in written)


def test_a_span_over_several_lines_has_no_columns(reports: dict[str, Report]) -> None:
    lines = github.render(reports["spans"]).splitlines()
    first = next(line for line in lines if "title=A1 " in line)
    assert ",file=s.wod,line=1,endLine=4::" in first


def test_it_says_how_many_annotations_github_hides(reports: dict[str, Report]) -> None:
    last = github.render(reports["many"]).splitlines()[-1]
    assert "9990 more of the kind warning" in last
    assert "GitHub shows" not in github.render(reports["crashed"])
