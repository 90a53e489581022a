"""What the rules of each scope are called with."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Any

from wodlang.lint.rule import Context, Rule, Scope
from wodlang.model.muscle_weeks import MuscleWeek, muscle_weeks
from wodlang.model.outline import Line, Outline, PlacedSession
from wodlang.model.program import Program


class Subjects:
    """The subjects of a program, worked out when a rule first asks for them."""

    def __init__(self, program: Program, outline: Outline) -> None:
        """Nothing is looked at yet."""
        self._program = program
        self._outline = outline

    def of(self, rule: Rule) -> Sequence[Any]:
        """What this rule's check is called with, in order."""
        if rule.scope is Scope.EXERCISE:
            return self._every_line if rule.every_day else self._lines
        if rule.scope is Scope.SESSION:
            placed = self._outline.sessions if rule.every_day else self._distinct
            return [one.session for one in placed if one.session.entries]
        if rule.scope is Scope.WEEK:
            return self._program.weeks
        return [self._program] if rule.scope is Scope.PROGRAM else self._muscles

    def concerned(self, rule: Rule, context: Context) -> Iterator[Any]:
        """The same without the lines of sessions that are none of the rule's concern."""
        concerns = rule.concerns
        if concerns is None or rule.scope is not Scope.EXERCISE:
            yield from self.of(rule)
            return
        for placed in self._outline.sessions if rule.every_day else self._distinct:
            if concerns(placed.session, context):
                yield from placed.lines

    @cached_property
    def _distinct(self) -> list[PlacedSession]:
        """The sessions without those that say the same at the same place."""
        return list(_first_of_each(self._outline.sessions))

    @cached_property
    def _lines(self) -> list[Line]:
        return [line for placed in self._distinct for line in placed.lines]

    @cached_property
    def _every_line(self) -> list[Line]:
        return [line for placed in self._outline.sessions for line in placed.lines]

    @cached_property
    def _muscles(self) -> list[MuscleWeek]:
        return list(muscle_weeks(self._program.weeks))


def _first_of_each(sessions: Sequence[PlacedSession]) -> Iterator[PlacedSession]:
    seen: set[tuple[object, ...]] = set()
    for placed in sessions:
        session = placed.session
        key = (session.place, session.focus, *(id(entry) for entry in session.entries))
        if key not in seen and session.entries:
            seen.add(key)
            yield placed
