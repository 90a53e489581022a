"""JUnit XML: a test a finding, and a test a file in which nothing was found.

Jenkins shows the first failure of a test alone, and GitLab one test of a name: hence a test of its
own for each finding, whose name stays the same when lines move.
"""

from __future__ import annotations

from collections import Counter
from xml.etree.ElementTree import Element, SubElement

from wodlang.report.file_report import FileReport
from wodlang.report.places import region
from wodlang.report.printable import on_one_line
from wodlang.report.remarks import explained, fault
from wodlang.report.reporter import Report
from wodlang.report.xml_text import xml_document, xml_text
from wodlang.text.finding import Finding

SUITE = "wod check"
CLASS = "wod"
"""Jenkins makes packages of a class name at its dots: a path there would be torn."""


def render(report: Report) -> str:
    """One suite; where something could not be done, a test more says so by errors."""
    suite = Element("testsuite")
    if report.packs:
        properties = SubElement(suite, "properties")
        for name, version in sorted(report.packs):
            pack = {"name": f"pack {name}", "value": version}
            SubElement(properties, "property", {key: xml_text(pack[key]) for key in pack})
    names: Counter[str] = Counter()
    for file in report.files:
        _add_file(suite, file, names)
    if report.complaints:
        case = SubElement(suite, "testcase", classname=f"{CLASS}.run", name="all could be checked")
        for complaint in report.complaints:
            error = SubElement(case, "error", message=xml_text(on_one_line(complaint)))
            error.text = xml_text(complaint)
    return xml_document(_counted(suite))


def _counted(suite: Element) -> Element:
    """The suite in its root, both with their numbers of tests."""
    cases = suite.findall("testcase")
    kinds = {"failures": "failure", "errors": "error", "skipped": "skipped"}
    found = {
        many: str(sum(case.find(one) is not None for case in cases)) for many, one in kinds.items()
    }
    suite.attrib.update({"name": SUITE, "tests": str(len(cases)), **found})
    # The schema of Jenkins has no `skipped` at the root.
    shared = {name: value for name, value in suite.attrib.items() if name != "skipped"}
    root = Element("testsuites", shared)
    root.append(suite)
    return root


def _add_file(suite: Element, file: FileReport, names: Counter[str]) -> None:
    if not file.findings:
        _add_case(suite, file.path, names)
    for finding in file.findings:
        case = _add_case(suite, f"{file.path}: {finding.code} {finding.name}", names)
        _add_outcome(case, file, finding)


def _add_case(suite: Element, named: str, names: Counter[str]) -> Element:
    """A test; a name that is there already has a number behind it."""
    name = xml_text(on_one_line(named))
    names[name] += 1
    number = f" ({names[name]})" if names[name] > 1 else ""
    return SubElement(suite, "testcase", classname=CLASS, name=f"{name}{number}")


def _add_outcome(case: Element, file: FileReport, finding: Finding) -> None:
    """A failure, or below the fail level a skipped test: of one that passed GitLab shows no text."""
    start, _ = region(file.source, finding.span)
    place = f"{start.line}:{start.column}"
    said = f"{finding.code} {finding.severity}"
    text = xml_text(f"{file.path}:{place}: {said} {explained(file, finding)}")
    if not file.fails(finding):
        SubElement(case, "skipped").text = text
        return
    message = xml_text(on_one_line(f"{place}: {said} {fault(finding)}"))
    kind = xml_text(f"{finding.code} {finding.name}")
    SubElement(case, "failure", type=kind, message=message).text = text
