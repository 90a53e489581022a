"""What was found in one file: the input of every reporter.

A reporter is a pure function `render(files, packs, ...) -> str`. Its text ends with a line end, or
is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wodlang.text.finding import Finding, Severity
from wodlang.text.source import Source


@dataclass(frozen=True, slots=True)
class FileReport:
    """A checked file with its findings; a clean file has none.

    `path` is relative to the working directory, with forward slashes. From `fail_level` on a finding
    makes the run fail.
    """

    path: str
    source: Source
    findings: tuple[Finding, ...] = ()
    fail_level: Severity = Severity.WARNING

    def fails(self, finding: Finding) -> bool:
        """Whether the run fails by this finding."""
        return finding.fails(self.fail_level)

    def in_order(self) -> list[Finding]:
        """The findings by position and code; what else they say breaks a tie."""
        return sorted(
            self.findings,
            key=lambda one: (one.span.start, one.code, one.span.end, one.name, one.message),
        )


def in_order(files: Sequence[FileReport]) -> Iterator[tuple[FileReport, Finding]]:
    """Every finding with its file, by path, position and code."""
    for file in sorted(files, key=lambda one: one.path):
        for finding in file.in_order():
            yield file, finding
