"""From the findings of a text to the exit code that follows from them."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.cli.exit_codes import Exit
from wodlang.text.finding import Finding, Severity


def code_of(findings: Sequence[Finding], fail_level: Severity) -> Exit:
    """2 where a pack is missing, 3 where a rule crashed, 1 from the fail level on."""
    names = {finding.name for finding in findings}
    if "pack-not-loaded" in names:
        return Exit.USAGE
    if "rule-crashed" in names:
        return Exit.CRASHED
    return Exit.FOUND if any(one.fails(fail_level) for one in findings) else Exit.CLEAN
