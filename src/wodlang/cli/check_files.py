"""Check many files: what an earlier run found out is not found out again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import dataclass

from wodlang.cli.discovery import Unusable, shown
from wodlang.cli.exit_codes import Exit
from wodlang.cli.reading import Text, read_file, read_stdin
from wodlang.cli.result_cache import ResultCache
from wodlang.report.file_report import FileReport


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of all files."""

    files: tuple[FileReport, ...]
    unusable: tuple[Unusable, ...]
    complaints: tuple[str, ...]
    codes: tuple[Exit, ...]
    packs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to check: `path` is its file's, or what stdin is called, `name` what reports say."""

    path: str
    name: str
    text: str
    key: str | None


def check_all(paths: Sequence[str], with_stdin: bool, arguments: Namespace) -> Checked:
    """Check these files, and stdin where it is asked for."""
    cache = ResultCache(arguments)
    files: list[FileReport] = []
    codes: list[Exit] = []
    packs: dict[str, str] = {}
    unusable: list[Unusable] = []
    anew: list[Asked] = []
    for read in _read(paths, with_stdin, arguments):
        if isinstance(read, Unusable):
            unusable.append(read)
            continue
        asked = _asked(read, cache)
        known = cache.get(asked.key, asked.name, asked.text)
        if known is None:
            anew.append(asked)
        else:
            files.append(known.report)
            codes.append(Exit(known.code))
            packs |= dict(known.packs)
    complaints: tuple[str, ...] = ()
    if anew or not files:  # imported late: a run that knows all results needs no parser
        from wodlang.cli.check_anew import check_anew

        found = check_anew(anew, arguments, cache)
        files += found.files
        codes += found.codes
        packs |= dict(found.packs)
        complaints = found.complaints
    codes += [Exit.USAGE for _ in unusable]
    return Checked(tuple(files), tuple(unusable), complaints, tuple(codes), tuple(packs.items()))


def _read(paths: Sequence[str], with_stdin: bool, arguments: Namespace) -> list[Text | Unusable]:
    stdin = [read_stdin(arguments.stdin_filename)] if with_stdin else []
    return [*stdin, *map(read_file, paths)]


def _asked(read: Text, cache: ResultCache) -> Asked:
    name = read.path if read.path.startswith("<") else shown(read.path)
    return Asked(read.path, name, read.text, cache.key(read.path, name, read.text))
