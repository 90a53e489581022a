"""What a proposed fix would bring, computed on as much of the text as each rule looks at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from wodlang.lint.excerpts import Excerpts, Reach
from wodlang.lint.rule import Proposal, Rule, Scope
from wodlang.model.program import Program
from wodlang.syntax.nodes import Document
from wodlang.text.finding import Finding, apply_edits
from wodlang.text.source import Source

FARTHEST = 150_000
"""Lines that are read to judge fixes by the rules that look at a whole program; further fixes of so
long a text are judged by the weeks around them, as otherwise each would cost a check of all.
"""

Check = Callable[[str, Reach], Sequence[Finding]]
"""The findings of a text, of the rules that look so far."""


def reach_of(rule: Rule) -> Reach:
    """How far a rule looks from the line that it speaks of."""
    if rule.every_day or rule.scope is Scope.PROGRAM:
        return Reach.PROGRAM
    return Reach.WEEKS if rule.scope in (Scope.WEEK, Scope.MUSCLE) else Reach.SESSIONS


class Consequences:
    """Tells whether a fix may be offered.

    `reaches` are those of the rules that run, by code, and `check` gives the findings of a text; it
    remembers them, as many fixes begin at the same text.
    """

    def __init__(
        self,
        source: Source,
        document: Document,
        program: Program,
        reaches: dict[str, Reach],
        check: Check,
    ) -> None:
        """Nothing is computed before a proposal is asked about."""
        self._excerpts = Excerpts(source, document, program)
        self._reaches = reaches
        self._check = check
        self._lines = source.line_count
        self._left = FARTHEST

    def may_offer(self, finding: Finding, proposal: Proposal) -> bool:
        """Its own finding must go, and none of the same or a higher severity may come."""
        reaches = {Reach.SESSIONS, *self._reaches.values()}
        return all(self._holds(finding, proposal, reach) for reach in sorted(reaches))

    def _holds(self, finding: Finding, proposal: Proposal, reach: Reach) -> bool:
        """Whether the rules that look so far find no more than before, and the finding's less."""
        excerpt = self._excerpts.around(proposal.edits, self._affordable(reach))
        before = self._check(excerpt.text, reach)
        edits = tuple(excerpt.moved(edit) for edit in proposal.edits)
        after = self._check(apply_edits(excerpt.text, edits), reach)
        old, new = _grave(before, finding), _grave(after, finding)
        if reach is self._reaches.get(finding.code) and new[finding.code] >= old[finding.code]:
            return False
        return all(count <= old[code] for code, count in new.items())

    def _affordable(self, reach: Reach) -> Reach:
        if reach is not Reach.PROGRAM:
            return reach
        self._left -= self._lines
        return reach if self._left >= 0 else Reach.WEEKS


def _grave(findings: Sequence[Finding], than: Finding) -> Counter[str]:
    """How often each code is found that is as grave as the finding, and the finding's own."""
    return Counter(
        one.code
        for one in findings
        if one.severity.rank >= than.severity.rank or one.code == than.code
    )
