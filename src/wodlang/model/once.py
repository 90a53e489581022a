"""What a file says once: its program, and each field of a block."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.syntax.nodes import ExerciseHeader, FieldLine, ProgramHeader, Statement
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding, Label

Group = tuple[Statement, list[FieldLine]]


def once_each(groups: Sequence[Group], findings: list[Finding]) -> list[Group]:
    """The blocks with each field once: of two the first counts, the second is reported.

    A program and an athlete are one each, so their fields are counted over all such blocks.
    """
    seen: dict[tuple[object, str], FieldLine] = {}
    program: ProgramHeader | None = None
    kept: list[Group] = []
    for header, fields in groups:
        own: list[FieldLine] = []
        kept.append((header, own))
        if isinstance(header, ProgramHeader) and header.name:
            if program is not None:
                findings.append(_second_program(header, program))
            program = program or header
        block = header.index if isinstance(header, ExerciseHeader) else type(header)
        for line in fields:
            first = seen.setdefault((block, line.key), line)
            if first is line:
                own.append(line)
            else:
                findings.append(written_twice(line, first))
    return kept


def written_twice(line: FieldLine, first: FieldLine, what: str = "") -> Finding:
    """The finding about a field that is there before; `what` says so where its key does not."""
    return core_finding(
        "unknown-field",
        line.key_span,
        f"{what or _quoted(line)} is there twice",
        note="the first one counts",
        help="keep one of the two",
        labels=(Label(first.key_span, "first here"),),
    )


def _quoted(line: FieldLine) -> str:
    return f'"{line.key}"'


def _second_program(header: ProgramHeader, first: ProgramHeader) -> Finding:
    return core_finding(
        "syntax-error", header.span, "a second program in this file",
        help="write it in a file of its own, or as week or session",
        labels=(Label(first.span, "first here"),),
    )  # fmt: skip
