"""Results of earlier runs: an unchanged file is not parsed again.

A result is kept under a hash of everything that it follows from: the text and its path, the
options, the configuration, the code of wodlang and of the installed packs. Nothing needs it: a
damaged or missing one is computed anew, in silence.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from wodlang import __version__
from wodlang.lint.installed_packs import installed_packs, pack_files
from wodlang.report.file_report import FileReport
from wodlang.text.cache_folder import cache_folder, write_quietly
from wodlang.text.finding import Applicability, Edit, Finding, Fix, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span

FOLDER = "results"
MOST_RESULTS = 20_000
CONFIGURATIONS = ("wod.toml", "pyproject.toml")
OPTIONS = ("select", "extend_select", "ignore", "profile", "fail_level", "no_packs", "pack")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A result from an earlier run: the report, the exit code and the packs that were loaded."""

    report: FileReport
    code: int
    packs: tuple[tuple[str, str], ...]


class ResultCache:
    """The remembered results for one set of options."""

    def __init__(self, arguments: Namespace) -> None:
        """Nothing is remembered with `--no-cache`, with packs from paths, or without a folder."""
        folder = None if arguments.no_cache or arguments.pack else cache_folder()
        self._folder = os.path.join(folder, FOLDER) if folder else None
        self._options = repr([getattr(arguments, name, None) for name in OPTIONS])
        self._with_fixes = arguments.output_format != "concise" or arguments.statistics
        self._config = arguments.config
        self._configurations: dict[str, bytes | None] = {}
        self._code: bytes | None = None

    def key(self, path: str, shown: str, text: str) -> str | None:
        """The key of a file's result; None where it also follows from something not hashed."""
        if self._folder is None or "include" in text.lower():
            return None
        configuration = self._configuration(os.path.dirname(os.path.abspath(path)))
        if configuration is None:
            return None
        digest = blake2b(digest_size=20)
        words = (shown, text, self._options, str(self._with_fixes), __version__, sys.version)
        for word in words:
            digest.update(word.encode("utf-8", "surrogatepass"))
            digest.update(b"\0")
        digest.update(configuration)
        digest.update(self._code_state())
        return digest.hexdigest()

    def get(self, key: str | None, shown: str, text: str) -> Remembered | None:
        """The result under a key, or None."""
        if key is None or self._folder is None:
            return None
        try:
            with open(os.path.join(self._folder, key[:2], key[2:]), "rb") as file:
                data = json.load(file)
            findings = tuple(_finding(one) for one in data["findings"])
            packs = tuple((name, version) for name, version in data["packs"])
            return Remembered(FileReport(shown, Source(shown, text), findings), data["code"], packs)
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def put(
        self, key: str | None, report: FileReport, code: int, packs: Iterable[tuple[str, str]]
    ) -> None:
        """Remember a result."""
        if key is None or self._folder is None:
            return
        folder = os.path.join(self._folder, key[:2])
        data = {
            "code": code,
            "packs": [*packs],
            "findings": [_data(one) for one in report.findings],
        }
        write_quietly(os.path.join(folder, key[2:]), json.dumps(data).encode())
        _prune(folder)

    def _configuration(self, folder: str) -> bytes | None:
        """The path and content of the configuration in force; None where it extends others."""
        if folder not in self._configurations:
            self._configurations[folder] = self._read_configuration(folder)
        return self._configurations[folder]

    def _read_configuration(self, folder: str) -> bytes | None:
        content = b""
        for file in [self._config] if self._config else _upward(folder):
            try:
                with open(file, "rb") as opened:
                    read = opened.read()
            except OSError:
                continue
            content += os.fsencode(file) + b"\0" + read
        plain = b"extends" not in content and b"packs" not in content
        return content if plain else None

    def _code_state(self) -> bytes:
        if self._code is None:
            digest = blake2b(digest_size=20)
            for word in _code_files():
                digest.update(word.encode("utf-8", "surrogatepass"))
            self._code = digest.digest()
        return self._code


def _upward(folder: str) -> Iterable[str]:
    """Every configuration from a folder upward: the nearest counts, but which that is may change."""
    while True:
        for name in CONFIGURATIONS:
            yield os.path.join(folder, name)
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        folder = parent


def _code_files() -> Iterable[str]:
    """Each file of wodlang and of the packs with its time, and the folders of the path, which an
    install touches.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder in sys.path:
        try:
            yield f"{folder}\0{os.stat(folder or '.').st_mtime_ns}\0"
        except OSError:
            continue
    yield from _times(package)
    for path in pack_files(installed_packs()):  # an editable one changes without an install
        yield from _times(path) if os.path.isdir(path) else _time(path)
    yield from _times(os.path.join(os.path.dirname(os.path.dirname(package)), "grammar"))


def _time(file: str) -> Iterable[str]:
    try:
        yield f"{file}\0{os.stat(file).st_mtime_ns}\0"
    except OSError:
        return


def _times(folder: str) -> Iterable[str]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if not entry.name.startswith(("__", ".")):
                yield from _times(entry.path)
        else:
            yield f"{entry.path}\0{entry.stat().st_mtime_ns}\0"


def _prune(folder: str) -> None:
    """Forget the oldest half of a folder that has grown too large."""
    names = os.listdir(folder)
    if len(names) <= MOST_RESULTS // 256:
        return
    paths = [os.path.join(folder, name) for name in names]
    try:
        for path in sorted(paths, key=os.path.getmtime)[: len(paths) // 2]:
            os.unlink(path)
    except OSError:  # another run does the same
        return


def _data(finding: Finding) -> list[object]:
    return [
        finding.code, finding.name, finding.pack, finding.severity, finding.message, finding.span,
        finding.note, [[one.span, one.message] for one in finding.labels], finding.help,
        [[fix.title, [[edit.span, edit.replacement] for edit in fix.edits], fix.applicability]
         for fix in finding.fixes],
    ]  # fmt: skip


def _finding(data: list[Any]) -> Finding:
    code, name, pack, severity, message, span, note, labels, help_text, fixes = data
    return Finding(
        code, name, pack, Severity(severity), message, Span(*span), note,
        tuple(Label(Span(*place), said) for place, said in labels),
        help_text,
        tuple(
            Fix(title, tuple(Edit(Span(*place), text) for place, text in edits), Applicability(safe))
            for title, edits, safe in fixes
        ),
    )  # fmt: skip
