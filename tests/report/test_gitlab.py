"""GitLab's code quality report, by what GitLab documents and by the types of Code Climate."""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wodlang.report import gitlab
from wodlang.report.file_report import FileReport
from wodlang.report.reporter import Report, report_of
from wodlang.text.finding import Finding, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

PLACE = {"type": "object", "required": ["line", "column"], "properties": {
    "line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1},
}}  # fmt: skip
DOCUMENTED = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1, "pattern": r"^[^\n\r]*$"},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "positions"],
                "properties": {
                    "path": {"type": "string", "minLength": 1},
                    "positions": {"required": ["begin"], "properties": {"begin": PLACE}},
                },
            },
        },
    },
}
"""The fields that GitLab's manual calls for."""

VALIDATOR = jsonschema.Draft202012Validator(DOCUMENTED)


def test_every_report_has_what_gitlab_documents(reports: dict[str, Report]) -> None:
    for name, report in reports.items():
        data = json.loads(gitlab.render(report))
        VALIDATOR.validate(data)
        assert len(data) == report.summary.findings, name
        prints = [one["fingerprint"] for one in data]
        assert len(prints) == len(set(prints)), name


def test_every_report_has_the_types_of_code_climate(
    reports: dict[str, Report], validators: Path
) -> None:
    """TypeScript must take all reports, and refuse a list that is none."""
    written = {name: json.loads(gitlab.render(reports[name])) for name in reports if name != "many"}
    said = compiled(validators, sound=json.dumps(written), spoilt='{"x": [{"type": "bug"}]}')
    assert "spoilt.ts" in said
    assert "sound.ts" not in said


def compiled(folder: Path, **data: str) -> str:
    """What TypeScript says to data that is declared to be lists of issues, a file each."""
    place = Path(tempfile.mkdtemp(dir=folder))  # types are looked for in the folders above
    for name, value in data.items():
        (place / f"{name}.ts").write_text(
            "import type { Issue } from 'codeclimate-types'\n"
            f"export const issues: Record<string, Issue[]> = {value}\n",
            encoding="utf-8",
        )
    files = [str(place / f"{name}.ts") for name in data]
    options = [
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--lib",
        "es5",
        "--types",
        "codeclimate-types",
    ]
    command = ["node", "node_modules/typescript/bin/tsc", *options, *files]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    return done.stdout + done.stderr


def test_an_issue_says_all(reports: dict[str, Report]) -> None:
    error, row, info = json.loads(gitlab.render(reports["all-a-finding-can-say"]))
    assert [one["severity"] for one in (error, row, info)] == ["critical", "major", "info"]
    assert row["check_name"] == "PC302"
    assert row["description"] == "bent-over row after Deadlift"
    assert row["location"]["positions"] == {
        "begin": {"line": 2, "column": 4}, "end": {"line": 2, "column": 7},
    }  # fmt: skip
    assert [one["positions"]["begin"]["line"] for one in row["other_locations"]] == [1, 3]
    for said in ("held by the lower back", "Seal Row (unsafe fix)", "## Why", "https://gym.exam"):
        assert said in row["content"]["body"]


def prints(report: Report) -> list[str]:
    data: list[dict[str, Any]] = json.loads(gitlab.render(report))
    return [one["fingerprint"] for one in data]


@pytest.mark.parametrize(
    ("lead", "line", "same"),
    [
        pytest.param("# a note\n\n", "Row 3x8", True, id="moved"),
        pytest.param("", "  Row  3x8", True, id="indented"),
        pytest.param("", "Row 4x8", False, id="changed"),
    ],
)
def test_a_fingerprint_stays_when_lines_move(
    reports: dict[str, Report], lead: str, line: str, same: bool
) -> None:
    finding = reports["paths"].files[0].findings[0]

    def of(text: str) -> list[str]:
        at = text.index("Row")
        one = type(finding)(*(getattr(finding, name) for name in ("code", "name", "pack")),
                            finding.severity, finding.message, Span(at, at + 3))  # fmt: skip
        return prints(report_of([FileReport("a.wod", Source("", text), (one,))], ()))

    assert (of("Row 3x8\n") == of(f"{lead}{line}\n")) is same


def test_a_path_that_is_there_twice_has_other_fingerprints() -> None:
    """stdin may bear the name of a file that is checked too."""
    found = Finding("A1", "a", "x", Severity.WARNING, "bad", Span(0, 3))
    file = FileReport("a.wod", Source("", "Row 3x8\n"), (found,))
    assert len(set(prints(report_of([file, file], ())))) == 2


def test_adding_a_finding_leaves_the_other_fingerprints(reports: dict[str, Report]) -> None:
    file = reports["all-a-finding-can-say"].files[1]
    fewer = report_of([FileReport(file.path, file.source, file.findings[1:])], ())
    assert set(prints(fewer)) < set(prints(reports["all-a-finding-can-say"]))
