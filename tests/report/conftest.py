"""Reports to render, and programs of others that read them."""

from __future__ import annotations

import json
import os
import subprocess
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from wodlang.report.file_report import FileReport
from wodlang.report.reporter import Report, report_of
from wodlang.report.rule_text import RuleText
from wodlang.text.finding import Applicability, Edit, Finding, Fix, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
CASES = tomllib.loads((HERE / "program-report-cases.toml").read_text(encoding="utf-8"))
TEXT: str = CASES.pop("text")
PACKS = (("core", "1.0.0"), ("posterior-chain", "1.2.0"), ("idle", "0.1"))
RULES = (
    RuleText(
        "PC302", "unsupported-row-after-hinge", "posterior-chain", Severity.WARNING,
        "a bent-over row behind a deadlift", "A row.\n\n## What it finds\nA row `x`.\n\n## Why\nIt is.",
        "session", "mechanism", "an article", "https://gym.example/rules/PC302.html",
    ),
    RuleText("WOD101", "unknown-exercise", "core", Severity.WARNING, "an unknown exercise", "One."),
)  # fmt: skip


@pytest.fixture
def matches_snapshot() -> Callable[[str, str], None]:
    """Compare with a file in snapshots/; WOD_WRITE_SNAPSHOTS=1 writes them anew, for review."""

    def compare(name: str, shown: str) -> None:
        path = SNAPSHOTS / f"{name}.txt"
        if os.environ.get("WOD_WRITE_SNAPSHOTS"):
            path.write_text(shown, encoding="utf-8", newline="\n")
        assert shown == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def reports() -> dict[str, Report]:
    """The cases of program-report-cases.toml, and one with 10,000 findings."""
    return {**{name: _report(case) for name, case in CASES.items()}, "many": _many()}


def _report(case: dict[str, Any]) -> Report:
    files = [_file(data) for data in case["files"]]
    unread = [(path, said) for path, said in case.get("unread", ())]
    complaints = [*(said for _, said in unread), *case.get("complaints", ())]
    return report_of(files, PACKS, RULES, case.get("exit", 0), complaints, unread)


def _many() -> Report:
    text = "Row 3x8\n" * 100
    findings = tuple(
        Finding(f"Z{index % 7}", "a-fault", "idle", Severity.WARNING, "bad", Span(at, at + 3))
        for index in range(1000)
        for at in [index % 100 * 8]
    )
    files = [FileReport(f"w{week}.wod", Source("", text), findings) for week in range(10)]
    return report_of(files, PACKS, RULES, 1)


def _file(data: dict[str, Any]) -> FileReport:
    text = data.get("text", TEXT)
    findings = tuple(_finding(text, one) for one in data.get("findings", ()))
    level = Severity(data.get("fail-level", "warning"))
    return FileReport(data["path"], Source(data["path"], text), findings, level)


def _finding(text: str, data: dict[str, Any]) -> Finding:
    return Finding(
        data.get("code", "PC302"),
        data.get("name", "a-fault"),
        data.get("pack", "posterior-chain"),
        Severity(data.get("severity", "warning")),
        data.get("message", "is bad"),
        _span(text, data["at"]),
        data.get("note", ""),
        tuple(Label(_span(text, at), said) for at, said in data.get("labels", ())),
        data.get("help", ""),
        tuple(_fix(text, one) for one in data.get("fixes", ())),
    )


def _fix(text: str, data: dict[str, Any]) -> Fix:
    edits = tuple(Edit(_span(text, at), new) for at, new in data["edits"])
    return Fix(
        data["title"], edits, Applicability.SAFE if data.get("safe") else Applicability.UNSAFE
    )


def _span(text: str, at: str | list[int]) -> Span:
    if isinstance(at, str):
        return Span(text.index(at), text.index(at) + len(at))
    return Span(*at)


@pytest.fixture(scope="session")
def node(validators: Path) -> Callable[[str, object], bytes]:
    """Run an ES module whose `input` is the data; what it prints."""

    def run(script: str, data: object) -> bytes:
        read = "import fs from 'node:fs'; const input = JSON.parse(fs.readFileSync(0, 'utf8'));\n"
        command = ["node", "--input-type=module", "-e", read + script]
        sent = json.dumps(data).encode()
        done = subprocess.run(
            command, cwd=validators, input=sent, capture_output=True, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout

    return run
