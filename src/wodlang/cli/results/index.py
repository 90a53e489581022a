"""The one file that holds the results for a working directory and a set of options.

Lines of text, so that a run over thousands of unchanged files reads it in one go: a head with a
checksum, then five sections. Whatever is wrong with it, it is as if it were not there.

    code          the state of all code (`code_state`)
    roots         the files and folders that this code lies in
    dependencies  path, state, digest of each file besides the texts that a result follows from
    grounds       for results: packs (JSON), and the numbers of their dependencies
    files         path, state, digest, number of the ground, exit code, findings (JSON or nothing)
"""

from __future__ import annotations

import os
import sys
import zlib

from wodlang import __version__
from wodlang.cli.results.file_state import dependency_state
from wodlang.text.cache_folder import cache_folder, read_own

HEAD = "wodlang results 3 "
FOLDER = "results"
SUFFIX = ".index"
LARGEST = 64_000_000
"""Bytes of an index; a larger one is not read."""
MOST_FILES = 50_000
VARIABLES = ("WODLANG_TIME_LIMIT",)
"""Variables of the environment that decide what a run says."""
_SECTION = "\x1d"


class Index:
    """An index in memory; each section as its lines. `files` and `dependencies` by their paths."""

    __slots__ = ("code", "dependencies", "files", "grounds", "roots")

    def __init__(self, code: str, roots: list[str]) -> None:
        """Nothing is remembered yet."""
        self.code = code
        self.roots = roots
        self.dependencies: dict[str, str] = {}
        self.grounds: list[str] = []
        self.files: dict[str, str] = {}


def index_path(options: str) -> str | None:
    """Where the results for these options and the working directory are; None for nowhere."""
    folder = cache_folder()
    if not folder:
        return None
    try:
        given = (os.environ.get(name, "") for name in VARIABLES)
        words = (__version__, sys.version, *sys.path, os.getcwd(), *given, options)
    except OSError:  # the working directory is gone
        return None
    key = "\0".join(words).encode("utf-8", "surrogatepass")
    name = f"{zlib.crc32(key):08x}{zlib.adler32(key):08x}{len(key):04x}"
    return os.path.join(folder, FOLDER, name + SUFFIX)


def read_index(path: str) -> Index | None:
    """The index at this path; None where there is none that is whole."""
    content = read_own(path, LARGEST)
    if content is None:
        return None
    try:
        head, _, body = content.partition(b"\n")
        if head != _head(body):
            return None
        code, roots, dependencies, grounds, files = body.decode("utf-8", "surrogatepass").split(
            _SECTION
        )
        index = Index(code, roots.split("\n"))
        index.dependencies = _by_path(dependencies)
        index.grounds = grounds.split("\n") if grounds else []
        index.files = _by_path(files)
    except (ValueError, MemoryError):
        return None
    return index


def written(index: Index) -> bytes:
    """The content of an index's file."""
    sections = (
        index.code,
        "\n".join(index.roots),
        "\n".join(f"{path}\t{rest}" for path, rest in index.dependencies.items()),
        "\n".join(index.grounds),
        "\n".join(f"{path}\t{rest}" for path, rest in index.files.items()),
    )
    body = _SECTION.join(sections).encode("utf-8", "surrogatepass")
    return _head(body) + b"\n" + body


def is_unchanged(path: str, remembered: str) -> bool:
    """Whether a dependency is as its line says, by its state alone."""
    return remembered.partition("\t")[0] == dependency_state(path)


def writable(text: str) -> bool:
    """Whether a path can stand in an index: nothing in it ends a line or a field."""
    return not any(sign in text for sign in "\n\t\r\x1d")


def _head(body: bytes) -> bytes:
    return f"{HEAD}{zlib.crc32(body):08x} {len(body)}".encode()


def _by_path(lines: str) -> dict[str, str]:
    if not lines:
        return {}
    found = {}
    for line in lines.split("\n"):
        path, _, rest = line.partition("\t")
        found[path] = rest
    return found
