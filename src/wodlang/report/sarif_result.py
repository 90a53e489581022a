"""The findings of a file as SARIF results."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from wodlang.report.file_report import FileReport
from wodlang.report.fingerprint import Seen, fingerprinted
from wodlang.report.line_hash import line_hashes
from wodlang.report.places import region, utf16_units
from wodlang.report.remarks import advice, fault, line_of, offer
from wodlang.report.sarif_tool import LEVELS, Components
from wodlang.report.sarif_uri import artifact_location
from wodlang.text.finding import Finding, Fix, Label
from wodlang.text.source import Source
from wodlang.text.span import Span

FINGERPRINT = "wodlangFinding/v1"
GITHUBS = "primaryLocationLineHash"
"""The only fingerprint that GitHub reads: it tells by it whether an alert is known already."""

LIKE_A_LINK = re.compile(r"\[(?=[^\]]*\]\()")

Json = dict[str, Any]


def results(file: FileReport, index: int, components: Components, seen: Seen) -> Iterator[Json]:
    """A result a finding; `index` is the file's place among the artifacts."""
    hashes = line_hashes(file.source.text) if file.findings else []
    for finding, fingerprint in fingerprinted(file, seen):
        line = line_of(file, finding.span.start)
        result: Json = {
            **components.reference(finding),
            "level": LEVELS[finding.severity],
            "message": {"text": _message(file, finding)},
            "locations": [location(file, index, finding.span)],
            "partialFingerprints": {FINGERPRINT: fingerprint, GITHUBS: hashes[line - 1]},
        }
        if finding.labels:
            result["relatedLocations"] = [
                {**location(file, index, label.span), "id": number, "message": _text(label)}
                for number, label in enumerate(finding.labels, 1)
            ]
        fixes = [_fix(file, index, fix) for fix in dict.fromkeys(finding.fixes) if fix.edits]
        yield {**result, "fixes": fixes} if fixes else result


def _message(file: FileReport, finding: Finding) -> str:
    """GitHub shows this text alone, and a related location only where the text links to it."""
    said = fault(finding)
    parts = [_escaped(f"{said}: {finding.note}" if finding.note else said)]
    for number, label in enumerate(finding.labels, 1):
        words = f"line {line_of(file, label.span.start)}: {label.message}"
        parts.append(f"[{_in_link(words)}]({number})")
    parts += (_escaped(text) for text in advice(finding))
    return "\n".join(_ended(part) for part in parts)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _escaped(text: str) -> str:
    """Text whose brackets no viewer takes for a link."""
    return LIKE_A_LINK.sub(r"\\[", text)


def _in_link(text: str) -> str:
    return re.sub(r"[\\\[\]]", r"\\\g<0>", text)


def _text(label: Label) -> Json:
    return {"text": _escaped(label.message)}


def location(file: FileReport, index: int, span: Span) -> Json:
    """A place in a file; `index` is the file's among the artifacts."""
    physical = {
        "artifactLocation": artifact_location(file.path, index),
        "region": _region(file.source, span),
    }
    return {"physicalLocation": physical}


def _fix(file: FileReport, index: int, fix: Fix) -> Json:
    replacements = [
        {
            "deletedRegion": _region(file.source, edit.span),
            "insertedContent": {"text": edit.replacement},
        }
        for edit in sorted(fix.edits, key=lambda edit: edit.span)
    ]
    change = {"artifactLocation": artifact_location(file.path, index), "replacements": replacements}
    return {
        "description": {"text": _escaped(offer(fix))},
        "artifactChanges": [change],
        "properties": {"applicability": str(fix.applicability)},
    }


def _region(source: Source, span: Span) -> Json:
    start, end = region(source, span, utf16_units)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }
