"""What is said of suppressions themselves."""

from __future__ import annotations

import re
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
    """A suppression of a code that no rule has; what was meant is a guess, so its fix is unsafe."""
    near = nearest(typed, known)
    return core_finding(
        "unknown-suppression", span, f'no rule is called "{typed}"',
        help=f"did you mean {near}?" if near else "wod rule lists the rules",
        fixes=(Fix(f"write {near}", (Edit(span, near),)),) if near else (),
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
    said = f"{typed} is not found here" if silent else f"{typed} cannot be suppressed"
    if whole is not None:
        title, edit = "remove the suppression", Edit(_comment_and_blanks(source, whole), "")
    else:
        title, edit = (
            f"remove {typed} from the suppression",
            Edit(_code_and_comma(source, span), ""),
        )
    return core_finding(
        "unused-suppression", span, said, help=title, fixes=(Fix(title, (edit,), Is.SAFE),)
    )


def _comment_and_blanks(source: Source, comment: Span) -> Span:
    """The comment with the blanks before it; the whole line where nothing else stands there."""
    index = source.line_index(comment.start)
    line = source.line_span(index)
    before = source.text[line.start : comment.start].rstrip()
    return Span(line.start + len(before), comment.end) if before else source.full_line_span(index)


def _code_and_comma(source: Source, code: Span) -> Span:
    """A code among others with the comma that parts it from the next, else from the one before."""
    behind = re.compile(r"\s*,\s*").match(source.text, code.end)
    if behind and source.text[behind.end() : behind.end() + 1] not in ("", "]", ","):
        return Span(code.start, behind.end())
    line = source.line_span(source.line_index(code.start)).start
    before = re.search(r"\s*,\s*$", source.text[line : code.start])
    return Span(line + before.start() if before else code.start, code.end)
