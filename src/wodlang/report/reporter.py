"""Reports that packs bring: what a reporter is given, and what it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wodlang.report.file_report import FileReport
from wodlang.report.summary import Summary, summarise

BUILT_IN = ("full", "concise", "json")
"""The values of `--output-format` that are wodlang's own."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run of `wod check` found.

    `files` are the checked files by path, clean ones too, each with its findings by place and
    code; `packs` the name and version of every pack that looked for them.
    """

    files: tuple[FileReport, ...]
    packs: tuple[tuple[str, str], ...]
    summary: Summary


@dataclass(frozen=True, slots=True)
class Reporter:
    """A value of `--output-format`: `render` makes the text of a report, its last line end too.

    It runs within the time limit of packs. Where it raises, the full report is shown instead and
    the exit code is 3.
    """

    name: str
    summary: str
    render: Callable[[Report], str]


def report_of(files: Sequence[FileReport], packs: Sequence[tuple[str, str]]) -> Report:
    """The report on these files, everything in its order."""
    ordered = tuple(
        FileReport(file.path, file.source, tuple(file.in_order()))
        for file in sorted(files, key=lambda one: one.path)
    )
    return Report(ordered, tuple(packs), summarise(ordered))
