"""The code that results follow from, as text: where it changed, nothing that is remembered holds."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator

from wodlang.cli.results.file_state import state_of


def code_state(roots: Iterable[str]) -> str:
    """Each file of these files and folders with its state, and the folders of Python's path, which
    an install touches.
    """
    lines = []
    for folder in sys.path:
        try:
            lines.append(f"{folder} {os.stat(folder or '.').st_mtime_ns}")
        except OSError:
            continue
    for root in roots:
        lines += _files(root) if os.path.isdir(root) else _file(root)
    return "\n".join(lines)


def code_roots() -> list[str]:
    """The files and folders with the code of wodlang and of the installed packs.

    An editable install is among them: it changes without anything being installed.
    """
    from wodlang.lint.installed_packs import installed_packs, pack_files

    package = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    grammar = os.path.join(os.path.dirname(os.path.dirname(package)), "grammar")
    return [package, grammar, *pack_files(installed_packs())]


def _file(path: str) -> Iterator[str]:
    try:
        status = os.stat(path)
    except OSError:
        return
    yield f"{path} {state_of(status)}"


def _files(folder: str) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.startswith(("__pyc", ".")):
            continue
        try:
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            else:
                yield f"{entry.path} {state_of(entry.stat())}"
        except OSError:
            continue
