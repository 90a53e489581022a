"""The findings as lines, as JSON, and as numbers."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import jsonschema
import pytest

from wodlang.report import concise, json_findings, statistics
from wodlang.report.file_report import FileReport
from wodlang.report.schema import schema_text
from wodlang.report.summary import Summary, sentence
from wodlang.text.finding import Applicability, Edit, Finding, Fix, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

PACKS = [("core", "1.0.0"), ("posterior-chain", "1.2.0")]
TEXT = "Deadlift 3x5\r\n💪🏽 Row 3x8\r\n"
ROW = Span(TEXT.index("Row"), TEXT.index("Row") + 3)
FIX = Fix("use straps", (Edit(Span(ROW.end, ROW.end), ", straps"),), Applicability.SAFE)


def finding(code: str, span: Span, severity: Severity, fixes: tuple[Fix, ...] = ()) -> Finding:
    labels = (Label(Span(0, 8), "after this"),)
    return Finding(code, "a-fault", "core", severity, "is\nbad", span, "n", labels, "do", fixes)


FINDINGS = (
    finding("PC2", ROW, Severity.WARNING, (FIX,)),
    finding("PC1", ROW, Severity.ERROR),
    finding("PC1", Span(0, 8), Severity.ERROR),
)
FILES = [
    FileReport("b/c.wod", Source("c.wod", TEXT), FINDINGS),
    FileReport("a.wod", Source("a.wod", TEXT)),
    FileReport("b.wod", Source("b.wod", TEXT), FINDINGS[:1]),
]
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text("findings")))


def test_concise_is_one_line_a_finding_in_order() -> None:
    assert concise.render(FILES) == (
        "b.wod:2:4: PC2 warning is bad\n"
        "b/c.wod:1:1: PC1 error is bad\n"
        "b/c.wod:2:4: PC1 error is bad\n"
        "b/c.wod:2:4: PC2 warning is bad\n"
    )
    assert concise.render(FILES[1:2]) == ""


@pytest.mark.parametrize("module", ["concise", "json_findings", "statistics", "program_json"])
def test_outputs_for_programs_do_without_rich(module: str) -> None:
    code = f"import sys, wodlang.report.{module}; sys.exit('rich' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_json_of_a_finding_has_the_documented_shape() -> None:
    data = json.loads(json_findings.render([FILES[2]], PACKS))
    row = {"start": {"line": 2, "column": 4}, "end": {"line": 2, "column": 7}}
    behind = {"start": {"line": 2, "column": 7}, "end": {"line": 2, "column": 7}}
    first = {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 9}}
    assert data == {
        "version": 1,
        "packs": [
            {"name": "core", "version": "1.0.0"},
            {"name": "posterior-chain", "version": "1.2.0"},
        ],
        "findings": [
            {
                "code": "PC2", "name": "a-fault", "pack": "core", "severity": "warning",
                "message": "is\nbad", "path": "b.wod", "range": row,
                "labels": [{"range": first, "message": "after this"}],
                "help": "do", "docs": "wod rule PC2",
                "fixes": [
                    {
                        "title": "use straps", "applicability": "safe",
                        "edits": [{"range": behind, "replacement": ", straps"}],
                    }
                ],
            }
        ],
        "summary": {"files": 1, "errors": 0, "warnings": 1, "infos": 0, "fixable": 1},
    }  # fmt: skip


def test_json_is_sorted_valid_and_the_same_in_any_order_of_input() -> None:
    text = json_findings.render(FILES, PACKS)
    data = json.loads(text)
    VALIDATOR.validate(data)
    assert data["summary"] == {"files": 3, "errors": 2, "warnings": 2, "infos": 0, "fixable": 2}
    places = [(one["path"], one["range"]["start"]["line"], one["code"]) for one in data["findings"]]
    assert places == [
        ("b.wod", 2, "PC2"), ("b/c.wod", 1, "PC1"), ("b/c.wod", 2, "PC1"), ("b/c.wod", 2, "PC2"),
    ]  # fmt: skip
    turned = [FileReport(one.path, one.source, one.findings[::-1]) for one in reversed(FILES)]
    assert json_findings.render(turned, PACKS) == text


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.update(extra=1),
        lambda data: data["findings"][0].update(note="x"),
        lambda data: data["findings"][0].pop("docs"),
        lambda data: data["findings"][0].update(severity="fatal"),
        lambda data: data["findings"][0]["range"]["start"].update(line=0),
        lambda data: data["findings"][0]["fixes"][0].update(applicability="maybe"),
        lambda data: data["summary"].update(files=-1),
    ],
)
def test_schema_of_findings_is_strict(spoil: Any) -> None:
    data = json.loads(json_findings.render(FILES, PACKS))
    spoil(data)
    assert not VALIDATOR.is_valid(data)


@pytest.mark.parametrize("name", ["findings", "program"])
def test_schemas_are_schemas(name: str) -> None:
    schema = json.loads(schema_text(name))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for part in (schema, *schema["$defs"].values()):
        assert part["description"]
        if part["type"] == "object":
            assert part["additionalProperties"] is False


def test_unknown_schema_is_refused_with_the_known_names() -> None:
    with pytest.raises(ValueError, match="findings, program"):
        schema_text("../secrets")


def test_statistics_count_each_rule_the_most_frequent_first() -> None:
    assert statistics.render(FILES) == (
        "2  PC1  a-fault\n"
        "2  PC2  a-fault  (2 with a fix)\n"
        "\n"
        "Found 4 findings: 2 errors, 2 warnings. 2 have a fix.\n"
    )
    assert statistics.render(FILES[1:2]) == "No findings in 1 file.\n"


@pytest.mark.parametrize(
    ("summary", "said"),
    [
        (Summary(4, 0, 0, 0, 0), "No findings in 4 files."),
        (Summary(1, 0, 0, 0, 0), "No findings in 1 file."),
        (Summary(1, 1, 2, 0, 2), "Found 3 findings: 1 error, 2 warnings. 2 have a fix."),
        (Summary(1, 0, 0, 1, 1), "Found 1 finding: 1 info. 1 has a fix."),
        (Summary(2, 2, 0, 3, 0), "Found 5 findings: 2 errors, 3 infos."),
    ],
)
def test_summary_is_a_sentence(summary: Summary, said: str) -> None:
    assert sentence(summary) == said
