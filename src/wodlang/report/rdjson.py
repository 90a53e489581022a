"""The format of reviewdog: a diagnostic a finding, fixes as suggestions."""

from __future__ import annotations

from typing import Any

from wodlang.report.file_report import FileReport
from wodlang.report.json_text import json_text
from wodlang.report.places import region, utf8_bytes
from wodlang.report.remarks import explained
from wodlang.report.reporter import Report
from wodlang.report.rule_text import RuleText, by_code, text_of
from wodlang.text.finding import Finding, Fix, apply_edits
from wodlang.text.source import Source
from wodlang.text.span import Span


def render(report: Report) -> str:
    """One object with all diagnostics."""
    rules = by_code(report.rules)
    diagnostics = [
        _diagnostic(file, finding, text_of(rules, finding))
        for file in report.files
        for finding in file.findings
    ]
    return json_text({"source": {"name": "wod"}, "diagnostics": diagnostics})


def _diagnostic(file: FileReport, finding: Finding, rule: RuleText) -> dict[str, Any]:
    diagnostic: dict[str, Any] = {
        "message": explained(file, finding),
        "location": _location(file, finding.span),
        "severity": str(finding.severity).upper(),
        "code": {"value": finding.code, **({"url": rule.url} if rule.url else {})},
    }
    suggestions = [_suggestion(file.source, fix) for fix in finding.fixes if fix.edits]
    if suggestions:
        diagnostic["suggestions"] = suggestions
    if finding.labels:
        diagnostic["related_locations"] = [
            {"message": label.message, "location": _location(file, label.span)}
            for label in finding.labels
        ]
    return diagnostic


def _location(file: FileReport, span: Span) -> dict[str, Any]:
    return {"path": file.path, "range": _range(file.source, span)}


def _suggestion(source: Source, fix: Fix) -> dict[str, Any]:
    """One stretch of text: reviewdog takes several suggestions for alternatives."""
    span = Span(
        min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits)
    )
    fixed = apply_edits(source.text, fix.edits)
    behind = len(source.text) - span.end
    return {"range": _range(source, span), "text": fixed[span.start : len(fixed) - behind]}


def _range(source: Source, span: Span) -> dict[str, Any]:
    """Reviewdog counts columns in bytes of UTF-8."""
    start, end = region(source, span, utf8_bytes)
    return {
        "start": {"line": start.line, "column": start.column},
        "end": {"line": end.line, "column": end.column},
    }
