"""One line a finding: `path:line:column: code severity message`."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.report.file_report import FileReport, in_order
from wodlang.report.printable import on_one_line


def render(files: Sequence[FileReport], packs: Sequence[tuple[str, str]] = ()) -> str:
    """The findings as lines that editors and other programs read; empty where there is none."""
    lines = []
    for file, finding in in_order(files):
        line, column = file.source.position(finding.span.start)
        said = f"{finding.code} {finding.severity} {finding.message}"
        lines.append(on_one_line(f"{file.path}:{line}:{column}: {said}") + "\n")
    return "".join(lines)
