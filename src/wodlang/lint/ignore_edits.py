"""Writes `# wod: ignore[CODE] reason` for a finding: into a comment that is there, or a new one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wodlang.lint.suppression import Suppression
from wodlang.text.finding import Applicability, Edit, Finding, Fix
from wodlang.text.source import Source
from wodlang.text.span import Span

SAID_OF_SUPPRESSIONS = frozenset({"unused-suppression", "unknown-suppression"})
"""Findings about suppressions are mended, never suppressed in their turn."""


def ignore_fixes(
    source: Source,
    finding: Finding,
    suppressions: Sequence[Suppression],
    commented: frozenset[int],
    reason: str,
) -> tuple[Fix, ...]:
    """The ways to suppress a finding, the first that holds to be taken.

    A suppression that acts on the line takes the code in; else a comment is written behind the line
    or, where the line has one already (it is among `commented`) or cannot have one, above it.
    """
    line = source.line_index(finding.span.start)
    there = [one for one in suppressions if one.line == line]
    edits = _merged(source, finding, there, reason) if there else ()
    comment = f"# wod: ignore[{finding.code}] {reason}"
    ways = [edits] if edits else _new(source, line, line in commented, comment)
    return tuple(Fix(f"ignore {finding.code}", way, Applicability.SAFE) for way in ways)


def _merged(
    source: Source, finding: Finding, there: Sequence[Suppression], reason: str
) -> tuple[Edit, ...]:
    """The code behind those that the comment names, the reason behind the one that it gives."""
    comment = there[-1].comment
    same = [one for one in there if one.comment == comment]
    named = {one.code.casefold() for one in same}
    edits = []
    if not named & {finding.code.casefold(), finding.name.casefold()}:
        behind = same[-1].span.end
        edits.append(Edit(Span(behind, behind), f", {finding.code}"))
    if reason.casefold() not in same[-1].reason.casefold():
        end = comment.start + len(source.text[comment.start : comment.end].rstrip())
        edits.append(Edit(Span(end, end), f"; {reason}" if same[-1].reason else f" {reason}"))
    return tuple(edits)


def _new(source: Source, line: int, commented: bool, comment: str) -> Iterator[tuple[Edit, ...]]:
    span, text = source.line_span(line), source.line_text(line)
    if text.strip() and not commented:
        end = span.start + len(text.rstrip())
        yield (Edit(Span(end, span.end), f"  {comment}"),)
    indentation = text[: len(text) - len(text.lstrip())]
    newline = "\r\n" if "\r\n" in source.text else "\n"
    yield (Edit(Span(span.start, span.start), f"{indentation}{comment}{newline}"),)
