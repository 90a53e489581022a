"""Which fixes one pass makes: the first of each finding, none near another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import TypeAlias

from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Applicability, Finding, Fix, apply_edits
from wodlang.text.source import LINE_END
from wodlang.text.span import Span

FixKey: TypeAlias = tuple[str, str, str, tuple[str, ...], str]
"""A fix wherever it stands: code, message, title, replacements, and the text of its line."""


@dataclass(frozen=True)
class Seen:
    """What is found in a text. `sessions` are the offsets of the headers of sessions and weeks.

    `offer` gives the findings with their fixes, where those are made later: it takes far longer than
    to find, and most texts that are tried need none.
    """

    text: str
    findings: tuple[Finding, ...]
    sessions: tuple[int, ...] = ()
    offer: Callable[[], tuple[Finding, ...]] | None = None

    @cached_property
    def offered(self) -> tuple[Finding, ...]:
        """The findings with their fixes."""
        return self.findings if self.offer is None else self.offer()


class Turn(IntEnum):
    """Who comes first in a pass: whatever may change what the others rest upon comes before them, or
    is alone.
    """

    SUPPRESSION = (
        0  # once its code is spelled right, other findings of the line may be meant to stay
    )
    TEXT = 1
    TRAINING = 2


@dataclass(frozen=True, slots=True)
class Attempt:
    """A fix that is tried for its finding. `reach` is what no other fix of the pass may touch."""

    finding: Finding
    fix: Fix
    key: FixKey
    reach: Span
    turn: Turn


def attempts_of(seen: Seen, unsafe: bool, refused: Callable[[FixKey], bool]) -> list[Attempt]:
    """The fixes of a pass, by position; one that overlaps or touches another waits.

    Of the unsafe fixes of a session's rules one is made at a time, after all else that is near.
    """
    taken: list[Attempt] = []
    waiting = _candidates(seen, unsafe, refused)
    for attempt in sorted(waiting, key=lambda one: (one.turn, one.reach)):
        place = bisect_right(taken, attempt.reach, key=lambda one: one.reach)
        beside = taken[max(place - 1, 0) : place + 1]
        if not any(_touch(attempt.reach, other.reach) for other in beside):
            taken.insert(place, attempt)
    return taken


def first_fixes(finding: Finding, unsafe: bool) -> Iterator[Fix]:
    """The fixes of a finding that may be made, in its order."""
    for fix in finding.fixes:
        if fix.edits and (unsafe or fix.applicability is Applicability.SAFE):
            yield fix


def key_of(finding: Finding, fix: Fix, text: str) -> FixKey:
    """What a fix is known by from pass to pass."""
    start = max(text.rfind("\n", 0, finding.span.start), text.rfind("\r", 0, finding.span.start))
    ending = LINE_END.search(text, finding.span.start)
    line = text[start + 1 : ending.start() if ending else len(text)]
    replacements = tuple(edit.replacement for edit in fix.edits)
    return finding.code, finding.message, fix.title, replacements, line.strip()


def _candidates(seen: Seen, unsafe: bool, refused: Callable[[FixKey], bool]) -> Iterator[Attempt]:
    for finding in seen.offered:
        for fix in first_fixes(finding, unsafe):
            key = key_of(finding, fix, seen.text)
            if not refused(key) and _fits(fix, seen.text):
                yield _attempt(finding, fix, key, seen)
                break


def _fits(fix: Fix, text: str) -> bool:
    """Whether the edits lie in the text, do not overlap, and change it."""
    end = 0
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        if not end <= edit.span.start <= edit.span.end <= len(text):
            return False
        end = edit.span.end
    return apply_edits(text, fix.edits) != text


def _attempt(finding: Finding, fix: Fix, key: FixKey, seen: Seen) -> Attempt:
    reach = Span(
        min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits)
    )
    turn = _turn(finding, fix)
    if turn is Turn.SUPPRESSION:
        reach = _lines_it_acts_on(reach, seen.text)
    elif turn is Turn.TRAINING:
        reach = _whole_sessions(reach, seen.sessions)
    return Attempt(finding, fix, key, reach, turn)


def _turn(finding: Finding, fix: Fix) -> Turn:
    if finding.name == "unknown-suppression":
        return Turn.SUPPRESSION
    training = finding.pack != CORE_PACK and fix.applicability is Applicability.UNSAFE
    return Turn.TRAINING if training else Turn.TEXT


def _lines_it_acts_on(reach: Span, text: str) -> Span:
    """The line of a suppression and the next one."""
    start = max(text.rfind("\n", 0, reach.start), text.rfind("\r", 0, reach.start)) + 1
    end = LINE_END.search(text, reach.end)
    following = LINE_END.search(text, end.end()) if end else None
    return Span(start, following.start() if following else len(text))


def _whole_sessions(reach: Span, starts: Sequence[int]) -> Span:
    first, behind = bisect_right(starts, reach.start), bisect_right(starts, reach.end)
    end = starts[behind] - 1 if behind < len(starts) else reach.end
    return Span(starts[first - 1] if first else 0, max(end, reach.end))


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
