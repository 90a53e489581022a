"""`include gym.wod`: another file's exercise and athlete blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from wodlang.syntax.body import BodyReader
from wodlang.syntax.nodes import Document, IncludeLine
from wodlang.syntax.parse import parse
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.source import Source

ROOT_MARKS = ("wod.toml", "pyproject.toml", ".git")
LARGEST = 5_000_000
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Includes:
    """The included documents, the innermost first, and what is wrong with the include lines.

    `files` are all that was looked for, found or not.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()


def read_includes(document: Document, path: str, reader: BodyReader) -> Includes:
    """The files that a document includes, and those that these include."""
    lines = [one for one in document.statements if isinstance(one, IncludeLine)]
    if not lines:
        return Includes((), ())
    here = Path.cwd() / "stdin" if path.startswith("<") else Path(path).resolve()
    root = project_root(here)
    read = _Read(reader, root)
    findings: list[Finding] = []
    for line in lines:
        fault = _include(line, here, (here,), read)
        if fault is not None:
            findings.append(
                core_finding("include-failed", line.target_span, fault[0], help=fault[1])
            )
    return Includes(tuple(read.documents), tuple(findings), tuple(read.files))


def project_root(file: Path) -> Path:
    """The nearest folder upward with wod.toml, pyproject.toml or .git, else the file's own."""
    for folder in file.parents:
        if any((folder / mark).exists() for mark in ROOT_MARKS):
            return folder
    return file.parent


@dataclass(slots=True)
class _Read:
    """What is gathered on the way: documents, and the files that were looked for."""

    reader: BodyReader
    root: Path
    documents: list[Document] = field(default_factory=list)
    files: dict[str, None] = field(default_factory=dict)


def _include(
    line: IncludeLine, file: Path, opened: tuple[Path, ...], read: _Read
) -> tuple[str, str] | None:
    """Read one include and what it includes; gives the fault and its cure, or None."""
    if not line.target:
        return "include what?", "name a file: include gym.wod"
    target = Path(line.target)
    if target.is_absolute():
        return "an include is a path from this file", f"write it so: include {target.name}"
    read.files[str(file.parent / target)] = None
    try:
        path = (file.parent / target).resolve()
        if not path.is_relative_to(read.root):
            return f"{line.target} lies outside the project ({read.root.name})", "move it inside"
        if path in opened or len(opened) > DEEPEST:
            return f"{line.target} includes itself", "remove one of the includes"
        text = _text(path)
    except (OSError, RuntimeError, ValueError) as error:
        return (
            f"{line.target} cannot be read: {_reason(error)}",
            "check the path; it counts from this file",
        )
    document, _ = parse(Source(line.target, text), read.reader)
    for inner in document.statements:
        if isinstance(inner, IncludeLine):
            fault = _include(inner, path, (*opened, path), read)
            if fault is not None:
                return f"in {line.target}: {fault[0]}", fault[1]
    read.documents.append(document)
    return None


def _text(path: Path) -> str:
    if not path.is_file():
        raise OSError("there is no such file" if not path.exists() else "it is no file")
    if path.stat().st_size > LARGEST:
        raise OSError("it is too large")
    return path.read_bytes().decode("utf-8-sig")


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    return str(getattr(error, "strerror", None) or error)
