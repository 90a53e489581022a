"""Makes fixes, pass by pass: after each the text is read and checked anew.

A fix that brings an error, leaves its finding, or never comes to rest is taken back; so is a pack's
that brings, together with others, what is as grave as its finding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from wodlang.lint.fix_attempts import Attempt, FixKey, Seen, attempts_of, first_fixes, key_of
from wodlang.lint.fix_trial import Look, Trial
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Finding, Fix

MOST_PASSES = 10
"""Passes that may leave as many findings as there were; one that lowers their number is free."""
MOST_STARTS = 10

AnyLine: TypeAlias = tuple[str, str, str, tuple[str, ...]]
"""A `FixKey` without its line: what goes round and round does so in changing lines."""


@dataclass(frozen=True, slots=True)
class Made:
    """A fix that was made, and the finding that it removed, as it stood in that pass."""

    finding: Finding
    fix: Fix


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A finding of the new text, a fix that it was offered, and why that was not made."""

    finding: Finding
    fix: Fix
    reason: str


@dataclass(frozen=True, slots=True)
class FixResult:
    """What came of fixing a text. `before` are its findings, `findings` those of the new text."""

    text: str
    made: tuple[Made, ...]
    taken_back: tuple[TakenBack, ...]
    before: tuple[Finding, ...]
    findings: tuple[Finding, ...]


def make_fixes(text: str, look: Look, unsafe: bool = False) -> FixResult:
    """Make the safe fixes of a text, with `unsafe` the others too, until none is left to make."""
    start = look(text)
    restless: dict[AnyLine, str] = {}
    for _ in range(MOST_STARTS):
        run = _Run(start, look, unsafe, dict(restless))
        circle = run.finish()
        if not circle:
            return run.result(start)
        restless |= dict.fromkeys((key[:4] for key in circle), _restless(circle))
    return _Run(start, look, unsafe, restless).result(start)


def _restless(circle: Sequence[FixKey]) -> str:
    codes = sorted({key[0] for key in circle})
    if len(codes) == 1:
        return "it never comes to rest: what it writes is found again"
    return f"the fixes of {' and '.join(codes)} undo one another"


class _Run:
    """Passes over one text.

    `restless` are fixes that are not even tried; of those that failed here (`refused`), and why, each
    is tried once more when others have changed the text.
    """

    def __init__(self, start: Seen, look: Look, unsafe: bool, restless: dict[AnyLine, str]) -> None:
        self.now = start
        self.look = look
        self.unsafe = unsafe
        self.restless = restless
        self.refused: dict[FixKey, str] = {}
        self.passes: list[list[Made]] = []
        self.keys: list[list[FixKey]] = []
        self.idle: list[list[FixKey]] = []  # of the passes that left as many findings

    def finish(self) -> list[FixKey]:
        """Run until nothing is left to do: no keys; those of the fixes that go round and round."""
        seen = {self.now.text: 0}
        tried_anew = 0
        while len(self.idle) < MOST_PASSES:
            attempts = attempts_of(self.now, self.unsafe, lambda key: bool(self._refusal(key)))
            if not attempts:
                if not self.refused or tried_anew == len(self.passes):
                    return []
                tried_anew = len(self.passes)  # the text is another one now: try again, once
                self.refused.clear()
                continue
            if self._pass(attempts):
                before = seen.setdefault(self.now.text, len(self.passes))
                if before < len(self.passes):
                    return [key for keys in self.keys[before:] for key in keys]
        return [key for keys in self.idle for key in keys]

    def _pass(self, attempts: Sequence[Attempt]) -> bool:
        """Make these fixes but for those that fail; whether any was made."""
        count, trial = len(self.now.findings), Trial(self.now, self.look, self.refused)
        for core in (True, False):  # apart: only those of packs must bring nothing new
            trial.prove([one for one in attempts if (one.finding.pack == CORE_PACK) is core])
        if not trial.made:
            return False
        self.now = trial.now
        self.passes.append([Made(one.finding, one.fix) for one in trial.made])
        self.keys.append([one.key for one in trial.made])
        if len(self.now.findings) >= count:
            self.idle.append(self.keys[-1])
        return True

    def result(self, start: Seen) -> FixResult:
        made = tuple(one for made in self.passes for one in made)
        back = tuple(self._taken_back())
        return FixResult(self.now.text, made, back, start.offered, self.now.offered)

    def _refusal(self, key: FixKey) -> str:
        return self.restless.get(key[:4]) or self.refused.get(key, "")

    def _taken_back(self) -> list[TakenBack]:
        found = []
        for finding in self.now.offered:
            for fix in first_fixes(finding, self.unsafe):
                reason = self._refusal(key_of(finding, fix, self.now.text))
                if reason:
                    found.append(TakenBack(finding, fix, reason))
                    break
        return found
