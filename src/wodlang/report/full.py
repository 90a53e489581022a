"""The report for people: each finding with its lines, its reasons and its fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.style import Style
from rich.text import Text

from wodlang.report import palette
from wodlang.report.excerpt import excerpt
from wodlang.report.file_report import FileReport, in_order
from wodlang.report.fix_diff import DiffLine, diff_of, diff_rows
from wodlang.report.gutter import Gutter
from wodlang.report.look import PLAIN, Look
from wodlang.report.marks import Mark, marks_of
from wodlang.report.page import Page
from wodlang.report.printable import on_one_line, printable
from wodlang.report.summary import sentence, summarise
from wodlang.text.finding import Finding, Fix


def render(
    files: Sequence[FileReport], packs: Sequence[tuple[str, str]] = (), look: Look = PLAIN
) -> str:
    """Every finding as an excerpt of its file, and a summary as the last line."""
    page = Page(look)
    for file, finding in in_order(files):
        page.add(_finding(page, file, finding))
        page.add([Text()])
    page.add(page.wrapped(Text(sentence(summarise(files)), palette.HEADING), page.width))
    return page.rendered()


def finding_text(file: FileReport, finding: Finding) -> str:
    """One finding in plain text, as the report shows it."""
    page = Page(PLAIN)
    page.add(_finding(page, file, finding))
    return page.rendered()


def _finding(page: Page, file: FileReport, finding: Finding) -> Iterator[Text]:
    marks = marks_of(file.source, finding)
    diff = diff_of(file.source, finding.fixes[0]) if finding.fixes else []
    gutter = _gutter(marks, diff)
    line, column = file.source.position(finding.span.start)
    yield from _headline(page, finding)
    yield gutter.place(on_one_line(f"{file.path}:{line}:{column}"))
    yield from excerpt(page, gutter, file.source, marks)
    remarks = _remarks(finding)
    if remarks:
        yield gutter.blank()
    for text in remarks:
        rows = page.wrapped(Text(printable(text)), page.width - gutter.remark_indent("help"))
        yield from gutter.remark("help", palette.HELP, rows)
    if diff:
        yield from diff_rows(page, gutter, diff)


def _headline(page: Page, finding: Finding) -> Iterator[Text]:
    """`warning[PC302]: message  (name)`, further rows indented."""
    style = palette.of_severity(finding.severity)
    url = page.look.urls.get(finding.code)
    code = (finding.code, Style.parse(style) + Style(link=url))
    headline = Text.assemble(
        (str(finding.severity), style), ("[", style), code, ("]", style), (": ", palette.HEADING),
        (on_one_line(finding.message), palette.HEADING), (f"  ({finding.name})", palette.QUIET),
    )  # fmt: skip
    indent = "  "
    first, *further = page.wrapped(headline, page.width - len(indent))
    yield first
    yield from (Text.assemble(indent, row) for row in further)


def _remarks(finding: Finding) -> list[str]:
    """What to do: the help with the first fix, then the other fixes."""
    if not finding.fixes:
        return [finding.help] if finding.help else []
    first, *others = finding.fixes
    return [
        _offer(finding.help or first.title, first),
        *(_offer(f"or: {other.title}", other) for other in others),
    ]


def _offer(text: str, fix: Fix) -> str:
    return f"{text} ({fix.applicability} fix)"


def _gutter(marks: Sequence[Mark], diff: Sequence[DiffLine]) -> Gutter:
    numbers = [*(mark.line + 1 for mark in marks), *(line.number for line in diff)]
    return Gutter(len(str(max(numbers))))
