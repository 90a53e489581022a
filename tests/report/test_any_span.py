"""Whatever the text and wherever the span: there is a report, and its marks stand right."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from wodlang.report import concise, full, json_findings
from wodlang.report.file_report import FileReport
from wodlang.report.look import Look
from wodlang.text.finding import Edit, Finding, Fix, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

PIECES = [
    "a",
    "Row ",
    "3x8",
    "\t",
    "硬拉",
    "é",
    "e\u0301",
    "💪🏽",
    "👨‍👩‍👧",
    "\u200b",
    "❤️",
    "🇩🇪",
    "한",
]
TEXTS = st.lists(st.sampled_from([*PIECES, "\n", "\r\n", "\x1b", "\u2028", "\x00"])).map("".join)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


@st.composite
def reports(draw: st.DrawFn) -> FileReport:
    text = draw(st.one_of(TEXTS, st.text(max_size=80)))
    labels = tuple(
        Label(draw(spans(text)), draw(st.text(max_size=60))) for _ in range(draw(st.integers(0, 3)))
    )
    fixes = (Fix("a fix", (Edit(draw(spans(text)), draw(st.text(max_size=20))),)),)
    finding = Finding(
        "X1", "a-fault", "x", draw(st.sampled_from(Severity)), draw(st.text(max_size=90)),
        draw(spans(text)), draw(st.text(max_size=90)), labels, draw(st.text(max_size=90)),
        draw(st.sampled_from([(), fixes])),
    )  # fmt: skip
    return FileReport("a.wod", Source("a.wod", text), (finding,))


@settings(deadline=None)
@given(reports(), st.integers(1, 120))
def test_any_span_gives_a_report_that_marks_it(report: FileReport, width: int) -> None:
    shown = full.render([report], look=Look(width))
    assert "[X1]" in shown.replace("\n", "")
    assert any("^" in line.split("| ", 1)[-1] for line in shown.splitlines())
    assert "\x1b" not in shown
    assert concise.render([report]).count("\n") == 1
    assert json_findings.render([report], []) == json_findings.render([report], [])


@settings(deadline=None)
@given(reports(), st.integers(40, 120))
def test_no_row_is_wider_than_the_terminal(report: FileReport, width: int) -> None:
    for row in full.render([report], look=Look(width)).split("\n"):
        assert cell_len(row) <= width, row


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map("".join), st.text("ab硬 ", max_size=30))
def test_the_mark_stands_under_what_it_marks(before: str, behind: str) -> None:
    text = f"{before}§§{behind}"
    finding = Finding("X1", "a-fault", "x", Severity.ERROR, "m", Span(len(before), len(before) + 2))
    rows = full.render([FileReport("a", Source("a", text), (finding,))], look=Look(300)).split("\n")
    source_row = next(row for row in rows if "§§" in row)
    mark_row = next(row for row in rows if "^^" in row)
    assert mark_row.index("^^") == cell_len(source_row[: source_row.index("§§")])
    assert mark_row.count("^") == 2
