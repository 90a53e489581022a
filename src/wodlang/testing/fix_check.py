"""What the fixes of a rule make of an example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wodlang.lint.rule import Invalid
from wodlang.testing.bench import Bench, Trial
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Finding, Fix, Severity, apply_edits


@dataclass(frozen=True, slots=True)
class _Outcome:
    """A fix, the text that it makes, and what is found there."""

    fix: Fix
    text: str
    found: tuple[Finding, ...]


def fix_failures(example: Invalid, bench: Bench, trial: Trial) -> Iterator[str]:
    """What is wrong with the fixes that are proposed, and with those that are offered.

    A proposal may be withheld because the finding stays or others come, but never because its text
    cannot be read, or is the same.
    """
    outcomes = {fix: _outcome(fix, example.wod, bench) for fix in _fixes(trial.proposed)}
    for fix in _fixes(trial.own):
        outcomes.setdefault(fix, _outcome(fix, example.wod, bench))
    broken = {fix: fault for fix, one in outcomes.items() if (fault := _broken(one, trial))}
    yield from broken.values()
    for fix in _fixes(trial.own):
        if fix not in broken and _stays(outcomes[fix], bench, trial):
            yield f'its fix "{fix.title}" leaves the finding'
    if example.fix_stated:
        yield from _stated(
            example, trial, [_withheld(one, bench, trial) for one in outcomes.values()]
        )


def withheld(wod: str, bench: Bench, trial: Trial) -> list[str]:
    """Why each proposal was not offered."""
    outcomes = (_outcome(fix, wod, bench) for fix in _fixes(trial.proposed))
    return [_withheld(one, bench, trial) for one in outcomes]


def _fixes(found: Sequence[Finding]) -> tuple[Fix, ...]:
    return tuple(dict.fromkeys(fix for one in found for fix in one.fixes))


def _outcome(fix: Fix, wod: str, bench: Bench) -> _Outcome:
    text = apply_edits(wod, fix.edits)
    return _Outcome(fix, text, bench.findings(text))


def _broken(outcome: _Outcome, trial: Trial) -> str | None:
    title = f'its fix "{outcome.fix.title}"'
    if outcome.text == trial.source.text:
        return f"{title} changes nothing"
    before = Counter(one.message for one in _errors(trial.found))
    for one in _errors(outcome.found):
        before[one.message] -= 1
        if before[one.message] < 0:
            return f"{title} makes a text that cannot be read: {one.message}\n{outcome.text}"
    return None


def _errors(found: Sequence[Finding]) -> Iterator[Finding]:
    return (one for one in found if one.pack == CORE_PACK and one.severity is Severity.ERROR)


def _stays(outcome: _Outcome, bench: Bench, trial: Trial) -> bool:
    return len(bench.own(outcome.found)) >= len(trial.own)


def _stated(example: Invalid, trial: Trial, withheld: Sequence[str]) -> Iterator[str]:
    """What is not as the example states it: the text after the first finding's first fix."""
    offered = _fixes(trial.own[:1])
    if example.fixed is None:
        if offered:
            titles = ", ".join(f'"{fix.title}"' for fix in offered)
            yield f"it offers the fix {titles}, the example says that none is offered"
    elif not offered:
        yield "\n".join(["it offers no fix", *withheld])
    else:
        made = apply_edits(example.wod, offered[0].edits)
        if made.rstrip("\n") != example.fixed.rstrip("\n"):
            yield f'its fix "{offered[0].title}" makes another text:\n{made}'


def _withheld(outcome: _Outcome, bench: Bench, trial: Trial) -> str:
    """Why a proposal was not offered."""
    title = f'"{outcome.fix.title}" was withheld'
    if _broken(outcome, trial):
        return title
    if _stays(outcome, bench, trial):
        return f"{title}: the finding is still there"
    new = Counter(one.code for one in outcome.found) - Counter(one.code for one in trial.found)
    return f"{title}: it brings {', '.join(sorted(new))}" if new else title
