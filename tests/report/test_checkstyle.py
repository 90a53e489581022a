"""Checkstyle XML. No registry has its schema: a plugin that reads such reports must find all."""

from __future__ import annotations

import json
from collections.abc import Callable

from wodlang.report import checkstyle
from wodlang.report.reporter import Report

READ = """
import convert from 'xml-js';
import parser from 'danger-plugin-lint-report/dist/parse/checkstyle_parser.js';
const read = {};
for (const [name, xml] of Object.entries(input))
  read[name] = parser.parseCheckstyle(convert.xml2js(xml), '/nowhere/');
console.log(JSON.stringify(read));
"""


def test_a_reader_finds_every_finding_at_its_place(
    reports: dict[str, Report], node: Callable[[str, object], bytes]
) -> None:
    rendered = {name: checkstyle.render(one) for name, one in reports.items() if one.files}
    read = json.loads(node(READ, rendered))
    for name in rendered:
        wanted = [
            (
                *file.source.position(min(finding.span.start, len(file.source.text))),
                str(finding.severity),
            )
            for file in reports[name].files
            for finding in file.findings
        ]
        assert [(one["line"], one["column"], one["severity"]) for one in read[name]] == wanted, name


def test_it_reads_paths_and_messages_as_they_were(
    reports: dict[str, Report], node: Callable[[str, object], bytes]
) -> None:
    rendered = {name: checkstyle.render(reports[name]) for name in ("paths", "messages")}
    read = json.loads(node(READ, rendered))
    paths = [one["file"] for one in read["paths"]]
    for path in ("cdata]]>.wod", 'with space/it\'s "quoted".wod', "<b>&amp;.wod", "Übung/💪🏽.wod"):
        assert path in paths
    assert '100 % of 5%25, "quoted", it\'s: a, b; c] %0A %AZP25' in [
        one["message"] for one in read["messages"]
    ]


def test_clean_files_are_named(reports: dict[str, Report]) -> None:
    assert '<file name="monday.wod" />' in checkstyle.render(reports["clean"])
    assert checkstyle.render(reports["nothing"]).endswith('<checkstyle version="8.0" />\n')
