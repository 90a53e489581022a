"""The XML of Checkstyle, which many tools read."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from wodlang.report.file_report import FileReport
from wodlang.report.places import region
from wodlang.report.printable import on_one_line
from wodlang.report.remarks import fault, remarks
from wodlang.report.reporter import Report
from wodlang.report.xml_text import xml_document, xml_text
from wodlang.text.finding import Finding

VERSION = "8.0"


def render(report: Report) -> str:
    """An element a file, clean ones too, with an element a finding."""
    root = Element("checkstyle", version=VERSION)
    for file in report.files:
        element = SubElement(root, "file", name=xml_text(file.path))
        for finding in file.findings:
            SubElement(element, "error", _attributes(file, finding))
    return xml_document(root)


def _attributes(file: FileReport, finding: Finding) -> dict[str, str]:
    """Readers take the two last words of `source` for the category and the type."""
    start, _ = region(file.source, finding.span)
    said = "; ".join([fault(finding), *remarks(file, finding)])
    return {
        "line": str(start.line),
        "column": str(start.column),
        "severity": str(finding.severity),
        "message": xml_text(on_one_line(said)),
        "source": xml_text(f"wodlang.{finding.pack}.{finding.code}"),
    }
