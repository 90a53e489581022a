"""Mends a text: makes its fixes, or writes comments that suppress what is left.

The command line and editors come in here; a new text is only ever one that was checked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeAlias

from wodlang.lint.fix_attempts import Seen
from wodlang.lint.fix_passes import FixResult, make_fixes
from wodlang.lint.ignore_edits import SAID_OF_SUPPRESSIONS, ignore_fixes
from wodlang.lint.settings import Settings
from wodlang.lint.suppression import read_suppressions
from wodlang.syntax.nodes import Document, SessionHeader, WeekHeader
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.workbench import DEFAULT, STDIN, CheckResult, check_text, load_packs, new_judged

Keep: TypeAlias = Callable[[CheckResult], Sequence[Finding]]
"""The findings that are reported, where some are not: those of a baseline."""


def fix_text(
    text: str,
    path: str = STDIN,
    settings: Settings = DEFAULT,
    unsafe: bool = False,
    keep: Keep | None = None,
) -> FixResult:
    """Make the safe fixes of a text, with `unsafe` also those that change the training.

    Only findings that are reported are fixed: `settings` say what rules run, `keep` what is left.
    """

    judged = new_judged()

    def look(changed: str) -> Seen:
        def offer() -> tuple[Finding, ...]:
            return tuple(_kept(check_text(changed, path, settings, judged=judged), keep))

        result = check_text(changed, path, settings, fixes=False)
        return replace(_seen(result, _kept(result, keep)), offer=offer)

    return make_fixes(text, look, unsafe)


def ignore_findings(
    text: str,
    reason: str,
    path: str = STDIN,
    settings: Settings = DEFAULT,
    keep: Keep | None = None,
) -> FixResult:
    """Suppress each finding of a text by a comment with this reason, where it can be.

    What remains cannot be suppressed, or stands where no comment reaches it.
    """
    silent = {
        one.code for pack in load_packs(settings).packs for one in pack.rules if one.ignorable
    }

    def look(changed: str) -> Seen:
        result = check_text(changed, path, settings, fixes=False)
        suppressions, _ = read_suppressions(result.document, result.source)
        commented = frozenset(one.index for one in result.document.statements if one.comment)
        ways = [
            replace(one, fixes=ignore_fixes(result.source, one, suppressions, commented, reason))
            if one.code in silent and one.name not in SAID_OF_SUPPRESSIONS
            else replace(one, fixes=())
            for one in _kept(result, keep)
        ]
        return _seen(result, ways)

    return make_fixes(text, look)


def _kept(result: CheckResult, keep: Keep | None) -> Sequence[Finding]:
    return result.findings if keep is None else keep(result)


def _seen(result: CheckResult, findings: Sequence[Finding]) -> Seen:
    return Seen(result.source.text, tuple(findings), _sessions(result.document, result.source))


def _sessions(document: Document, source: Source) -> tuple[int, ...]:
    """Where the lines of the headers of sessions and weeks begin."""
    return tuple(
        source.line_span(one.index).start
        for one in document.statements
        if isinstance(one, SessionHeader | WeekHeader)
    )
