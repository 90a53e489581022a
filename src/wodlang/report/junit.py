"""JUnit XML: a test a file, a failure a finding."""

from __future__ import annotations

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
    """One suite; where something could not be done, a test more says so by an error."""
    root = Element("testsuites", _counts(report))
    suite = SubElement(root, "testsuite", _counts(report))
    if report.packs:
        properties = SubElement(suite, "properties")
        for name, version in sorted(report.packs):
            pack = {"name": f"pack {name}", "value": version}
            SubElement(properties, "property", {key: xml_text(pack[key]) for key in pack})
    for file in report.files:
        case = SubElement(suite, "testcase", classname=CLASS, name=xml_text(file.path))
        for finding in file.findings:
            _add_failure(case, file, finding)
    if report.complaints:
        case = SubElement(suite, "testcase", classname=f"{CLASS}.run", name="all could be checked")
        for complaint in report.complaints:
            error = SubElement(case, "error", message=xml_text(on_one_line(complaint)))
            error.text = xml_text(complaint)
    return xml_document(root)


def _counts(report: Report) -> dict[str, str]:
    """A test counts once, however many failures it has."""
    return {
        "name": SUITE,
        "tests": str(len(report.files) + bool(report.complaints)),
        "failures": str(sum(bool(file.findings) for file in report.files)),
        "errors": str(int(bool(report.complaints))),
    }


def _add_failure(case: Element, file: FileReport, finding: Finding) -> None:
    start, _ = region(file.source, finding.span)
    place = f"{file.path}:{start.line}:{start.column}"
    said = f"{finding.code} {finding.severity}"
    failure = SubElement(
        case,
        "failure",
        type=xml_text(f"{finding.code} {finding.name}"),
        message=xml_text(on_one_line(f"{start.line}:{start.column}: {said} {fault(finding)}")),
    )
    failure.text = xml_text(f"{place}: {said} {explained(file, finding)}")
