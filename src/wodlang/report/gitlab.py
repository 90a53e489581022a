"""GitLab's code quality report, with the further fields of the Code Climate format it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wodlang.report.file_report import FileReport
from wodlang.report.fingerprint import Seen, fingerprinted
from wodlang.report.json_text import json_text
from wodlang.report.places import region
from wodlang.report.printable import on_one_line
from wodlang.report.remarks import fault, remarks
from wodlang.report.reporter import Report
from wodlang.report.rule_text import RuleText, by_code, text_of
from wodlang.text.finding import Finding, Severity
from wodlang.text.span import Span

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.INFO: "info"}


def render(report: Report) -> str:
    """A list with an object a finding."""
    rules, seen = by_code(report.rules), Seen()
    return json_text([issue for file in report.files for issue in _issues(file, rules, seen)])


def _issues(file: FileReport, rules: dict[str, RuleText], seen: Seen) -> Iterator[dict[str, Any]]:
    for finding, fingerprint in fingerprinted(file, seen):
        yield {
            "type": "issue",
            "check_name": finding.code,
            "description": on_one_line(fault(finding)),
            "content": {"body": _body(file, finding, text_of(rules, finding))},
            "categories": ["Bug Risk" if finding.severity is Severity.ERROR else "Style"],
            "severity": SEVERITIES[finding.severity],
            "fingerprint": fingerprint,
            "location": _location(file, finding.span),
            "other_locations": [_location(file, label.span) for label in finding.labels],
        }


def _body(file: FileReport, finding: Finding, rule: RuleText) -> str:
    said = [f"- {' '.join(remark.split())}" for remark in remarks(file, finding)]
    link = f"{finding.code}: {rule.url}" if rule.url else ""
    return "\n\n".join(part for part in ("\n".join(said), rule.page(), link) if part)


def _location(file: FileReport, span: Span) -> dict[str, Any]:
    start, end = region(file.source, span)
    return {
        "path": file.path,
        "positions": {
            "begin": {"line": start.line, "column": start.column},
            "end": {"line": end.line, "column": end.column},
        },
    }
