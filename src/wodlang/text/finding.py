"""What a linter says about a text: findings, their labels and their fixes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from wodlang.text.span import Span


class Severity(StrEnum):
    """How grave a finding is."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error: to compare severities."""
        return _RANKS[self]


_RANKS = {Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}


class Applicability(StrEnum):
    """Whether a fix keeps the meaning of a program (`safe`) or changes the training (`unsafe`)."""

    SAFE = "safe"
    UNSAFE = "unsafe"


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text at `span` by `replacement`."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A change that removes a finding: what it does in words, and its edits (none overlap)."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE


@dataclass(frozen=True, slots=True)
class Label:
    """A second place that explains a finding, and what it has to do with it."""

    span: Span
    message: str


ALWAYS_FAIL = ("syntax-error", "rule-crashed", "pack-not-loaded")
"""Findings that no fail level lets pass."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place.

    `message` says the fault; `note` stands beside the marked text and says what it is there;
    `help` alone proposes.
    """

    code: str
    name: str
    pack: str
    severity: Severity
    message: str
    span: Span
    note: str = ""
    labels: tuple[Label, ...] = ()
    help: str = ""
    fixes: tuple[Fix, ...] = ()

    def fails(self, level: Severity) -> bool:
        """Whether a run with this fail level fails by it."""
        return self.severity.rank >= level.rank or self.name in ALWAYS_FAIL

    def moved(self, offset: int) -> Finding:
        """The same finding with all its places, counted from a text that begins `offset` earlier."""
        labels = tuple(replace(one, span=one.span.moved(offset)) for one in self.labels)
        fixes = tuple(replace(one, edits=_moved(one.edits, offset)) for one in self.fixes)
        return replace(self, span=self.span.moved(offset), labels=labels, fixes=fixes)


def _moved(edits: tuple[Edit, ...], offset: int) -> tuple[Edit, ...]:
    return tuple(replace(edit, span=edit.span.moved(offset)) for edit in edits)


def apply_edits(text: str, edits: tuple[Edit, ...]) -> str:
    """The text with the edits made; edits at one offset are made in the order given."""
    pieces: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces.append(text[end : edit.span.start])
        pieces.append(edit.replacement)
        end = edit.span.end
    pieces.append(text[end:])
    return "".join(pieces)
