"""All that a run of `wod check` found, for the reports that other programs read."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace

from wodlang.cli.check_files import Checked
from wodlang.cli.discovery import shown
from wodlang.cli.exit_codes import Exit
from wodlang.report.file_report import FileReport
from wodlang.report.reporter import Report, report_of
from wodlang.report.rule_text import RuleText
from wodlang.text.finding import Severity


def full_report(
    checked: Checked, complaints: Sequence[str], code: Exit, arguments: Namespace
) -> Report:
    """The report with the words of its rules; packs are loaded only where something was found."""
    rules = rule_texts(checked.files, arguments)
    levels = {folder: _fail_level(folder, arguments) for folder in _folders(checked.files)}
    files = [
        replace(file, fail_level=levels[_folder(file)]) if file.findings else file
        for file in checked.files
    ]
    unread = [(shown(one.path), str(one)) for one in checked.unusable]
    return report_of(files, checked.packs, rules, int(code), complaints, unread)


def rule_texts(files: Sequence[FileReport], arguments: Namespace) -> tuple[RuleText, ...]:
    """The rules that found something, as the packs of their files' folders have them."""
    wanted = {finding.code for file in files for finding in file.findings}
    known: dict[str, RuleText] = {}
    for folder in _folders(files):
        if wanted <= known.keys():
            break
        found = {one.code: one for one in _rules_of(folder, arguments) if one.code in wanted}
        known = found | known
    return tuple(known.values())


def _folders(files: Sequence[FileReport]) -> list[str]:
    """The folders of files with findings, each once, in order."""
    return list(dict.fromkeys(_folder(file) for file in files if file.findings))


def _folder(file: FileReport) -> str:
    return os.path.dirname(file.path) or "."


def _fail_level(folder: str, arguments: Namespace) -> Severity:
    from wodlang.cli.run_settings import settings_for

    return settings_for(folder, arguments)[0].fail_level


def _rules_of(folder: str, arguments: Namespace) -> Iterator[RuleText]:
    from wodlang.cli.loaded_packs import in_force

    for pack in in_force(folder, arguments).packs:
        for rule in pack.rules:
            yield RuleText(
                rule.code, rule.name, pack.name, rule.severity, rule.summary, rule.doc,
                str(rule.scope), str(rule.evidence), rule.source, pack.page_of(rule),
            )  # fmt: skip
