"""A TOML rule at work: asks its `when` about each subject, and says what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from wodlang.lint.rule import Context, Fault, Proposal
from wodlang.model.muscle_weeks import MuscleWeek
from wodlang.model.outline import Line, PlacedSession
from wodlang.model.program import Program, Session
from wodlang.rulefile.explain import Explainer, Part
from wodlang.rulefile.fixes import FixPlan
from wodlang.rulefile.message import Template
from wodlang.rulefile.parse import parse_expression
from wodlang.rulefile.scope import Names
from wodlang.rulefile.things import PlacedWeek, SetOf
from wodlang.rulefile.types import Compiled, Kind, Read, Run
from wodlang.text.finding import Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span


@dataclass(frozen=True, slots=True)
class LabelPlan:
    """What else is marked: the lines or sessions that an expression gives, and what is said there."""

    on: Compiled
    text: Template


@dataclass(frozen=True, slots=True)
class RulePlan:
    """A rule's table, compiled. `options` maps the names of options to fields of its dataclass.

    `condition` is the text of `when`, and `names` are those that it may use: to explain it. `of_day`
    says that `when` looks beyond the lines of a session, at its day or week: what it finds is the
    fault of that day, and stands there, not where the session is defined. `session_tests` hold of a
    session wherever `when` holds of one of its lines.
    """

    kind: Kind
    names: Names
    when: Compiled
    message: Template
    options: tuple[tuple[str, str], ...] = ()
    severities: tuple[tuple[Severity, Compiled], ...] = ()
    labels: tuple[LabelPlan, ...] = ()
    help: Template | None = None
    fixes: tuple[FixPlan, ...] = ()
    condition: str = ""
    session_tests: tuple[Read, ...] = ()
    of_day: bool = False

    def run(self, context: Context) -> Run:
        """What the expressions may ask beyond the thing at hand, for one file."""
        values = {
            name: getattr(context.options, field).of(context.program)
            for name, field in self.options
        }
        return Run(context.program, context.outline, values)

    def here(self, subject: Any, context: Context) -> Any:
        """The subject of a check as expressions look at it."""
        if self.kind is Kind.SESSION:
            return context.outline.placed(subject)
        return PlacedWeek(subject, context.outline) if self.kind is Kind.WEEK else subject


def explained(plan: RulePlan, subject: Any, context: Context) -> Part:
    """The parts of a rule's `when` with their values for a subject of its check."""
    here, run = plan.here(subject, context), plan.run(context)
    explainer = Explainer(plan.names, plan.kind, here, run)
    return explainer.part(parse_expression(plan.condition), plan.condition)


_NOTHING: Iterator[Fault] = iter(())


class RuleCheck:
    """The `check` of a TOML rule."""

    def __init__(self, plan: RulePlan) -> None:
        """Ready to be called; the steps are counted anew for each file."""
        self.plan = plan
        self._when = plan.when.read
        self._is_asked_itself = plan.kind not in (Kind.SESSION, Kind.WEEK)
        self._context: Context | None = None
        self._run: Run | None = None

    def __call__(self, subject: Any, context: Context) -> Iterator[Fault]:
        """The fault at this subject, if its `when` is true."""
        run, plan = self._run_of(context), self.plan
        here = subject if self._is_asked_itself else plan.here(subject, context)
        if self._when(here, here, run) is not True:
            return _NOTHING
        span = place_of(here, plan.of_day)
        return _NOTHING if span is None else iter((self._fault(here, span, run, context.source),))

    def concerns(self, session: Session, context: Context) -> bool:
        """Whether `when` can be true of a line of this session."""
        run, placed = self._run_of(context), context.outline.placed(session)
        return all(read(placed, placed, run) is True for read in self.plan.session_tests)

    def _run_of(self, context: Context) -> Run:
        if self._context is not context or self._run is None:
            self._context, self._run = context, self.plan.run(context)
        return self._run

    def _fault(self, here: Any, span: Span, run: Run, source: Source) -> Fault:
        plan = self.plan
        help_text = plan.help.fill(here, run) if plan.help else ""
        return Fault(
            span,
            plan.message.fill(here, run),
            labels=tuple(_labels(plan, here, run)),
            help=help_text,
            severity=next(
                (one for one, test in plan.severities if test.read(here, here, run) is True), None
            ),
            fixes=partial(_proposals, plan.fixes, here, run, source) if plan.fixes else (),
            unfixed=help_text,
        )


def _labels(plan: RulePlan, here: Any, run: Run) -> Iterator[Label]:
    for label in plan.labels:
        found = label.on.read(here, here, run)
        for one in found if isinstance(found, tuple) else (found,):
            span = place_of(one, plan.of_day)
            if span is not None:
                yield Label(span, label.text.fill(here, run))


def _proposals(
    plans: tuple[FixPlan, ...], here: Any, run: Run, source: Source
) -> tuple[Proposal, ...]:
    return tuple(one for plan in plans for one in plan.proposals(here, run, source))


def place_of(one: Any, of_day: bool = False) -> Span | None:
    """Where a thing stands: a line's name, a session's, week's or program's header.

    A repeated session stands where it is defined; `of_day` asks for the header of its day.
    """
    if isinstance(one, SetOf):
        one = one.line
    if isinstance(one, Line):
        return one.entry.place.name
    if isinstance(one, PlacedSession):
        return (one.session.header if of_day else None) or one.session.place
    if isinstance(one, PlacedWeek | MuscleWeek):
        return one.week.place
    return one.place if isinstance(one, Program) else None
