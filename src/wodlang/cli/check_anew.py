"""Check texts by their configuration and packs, one fault never hiding another file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from wodlang import workbench
from wodlang.cli.check_files import Asked, Checked
from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import internal_error
from wodlang.cli.ready_settings import Ready, ReadySettings
from wodlang.cli.result_cache import ResultCache
from wodlang.report.file_report import FileReport
from wodlang.text.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one text: its report, or none where wod itself failed."""

    file: FileReport | None
    code: Exit


def check_anew(texts: Sequence[Asked], arguments: Namespace, cache: ResultCache) -> Checked:
    """Check these texts, and remember what was found."""
    settings = ReadySettings(arguments)
    settings.of_file(".")  # a fault of the configuration here is said even where no file is left
    ready = [(asked, settings.of_file(asked.path)) for asked in texts]
    usable = [(asked, one) for asked, one in ready if one is not None]
    outcomes = _outcomes(usable, min(arguments.jobs, len(usable)))
    for (asked, _), outcome in zip(usable, outcomes, strict=True):
        if (
            outcome.file is not None
            and outcome.code in (Exit.CLEAN, Exit.FOUND)
            and not settings.codes
        ):
            cache.put(asked.key, outcome.file, outcome.code, settings.packs)
    return Checked(
        files=tuple(one.file for one in outcomes if one.file),
        unusable=(),
        complaints=settings.complaints,
        codes=(*(one.code for one in outcomes), *settings.codes),
        packs=settings.packs,
    )


def _outcomes(usable: Sequence[tuple[Asked, Ready]], jobs: int) -> list[Outcome]:
    if jobs <= 1:
        return [_check(asked, ready) for asked, ready in usable]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts) as pool:
        chunk = max(1, len(usable) // (4 * jobs))
        return list(pool.map(_check, *zip(*usable, strict=True), chunksize=chunk))


def _leave_interrupts() -> None:
    """Ctrl-C is the first process's business; the others end with it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check(asked: Asked, ready: Ready) -> Outcome:
    try:
        result = workbench.check_text(asked.text, asked.name, ready.settings, ready.fixes)
    except Exception as error:
        internal_error(error, f"checking {asked.name}")
        return Outcome(None, Exit.CRASHED)
    report = FileReport(asked.name, result.source, tuple(result.findings))
    return Outcome(report, _code(report.findings, ready))


def _code(findings: Sequence[Finding], ready: Ready) -> Exit:
    names = {finding.name for finding in findings}
    if "pack-not-loaded" in names:
        return Exit.USAGE
    if "rule-crashed" in names:
        return Exit.CRASHED
    level = ready.settings.fail_level.rank
    failed = "syntax-error" in names or any(one.severity.rank >= level for one in findings)
    return Exit.FOUND if failed else Exit.CLEAN
