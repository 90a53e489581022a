"""Whether what a rule yields can be shown: a pack's mistake must not break the report."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from types import GeneratorType
from typing import Any

from wodlang.lint.field_types import shown, wrong_fields
from wodlang.lint.guarded import PackError
from wodlang.lint.rule import Fault, Proposal
from wodlang.text.finding import Edit
from wodlang.text.span import Span


def checked_result(result: Any) -> Iterable[Any]:
    """What a check gave back, if it can be walked through."""
    if type(result) is not GeneratorType and not isinstance(result, Iterable):  # quick, then sure
        raise PackError(f"its check gave {shown(result)}, no faults: write `yield Fault(…)`")
    return result


def checked_fault(yielded: Any, length: int) -> Fault:
    """What a check yielded, for a text of this length; a `PackError` where it is no sound fault."""
    if not isinstance(yielded, Fault):
        raise PackError(f"it yielded {shown(yielded)}, no Fault")
    _check_fields(yielded)
    _check_span(yielded.span, length, "a fault")
    for label in yielded.labels:
        _check_fields(label)
        _check_span(label.span, length, "a label")
    return yielded


def proposals_of(fault: Fault, length: int) -> tuple[Proposal, ...]:
    """The fault's proposals, made if need be; a `PackError` where one cannot be applied."""
    made: Any = fault.fixes() if callable(fault.fixes) else fault.fixes
    if not isinstance(made, tuple) or not all(isinstance(one, Proposal) for one in made):
        raise PackError(f"its fixes are {shown(made)}, no tuple of Proposal")
    for proposal in made:
        _check_fields(proposal)
        _check_edits(proposal.edits, length)
    return made


def _check_fields(value: Any) -> None:
    wrong = next(wrong_fields(value), None)
    if wrong:
        raise PackError(f"in a {type(value).__name__} {wrong}")


def _check_span(span: Span, length: int, what: str) -> None:
    whole = all(type(end) is int for end in span)
    if not whole or not 0 <= span.start <= span.end <= length:
        raise PackError(f"{what} lies outside of the text, which has {length} characters: {span!r}")


def _check_edits(edits: Sequence[Edit], length: int) -> None:
    for edit in edits:
        _check_fields(edit)
        _check_span(edit.span, length, "an edit")
    spans = sorted(edit.span for edit in edits)
    for one, next_one in pairwise(spans):
        if next_one.start < one.end:
            raise PackError(f"two edits of a fix overlap: {one!r} and {next_one!r}")
