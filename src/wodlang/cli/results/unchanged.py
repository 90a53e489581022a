"""`wod check` where nothing changed since the last run and nothing was found.

Nothing is imported here that such a run does not need: no parser of options, no report, no
dataclasses. Whatever is out of the ordinary is left to `check`, which looks again.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence

from wodlang.cli.results.code_state import code_state
from wodlang.cli.results.file_state import state_of
from wodlang.cli.results.index import Index, index_path, is_unchanged, read_index
from wodlang.cli.walk import wod_files

FORMATS = {"full": "", "concise": "fixes=False"}
"""The output formats that are known here, with the options that results are kept under."""
CLEAN = "0\t"
"""The end of a file's line: exit code 0, and no findings."""


def check_unchanged(typed: Sequence[str]) -> int | None:
    """The exit code of `wod check` with these words; None where it must run as ever."""
    asked = _asked(typed)
    path = index_path(FORMATS[asked[0]]) if asked else None
    index = read_index(path) if path else None
    if asked is None or index is None:
        return None
    files = _files(asked[1] or ["."])
    if not files or not _are_clean(files, index) or index.code != code_state(index.roots):
        return None
    return 0 if asked[0] == "concise" or _say(len(files)) else None


def _asked(typed: Sequence[str]) -> tuple[str, list[str]] | None:
    """The output format and the paths; None where there are options that are unknown here."""
    form, paths = "full", []
    words = iter(typed)
    for word in words:
        if word == "--output-format":
            form = next(words, "")
        elif word.startswith("-"):
            return None
        else:
            paths.append(word)
    return (form, paths) if form in FORMATS else None


def _files(words: Sequence[str]) -> list[str] | None:
    """The files that these words mean, each once; None where there is anything to say of them."""
    found: dict[str, str] = {}
    try:
        for word in words:
            mode = os.stat(word).st_mode
            for path in wod_files(word) if stat.S_ISDIR(mode) else (word,):
                if not isinstance(path, str):
                    return None
                found.setdefault(path if len(words) == 1 else os.path.abspath(path), path)
    except (OSError, ValueError):
        return None
    return list(found.values())


def _are_clean(files: Iterable[str], index: Index) -> bool:
    """Whether each file is as it was when nothing was found in it, and all that it follows from."""
    remembered, status_of = index.files, os.stat
    grounds = set()
    try:
        for file in files:
            state, _, ground, clean = remembered[file].split("\t", 3)
            if clean != CLEAN or state != state_of(status_of(file)):
                return False
            grounds.add(ground)
        lines = [index.grounds[int(one)].partition("\t")[2] for one in grounds]
        needed = {number for line in lines for number in line.split()}
        paths = list(index.dependencies)
        return all(
            is_unchanged(paths[int(number)], index.dependencies[paths[int(number)]])
            for number in needed
        )
    except (OSError, LookupError, ValueError):
        return False


def _say(files: int) -> bool:
    """What the full report says of clean files; False where it cannot be written."""
    try:
        sys.stdout.write(f"No findings in {files} {'file' if files == 1 else 'files'}.\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        return False
    return True
