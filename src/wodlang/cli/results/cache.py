"""Results of earlier runs: an unchanged file is not parsed again.

A result holds while everything that it follows from is as it was: the text, the options, the
configuration with all that it extends, packs in files, included files, the code of wodlang and of
the installed packs. Nothing needs it: a damaged or missing one is computed anew, in silence.
"""

from __future__ import annotations

import json
import time
from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wodlang.cli.discovery import shown
from wodlang.cli.reading import Text
from wodlang.cli.results.code_state import code_roots, code_state
from wodlang.cli.results.file_state import UNCERTAIN, digest_of_text, state_now
from wodlang.cli.results.finding_lines import as_line, from_line
from wodlang.cli.results.grounds import Grounds
from wodlang.cli.results.index import Index, index_path, read_index, writable
from wodlang.cli.results.writing import write_index
from wodlang.report.file_report import FileReport
from wodlang.text.source import Source

WITHOUT_INFLUENCE = frozenset(
    {
        "words",
        "output_format",
        "output_file",
        "statistics",
        "stdin_filename",
        "watch",
        "no_cache",
        "jobs",
    }
)
"""Options that do not change what is found. Any other is part of what a result is kept under, so
that one that comes to be is never forgotten here."""
WRITING = ("fix", "unsafe_fixes", "diff", "add_ignore", "write_baseline", "prune_baseline")
"""Options of runs that change files, or show what they would change: nothing is remembered."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """A result from an earlier run: the report, the exit code and the packs that were loaded."""

    report: FileReport
    code: int
    packs: tuple[tuple[str, str], ...]


class ResultCache:
    """The remembered results for one set of options, from the first look to `save`."""

    def __init__(self, arguments: Namespace) -> None:
        """Nothing is remembered with `--no-cache`, in runs that write, or without a folder."""
        self._started = time.time_ns()
        off = arguments.no_cache or any(getattr(arguments, name, None) for name in WRITING)
        self._path = None if off else index_path(_options(arguments))
        self._index: Index | None = None
        self._grounds: Grounds | None = None
        self._changed = False
        self._seen: set[str] = set()
        if self._path is not None:
            self._open(self._path)

    def _open(self, path: str) -> None:
        index = read_index(path)
        if index is None or index.code != code_state(index.roots):
            roots = code_roots()
            index = Index(code_state(roots), roots)
        self._index = index
        self._grounds = Grounds(index, self._started)

    def unread(self, path: str) -> Remembered | None:
        """The result of a file without findings whose state is what it was; it is not even read.

        The source of its report is empty.
        """
        if self._index is None or not (line := self._index.files.get(path)):
            return None
        state, _, ground, code, found = _fields(line)
        if found or state != state_now(path):
            return None
        name = shown(path)
        return self._result(path, ground, code, FileReport(name, Source(name, "")))

    def get(self, read: Text, name: str) -> Remembered | None:
        """The result of a text, or None."""
        if self._index is None or not (line := self._index.files.get(read.path)):
            return None
        state, digest, ground, code, found = _fields(line)
        if digest != digest_of_text(read.text):
            return None
        try:
            findings = from_line(found, len(read.text))
        except ValueError:
            return None
        known = self._result(
            read.path, ground, code, FileReport(name, Source(name, read.text), findings)
        )
        if known is not None and read.state not in (state, UNCERTAIN):
            self._index.files[read.path] = "\t".join((read.state, digest, ground, code, found))
            self._changed = True
        return known

    def _result(self, path: str, ground: str, code: str, report: FileReport) -> Remembered | None:
        packs = self._grounds.packs(ground) if self._grounds else None
        if packs is None or code not in ("0", "1"):
            return None
        self._seen.add(path)
        return Remembered(report, int(code), packs)

    def put(
        self,
        read: Text,
        report: FileReport,
        code: int,
        packs: Iterable[tuple[str, str]],
        follows_from: Sequence[str],
    ) -> None:
        """Remember a result, and the files that it follows from besides its own text."""
        if self._index is None or self._grounds is None:
            return
        if not writable(read.path):
            return
        ground = self._grounds.number(json.dumps([*packs]), follows_from)
        if ground is None:
            return
        found = as_line(report.findings)
        fields = (read.state, digest_of_text(read.text), ground, str(int(code)), found)
        self._index.files.pop(read.path, None)  # the newest stand last
        self._index.files[read.path] = "\t".join(fields)
        self._seen.add(read.path)
        self._changed = True

    def save(self) -> None:
        """Write what is new. Another run that does the same may win; both leave a whole index."""
        if self._index is None or self._grounds is None or self._path is None:
            return
        if self._changed or self._grounds.changed:
            write_index(self._path, self._index, self._seen)


def _options(arguments: Namespace) -> str:
    """The options that a result follows from, as text; nothing for a run without any."""
    given = {
        name: value
        for name, value in vars(arguments).items()
        if value not in (None, False) and name not in WITHOUT_INFLUENCE
    }
    if arguments.output_format == "concise" and not arguments.statistics:
        given["fixes"] = False
    return " ".join(f"{name}={value!r}" for name, value in sorted(given.items()))


def _fields(line: str) -> list[str]:
    """State, digest, ground, exit code, findings; all empty where the line is damaged."""
    fields = line.split("\t")
    return fields if len(fields) == 5 else [""] * 5
