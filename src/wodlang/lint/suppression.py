"""`# wod: ignore[CODE] reason`: findings that the author has looked at and keeps."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from wodlang.lint.rule import Rule
from wodlang.lint.suppression_findings import replaced_code, unknown_code, unused, without_code
from wodlang.syntax.nodes import BlankLine, Document
from wodlang.text.core_codes import CORE_PREFIX
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.text.span import Span

PATTERN = re.compile(
    r"(?:#|//)\s*wod:\s*(ignore(?:-file)?)\s*(?:\[([^\]]*)\])?\s*(.*)$", re.IGNORECASE
)
ABOUT_SUPPRESSIONS = ("unused-suppression", "unknown-suppression")
"""Never proposed: suppressed, they would hide that other suppressions are idle or mistyped."""


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
        codes = list(_codes(match[2] or "", comment.start + match.start(2)))
        if not codes:
            problems.append(without_code(comment))
        for code, span in codes:
            found.append(Suppression(code, line, match[3].strip(), span, comment, len(codes) == 1))
    return found, problems


def _codes(listed: str, start: int) -> Iterator[tuple[str, Span]]:
    """The codes of a list with commas that begins at this offset."""
    for part in listed.split(","):
        code = part.strip()
        if code:
            place = start + part.index(code)
            yield code, Span(place, place + len(code))
        start += len(part) + 1


def suppress(
    findings: Sequence[Finding],
    suppressions: Sequence[Suppression],
    source: Source,
    rules: Sequence[Rule],
    running: frozenset[str],
    all_known: bool = True,
) -> list[Finding]:
    """The findings that remain, with those about the suppressions themselves.

    `rules` are those of all packs, `running` the codes of those that run: a suppression of another
    may be idle. `all_known` False says that a pack was left out: a word that is no core code may be
    one of its rules then.
    """
    if not suppressions:
        return list(findings)
    by_word = {word.casefold(): rule for rule in rules for word in (rule.name, rule.code)}
    used: set[Suppression] = set()
    kept = [one for one in findings if not _silences(one, suppressions, source, used, by_word)]
    for suppression in suppressions:
        if not all_known and _may_be_elsewhere(suppression.code, by_word):
            continue
        said = _said_of(suppression, by_word, suppression in used, running, source)
        if said is not None:
            kept.append(said)
    return kept


def _may_be_elsewhere(code: str, by_word: Mapping[str, Rule]) -> bool:
    return code.casefold() not in by_word and not code.upper().startswith(CORE_PREFIX)


def _said_of(
    suppression: Suppression,
    by_word: Mapping[str, Rule],
    used: bool,
    running: frozenset[str],
    source: Source,
) -> Finding | None:
    rule = by_word.get(suppression.code.casefold())
    if rule is None:
        meant = [
            one for one in by_word.values() if one.ignorable and one.name not in ABOUT_SUPPRESSIONS
        ]
        words = [*(one.code for one in meant), *(one.name for one in meant)]
        return unknown_code(suppression.code, suppression.span, words)
    if rule.replaced_by:
        return replaced_code(suppression.code, suppression.span, rule)
    if used or rule.code not in running:
        return None
    whole = suppression.comment if suppression.alone else None
    return unused(suppression.code, suppression.span, whole, source, rule.ignorable)


def _silences(
    finding: Finding,
    suppressions: Sequence[Suppression],
    source: Source,
    used: set[Suppression],
    by_word: Mapping[str, Rule],
) -> bool:
    rule = by_word.get(finding.code.casefold())
    if rule is not None and not rule.ignorable:
        return False
    needs_reason = rule is not None and rule.needs_reason
    line = source.line_index(finding.span.start)
    silenced = False
    for suppression in suppressions:
        if suppression.code.casefold() not in (finding.code.casefold(), finding.name.casefold()):
            continue
        if suppression.line not in (None, line):
            continue
        used.add(suppression)
        silenced |= bool(suppression.reason) or not needs_reason
    return silenced
