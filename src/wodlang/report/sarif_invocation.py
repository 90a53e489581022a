"""How a run of `wod check` went, as the invocation of a SARIF run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wodlang.report.remarks import fault
from wodlang.report.reporter import Report
from wodlang.report.sarif_result import location
from wodlang.report.sarif_uri import artifact_location

DONE = (0, 1)
"""The exit codes of a run that did all that it was asked."""

CRASHED = "rule-crashed"

Json = dict[str, Any]


def invocation(report: Report, places: dict[str, int]) -> Json:
    """The exit code, and what the run or its configuration could not do.

    `places` are the numbers of the files among the artifacts of the run.
    """
    found: Json = {
        "executionSuccessful": report.exit_code in DONE,
        "exitCode": report.exit_code,
    }
    notes = {
        "toolExecutionNotifications": [*_unread(report), *_crashed(report, places)],
        "toolConfigurationNotifications": [*_others(report)],
    }
    return found | {name: listed for name, listed in notes.items() if listed}


def _unread(report: Report) -> Iterator[Json]:
    for path, complaint in report.unread:
        place = {"physicalLocation": {"artifactLocation": artifact_location(path)}}
        yield {**_note(complaint), "locations": [place]}


def _crashed(report: Report, places: dict[str, int]) -> Iterator[Json]:
    for file in report.files:
        for finding in file.findings:
            if finding.name == CRASHED:
                place = location(file, places[file.path], finding.span)
                yield {**_note(fault(finding)), "locations": [place]}


def _others(report: Report) -> Iterator[Json]:
    said = {complaint for _, complaint in report.unread}
    return (_note(complaint) for complaint in report.complaints if complaint not in said)


def _note(text: str) -> Json:
    return {"level": "error", "message": {"text": text}}
