"""The findings as JSON, a line each, as `wod schema findings` describes a finding."""

from __future__ import annotations

from wodlang.report.json_findings import findings_data
from wodlang.report.json_text import json_text
from wodlang.report.reporter import Report


def render(report: Report) -> str:
    """Empty where nothing was found."""
    data = findings_data(report.files, report.packs)
    return "".join(json_text(finding, indent=None) for finding in data["findings"])
