"""`# wod: ignore[CODE] reason`: findings that the author has looked at and keeps."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wodlang.syntax.nodes import BlankLine, Document
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Applicability as Is
from wodlang.text.finding import Edit, Finding, Fix
from wodlang.text.nearest import nearest
from wodlang.text.source import Source
from wodlang.text.span import Span

PATTERN = re.compile(
    r"(?:#|//)\s*wod:\s*(ignore(?:-file)?)\s*(?:\[([^\]]*)\])?\s*(.*)$", re.IGNORECASE
)
NEVER = frozenset({"rule-crashed", "pack-not-loaded"})


@dataclass(frozen=True, slots=True)
class Suppression:
    """One code of a suppression comment. `line` (from 0) is what it acts on, None the whole file."""

    code: str
    line: int | None
    reason: str
    span: Span
    comment: Span
    alone: bool


def read_suppressions(
    document: Document, source: Source
) -> tuple[list[Suppression], list[Finding]]:
    """The suppressions in a document's comments; one without a code is a finding."""
    found: list[Suppression] = []
    problems: list[Finding] = []
    for statement in document.statements:
        comment = statement.comment
        match = PATTERN.match(source.text[comment.start : comment.end]) if comment else None
        if comment is None or match is None:
            continue
        whole_file = match[1].lower() == "ignore-file"
        own_line = isinstance(statement, BlankLine)
        line = None if whole_file else statement.index + own_line
        codes = [code for code in (match[2] or "").split(",") if code.strip()]
        if not codes:
            problems.append(_without_code(comment))
        start = comment.start + match.start(2)
        for code in codes:
            place = start + match[2].index(code) + len(code) - len(code.lstrip())
            span = Span(place, place + len(code.strip()))
            found.append(
                Suppression(code.strip(), line, match[3].strip(), span, comment, len(codes) == 1)
            )
    return found, problems


def _without_code(comment: Span) -> Finding:
    return core_finding(
        "unknown-suppression", comment, "a suppression without a code",
        help="name what it is for: # wod: ignore[PC302] the reason",
    )  # fmt: skip


def suppress(
    findings: Sequence[Finding],
    suppressions: Sequence[Suppression],
    source: Source,
    known: Iterable[tuple[str, str]],
    need_reason: frozenset[str],
    inactive: frozenset[str] = frozenset(),
) -> list[Finding]:
    """The findings that remain, with those about the suppressions themselves.

    `known` are code and name of all rules, `need_reason` the codes that only a suppression with a
    reason silences, `inactive` the codes of rules that do not run (their suppressions may be idle).
    """
    if not suppressions:
        return list(findings)
    names = {word.casefold(): code for code, name in known for word in (code, name)}
    used: set[Suppression] = set()
    kept = [one for one in findings if not _silences(one, suppressions, source, used, need_reason)]
    for suppression in suppressions:
        code = names.get(suppression.code.casefold())
        if code is None:
            kept.append(_unknown(suppression, names))
        elif suppression not in used and code not in inactive:
            kept.append(_unused(suppression, source))
    return kept


def _silences(
    finding: Finding,
    suppressions: Sequence[Suppression],
    source: Source,
    used: set[Suppression],
    need_reason: frozenset[str],
) -> bool:
    if finding.name in NEVER:
        return False
    line = source.line_index(finding.span.start)
    silenced = False
    for suppression in suppressions:
        if suppression.code.casefold() not in (finding.code.casefold(), finding.name.casefold()):
            continue
        if suppression.line not in (None, line):
            continue
        used.add(suppression)
        silenced |= bool(suppression.reason) or finding.code not in need_reason
    return silenced


def _unknown(suppression: Suppression, names: dict[str, str]) -> Finding:
    near = nearest(suppression.code, [*names.values(), *names])
    return core_finding(
        "unknown-suppression", suppression.span, f'no rule is called "{suppression.code}"',
        help=f"did you mean {near}?" if near else "wod rule lists the rules",
    )  # fmt: skip


def _unused(suppression: Suppression, source: Source) -> Finding:
    edits: tuple[Edit, ...] = ()
    if suppression.alone:
        start = suppression.comment.start
        while start > 0 and source.text[start - 1] in " \t":
            start -= 1
        edits = (Edit(Span(start, suppression.comment.end), ""),)
    fixes = (Fix("remove the suppression", edits, Is.SAFE),) if edits else ()
    return core_finding(
        "unused-suppression", suppression.span, f"{suppression.code} is not found here",
        help="remove the suppression", fixes=fixes,
    )  # fmt: skip
