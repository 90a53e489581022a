"""How the fixes of a report are made."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.report.file_report import FileReport
from wodlang.text.finding import Applicability


def fix_hint(files: Sequence[FileReport], unsafe: bool) -> str:
    """How to make the fixes of a report: `2 can be fixed with --fix, 1 more with …`."""
    safe = all_fixes = 0
    for file in files:
        for finding in file.findings:
            kinds = {fix.applicability for fix in finding.fixes}
            safe += Applicability.SAFE in kinds
            all_fixes += bool(kinds)
    more = all_fixes - safe
    if not all_fixes:
        return ""
    if unsafe:
        return f"{all_fixes} can be fixed with --fix --unsafe-fixes."
    if not more:
        return f"{safe} can be fixed with --fix."
    if not safe:
        return f"{more} can be fixed with --fix --unsafe-fixes; --diff shows what would change."
    return f"{safe} can be fixed with --fix, {more} more with --unsafe-fixes."
