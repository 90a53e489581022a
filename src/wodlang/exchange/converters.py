"""What an importer and an exporter are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wodlang.model.program import Program


@dataclass(frozen=True, slots=True)
class Importer:
    """Reads another format: `read` makes the text of a `.wod` file from that of another file.

    `suffixes` are those of its files, as `.csv`. What `read` makes is parsed: lines that are no
    `.wod` are said. A ValueError of `read` says what is wrong with the file.
    """

    name: str
    summary: str
    suffixes: tuple[str, ...]
    read: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Exporter:
    """Writes another format: `write` makes its text from a program. `suffixes` as `.csv`."""

    name: str
    summary: str
    suffixes: tuple[str, ...]
    write: Callable[[Program], str]
