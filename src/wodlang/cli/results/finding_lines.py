"""A finding as a line of an index, and back. What comes back may be anybody's: each value is looked at."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from wodlang.text.finding import Applicability, Edit, Finding, Fix, Label, Severity
from wodlang.text.span import Span


def as_line(findings: Iterable[Finding]) -> str:
    """Findings as JSON on one line; nothing for none."""
    data = [_data(one) for one in findings]
    return json.dumps(data, separators=(",", ":")) if data else ""


def from_line(line: str, length: int) -> tuple[Finding, ...]:
    """The findings of a line, about a text of this length; a ValueError where it is damaged."""
    if not line:
        return ()
    try:
        return tuple(_finding(one, length) for one in json.loads(line))
    except (TypeError, RecursionError, IndexError, KeyError) as error:
        raise ValueError("a damaged line") from error


def _data(finding: Finding) -> list[object]:
    return [
        finding.code, finding.name, finding.pack, finding.severity, finding.message, finding.span,
        finding.note, [[one.span, one.message] for one in finding.labels], finding.help,
        [[fix.title, [[edit.span, edit.replacement] for edit in fix.edits], fix.applicability]
         for fix in finding.fixes],
    ]  # fmt: skip


def _finding(data: list[Any], length: int) -> Finding:
    code, name, pack, severity, message, span, note, labels, help_text, fixes = data
    return Finding(
        _text(code), _text(name), _text(pack), Severity(severity), _text(message),
        _span(span, length),
        _text(note),
        tuple(Label(_span(place, length), _text(said)) for place, said in labels),
        _text(help_text),
        tuple(_fix(fix, length) for fix in fixes),
    )  # fmt: skip


def _fix(data: list[Any], length: int) -> Fix:
    title, edits, applicability = data
    made = tuple(Edit(_span(place, length), _text(text)) for place, text in edits)
    return Fix(_text(title), made, Applicability(applicability))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _span(value: list[Any], length: int) -> Span:
    start, end = value
    if type(start) is not int or type(end) is not int or not 0 <= start <= end <= length:
        raise TypeError
    return Span(start, end)
