"""The comment for pull requests, read by a Markdown parser of others."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt

from wodlang.report import markdown
from wodlang.report.file_report import FileReport
from wodlang.report.markdown_text import deeper
from wodlang.report.printable import on_one_line
from wodlang.report.reporter import Report, report_of
from wodlang.report.rule_text import RuleText
from wodlang.text.finding import Finding, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

HTML = {
    "h2", "h3", "h4", "p", "ul", "li", "table", "thead", "tbody", "tr", "th", "td", "br", "code",
    "pre", "details", "summary", "a", "em",
}  # fmt: skip


class Page(HTMLParser):
    """The tags of a page, the text of its cells and the targets of its links."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.open = 0
        self.cells: list[str] = []
        self.links: list[str] = []
        self.headings: list[str] = []
        self.inside = ""
        self.feed(MarkdownIt("gfm-like", {"linkify": False}).render(text))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name == "href"]
        self.open += tag == "details"
        if tag in ("td", "h3"):
            self.inside = tag
            (self.cells if tag == "td" else self.headings).append("")
        elif tag == "br" and self.inside == "td":
            self.cells[-1] += "\n"

    def handle_endtag(self, tag: str) -> None:
        self.open -= tag == "details"
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            (self.cells if self.inside == "td" else self.headings)[-1] += data


def test_every_report_fits_into_a_comment_and_has_no_markup_of_strangers(
    reports: dict[str, Report],
) -> None:
    for name, report in reports.items():
        text = markdown.render(report)
        assert len(text) <= 65_536, name
        page = Page(text)
        assert page.tags <= HTML, name
        assert page.open == 0, name
        assert set(page.links) <= {"https://gym.example/rules/PC302.html"}, name


@pytest.mark.parametrize("name", ["messages", "paths", "all-a-finding-can-say", "spans", "crashed"])
def test_cells_and_headings_show_what_was_said(reports: dict[str, Report], name: str) -> None:
    report = reports[name]
    page = Page(markdown.render(report))
    rows = [page.cells[at : at + 4] for at in range(0, len(page.cells), 4)]
    found = [(file, one) for file in report.files for one in file.findings]
    assert len(rows) == len(found)
    for (line, severity, said, rule), (file, finding) in zip(rows, found, strict=True):
        assert (
            int(line) == file.source.position(min(finding.span.start, len(file.source.text))).line
        )
        assert severity.split()[1] == finding.severity
        wanted = on_one_line(finding.message).strip() or finding.name
        assert said.replace("\u200b", "").split("\n")[0] == wanted
        assert rule.split("\n")[0] == finding.code
    paths = [on_one_line(file.path) for file in report.files if file.findings]
    assert page.headings == [*paths, "The rules"]


def test_nobody_is_called(reports: dict[str, Report]) -> None:
    assert not re.search(r"[@#](someone|12)", markdown.render(reports["messages"]).split("```")[0])


def test_excerpts_and_rules_are_behind_folds(reports: dict[str, Report]) -> None:
    text = markdown.render(reports["all-a-finding-can-say"])
    assert "   | --- held by" not in text
    excerpt = text[text.index("The lines, and why") :]
    assert "^^^ held by the lower back alone" in excerpt
    assert "<details><summary>PC302 unsupported-row-after-hinge</summary>" in text
    assert "#### Why\nIt is." in text
    assert "[PC302](<https://gym.example/rules/PC302.html>)" in text


def test_a_clean_run_and_complaints_are_said(reports: dict[str, Report]) -> None:
    assert markdown.render(reports["clean"]) == "## wod check\n\nNo findings in 2 files.\n"
    assert "- ❌ notes.wod: is UTF-16" in markdown.render(reports["nothing-but-complaints"])


def test_what_has_no_room_is_counted(reports: dict[str, Report]) -> None:
    report = reports["many"]
    text = markdown.render(report)
    rows = len(Page(text).cells) // 4
    said = re.search(r"\*Left out, as a comment holds 65,536 characters: ([\d]+) findings", text)
    assert said is not None
    assert int(said[1]) == 10_000 - rows
    assert rows > 500


def test_the_gravest_come_first_where_room_is_short() -> None:
    source = Source("", "Row 3x8\n")
    found = [Finding(f"I{at}", "a", "x", Severity.INFO, "m" * 90, Span(0, 3)) for at in range(900)]
    found.append(Finding("Z1", "b", "x", Severity.ERROR, "e" * 400, Span(0, 3)))
    huge = Finding("A1", "c", "x", Severity.ERROR, "h" * 70_000, Span(0, 3))
    rules = [RuleText("Z1", "b", "x", Severity.ERROR, doc="d" * 70_000)]
    text = markdown.render(report_of([FileReport("a.wod", source, (huge, *found))], (), rules))
    assert f"| 1 | ❌ error | {'e' * 400} | Z1<br>b |" in text
    assert len(text) <= 65_536
    assert "rule's page" in text.splitlines()[-1]


def test_a_page_stands_deeper_without_its_code_being_touched() -> None:
    page = "# A\n```wod\n# note\n```\n## B"
    assert deeper(page, 2) == "### A\n```wod\n# note\n```\n#### B"
