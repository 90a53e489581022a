"""After a run: what its baselines hold and the files do not any more, and the new baseline."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from wodlang.cli.baselines import Baselines, FileBaseline
from wodlang.lint.baseline import Baseline, Entries, updated, without
from wodlang.lint.baseline_file import baseline_text
from wodlang.lint.config_file import shown_path
from wodlang.lint.finding_keys import FindingKey
from wodlang.report.summary import counted
from wodlang.text.atomic_write import FileChanged, write_atomically
from wodlang.workbench import CheckResult

MOST_LISTED = 10


@dataclass(frozen=True, slots=True)
class Compared:
    """A file of the run against its baseline; `keys` are what a new one would hold of it."""

    baseline: FileBaseline
    known: Entries
    gone: Entries
    keys: Entries


def compared_with(baseline: FileBaseline | None, result: CheckResult) -> Compared | None:
    """A text against what a baseline holds of it."""
    if baseline is None:
        return None
    return Compared(baseline, baseline.known(result), baseline.gone(result), baseline.keys(result))


@dataclass(frozen=True, slots=True)
class Ended:
    """What is said of the baselines of a run, and what could not be done."""

    remarks: tuple[str, ...]
    complaints: tuple[str, ...]


def end_baselines(baselines: Baselines, files: Sequence[Compared], arguments: Namespace) -> Ended:
    """Write or prune where that is asked for; say what was left out, and what is gone."""
    remarks: list[str] = []
    complaints: list[str] = []
    if baselines.complaints:
        return Ended((), baselines.complaints)
    for file in baselines.files:
        compared = [one for one in files if one.baseline.file == file]
        try:
            remarks += _end(file, baselines.baseline(file), compared, arguments)
        except FileChanged as error:
            complaints.append(str(error))
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            complaints.append(f"{shown_path(file)}: cannot be written ({reason})")
    return Ended(tuple(remarks), tuple(complaints))


def _end(
    file: Path, baseline: Baseline, files: Sequence[Compared], arguments: Namespace
) -> Iterator[str]:
    name = shown_path(file)
    if arguments.write_baseline is not None:
        new = _updated(baseline, files)
        _write(file, new)
        yield f"{name}: {counted(new.count, 'finding')} written."
        return
    known = sum(sum(one.known.values()) for one in files)
    if known:
        yield f"{name}: {counted(known, 'finding')} left out."
    gone = _gone(file, baseline, files)
    if not gone:
        return
    number = sum(sum(entries.values()) for entries in gone.values())
    what = f"{counted(number, 'finding')} that no longer {'occurs' if number == 1 else 'occur'}"
    if arguments.prune_baseline:
        _write(file, without(baseline, gone))
        yield f"{name}: {what}, removed:"
    else:
        yield f"{name}: {what} (--prune-baseline removes what is gone):"
    yield from _listed(gone)


def _updated(baseline: Baseline, files: Sequence[Compared]) -> Baseline:
    by_path = {one.baseline.path: one for one in files}

    def judged(path: str, key: FindingKey) -> bool:
        return path in by_path and by_path[path].baseline.judges(key)

    return updated(baseline, {path: one.keys for path, one in by_path.items()}, judged)


def _gone(file: Path, baseline: Baseline, files: Sequence[Compared]) -> dict[str, Entries]:
    """What is gone from the files of the run, and all of files that are not there any more."""
    gone: dict[str, Entries] = {one.baseline.path: one.gone for one in files if one.gone}
    for path, entries in baseline.files.items():
        if not path.startswith("<") and not (file.parent / path).exists():
            gone[path] = entries
    return gone


def _listed(gone: Mapping[str, Entries]) -> Iterator[str]:
    lines = [
        f"  {path}: {key}" for path, entries in sorted(gone.items()) for key in sorted(entries)
    ]
    yield from lines[:MOST_LISTED]
    if len(lines) > MOST_LISTED:
        yield f"  and {len(lines) - MOST_LISTED} more"


def _write(file: Path, baseline: Baseline) -> None:
    """Write the file as a whole, or leave it as it is."""
    after = baseline_text(baseline).encode()
    path = os.fspath(file)
    try:
        before = file.read_bytes()
    except FileNotFoundError:
        before = b""
        with open(path, "xb"):
            pass
        try:
            write_atomically(path, before, after)
        except BaseException:
            os.unlink(path)
            raise
        return
    if before != after:
        write_atomically(path, before, after)
