"""All texts of a run that changes them, or that reads or writes a baseline."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wodlang.cli.baseline_writing import end_baselines
from wodlang.cli.baselines import Baselines
from wodlang.cli.changing.one_text import Outcome, Task, work
from wodlang.cli.changing.wanted import Wanted
from wodlang.cli.check_anew import processes_for
from wodlang.cli.check_files import Checked
from wodlang.cli.discovery import Unusable, shown
from wodlang.cli.exit_codes import Exit
from wodlang.cli.parser import UsageError
from wodlang.cli.reading import Text, read_stdin
from wodlang.cli.ready_settings import ReadySettings
from wodlang.cli.worker_processes import in_processes


@dataclass(frozen=True, slots=True)
class Changed:
    """A run's findings and what it changed. `stdin` is what stdin's text became, in bytes."""

    checked: Checked
    outcomes: tuple[Outcome, ...]
    stdin: bytes | None = None


def check_changing(
    paths: Sequence[str], with_stdin: bool, arguments: Namespace, wanted: Wanted
) -> Changed:
    """Check these files, and stdin where it is asked for, and do what is wanted with them."""
    run = _Run(arguments, wanted)
    read = read_stdin(arguments.stdin_filename) if with_stdin else None
    unusable = [read] if isinstance(read, Unusable) else []
    stdin = read if isinstance(read, Text) else None
    first, again = _by_target(paths)
    if not paths and stdin is None:  # a fault of the configuration here is said all the same
        run.settings.of_folder(os.getcwd())
    tasks = run.tasks([stdin.path] if stdin else [], stdin) + run.tasks(first)
    outcomes = run.work(tasks)
    later = run.tasks(again)  # links to files that were just written: read anew
    outcomes += run.work(later)
    return run.changed([*tasks, *later], outcomes, unusable, stdin)


def _by_target(paths: Sequence[str]) -> tuple[list[str], list[str]]:
    """The paths that lead to a file first, and the links that lead there once more."""
    first: dict[str, str] = {}
    again = []
    for path in paths:
        if first.setdefault(os.path.realpath(path), path) != path:
            again.append(path)
    return list(first.values()), again


class _Run:
    def __init__(self, arguments: Namespace, wanted: Wanted) -> None:
        self.arguments = arguments
        self.wanted = wanted
        self.settings = ReadySettings(arguments)
        self.baselines = Baselines(arguments)
        self.died: list[str] = []

    def tasks(self, paths: Iterable[str], stdin: Text | None = None) -> list[Task]:
        """A task for each text whose configuration and baseline are sound."""
        tasks = []
        for path in paths:
            ready = self.settings.of_file(path)
            if ready is None:
                continue
            ready = replace(ready, baseline=self.baselines.of_file(path, ready.settings))
            name = path if path.startswith("<") else shown(path)
            tasks.append(Task(path, name, self.wanted, ready, stdin))
        if self.arguments.prune_baseline and tasks and not self.baselines.files:
            raise UsageError(
                "--prune-baseline needs a baseline: add --baseline FILE, or set it in wod.toml"
            )
        return [] if self.baselines.complaints else tasks

    def work(self, tasks: Sequence[Task]) -> list[Outcome]:
        """What came of the tasks, in their order. A process that dies costs no other file."""
        jobs = processes_for(self.arguments.jobs, len(tasks))
        if jobs <= 1:
            return [work(task) for task in tasks]
        worked = in_processes(work, tasks, jobs)
        self.died += worked.said_of([task.name for task in tasks])
        return [one or Outcome(None, Exit.CRASHED) for one in worked.results]

    def changed(
        self,
        tasks: Sequence[Task],
        outcomes: Sequence[Outcome],
        unusable: Sequence[Unusable],
        stdin: Text | None,
    ) -> Changed:
        """The findings of all texts, what was said of them, and stdin's new text."""
        compared = [one.baseline for one in outcomes if one.baseline and not one.unwritten]
        ended = end_baselines(self.baselines, compared, self.arguments)
        # what a baseline that was not written takes is neither there nor gone
        unsaved = self.arguments.write_baseline is not None and ended.complaints
        unwritten = tuple(one.unwritten for one in outcomes if one.unwritten)
        complaints = (*unwritten, *ended.complaints)
        checked = Checked(
            files=() if unsaved else tuple(one.file for one in outcomes if one.file),
            unusable=(*unusable, *(one.unusable for one in outcomes if one.unusable)),
            complaints=(
                *self.settings.complaints,
                *(one.fault for one in outcomes if one.fault),
                *self.died,
                *complaints,
            ),
            codes=(
                *(one.code for one in outcomes),
                *self.settings.codes,
                *(Exit.CRASHED for _ in self.died),
                *(Exit.USAGE for _ in complaints),
            ),
            packs=self.settings.packs,
            remarks=ended.remarks,
        )
        new = self._new_stdin(tasks, outcomes, stdin)
        return Changed(checked, tuple(outcomes), new)

    def _new_stdin(
        self, tasks: Sequence[Task], outcomes: Sequence[Outcome], stdin: Text | None
    ) -> bytes | None:
        """The bytes for stdout where stdin's text is to be changed: the old ones if all else fails."""
        if stdin is None or not self.wanted.changes or self.wanted.diff:
            return None
        for task, one in zip(tasks, outcomes, strict=True):
            if task.stdin is not None and one.text is not None:
                return stdin.mark + one.text.encode()
        return stdin.data or stdin.text.encode()
