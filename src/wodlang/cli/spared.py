"""What a report is never written over: all that the run reads."""

from __future__ import annotations

import os
import stat
from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from wodlang.cli.parser import UsageError


def spare(arguments: Namespace, files: Iterable[str]) -> None:
    """Refuse an `--output-file` that a run on these files reads, under whatever name."""
    written = arguments.output_file
    if written is None or not os.path.isfile(written):
        return
    target = os.stat(written)
    for path in _read(list(map(os.path.abspath, files)), arguments):
        if _is(path, target):
            shown = os.path.relpath(path)
            raise UsageError(f"--output-file {written}: would overwrite {shown}, which is read")


def _is(path: str, target: os.stat_result) -> bool:
    try:
        found = os.stat(path)
    except (OSError, ValueError):  # not there, or no path: the run says so
        return False
    return stat.S_ISREG(found.st_mode) and os.path.samestat(found, target)


def _read(files: list[str], arguments: Namespace) -> Iterator[str]:
    """The files, what they include, their configurations, TOML packs and baselines."""
    from wodlang.cli.included_paths import IncludedPaths
    from wodlang.cli.watched_configurations import named_in_configurations
    from wodlang.plugin.toml_packs import pack_files

    yield from files
    for option in ("baseline", "write_baseline"):
        if named := getattr(arguments, option, None):
            yield os.path.abspath(named)
    for named in named_in_configurations(set(map(os.path.dirname, files)), arguments):
        yield from map(str, pack_files(Path(named)))
    yield from IncludedPaths().files((), files)
