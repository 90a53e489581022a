"""What a finding says beyond its message, in lines, for reports that show text alone."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.report.file_report import FileReport
from wodlang.text.finding import Finding, Fix


def explained(file: FileReport, finding: Finding) -> str:
    """The message, and a line each for the note, the labels, the help and the fixes."""
    return "\n".join([fault(finding), *remarks(file, finding)])


def fault(finding: Finding) -> str:
    """The message; the rule's name where a pack left it blank, which no reader would take."""
    return finding.message if finding.message.strip() else finding.name


def remarks(file: FileReport, finding: Finding) -> Iterator[str]:
    """The note, the labels with their lines, the help, the fixes."""
    if finding.note:
        yield finding.note
    for label in finding.labels:
        yield f"line {line_of(file, label.span.start)}: {label.message}"
    yield from advice(finding)


def advice(finding: Finding) -> Iterator[str]:
    """What to do: `help: ...`, then each fix with whether it is safe."""
    if finding.help:
        yield f"help: {finding.help}"
    for fix in finding.fixes:
        yield f"fix: {offer(fix)}"


def offer(fix: Fix) -> str:
    """`replace the row (unsafe fix)`."""
    return f"{fix.title} ({fix.applicability} fix)"


def line_of(file: FileReport, offset: int) -> int:
    """The line, from 1, of an offset; one outside of the text is moved to its edge."""
    return file.source.line_index(min(max(offset, 0), len(file.source.text))) + 1
