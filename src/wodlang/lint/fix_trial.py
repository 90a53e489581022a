"""Tries fixes on a text: do their findings go, and do others come?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from wodlang.lint.fix_attempts import Attempt, FixKey, Seen
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Edit, Finding, Severity, apply_edits
from wodlang.text.span import Span

Look: TypeAlias = Callable[[str], Seen]
"""Checks a text."""
STAYS = "its finding stays"


class Trial:
    """One pass: its fixes together, and where that fails, ever fewer of them until it holds.

    `made` are those that held, `now` the text with them; why the others failed goes into `refused`.
    """

    def __init__(self, base: Seen, look: Look, refused: dict[FixKey, str]) -> None:
        """Nothing is tried yet."""
        self.base = base
        self.now = base
        self.look = look
        self.refused = refused
        self.made: list[Attempt] = []

    def prove(self, attempts: Sequence[Attempt]) -> None:
        """Make these fixes on top of the others, all that hold."""
        if not attempts:
            return
        edits = _edits([*self.made, *attempts])
        after = self.look(apply_edits(self.base.text, edits))
        reason = trouble(self.now, after, attempts, edits)
        if reason is None:
            self.made += attempts
            self.now = after
        elif len(attempts) == 1:
            self.refused[attempts[0].key] = reason
        else:
            half = len(attempts) // 2
            self.prove(attempts[:half])
            self.prove(attempts[half:])


def _edits(attempts: Sequence[Attempt]) -> tuple[Edit, ...]:
    return tuple(edit for attempt in attempts for edit in attempt.fix.edits)


def trouble(
    before: Seen, after: Seen, made: Sequence[Attempt], edits: Sequence[Edit]
) -> str | None:
    """Why these fixes may not stay; None where nothing speaks against them.

    `edits` are all that lead from the text that the fixes were written for to the one after.
    """
    return _new_finding(before.findings, after.findings, made) or _stays(before, after, made, edits)


def _new_finding(
    before: Sequence[Finding], after: Sequence[Finding], made: Sequence[Attempt]
) -> str | None:
    """An error, or what is as grave as the finding of a pack: each of its fixes was harmless alone,
    but several together may not be. What a core fix makes readable may be found faulty in its turn,
    and a suppression that a fix leaves without use is mended next.
    """
    of_packs = (one.finding for one in made if one.finding.pack != CORE_PACK)
    least = min((one.severity for one in of_packs), key=_rank, default=Severity.ERROR)
    known = Counter(one.code for one in before if one.severity.rank >= least.rank)
    for one in after:
        if one.severity.rank >= least.rank and one.name != "unused-suppression":
            known[one.code] -= 1
            if known[one.code] < 0:
                return f"it brings {one.code}, {one.message}"
    return None


def _rank(severity: Severity) -> int:
    return severity.rank


def _stays(before: Seen, after: Seen, made: Sequence[Attempt], edits: Sequence[Edit]) -> str | None:
    """Each code must be found less often; of a single fix it is enough that its own place is clean,
    for some rules speak of the first fault alone and then of the next.
    """
    old, new = _codes(before.findings), _codes(after.findings)
    wanted = _codes(attempt.finding for attempt in made)
    if all(new[code] <= old[code] - number for code, number in wanted.items()):
        return None
    return None if len(made) == 1 and _is_gone(made[0].finding, before, after, edits) else STAYS


def _is_gone(finding: Finding, before: Seen, after: Seen, edits: Sequence[Edit]) -> bool:
    """Not found any more where it stood; of a line that was moved or removed, nowhere."""
    same = [one for one in after.findings if one.code == finding.code]
    if any(_takes_away(edit, finding.span) for edit in edits):
        told = [one.message for one in before.findings if one.code == finding.code]
        left = sum(one.message == finding.message for one in same)
        return left < told.count(finding.message)
    place = _moved(finding.span, edits)
    return not any(one.span.start <= place.end and place.start <= one.span.end for one in same)


def _takes_away(edit: Edit, span: Span) -> bool:
    return not edit.replacement and edit.span.start <= span.start and span.end <= edit.span.end


def _moved(span: Span, edits: Sequence[Edit]) -> Span:
    """Where a stretch of the text is after the edits."""
    grown = [(edit.span, len(edit.replacement) + edit.span.start - edit.span.end) for edit in edits]
    start = span.start + sum(by for place, by in grown if place.end <= span.start)
    end = span.end + sum(by for place, by in grown if place.start < span.end)
    return Span(start, max(start, end))


def _codes(findings: Iterable[Finding]) -> Counter[str]:
    return Counter(one.code for one in findings)
