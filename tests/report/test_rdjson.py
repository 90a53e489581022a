"""Reviewdog's format, checked by a validator of others."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from wodlang.report import rdjson
from wodlang.report.reporter import Report
from wodlang.text.finding import apply_edits

CHECK = """
import { RDFormatValidator } from '@umbrelladocs/rdformat-validator';
const validator = new RDFormatValidator({ strictMode: true, allowExtraFields: false });
const results = {};
for (const [name, text] of Object.entries(input)) {
  const { valid, errors } = await validator.validateString(text);
  results[name] = valid ? [] : errors.slice(0, 5);
}
console.log(JSON.stringify(results));
"""


def test_a_validator_takes_every_report(
    reports: dict[str, Report], node: Callable[[str, object], bytes]
) -> None:
    found = json.loads(node(CHECK, {name: rdjson.render(one) for name, one in reports.items()}))
    assert found == {name: [] for name in reports}


def test_the_validator_would_tell(node: Callable[[str, object], bytes]) -> None:
    spoilt = '{"diagnostics": [{"message": 1, "location": {}, "severity": "warning"}]}'
    assert json.loads(node(CHECK, {"spoilt": spoilt}))["spoilt"]


def test_suggestions_do_what_the_fixes_do_with_columns_in_bytes(reports: dict[str, Report]) -> None:
    report = reports["all-a-finding-can-say"]
    data = json.loads(rdjson.render(report))
    file = report.files[1]
    fixes = {one.code: one.fixes for one in file.findings}
    seen = 0
    for diagnostic in data["diagnostics"]:
        for fix, suggestion in zip(
            fixes[diagnostic["code"]["value"]], diagnostic.get("suggestions", []), strict=True
        ):
            assert replaced(file.source.text, suggestion) == apply_edits(
                file.source.text, fix.edits
            )
            seen += 1
    assert seen == 2


def replaced(text: str, suggestion: dict[str, Any]) -> str:
    """The text with a suggestion taken, counted as reviewdog's protocol counts."""
    lines = text.replace("\r\n", "\x00\n").replace("\r", "\n").encode().split(b"\n")
    starts = [sum(len(line) + 1 for line in lines[:index]) for index in range(len(lines))]
    first, last = suggestion["range"]["start"], suggestion["range"]["end"]
    begin = starts[first["line"] - 1] + first["column"] - 1
    end = starts[last["line"] - 1] + last["column"] - 1
    data = text.encode()
    return (data[:begin] + suggestion["text"].encode() + data[end:]).decode()


def test_the_parts_of_a_finding_have_their_places(reports: dict[str, Report]) -> None:
    report = reports["all-a-finding-can-say"]
    error, row, info = json.loads(rdjson.render(report))["diagnostics"]
    assert [one["severity"] for one in (error, row, info)] == ["ERROR", "WARNING", "INFO"]
    assert row["code"] == {"value": "PC302", "url": "https://gym.example/rules/PC302.html"}
    assert row["location"]["range"]["start"] == {"line": 2, "column": 10}
    assert [one["message"] for one in row["related_locations"]] == [
        "tired from here on", "this is fine",
    ]  # fmt: skip
    assert "suggestions" not in info
