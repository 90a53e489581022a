"""The examples of the program as data: a file whose text is one line, and a part of its object."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from wodlang.report.program_json import program_data
from wodlang.report.schema import schema_text
from wodlang.workbench import check_text

EXAMPLES = [
    json.loads(line)
    for line in (Path(__file__).parent / "line-examples.jsonl").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["line"])
def test_a_line_becomes_the_documented_object(example: dict[str, Any]) -> None:
    data = program_data(check_text(example["line"]).program)
    jsonschema.Draft202012Validator(json.loads(schema_text("program"))).validate(data)
    (session,) = data["sessions"]
    assert len(session["exercises"]) == len(example["exercises"])
    for exercise, expected in zip(session["exercises"], example["exercises"], strict=True):
        assert {key: exercise[key] for key in expected} == expected
