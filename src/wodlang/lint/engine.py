"""Runs the rules that are on over a program."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from wodlang.lint.fault_check import checked_fault, checked_result, proposals_of
from wodlang.lint.guarded import Guard, PackError, guarded
from wodlang.lint.rule import Context, Fault, Proposal, Rule, Scope
from wodlang.lint.selection import ActiveRule
from wodlang.lint.subjects import Subjects
from wodlang.model.outline import Outline
from wodlang.model.program import Program
from wodlang.text.core_codes import CORE_PACK, core_finding
from wodlang.text.finding import Finding, Fix
from wodlang.text.source import Source
from wodlang.text.span import Span

Verify = Callable[[Finding, Proposal], bool]
"""Whether a proposal may be offered for a finding: its consequence was computed."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one rule found in a text; `error` says how it failed, if it did."""

    one: ActiveRule
    faults: tuple[Fault, ...]
    error: str = ""


def run_rules(
    program: Program, source: Source, active: Sequence[ActiveRule], verify: Verify | None
) -> list[Finding]:
    """The findings of the rules; fixes are made and verified only where `verify` is given."""
    return findings_of(faults_of(program, source, active), source, verify)


def faults_of(program: Program, source: Source, active: Sequence[ActiveRule]) -> list[Found]:
    """What the rules find; each fault once, however often its session is repeated.

    A rule that raises, or takes too long, ends there; the others still run.
    """
    outline = Outline(program.weeks)
    subjects = Subjects(program, outline)
    with Guard() as guard:
        return [
            _run(one, subjects, Context(program, source, one.options, outline), guard)
            for one in active
            if one.pack != CORE_PACK
        ]


def findings_of(found: Sequence[Found], source: Source, verify: Verify | None) -> list[Finding]:
    """The findings of the rules, and a `rule-crashed` for each that failed.

    Fixes are made and verified only where `verify` is given.
    """
    return [finding for one in found for finding in _findings(one, source, verify)]


@dataclass(slots=True)
class _Faults:
    """Faults as a check yields them, so that those before a crash are kept."""

    length: int
    by_place: dict[tuple[Span, str], Fault] = field(default_factory=dict)

    def gather(self, rule: Rule, subjects: Subjects, context: Context) -> None:
        for subject in subjects.concerned(rule, context):
            muscle = getattr(subject, "muscle", "") if rule.scope is Scope.MUSCLE else ""
            for yielded in checked_result(rule.check(subject, context)):
                fault = checked_fault(yielded, self.length)
                self.by_place.setdefault((fault.span, muscle), fault)


def _run(one: ActiveRule, subjects: Subjects, context: Context, guard: Guard) -> Found:
    faults = _Faults(len(context.source.text))
    error = ""
    try:
        guard.run(lambda: faults.gather(one.rule, subjects, context))
    except PackError as failed:
        error = str(failed)
    return Found(one, tuple(faults.by_place.values()), error)


def _findings(found: Found, source: Source, verify: Verify | None) -> list[Finding]:
    findings, error = [], found.error
    for fault in found.faults:
        finding = _finding(found.one, fault)
        if verify is not None and fault.fixes:
            try:
                finding = _with_fixes(finding, fault, source, verify)
            except PackError as failed:
                error = error or f"in a fix, {failed}"
        findings.append(finding)
    return [*findings, _crashed(found.one, error)] if error else findings


def _finding(one: ActiveRule, fault: Fault) -> Finding:
    rule = one.rule
    severity = one.severity or fault.severity or rule.severity
    return Finding(
        rule.code, rule.name, one.pack, severity, fault.message, fault.span, fault.note,
        fault.labels, fault.help,
    )  # fmt: skip


def _with_fixes(finding: Finding, fault: Fault, source: Source, verify: Verify) -> Finding:
    proposals = guarded(lambda: proposals_of(fault, len(source.text)))
    fixes = tuple(
        Fix(proposal.title, proposal.edits, proposal.applicability)
        for proposal in proposals
        if proposal.edits and verify(finding, proposal)
    )
    help_text = fault.help if fixes or not fault.unfixed else fault.unfixed
    return replace(finding, help=help_text, fixes=fixes)


def _crashed(one: ActiveRule, error: str) -> Finding:
    code = one.rule.code
    out = f"--ignore {code}" if one.rule.ignorable else "--no-packs"
    return core_finding(
        "rule-crashed",
        Span(0, 0),
        f"{code} of the pack {one.pack} failed: {error}",
        help=f"tell the authors of {one.pack}; `{out}` leaves the rule out",
    )
