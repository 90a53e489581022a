"""A comment on a pull request: a table a file, and what explains it behind a fold."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.report.file_report import FileReport
from wodlang.report.full import finding_text
from wodlang.report.markdown_text import block, code, deeper, folded, plain
from wodlang.report.remarks import advice, fault, line_of
from wodlang.report.reporter import Report
from wodlang.report.rule_text import RuleText, by_code, text_of
from wodlang.report.summary import counted, sentence
from wodlang.text.finding import Finding, Severity

LIMIT = 65_536
"""Characters of a comment on GitHub."""

FOR_THE_END = 400
SIGNS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.INFO: "ℹ️"}
TABLE = "| line | | finding | rule |\n| ---: | --- | --- | --- |\n"


def render(report: Report) -> str:
    """Where not all has room, the gravest findings go first, then excerpts, then rules' pages."""
    return _Comment(report).text()


class _Comment:
    """What of a report has room in one comment. A finding is known by its file's and own number."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.rules = by_code(report.rules)
        self.room = LIMIT - FOR_THE_END
        self.head = f"## wod check\n\n{plain(sentence(report.summary))}"
        self._take(self.head)
        complaints = [f"- {SIGNS[Severity.ERROR]} {plain(one)}" for one in report.complaints]
        self.complaints = [one for one in complaints if self._take(one)]
        self.rows: dict[tuple[int, int], str] = {}
        self.excerpts: dict[tuple[int, int], str] = {}
        self.pages: dict[str, str] = {}
        self._choose_rows()
        self._choose_excerpts()
        self._choose_pages()

    def _take(self, *texts: str) -> bool:
        """Whether the texts have room, which is then theirs."""
        needed = sum(len(text) + 2 for text in texts)
        if needed > self.room:
            return False
        self.room -= needed
        return True

    def _choose_rows(self) -> None:
        found = [
            (one.severity.rank, number, index)
            for number, file in enumerate(self.report.files)
            for index, one in enumerate(file.findings)
        ]
        begun: set[int] = set()
        for _, number, index in sorted(found, key=lambda place: -place[0]):
            file = self.report.files[number]
            row = self._row(file, file.findings[index])
            frame = "" if number in begun else _heading(file) + TABLE + folded("", "")
            if self._take(row, frame):
                begun.add(number)
                self.rows[number, index] = row

    def _choose_excerpts(self) -> None:
        for number, index in self.rows:
            file = self.report.files[number]
            excerpt = block(finding_text(file, file.findings[index]), "text")
            if not self._take(excerpt):
                return
            self.excerpts[number, index] = excerpt

    def _choose_pages(self) -> None:
        found = [self.report.files[number].findings[index] for number, index in self.rows]
        for rule in sorted({text_of(self.rules, one) for one in found}, key=lambda one: one.code):
            page = folded(f"{rule.code} {rule.name}", deeper(rule.page(), 2))
            if not self._take(page):
                return
            self.pages[rule.code] = page

    def _row(self, file: FileReport, finding: Finding) -> str:
        rule = text_of(self.rules, finding)
        said = "<br>".join([plain(fault(finding)), *map(plain, advice(finding))])
        severity = f"{SIGNS[finding.severity]} {finding.severity}"
        return f"| {line_of(file, finding.span.start)} | {severity} | {said} | {_link(rule)} |"

    def text(self) -> str:
        """The comment."""
        parts = [self.head, "\n".join(self.complaints), *self._files()]
        if self.pages:
            parts.append("### The rules\n\n" + "\n".join(self.pages.values()))
        return "\n\n".join(part for part in (*parts, self._left_out()) if part) + "\n"

    def _files(self) -> Iterator[str]:
        for number, file in enumerate(self.report.files):
            places = [place for place in sorted(self.rows) if place[0] == number]
            if places:
                yield _heading(file) + TABLE + "\n".join(self.rows[place] for place in places)
                excerpts = [self.excerpts[place] for place in places if place in self.excerpts]
                if excerpts:
                    yield folded("The lines, and why", "\n\n".join(excerpts))

    def _left_out(self) -> str:
        report = self.report
        rules = {report.files[number].findings[index].code for number, index in self.rows}
        missing = {
            "complaint": len(report.complaints) - len(self.complaints),
            "finding": report.summary.findings - len(self.rows),
            "excerpt": len(self.rows) - len(self.excerpts),
            "rule's page": len(rules) - len(self.pages),
        }
        said = ", ".join(counted(number, word) for word, number in missing.items() if number)
        if not said:
            return ""
        return (
            f"*Left out, as a comment holds {LIMIT:,} characters: {said}. `wod check` shows all.*"
        )


def _heading(file: FileReport) -> str:
    return f"### {code(file.path)}\n\n"


def _link(rule: RuleText) -> str:
    named = f"{plain(rule.code)}<br>{plain(rule.name)}"
    return f"[{plain(rule.code)}](<{rule.url}>)<br>{plain(rule.name)}" if rule.url else named
