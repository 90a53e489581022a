"""The findings of a run in numbers, and in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from wodlang.report.file_report import FileReport
from wodlang.text.finding import Severity


@dataclass(frozen=True, slots=True)
class Summary:
    """How many files were checked and what was found; `fixable` findings have at least one fix."""

    files: int
    errors: int
    warnings: int
    infos: int
    fixable: int

    @property
    def findings(self) -> int:
        """The findings of all severities."""
        return self.errors + self.warnings + self.infos


def summarise(files: Sequence[FileReport]) -> Summary:
    """Count the findings of all files."""
    findings = [finding for file in files for finding in file.findings]
    severities = Counter(finding.severity for finding in findings)
    return Summary(
        files=len(files),
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        fixable=sum(bool(finding.fixes) for finding in findings),
    )


def sentence(summary: Summary) -> str:
    """`Found 3 findings: 1 error, 2 warnings. 2 have a fix.`"""
    if not summary.findings:
        return f"No findings in {counted(summary.files, 'file')}."
    kinds = ((summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info"))
    listed = ", ".join(counted(number, word) for number, word in kinds if number)
    found = f"Found {counted(summary.findings, 'finding')}: {listed}."
    if not summary.fixable:
        return found
    return f"{found} {summary.fixable} {'has' if summary.fixable == 1 else 'have'} a fix."


def counted(number: int, word: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
