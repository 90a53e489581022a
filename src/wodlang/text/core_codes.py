"""The core pack's checks: a code and a severity for each name."""

from __future__ import annotations

from wodlang.text.finding import Edit, Finding, Fix, Label, Severity
from wodlang.text.span import Span

CORE_PACK = "core"
CORE_PREFIX = "WOD"

# Codes are never given anew: a retired one leaves a gap.
CORE_CODES: dict[str, tuple[str, Severity, str]] = {
    "syntax-error": ("WOD001", Severity.ERROR, "a line that cannot be read"),
    "ambiguous-numbers": ("WOD002", Severity.ERROR, "numbers that can be read in several ways"),
    "unknown-field": ("WOD003", Severity.ERROR, "a field that the block does not have"),
    "unknown-unit": ("WOD004", Severity.ERROR, "a unit that the language does not know"),
    "rpe-out-of-range": ("WOD005", Severity.ERROR, "an RPE outside 1 to 10"),
    "percentage-out-of-range": ("WOD006", Severity.ERROR, "a percentage over 120"),
    "zero-sets-or-reps": ("WOD007", Severity.ERROR, "no sets, or no repetitions"),
    "descending-rep-range": ("WOD008", Severity.ERROR, "a rep range that falls"),
    "cells-do-not-match-weeks": ("WOD009", Severity.ERROR, "more or fewer cells than weeks"),
    "duplicate-session": ("WOD010", Severity.ERROR, "two sessions under one name or day"),
    "duplicate-exercise": ("WOD011", Severity.ERROR, "an exercise defined twice"),
    "unknown-session": ("WOD012", Severity.ERROR, "a day repeats a session that is not there"),
    "include-failed": ("WOD013", Severity.ERROR, "an included file that cannot be used"),
    "rule-crashed": ("WOD014", Severity.ERROR, "a rule that failed"),
    "pack-not-loaded": ("WOD015", Severity.ERROR, "a pack that could not be loaded"),
    "unknown-exercise": ("WOD101", Severity.WARNING, "an exercise that the catalogue lacks"),
    "unknown-modifier": ("WOD102", Severity.WARNING, "words that no form explains"),
    "missing-unit": ("WOD103", Severity.WARNING, "a number without the unit it needs"),
    "mismatched-loads": ("WOD104", Severity.WARNING, "loads that do not match the sets"),
    "empty-session": ("WOD105", Severity.WARNING, "a session without exercises"),
    "empty-week": ("WOD106", Severity.WARNING, "a week without sessions"),
    "mixed-units": ("WOD107", Severity.WARNING, "kg and lb in a file without units"),
    "unused-suppression": ("WOD108", Severity.WARNING, "a suppression that suppresses nothing"),
    "unknown-suppression": ("WOD109", Severity.WARNING, "a suppression of an unknown code"),
    "implausible-quantity": ("WOD110", Severity.WARNING, "a number that nobody trains"),
    "missing-prescription": ("WOD201", Severity.INFO, "an exercise without sets and reps"),
    "sets-and-reps-swapped": ("WOD202", Severity.INFO, "sets and reps that look swapped"),
    "percentage-without-max": ("WOD203", Severity.INFO, "percentages of a max that is not given"),
    "reps-beyond-percentage": ("WOD204", Severity.INFO, "more reps than the percentage allows"),
}


def replacement(span: Span, word: str | None) -> tuple[Fix, ...]:
    """The fix that writes the word that was most likely meant: a guess, so unsafe; none without."""
    return (Fix(f"write {word}", (Edit(span, word),)),) if word else ()


def core_finding(
    name: str,
    span: Span,
    message: str,
    *,
    note: str = "",
    help: str = "",
    labels: tuple[Label, ...] = (),
    fixes: tuple[Fix, ...] = (),
    severity: Severity | None = None,
) -> Finding:
    """A finding of the core check with this name."""
    code, usual, _ = CORE_CODES[name]
    return Finding(
        code, name, CORE_PACK, severity or usual, message, span, note, labels, help, fixes
    )
