"""Reports: what a reporter is given, what it is, and which ones are wodlang's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from wodlang.report.file_report import FileReport
from wodlang.report.rule_text import RuleText
from wodlang.report.summary import Summary, summarise

FOR_PROGRAMS = {
    "json-lines": "a JSON object a finding, one a line",
    "sarif": "SARIF 2.1.0: GitHub code scanning, editors",
    "github": "annotations of GitHub Actions",
    "gitlab": "GitLab's code quality report",
    "junit": "JUnit XML: a test a finding (Jenkins, GitLab, Azure)",
    "rdjson": "reviewdog",
    "azure": "issues in the log of Azure Pipelines",
    "checkstyle": "Checkstyle XML: Jenkins and many more",
    "markdown": "a comment on a pull request",
}
"""The values of `--output-format` that other programs read: each has a module with a `render`."""

BUILT_IN = ("full", "concise", "json", *FOR_PROGRAMS)
"""The values of `--output-format` that are wodlang's own."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run of `wod check` found.

    `files` are the checked files by path, clean ones too, each with its findings by place and
    code; `packs` the name and version of every pack that looked for them. `rules` tells of each
    rule that found something, by code. `exit_code` is that of the run, `complaints` what was said on
    stderr: files that could not be read, faults of the configuration. `unread` are the path and the
    complaint of each file that could not be read, which `complaints` has too.
    """

    files: tuple[FileReport, ...]
    packs: tuple[tuple[str, str], ...]
    summary: Summary
    rules: tuple[RuleText, ...] = ()
    exit_code: int = 0
    complaints: tuple[str, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Reporter:
    """A value of `--output-format`: `render` makes the text of a report, its last line end too.

    It runs within the time limit of packs. Where it raises, the full report is shown instead and
    the exit code is 3.
    """

    name: str
    summary: str
    render: Callable[[Report], str]


def report_of(
    files: Sequence[FileReport],
    packs: Sequence[tuple[str, str]],
    rules: Sequence[RuleText] = (),
    exit_code: int = 0,
    complaints: Sequence[str] = (),
    unread: Sequence[tuple[str, str]] = (),
) -> Report:
    """The report on these files, everything in its order."""
    ordered = tuple(
        replace(file, findings=tuple(file.in_order()))
        for file in sorted(files, key=lambda one: one.path)
    )
    by_code = tuple(sorted(rules, key=lambda rule: rule.code))
    return Report(
        ordered, tuple(packs), summarise(ordered), by_code, exit_code, tuple(complaints), tuple(unread)
    )  # fmt: skip


def own_reporter(name: str) -> Reporter:
    """The reporter of this name in `FOR_PROGRAMS`; the others are not imported."""
    from importlib import import_module

    module = import_module(f"wodlang.report.{name.replace('-', '_')}")
    return Reporter(name, FOR_PROGRAMS[name], module.render)
