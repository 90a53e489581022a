"""What `wod rule` says of the core checks: prose and examples for every code."""

from __future__ import annotations

from wodlang.lint.core_docs import amounts, asked, files, lines, weeks
from wodlang.lint.core_docs.entry import CoreDoc

CORE_DOCS: dict[str, CoreDoc] = {
    **lines.DOCS,
    **amounts.DOCS,
    **weeks.DOCS,
    **files.DOCS,
    **asked.DOCS,
}
"""By the check's name; a test holds that none of `CORE_CODES` is missing."""
