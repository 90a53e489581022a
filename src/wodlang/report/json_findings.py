"""The findings as JSON, version 1; `wod schema findings` describes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any, TypeAlias

from wodlang.report.file_report import FileReport, in_order
from wodlang.report.json_text import json_text
from wodlang.report.summary import summarise
from wodlang.text.finding import Finding, Fix
from wodlang.text.source import Source
from wodlang.text.span import Span

VERSION = 1

Json: TypeAlias = dict[str, Any]


def render(files: Sequence[FileReport], packs: Sequence[tuple[str, str]]) -> str:
    """The findings with the packs (name, version) that looked for them; the same bytes every run."""
    return json_text(findings_data(files, packs))


def findings_data(files: Sequence[FileReport], packs: Sequence[tuple[str, str]]) -> Json:
    """What `render` writes, as plain data."""
    return {
        "version": VERSION,
        "packs": [{"name": name, "version": version} for name, version in packs],
        "findings": [_finding(file, finding) for file, finding in in_order(files)],
        "summary": asdict(summarise(files)),
    }


def _finding(file: FileReport, finding: Finding) -> Json:
    return {
        "code": finding.code,
        "name": finding.name,
        "pack": finding.pack,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": file.path,
        "range": _range(file.source, finding.span),
        "labels": [
            {"range": _range(file.source, label.span), "message": label.message}
            for label in finding.labels
        ],
        "help": finding.help,
        "docs": f"wod rule {finding.code}",
        "fixes": [_fix(file.source, fix) for fix in finding.fixes],
    }


def _fix(source: Source, fix: Fix) -> Json:
    return {
        "title": fix.title,
        "applicability": str(fix.applicability),
        "edits": [
            {"range": _range(source, edit.span), "replacement": edit.replacement}
            for edit in fix.edits
        ],
    }


def _range(source: Source, span: Span) -> Json:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> Json:
    line, column = source.position(offset)
    return {"line": line, "column": column}
