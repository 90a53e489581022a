"""A run of `wod check` that changes texts: what it says of itself, and its exit code."""

from __future__ import annotations

from argparse import Namespace

from wodlang.cli import output
from wodlang.cli.changing.sentences import not_suppressed, summary
from wodlang.cli.changing.texts import Changed, check_changing
from wodlang.cli.changing.wanted import Wanted
from wodlang.cli.check_report import CheckReport, reported
from wodlang.cli.discovery import Discovered
from wodlang.cli.exit_codes import Exit
from wodlang.cli.fix_hint import fix_hint
from wodlang.cli.messages import remark
from wodlang.cli.text_diff import text_diff


def run_changing(
    found: Discovered,
    with_stdin: bool,
    arguments: Namespace,
    wanted: Wanted,
    report: CheckReport,
) -> Exit:
    """Change what is to be changed, and report; the exit code of the run."""
    changed = check_changing(found.files, with_stdin, arguments, wanted)
    for one in changed.outcomes:
        for message in one.taken_back:
            remark(message)
    if wanted.reason is not None and not wanted.diff:
        for message in not_suppressed(changed.outcomes):
            remark(message)
    if changed.stdin is not None:
        report.beside = True
        output.write_bytes(changed.stdin)
    if wanted.diff:
        report.beside = True
        for one in changed.outcomes:
            if one.text is not None and one.file is not None:
                output.write_bytes(text_diff(one.before, one.text, one.file.path))
    return _reported(found, changed, arguments, wanted, report)


def _reported(
    found: Discovered,
    changed: Changed,
    arguments: Namespace,
    wanted: Wanted,
    report: CheckReport,
) -> Exit:
    said = summary(changed.outcomes, wanted)
    if wanted.diff and arguments.output_file is None:
        report.silent = True
    if said and (report.silent or not report.is_for_people):
        remark(said)

    def ending() -> str:
        hint = "" if wanted.unsafe else fix_hint(changed.checked.files, False)
        return "\n".join(one for one in (said, hint) if one)

    return reported(found, changed.checked, report, ending)
