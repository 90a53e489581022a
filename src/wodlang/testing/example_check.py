"""Whether a rule says of an example what the example says of the rule."""

from __future__ import annotations

from collections.abc import Iterator

from wodlang.lint.rule import Invalid, Pack, Rule, Valid
from wodlang.testing.bench import Bench, Trial, make_bench
from wodlang.testing.failure import CheckFailed, listed, numbered
from wodlang.testing.fix_check import fix_failures
from wodlang.testing.unfilled import unfilled_texts
from wodlang.text.core_codes import CORE_PACK
from wodlang.text.finding import Finding, Severity
from wodlang.text.source import Source


def check_example(rule: Rule, example: Valid | Invalid, pack: Pack | None = None) -> None:
    """Raise CheckFailed unless the rule says of the example what the example says of the rule.

    Besides lines, severity and fixed text: the fixes' texts can be read, differ and lose the
    finding; no message has an unfilled field; the program is left as it was. Fixes are judged with
    core and the rules of `pack`, by default the installed pack that has the rule.
    """
    __tracebackhide__ = True
    failures = example_failures(rule, example, pack)
    if failures:
        said = listed(f"{rule.code}: {failure}" for failure in failures)
        raise CheckFailed("\n\n".join([said, *shown(example)]))


def shown(example: object) -> tuple[str, ...]:
    """The text of an example with its line numbers; nothing of what is no example."""
    return (numbered(example.wod),) if isinstance(example, Valid | Invalid) else ()


def example_failures(
    rule: Rule, example: Valid | Invalid, pack: Pack | None = None
) -> tuple[str, ...]:
    """All that is wrong with an example, in words."""
    if not isinstance(example, Valid | Invalid):
        return (f"it is a {type(example).__name__}, write Valid(...) or Invalid(...)",)
    try:
        bench = make_bench(rule, example.options, pack)
    except Exception as error:  # whatever a stranger's options raise
        return (f"its options cannot be made: {error}",)
    try:
        trial = bench.try_on(example.wod)
        return tuple(_failures(rule, example, bench, trial))
    except Exception as error:  # whatever comes of a check that yields nonsense
        return (f"it cannot be checked: {type(error).__name__}: {error}",)


def _failures(rule: Rule, example: Valid | Invalid, bench: Bench, trial: Trial) -> Iterator[str]:
    yield from _unread(rule, trial)
    if trial.changed:
        yield "a check changed the program that it was given; rules only look"
    if any(one.name == "rule-crashed" for one in trial.found):
        return
    if isinstance(example, Valid):
        for one in trial.own:
            yield f"it speaks on line {_line(trial.source, one)}: {one.message}"
        return
    yield from _places(example, trial)
    yield from unfilled_texts((*trial.own, *trial.proposed), example.wod)
    yield from fix_failures(example, bench, trial)


def _unread(rule: Rule, trial: Trial) -> Iterator[str]:
    """Rules that raise, and lines that core cannot read."""
    for one in trial.found:
        if one.name == "rule-crashed":
            yield one.message
        elif one.pack == CORE_PACK and one.severity is Severity.ERROR and one.code != rule.code:
            yield f"line {_line(trial.source, one)} cannot be read: {one.message}"


def _places(example: Invalid, trial: Trial) -> Iterator[str]:
    lines = tuple(_line(trial.source, one) for one in trial.own)
    if lines != example.lines:
        yield f"it speaks on {_lines(lines)}, the example says {_lines(example.lines)}"
    for one in trial.own:
        if example.severity is not None and one.severity != example.severity:
            yield f"its severity is {one.severity}, the example says {example.severity}"


def _line(source: Source, finding: Finding) -> int:
    return source.position(finding.span.start).line


def _lines(lines: tuple[int, ...]) -> str:
    if not lines:
        return "no line"
    return f"line{'s' if len(lines) > 1 else ''} {', '.join(str(line) for line in lines)}"
