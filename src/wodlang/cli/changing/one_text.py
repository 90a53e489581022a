"""One text: read, checked, changed and written. It may run in another process."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wodlang.cli.baseline_writing import Compared, compared_with
from wodlang.cli.changing.wanted import Wanted
from wodlang.cli.discovery import Unusable
from wodlang.cli.exit_codes import Exit
from wodlang.cli.finding_codes import code_of
from wodlang.cli.messages import fault_of_wod
from wodlang.cli.reading import Text, read_file
from wodlang.cli.ready_settings import Ready
from wodlang.fixing import fix_text, ignore_findings
from wodlang.lint.fix_passes import FixResult
from wodlang.report.file_report import FileReport
from wodlang.text.atomic_write import FileChanged, write_atomically
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.workbench import check_text


@dataclass(frozen=True, slots=True)
class Task:
    """A text and what is to be done with it. `stdin` is the text where it comes from there."""

    path: str
    name: str
    wanted: Wanted
    ready: Ready
    stdin: Text | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a text.

    `text` is the new one, `before` the old one, where they differ (with their byte order mark where
    a diff is wanted); `left` is how many findings the new one has. `unwritten` says why it could not be written, `taken_back` which fixes did not hold,
    `fault` how wod itself failed. `baseline` is what became of its baseline.
    """

    file: FileReport | None
    code: Exit
    before: str = ""
    text: str | None = None
    left: int = 0
    fixed: int = 0
    ignored: int = 0
    taken_back: tuple[str, ...] = ()
    unwritten: str = ""
    unusable: Unusable | None = None
    baseline: Compared | None = None
    fault: str = ""


def work(task: Task) -> Outcome:
    """Do all that is wanted with a text; no fault of ours costs another text."""
    read = task.stdin or read_file(task.path)
    if isinstance(read, Unusable):
        return Outcome(None, Exit.USAGE, unusable=read)
    try:
        outcome = _worked(task, read)
    except Exception as error:
        return Outcome(None, Exit.CRASHED, fault=fault_of_wod(error, f"checking {task.name}"))
    if outcome.text is None or task.wanted.diff or task.stdin:
        return outcome
    return _written(task, read, outcome)


def _worked(task: Task, read: Text) -> Outcome:
    results = list(_results(task, read.text))
    text = results[-1].text if results else read.text
    outcome = _checked(task, read.text if task.wanted.diff else text, results)
    outcome = replace(outcome, taken_back=tuple(_taken_back(task, results)))
    if text == read.text:
        return replace(outcome, left=len(outcome.file.findings) if outcome.file else 0)
    counts = [len(result.made) for result in results]
    mark = read.mark.decode() if task.wanted.diff else ""
    return replace(
        outcome,
        code=Exit.FOUND if task.wanted.diff else outcome.code,
        before=mark + read.text,
        text=mark + text,
        left=len(results[-1].findings),
        fixed=counts[0] if task.wanted.fix else 0,
        ignored=counts[-1] if task.wanted.reason is not None else 0,
    )


def _results(task: Task, text: str) -> Iterator[FixResult]:
    """What fixing makes of a text, and then suppressing, as far as they are wanted."""
    wanted, settings, baseline = task.wanted, task.ready.settings, task.ready.baseline
    keep = None if baseline is None else baseline.new
    if wanted.fix:
        fixed = fix_text(text, task.name, settings, wanted.unsafe, keep)
        text = fixed.text
        yield fixed
    if wanted.reason is not None:
        yield ignore_findings(text, wanted.reason, task.name, settings, keep)


def _checked(task: Task, text: str, results: Sequence[FixResult]) -> Outcome:
    """The findings of the text that is reported: they are known where it was fixed and no more."""
    baseline = task.ready.baseline
    if baseline is None and task.wanted.reason is None and results:
        findings = results[0].before if task.wanted.diff else results[0].findings
        return _outcome(task, Source(task.name, text), findings)
    result = check_text(text, task.name, task.ready.settings, task.ready.fixes)
    findings = result.findings if baseline is None else baseline.new(result)
    outcome = _outcome(task, result.source, findings)
    return replace(outcome, baseline=compared_with(baseline, result))


def _outcome(task: Task, source: Source, findings: Sequence[Finding]) -> Outcome:
    file = FileReport(task.name, source, tuple(findings))
    return Outcome(file, code_of(findings, task.ready.settings.fail_level))


def _taken_back(task: Task, results: Sequence[FixResult]) -> Iterator[str]:
    """What is said of fixes that did not hold, each with its line in the text that it was made in."""
    for result in results:
        source = Source(task.name, result.text)
        for one in result.taken_back:
            line = source.position(one.finding.span.start).line
            finding = f"{task.name}:{line}: {one.finding.code} ({one.finding.name})"
            yield f'{finding}: "{one.fix.title}" was taken back: {one.reason}'


def _written(task: Task, read: Text, outcome: Outcome) -> Outcome:
    """The outcome once the new text is on the disk; what holds of the old one where it is not."""
    try:
        write_atomically(task.path, read.data, read.mark + (outcome.text or "").encode())
        return outcome
    except FileChanged as error:
        said = str(error)
    except OSError as error:
        said = f"{task.path}: cannot be written ({(error.strerror or str(error)).lower()})"
    unchanged = replace(task, wanted=Wanted())
    return replace(_worked(unchanged, read), unwritten=said)
