"""A rule on the bench: run on a text, among the core checks and the rules of its pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wodlang.lint.engine import run_rules
from wodlang.lint.options import make_options, option_fields, written_name
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.selection import ActiveRule
from wodlang.lint.settings import Settings
from wodlang.model.program import Program
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Finding
from wodlang.text.nearest import nearest
from wodlang.text.source import Source
from wodlang.workbench import CheckResult, check_with, load_packs, open_text

PATH = "<example>"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule did with a text.

    `own` are its findings, of all that were `found`; `proposed` are its findings with every fix that
    it proposes, those too that are not offered. `changed` says that the program was not left as it was.
    """

    source: Source
    found: tuple[Finding, ...]
    own: tuple[Finding, ...]
    proposed: tuple[Finding, ...]
    changed: bool


@dataclass(frozen=True, slots=True)
class Bench:
    """The rule under test, the rules that run beside it, and the packs that are known."""

    tested: ActiveRule
    active: tuple[ActiveRule, ...]
    packs: tuple[Pack, ...]

    def try_on(self, text: str) -> Trial:
        """Run the rule on a text, and compare the program with what it was before."""
        opened = open_text(text, PATH, self.packs)
        # Written out before any rule runs: what a rule changes may be shared by later programs.
        before = _fingerprint(opened.program)
        result = check_with(text, PATH, self.active, self.packs)
        return Trial(
            source=result.source,
            found=result.findings,
            own=self.own(result.findings),
            proposed=self._proposed(opened, result),
            changed=_fingerprint(result.program) != before,
        )

    def own(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of the rule under test."""
        return tuple(one for one in found if one.code == self.tested.rule.code)

    def findings(self, text: str) -> tuple[Finding, ...]:
        """What is found in a text, without fixes."""
        return check_with(text, PATH, self.active, self.packs, fixes=False).findings

    def _proposed(self, opened: CheckResult, result: CheckResult) -> tuple[Finding, ...]:
        """The findings with all proposals; core checks offer theirs as they are."""
        if self.tested.pack == CORE_PACK:
            return self.own(result.findings)
        return self.own(run_rules(opened.program, opened.source, [self.tested], lambda *_: True))


def make_bench(rule: Rule, written: Mapping[str, Any], pack: Pack | None = None) -> Bench:
    """A bench for a rule with options as they are written in wod.toml.

    A fix is judged with the rules of the pack; without `pack` it is the installed one that has the
    rule, else the rule is alone. A ValueError says which option does not fit.
    """
    pack = pack or _home_of(rule)
    options = make_options(rule, _known_options(rule, written))
    (core,) = load_packs(Settings(no_packs=True)).packs
    packs = (core,) if pack.name == CORE_PACK else (core, pack)
    beside = [
        ActiveRule(one, owner.name, None, one.options())
        for owner in packs
        for one in owner.rules
        if one.code != rule.code and _runs_beside(one)
    ]
    tested = ActiveRule(rule, pack.name, None, options)
    return Bench(tested, (tested, *beside), packs)


def _home_of(rule: Rule) -> Pack:
    """The installed pack with this code, the rule in its place; else a pack of the rule alone."""
    for pack in load_packs(Settings()).packs:
        if any(one.code == rule.code for one in pack.rules):
            others = [one for one in pack.rules if one.code != rule.code]
            return replace(pack, rules=(*others, rule))
    return Pack("under-test", rule.code.rstrip("0123456789"), "0", "", (rule,))


def _known_options(rule: Rule, written: Mapping[str, Any]) -> dict[str, Any]:
    named = {written_name(name): value for name, value in written.items()}
    known = option_fields(rule)
    for name in named:
        if name not in known:
            near = nearest(name, known)
            hint = f', did you mean "{near}"?' if near else ""
            raise ValueError(f'the rule has no option "{name}"{hint}')
    return named


def _runs_beside(rule: Rule) -> bool:
    """Whether a rule is on by default, and has options; where not, its own check says so."""
    if rule.profiles or rule.preview or rule.replaced_by:
        return False
    try:
        rule.options()
    except Exception:
        return False
    return True


def _fingerprint(program: Program) -> str:
    """All that a program says, down to the working exercises that are worked out of it."""
    return repr((program, [session.working for session in program.sessions]))
