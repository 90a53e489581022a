"""Why a rule spoke or kept silent on a line: what `wod pack why` and an editor show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wodlang.lint.rule import Context, Rule, Scope
from wodlang.lint.selection import ActiveRule
from wodlang.lint.subjects import Subjects
from wodlang.model.muscle_weeks import MuscleWeek
from wodlang.model.outline import Line, Outline, PlacedSession
from wodlang.model.program import Program, Session, Week
from wodlang.rulefile import Part, RuleCheck, explained
from wodlang.text.finding import Finding
from wodlang.workbench import CheckResult


@dataclass(frozen=True, slots=True)
class Answer:
    """What one rule says about one thing at a line.

    `subject` names the thing. `findings` are the rule's there. `part` tells the parts of its `when`;
    None for a rule written in Python, which cannot be looked into.
    """

    rule: Rule
    subject: str
    findings: tuple[Finding, ...]
    part: Part | None


def answers(result: CheckResult, active: Sequence[ActiveRule], line: int) -> tuple[Answer, ...]:
    """The answers of these rules about a line, from 1; none where nothing of a program stands there."""
    outline = Outline(result.program.weeks)
    asked = _Asked(result, outline, Subjects(result.program, outline), line)
    return tuple(answer for one in active for answer in asked.answers(one))


@dataclass(frozen=True, slots=True)
class _Asked:
    result: CheckResult
    outline: Outline
    subjects: Subjects
    line: int

    def answers(self, one: ActiveRule) -> Iterator[Answer]:
        context = Context(self.result.program, self.result.source, one.options, self.outline)
        seen: set[str] = set()
        for subject in self.subjects.of(one.rule):
            name = _name_of(subject)
            if self._is_here(subject) and name not in seen:
                seen.add(name)
                yield self._answer(one.rule, subject, name, context)

    def _answer(self, rule: Rule, subject: Any, name: str, context: Context) -> Answer:
        found = tuple(self._findings(rule))
        if not isinstance(rule.check, RuleCheck):
            return Answer(rule, name, found, None)
        part = explained(rule.check.plan, subject, context)
        faults = rule.check(subject, context) if part.truth else ()
        own = {(fault.span, fault.message) for fault in faults}
        return Answer(
            rule, name, tuple(one for one in found if (one.span, one.message) in own), part
        )

    def _findings(self, rule: Rule) -> Iterator[Finding]:
        whole = rule.scope is not Scope.EXERCISE
        for finding in self.result.findings:
            at = self.result.source.position(finding.span.start).line
            if finding.code == rule.code and (whole or at == self.line):
                yield finding

    def _is_here(self, subject: Any) -> bool:
        """Whether a thing stands at the line, or the line in it."""
        if isinstance(subject, Line):
            return subject.entry.line == self.line
        if isinstance(subject, Session):
            return self._holds(subject)
        if isinstance(subject, Week):
            return any(self._holds(session) for session in subject.sessions)
        if isinstance(subject, MuscleWeek):
            return self._is_here(subject.week) and subject.muscle in self._muscles()
        return isinstance(subject, Program) and bool(self._placed())

    def _holds(self, session: Session) -> bool:
        return session.line == self.line or any(
            entry.line == self.line for entry in session.entries
        )

    def _placed(self) -> list[PlacedSession]:
        return [one for one in self.outline.sessions if self._holds(one.session)]

    def _muscles(self) -> set[str]:
        """The muscles that the exercises of the line train."""
        exercises = (
            entry.exercise
            for placed in self._placed()
            for entry in placed.session.entries
            if entry.line == self.line
        )
        return {muscle for one in exercises if one for muscle in (*one.primary, *one.secondary)}


def _name_of(subject: Any) -> str:
    if isinstance(subject, Line):
        return subject.entry.name
    if isinstance(subject, Session):
        return subject.name or subject.day or "the session"
    if isinstance(subject, Week):
        return "the week" if subject.number is None else f"week {subject.number}"
    if isinstance(subject, MuscleWeek):
        week = "" if subject.week.number is None else f" in week {subject.week.number}"
        return f"{subject.muscle}{week}"
    return "the program"
