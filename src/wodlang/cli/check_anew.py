"""Check texts by their configuration and packs, one fault never hiding another file."""

from __future__ import annotations

import gc
import os
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace

from wodlang import workbench
from wodlang.cli.baseline_writing import Compared, compared_with, end_baselines
from wodlang.cli.baselines import Baselines
from wodlang.cli.check_files import Asked, Checked
from wodlang.cli.exit_codes import Exit
from wodlang.cli.finding_codes import code_of
from wodlang.cli.messages import fault_of_wod
from wodlang.cli.ready_settings import Ready, ReadySettings
from wodlang.cli.results.cache import ResultCache
from wodlang.cli.results.follows_from import of_baseline, of_includes, of_settings
from wodlang.lint.settings import Settings
from wodlang.report.file_report import FileReport

FEW = 400
"""Texts that are not worth further processes: to start them takes as long as to check these."""

MOST_PROCESSES = 61
"""More do not wait for one another on Windows, and a typing error shall not cost all memory."""

OBJECTS_BETWEEN_COLLECTIONS = 100_000


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one text: its report, or none and a complaint where wod itself failed.

    `included` are the files that its `include` lines look for, `baseline` what became of it.
    """

    file: FileReport | None
    code: Exit
    included: tuple[str, ...] = ()
    baseline: Compared | None = None
    fault: str = ""


Usable = tuple[Asked, Ready]


def check_anew(texts: Sequence[Asked], arguments: Namespace, cache: ResultCache) -> Checked:
    """Check these texts, and remember what was found."""
    settings = ReadySettings(arguments)
    if not texts:  # a fault of the configuration here is said even where no file is left
        settings.of_folder(os.getcwd())
    baselines = Baselines(arguments)
    ready = [(asked, settings.of_file(asked.read.path)) for asked in texts]
    usable = [(asked, _ready(asked, one, baselines)) for asked, one in ready if one is not None]
    if baselines.complaints:
        usable = []
    with _rare_collections():
        outcomes, complaints = _outcomes(usable, arguments.jobs)
    ended = end_baselines(baselines, [one.baseline for one in outcomes if one.baseline], arguments)
    if not settings.codes and not complaints:
        _remember(usable, outcomes, settings, baselines, cache)
    return Checked(
        files=tuple(one.file for one in outcomes if one.file),
        unusable=(),
        complaints=(
            *settings.complaints,
            *(one.fault for one in outcomes if one.fault),
            *complaints,
            *ended.complaints,
        ),
        codes=(
            *(one.code for one in outcomes),
            *settings.codes,
            *(Exit.CRASHED for _ in complaints),
            *(Exit.USAGE for _ in ended.complaints),
        ),
        packs=settings.packs,
        remarks=ended.remarks,
    )


@contextmanager
def _rare_collections() -> Iterator[None]:
    """Look for garbage in circles rarely: packs and catalogue live to the end, and what a text
    becomes holds hardly any. It would take a fifth of the time.
    """
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _ready(asked: Asked, ready: Ready, baselines: Baselines) -> Ready:
    return replace(ready, baseline=baselines.of_file(asked.read.path, ready.settings))


def _remember(
    usable: Sequence[Usable],
    outcomes: Sequence[Outcome],
    settings: ReadySettings,
    baselines: Baselines,
    cache: ResultCache,
) -> None:
    """Remember the results of rules that all did their work; what a baseline hides is told anew, and
    so is what it holds of files that are gone.
    """
    grounds: dict[str, tuple[str, ...] | None] = {}
    for (asked, ready), outcome in zip(usable, outcomes, strict=True):
        if ready.baseline is not None:
            continue
        if outcome.file is None or outcome.code not in (Exit.CLEAN, Exit.FOUND):
            continue
        folder = os.path.dirname(os.path.abspath(asked.read.path))
        if folder not in grounds:
            grounds[folder] = _ground(folder, settings.arguments, ready.settings, baselines)
        ground = grounds[folder]
        if ground is None:
            continue
        follows = (*ground, *of_includes(asked.read.path, outcome.included))
        cache.put(asked.read, outcome.file, outcome.code, ready.packs, follows)


def _ground(
    folder: str, arguments: Namespace, settings: Settings, baselines: Baselines
) -> tuple[str, ...] | None:
    named = baselines.named(settings)
    if not all(map(os.path.exists, named)):
        return None
    return (*of_settings(folder, arguments, settings), *of_baseline(named))


def _outcomes(usable: Sequence[Usable], jobs: int | None) -> tuple[list[Outcome], tuple[str, ...]]:
    """What came of the texts, in their order, and what is to be said of processes that died.

    The first text is checked here: what the others need too is then read once for all processes.
    """
    first = [_check(one) for one in usable[:1]]
    others = usable[1:]
    jobs = processes_for(jobs, len(others))
    if jobs <= 1:
        return first + [_check(one) for one in others], ()
    from wodlang.cli.worker_processes import in_processes

    worked = in_processes(_check, others, jobs)
    outcomes = [one or Outcome(None, Exit.CRASHED) for one in worked.results]
    return first + outcomes, worked.said_of([asked.name for asked, _ in others])


def processes_for(jobs: int | None, texts: int) -> int:
    """How many processes are worth while for so many texts; `jobs` is what was asked for."""
    if jobs is None:
        jobs = _processors() if texts >= FEW else 1
    return min(jobs, texts, MOST_PROCESSES)


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _check(one: Usable) -> Outcome:
    asked, ready = one
    try:
        result = workbench.check_text(asked.read.text, asked.name, ready.settings, ready.fixes)
    except Exception as error:
        return Outcome(None, Exit.CRASHED, fault=fault_of_wod(error, f"checking {asked.name}"))
    compared = compared_with(ready.baseline, result)
    findings = result.findings if ready.baseline is None else ready.baseline.new(result)
    report = FileReport(asked.name, result.source, tuple(findings))
    code = code_of(findings, ready.settings.fail_level)
    return Outcome(report, code, result.included, compared)
