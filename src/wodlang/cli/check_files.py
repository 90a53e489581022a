"""Check many files: each by its configuration and packs, one fault never hiding another file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wodlang import workbench
from wodlang.cli.discovery import Unusable, shown
from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import internal_error
from wodlang.cli.reading import Text, read_file, read_stdin
from wodlang.cli.ready_settings import Ready, ReadySettings
from wodlang.report.file_report import FileReport
from wodlang.text.finding import Finding


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one file: its report, or why there is none."""

    file: FileReport | None = None
    unusable: Unusable | None = None
    code: Exit = Exit.CLEAN


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of all files."""

    files: tuple[FileReport, ...]
    unusable: tuple[Unusable, ...]
    complaints: tuple[str, ...]
    codes: tuple[Exit, ...]
    packs: tuple[tuple[str, str], ...]


def check_all(paths: Sequence[str], with_stdin: bool, arguments: Namespace) -> Checked:
    """Check these files, and stdin where it is asked for."""
    settings = ReadySettings(arguments)
    outcomes = [*_check_stdin(with_stdin, settings), *_check_files(paths, settings)]
    return Checked(
        files=tuple(one.file for one in outcomes if one.file),
        unusable=tuple(one.unusable for one in outcomes if one.unusable),
        complaints=settings.complaints,
        codes=(*(one.code for one in outcomes), *settings.codes),
        packs=settings.packs,
    )


def _check_stdin(wanted: bool, settings: ReadySettings) -> Iterator[Outcome]:
    if wanted:
        name = settings.arguments.stdin_filename
        ready = settings.of_file(name)
        yield _check(read_stdin(name), ready)


def _check_files(paths: Sequence[str], settings: ReadySettings) -> list[Outcome]:
    ready = [(path, settings.of_file(path)) for path in paths]
    jobs = min(settings.arguments.jobs, len(paths))
    if jobs <= 1:
        return [_check_file(path, one) for path, one in ready]
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts) as pool:
        chunk = max(1, len(paths) // (4 * jobs))
        return list(pool.map(_check_file, paths, [one for _, one in ready], chunksize=chunk))


def _leave_interrupts() -> None:
    """Ctrl-C is the first process's business; the others end with it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_file(path: str, ready: Ready | None) -> Outcome:
    return _check(read_file(path), ready)


def _check(text: Text | Unusable, ready: Ready | None) -> Outcome:
    if isinstance(text, Unusable):
        return Outcome(unusable=text, code=Exit.USAGE)
    if ready is None:  # its configuration is at fault, and that was said
        return Outcome(code=Exit.USAGE)
    path = text.path if text.path.startswith("<") else shown(text.path)
    try:
        result = workbench.check_text(text.text, path, ready.settings, ready.fixes)
    except Exception as error:
        internal_error(error, f"checking {path}")
        return Outcome(code=Exit.CRASHED)
    report = FileReport(path, result.source, tuple(result.findings))
    return Outcome(report, code=_code(report.findings, ready))


def _code(findings: Sequence[Finding], ready: Ready) -> Exit:
    names = {finding.name for finding in findings}
    if "pack-not-loaded" in names:
        return Exit.USAGE
    if "rule-crashed" in names:
        return Exit.CRASHED
    level = ready.settings.fail_level.rank
    failed = "syntax-error" in names or any(one.severity.rank >= level for one in findings)
    return Exit.FOUND if failed else Exit.CLEAN
