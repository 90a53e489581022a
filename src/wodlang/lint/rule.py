"""Rules as values: what a rule is, what it yields, what proves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias

from wodlang.model.athlete import Athlete
from wodlang.model.exercise import Exercise
from wodlang.model.outline import Outline
from wodlang.model.program import Program, Session
from wodlang.text.finding import Applicability, Edit, Label, Severity
from wodlang.text.source import Source
from wodlang.text.span import Span


class Scope(StrEnum):
    """What a rule's `check` is called with, once for each.

    `EXERCISE` is a `Line`, `MUSCLE` a `MuscleWeek`; the others are what they are called.
    """

    EXERCISE = "exercise"
    SESSION = "session"
    WEEK = "week"
    PROGRAM = "program"
    MUSCLE = "muscle"


class Evidence(StrEnum):
    """How strong the best evidence for a rule is, from strongest to weakest."""

    REVIEW = "review"
    TRIAL = "trial"
    OBSERVATIONAL = "observational"
    MECHANISM = "mechanism"
    OPINION = "opinion"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix that a rule proposes. It is offered only after its consequence was computed."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability = Applicability.UNSAFE


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule yields: a fault at a place.

    `message` says the fault in a few words; `note` stands beside the marked text. `severity` None
    means the rule's own. `fixes` may be a function, called only where fixes are wanted. `unfixed`
    is the help that is shown where no fix can be offered.
    """

    span: Span
    message: str
    note: str = ""
    labels: tuple[Label, ...] = ()
    help: str = ""
    severity: Severity | None = None
    fixes: tuple[Proposal, ...] | Callable[[], tuple[Proposal, ...]] = ()
    unfixed: str = ""


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know beyond its subject: the program, its text, and the rule's options.

    `outline` tells how the lines and sessions of the program lie to one another.
    """

    program: Program
    source: Source
    options: Any
    outline: Outline

    @property
    def athlete(self) -> Athlete:
        """Who the program is for."""
        return self.program.athlete


@dataclass(frozen=True, slots=True)
class Valid:
    """A text in which the rule must find nothing; `why` it is right. `options` as in wod.toml."""

    wod: str
    why: str = ""
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Invalid:
    """A text with the rule's finding on these lines (from 1), and the text after its first fix.

    `fixed` None says that no fix is offered, `fix_stated` False that the example says nothing of
    fixes.
    """

    wod: str
    lines: tuple[int, ...]
    fixed: str | None = None
    why: str = ""
    severity: Severity | None = None
    options: dict[str, Any] = field(default_factory=dict)
    fix_stated: bool = True


Check: TypeAlias = Callable[[Any, Any], Iterator[Fault]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. Making one registers nothing: a pack's hook returns its rules.

    `check(subject, context)` yields faults; the subject is what `scope` says. `options` is a frozen
    dataclass whose defaults are the rule's; a field `max_exercises` is `max-exercises` in wod.toml.
    `profiles` names the profiles that alone switch the rule on; empty means it is on by default.
    `needs_reason` means that only a suppression with a reason is obeyed. `every_day` means that the
    check looks beyond the lines of a session (at its day or week, or at earlier sessions), so that a
    session which is repeated must be checked on each of its days.

    `since` is the version of the pack that brought the rule. A `preview` rule runs only where its
    code or name is selected. `replaced_by` is the code of the rule that took over: a replaced rule
    never runs, keeps its code from being given anew, and a configuration that names it is told
    so. A rule that is not `ignorable` is silenced by nothing: no `ignore`, no other severity, no
    comment.

    `concerns(session, context)` spares a rule about exercises the lines of sessions in which it can
    find nothing; None means that it looks at all of them.
    """

    code: str
    name: str
    severity: Severity
    scope: Scope
    summary: str
    doc: str
    evidence: Evidence
    source: str
    check: Check
    examples: tuple[Valid | Invalid, ...]
    options: type[Any] = NoOptions
    profiles: tuple[str, ...] = ()
    needs_reason: bool = False
    every_day: bool = False
    since: str = ""
    preview: bool = False
    replaced_by: str = ""
    ignorable: bool = True
    concerns: Callable[[Session, Context], bool] | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A named choice of a pack's rules, and options that it sets for all of them."""

    name: str
    summary: str
    codes: tuple[str, ...]
    options: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pack:
    """A set of rules under one name and one code prefix, with the profiles that it offers.

    `exercises` join the catalogue of everybody who uses the pack. `wodlang` is the range of versions
    that it works with, `api` the version of the pack API that it was written for: a pack that says
    nothing was written for the first. `docs_url` is the address of a rule's page, to which reports
    link: `{code}` and `{name}` in it stand for the rule's.
    """

    name: str
    prefix: str
    version: str
    summary: str
    rules: tuple[Rule, ...]
    profiles: tuple[Profile, ...] = ()
    wodlang: str = ">=0"
    exercises: tuple[Exercise, ...] = ()
    api: int = 1
    docs_url: str = ""

    def page_of(self, rule: Rule) -> str:
        """The address of a rule's page; empty where the pack has no pages."""
        return self.docs_url.replace("{code}", rule.code).replace("{name}", rule.name)
