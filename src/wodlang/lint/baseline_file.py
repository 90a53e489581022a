"""The file of a baseline: TOML, one line an entry, in a stable order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wodlang.lint.baseline import Baseline
from wodlang.lint.config_file import shown_path
from wodlang.lint.config_problem import ConfigProblem, at_key, at_value, unknown
from wodlang.lint.finding_keys import FindingKey
from wodlang.lint.settings import Origin
from wodlang.text.source import Source
from wodlang.text.toml import KeyPath, read_toml

VERSION = 1
ENTRIES = "finding"
TOP_KEYS = ("version", ENTRIES)
KEY_FIELDS = ("program", "week", "session", "exercise", "rule")
FIELDS = ("path", *KEY_FIELDS, "count")
BYTE = re.compile("[\udc80-\udcff]")
ESCAPE = re.compile(r"\\x(5c|[89a-f][0-9a-f])")
HEAD = """\
# Findings that were there when this baseline was written: `wod check` leaves them out.
# `wod check --write-baseline` writes it, `--prune-baseline` removes what no longer occurs.
"""


def baseline_text(baseline: Baseline) -> str:
    """A baseline as it is written; the same bytes for the same findings."""
    entries = [
        _line(path, key, count)
        for path, found in sorted(baseline.files.items())
        for key, count in sorted(found.items())
    ]
    return "\n".join([HEAD, f"version = {VERSION}", f"{ENTRIES} = [", *entries, "]"]) + "\n"


def _line(path: str, key: FindingKey, count: int) -> str:
    """One entry; put together here, as the library's layout depends on the longest."""
    import tomli_w

    said = {"path": _written(path), **{name: getattr(key, name) for name in KEY_FIELDS}}
    values: dict[str, Any] = {name: value for name, value in said.items() if value}
    if count > 1:
        values["count"] = count
    pairs = (tomli_w.dumps({name: value}).strip() for name, value in values.items())
    return f"    {{ {', '.join(pairs)} }},"


def _written(path: str) -> str:
    """A path as TOML can hold it: a byte that is no UTF-8 as `\\xff`, what looks like one told apart."""
    apart = ESCAPE.sub(r"\\x5cx\1", path)
    return BYTE.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", apart)


def _path(written: str) -> str:
    """The path that was written so."""
    return ESCAPE.sub(
        lambda found: bytes.fromhex(found[1]).decode(errors="surrogateescape"), written
    )


def read_baseline(file: Path) -> tuple[Baseline, tuple[ConfigProblem, ...]]:
    """The baseline in a file; an empty one, and why, where it is damaged."""
    shown = shown_path(file)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        said = f"there is no such baseline: `wod check --write-baseline {shown}` writes it"
        return Baseline({}), (ConfigProblem(said, Source(shown, "")),)
    except OSError as error:
        said = f"cannot be read: {(error.strerror or str(error)).lower()}"
        return Baseline({}), (ConfigProblem(said, Source(shown, "")),)
    except UnicodeDecodeError:
        return Baseline({}), (ConfigProblem("is not UTF-8", Source(shown, "")),)
    source = Source(shown, text)
    table, fault = read_toml(source)
    if fault is not None:
        return Baseline({}), (ConfigProblem(fault.message, source, fault.span),)
    return _Reading(source).baseline(table)


@dataclass(slots=True)
class _Reading:
    source: Source
    problems: list[ConfigProblem] = field(default_factory=list)
    files: dict[str, dict[FindingKey, int]] = field(default_factory=dict)

    def baseline(self, table: dict[str, Any]) -> tuple[Baseline, tuple[ConfigProblem, ...]]:
        self._known_keys(table, TOP_KEYS, ())
        self._version(table)
        entries = table.get(ENTRIES, [])
        if isinstance(entries, list) and all(isinstance(one, dict) for one in entries):
            for index, entry in enumerate(entries):
                self._entry(entry, (ENTRIES, index))
        else:
            self._wrong((ENTRIES,), f'"{ENTRIES}" takes a list of tables')
        if self.problems:
            return Baseline({}), tuple(self.problems)
        return Baseline(self.files), ()

    def _version(self, table: dict[str, Any]) -> None:
        version = table.get("version")
        if version is None:
            said = f'it is no baseline: it lacks "version = {VERSION}"'
            self.problems.append(ConfigProblem(said, self.source))
        elif version != VERSION or isinstance(version, bool):
            self._wrong(("version",), f"this wod reads baselines of version {VERSION}")

    def _entry(self, entry: dict[str, Any], at: KeyPath) -> None:
        count = len(self.problems)
        self._known_keys(entry, FIELDS, at)
        if len(self.problems) == count:
            self.problems += self._faults(entry, at)
        if len(self.problems) > count:
            return
        key = FindingKey(**{name: entry.get(name, "") for name in KEY_FIELDS})
        found = self.files.setdefault(_path(entry["path"]), {})
        if key in found:
            self._wrong((*at, "rule"), "this entry stands here a second time: keep one of them")
        found[key] = entry.get("count", 1)

    def _faults(self, entry: dict[str, Any], at: KeyPath) -> Iterator[ConfigProblem]:
        for name in FIELDS:
            if name not in entry:
                if name in ("path", "rule"):
                    yield at_key(self._origin(at), f'an entry lacks its "{name}"')
            elif name == "count":
                value = entry[name]
                if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                    yield at_value(self._origin((*at, name)), '"count" takes a number from 1 on')
            elif not isinstance(entry[name], str):
                yield at_value(self._origin((*at, name)), f'"{name}" takes a text')

    def _known_keys(self, table: dict[str, Any], known: tuple[str, ...], at: KeyPath) -> None:
        for key in table:
            if key not in known:
                self.problems.append(unknown(self._origin((*at, key)), "key", key, known, key=True))

    def _wrong(self, at: KeyPath, said: str) -> None:
        self.problems.append(at_value(self._origin(at), said))

    def _origin(self, at: KeyPath) -> Origin:
        return Origin(0, self.source, at)
