"""Check many files: what an earlier run found out is not found out again."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wodlang.cli.discovery import Unusable, shown
from wodlang.cli.exit_codes import Exit
from wodlang.cli.reading import Text, read_file, read_stdin
from wodlang.cli.results.cache import Remembered, ResultCache
from wodlang.report.file_report import FileReport

WITHOUT_TEXTS = ("full", "concise", "json")
"""Output formats that say nothing of the text of a clean file, so that it need not be read."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of all files."""

    files: tuple[FileReport, ...]
    unusable: tuple[Unusable, ...]
    complaints: tuple[str, ...]
    codes: tuple[Exit, ...]
    packs: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to check, of a file or of stdin; `name` is what reports say."""

    read: Text
    name: str


def check_all(paths: Sequence[str], with_stdin: bool, arguments: Namespace) -> Checked:
    """Check these files, and stdin where it is asked for."""
    cache = ResultCache(arguments)
    files: list[FileReport] = []
    codes: list[Exit] = []
    packs: dict[str, str] = {}
    unusable: list[Unusable] = []
    anew: list[Asked] = []
    for found in _found(paths, with_stdin, arguments, cache):
        if isinstance(found, Unusable):
            unusable.append(found)
        elif isinstance(found, Asked):
            anew.append(found)
        else:
            files.append(found.report)
            codes.append(Exit(found.code))
            packs |= dict(found.packs)
    complaints: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    if anew or not files:  # imported late: a run that knows all results needs no parser
        from wodlang.cli.check_anew import check_anew

        checked = check_anew(anew, arguments, cache)
        files += checked.files
        codes += checked.codes
        packs |= dict(checked.packs)
        complaints, remarks = checked.complaints, checked.remarks
    cache.save()
    codes += [Exit.USAGE for _ in unusable]
    return Checked(
        tuple(files), tuple(unusable), complaints, tuple(codes), tuple(packs.items()), remarks
    )


def _found(
    paths: Sequence[str], with_stdin: bool, arguments: Namespace, cache: ResultCache
) -> Iterator[Unusable | Asked | Remembered]:
    """For each file what an earlier run found, or its text."""
    if with_stdin:
        yield _looked_up(read_stdin(arguments.stdin_filename), cache)
    needs_texts = arguments.output_format not in WITHOUT_TEXTS
    for path in paths:
        known = None if needs_texts else cache.unread(path)
        yield known or _looked_up(read_file(path), cache)


def _looked_up(read: Text | Unusable, cache: ResultCache) -> Unusable | Asked | Remembered:
    if isinstance(read, Unusable):
        return read
    name = read.path if read.path.startswith("<") else shown(read.path)
    return cache.get(read, name) or Asked(read, name)
