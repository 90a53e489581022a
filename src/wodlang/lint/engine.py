"""Runs the rules that are on over a program."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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


def run_rules(
    program: Program, source: Source, active: Sequence[ActiveRule], verify: Verify | None
) -> list[Finding]:
    """The findings of the rules; each fault once, however often its session is repeated.

    Fixes are made and verified only where `verify` is given. A rule that raises is a finding
    `rule-crashed`, and the others still run.
    """
    outline = Outline(program.weeks)
    subjects = Subjects(program, outline)
    findings: list[Finding] = []
    for one in active:
        if one.pack != CORE_PACK:
            context = Context(program, source, one.options, outline)
            findings += _run(one, subjects, context, verify)
    return findings


def _run(
    one: ActiveRule, subjects: Subjects, context: Context, verify: Verify | None
) -> list[Finding]:
    findings: dict[tuple[Span, str], Finding] = {}
    try:
        for subject in subjects.of(one.rule):
            muscle = subject.muscle if one.rule.scope is Scope.MUSCLE else ""
            for fault in one.rule.check(subject, context):
                if (fault.span, muscle) not in findings:
                    findings[fault.span, muscle] = _finding(one, fault, verify)
    except Exception as error:
        return [*findings.values(), _crashed(one.rule, one.pack, error)]
    return list(findings.values())


def _finding(one: ActiveRule, fault: Fault, verify: Verify | None) -> Finding:
    rule = one.rule
    finding = Finding(
        rule.code,
        rule.name,
        one.pack,
        one.severity or fault.severity or rule.severity,
        fault.message,
        fault.span,
        fault.note,
        tuple(fault.labels),
        fault.help,
    )
    if verify is None or not fault.fixes:
        return finding
    proposals = fault.fixes() if callable(fault.fixes) else fault.fixes
    fixes = tuple(
        Fix(proposal.title, proposal.edits, proposal.applicability)
        for proposal in proposals
        if proposal.edits and verify(finding, proposal)
    )
    help_text = fault.help if fixes or not fault.unfixed else fault.unfixed
    return Finding(
        finding.code, finding.name, finding.pack, finding.severity, finding.message, finding.span,
        finding.note, finding.labels, help_text, fixes,
    )  # fmt: skip


def _crashed(rule: Rule, pack: str, error: Exception) -> Finding:
    return core_finding(
        "rule-crashed",
        Span(0, 0),
        f"{rule.code} of the pack {pack} failed: {type(error).__name__}: {error}",
        help=f"tell the authors of {pack}; `--ignore {rule.code}` leaves the rule out",
    )
