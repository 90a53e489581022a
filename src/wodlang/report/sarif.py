"""SARIF 2.1.0, for GitHub code scanning and for editors."""

from __future__ import annotations

from typing import Any

from wodlang.report.fingerprint import Seen
from wodlang.report.json_text import json_text
from wodlang.report.reporter import Report
from wodlang.report.sarif_invocation import invocation
from wodlang.report.sarif_result import results
from wodlang.report.sarif_tool import Components
from wodlang.report.sarif_uri import ROOT, artifact_location

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

Json = dict[str, Any]


def render(report: Report) -> str:
    """One run. The same findings give the same bytes: no time, no folder of this machine."""
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]})


def _run(report: Report) -> Json:
    components, seen = Components(report), Seen()
    # A text on stdin may bear the name of a file that is checked too.
    places = {path: place for place, path in enumerate(dict.fromkeys(f.path for f in report.files))}
    return {
        "tool": components.tool(),
        "invocations": [invocation(report, places)],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that wod ran in."}}},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "artifacts": [
            {
                "location": artifact_location(path),
                "roles": ["analysisTarget"],
                "sourceLanguage": "wod",
                "encoding": "UTF-8",
            }
            for path in places
        ],
        "results": [
            result
            for file in report.files
            for result in results(file, places[file.path], components, seen)
        ],
    }
