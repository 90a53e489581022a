"""The baselines of a run: which one holds for a file, and what the file makes of it."""

from __future__ import annotations

import os
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from wodlang.lint.baseline import Baseline, Compared, Entries, compare, counted
from wodlang.lint.baseline_file import read_baseline
from wodlang.lint.finding_keys import FindingKey, keys_of
from wodlang.lint.selection import active_rules
from wodlang.lint.settings import Settings
from wodlang.text.finding import Finding
from wodlang.workbench import CheckResult, load_packs


@dataclass(frozen=True, slots=True)
class FileBaseline:
    """What a baseline holds of one file.

    `running` are the codes of the rules that run on the file, `silent` those that may stand in a
    baseline at all. One that is being written takes all that it may (`takes_all`).
    """

    file: Path
    path: str
    entries: Entries
    running: frozenset[str]
    silent: frozenset[str]
    takes_all: bool = False

    def new(self, result: CheckResult) -> tuple[Finding, ...]:
        """The findings that it does not hold."""
        if self.takes_all:
            return tuple(one for one in result.findings if one.code not in self.silent)
        return self._compared(result).new

    def known(self, result: CheckResult) -> Entries:
        """What it holds and the file has."""
        return self._compared(result).known

    def gone(self, result: CheckResult) -> Entries:
        """What it holds and the file has no more, of the rules that ran."""
        return self._compared(result).gone(self.entries, self.judges)

    def keys(self, result: CheckResult) -> Entries:
        """What a new baseline would hold of the file."""
        keys = keys_of(result.findings, result.document, result.program, result.source)
        return counted(key for key in keys if key.rule in self.silent)

    def judges(self, key: FindingKey) -> bool:
        """Whether this run can tell that a finding is gone."""
        return key.rule in self.running

    def _compared(self, result: CheckResult) -> Compared:
        keys = keys_of(result.findings, result.document, result.program, result.source)
        entries = {key: count for key, count in self.entries.items() if key.rule in self.silent}
        return compare(result.findings, keys, entries)


class Baselines:
    """The baselines that the files of a run have, each read once."""

    def __init__(self, arguments: Namespace) -> None:
        """Nothing is read before a file asks."""
        self._arguments = arguments
        self._read: dict[Path, Baseline] = {}
        self.complaints: tuple[str, ...] = ()

    def of_file(self, path: str, settings: Settings) -> FileBaseline | None:
        """What the baseline in force holds of a file; None where it holds nothing of it.

        Of the baseline that is being written, the file in any case.
        """
        written = self._arguments.write_baseline
        file = self._file(settings) if written is None else Path(os.path.abspath(written))
        if file is None:
            return None
        name = name_in(file, path)
        entries = self.baseline(file).files.get(name, {})
        if not entries and written is None:
            return None
        packs = load_packs(settings).packs
        running = frozenset(one.rule.code for one in active_rules(packs, settings, path))
        silent = frozenset(rule.code for pack in packs for rule in pack.rules if rule.ignorable)
        return FileBaseline(file, name, entries, running, silent, written is not None)

    def baseline(self, file: Path) -> Baseline:
        """The baseline in a file; what is wrong with it stands in `complaints`."""
        if file not in self._read and self._arguments.write_baseline and not file.exists():
            self._read[file] = Baseline({})
        if file not in self._read:
            self._read[file], problems = read_baseline(file)
            self.complaints += tuple(map(str, problems))
        return self._read[file]

    def named(self, settings: Settings) -> tuple[str, ...]:
        """The files that the baseline in force tells of, there or not."""
        file = self._file(settings)
        if file is None:
            return ()
        paths = (path for path in self.baseline(file).files if not path.startswith("<"))
        return tuple(os.fspath(file.parent / path) for path in paths)

    @property
    def files(self) -> tuple[Path, ...]:
        """The baselines that were read."""
        return tuple(self._read)

    def _file(self, settings: Settings) -> Path | None:
        if self._arguments.no_baseline:
            return None
        typed = self._arguments.baseline
        return Path(os.path.abspath(typed)) if typed is not None else settings.baseline


def name_in(file: Path, path: str) -> str:
    """What a baseline calls a file: its path from the baseline's folder, with forward slashes."""
    if path.startswith("<"):
        return path
    try:
        return Path(os.path.relpath(path, file.parent)).as_posix()
    except ValueError:  # another drive
        return Path(os.path.abspath(path)).as_posix()
