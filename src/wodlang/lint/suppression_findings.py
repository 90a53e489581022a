"""What is said of suppressions themselves."""

from __future__ import annotations

from collections.abc import Iterable

from wodlang.lint.rule import Rule
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Applicability as Is
from wodlang.text.finding import Edit, Finding, Fix
from wodlang.text.nearest import nearest
from wodlang.text.source import Source
from wodlang.text.span import Span


def without_code(comment: Span) -> Finding:
    """A suppression that names nothing."""
    return core_finding(
        "unknown-suppression", comment, "a suppression without a code",
        help="name what it is for: # wod: ignore[PC302] the reason",
    )  # fmt: skip


def unknown_code(typed: str, span: Span, known: Iterable[str]) -> Finding:
    """A suppression of a code that no rule has."""
    near = nearest(typed, known)
    return core_finding(
        "unknown-suppression", span, f'no rule is called "{typed}"',
        help=f"did you mean {near}?" if near else "wod rule lists the rules",
    )  # fmt: skip


def replaced_code(typed: str, span: Span, rule: Rule) -> Finding:
    """A suppression of a rule that another one replaced."""
    new = rule.replaced_by
    fix = Fix(f"write {new}", (Edit(span, new),), Is.SAFE)
    return core_finding(
        "unknown-suppression", span, f"{typed} is replaced by {new}",
        help=f"write {new}", fixes=(fix,),
    )  # fmt: skip


def unused(typed: str, span: Span, whole: Span | None, source: Source, silent: bool) -> Finding:
    """A suppression without effect; `whole` is the comment, where nothing else stands in it.

    `silent` says that the rule could have been silenced.
    """
    fixes: tuple[Fix, ...] = ()
    if whole is not None:
        start = whole.start
        while start > 0 and source.text[start - 1] in " \t":
            start -= 1
        fixes = (Fix("remove the suppression", (Edit(Span(start, whole.end), ""),), Is.SAFE),)
    said = f"{typed} is not found here" if silent else f"{typed} cannot be suppressed"
    return core_finding(
        "unused-suppression", span, said, help="remove the suppression", fixes=fixes
    )
