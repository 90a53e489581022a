"""The prose of a rule by its headings."""

from __future__ import annotations

import re

from wodlang.lint.rule import Rule

WHAT, WHY, INSTEAD, SURE = "What it finds", "Why", "Instead", "How sure this is"
SPLIT = re.compile(rf"^## +({WHAT}|{WHY}|{INSTEAD}|{SURE}) *$", re.MULTILINE)


def rule_prose(rule: Rule) -> dict[str, str]:
    """What stands under each of the four headings of `rule.doc`; empty ones are left out.

    Any other heading belongs to the text above it.
    """
    _, *pieces = SPLIT.split(rule.doc)
    found: dict[str, str] = {}
    for heading, text in zip(pieces[::2], pieces[1::2], strict=True):
        if text.strip():
            found[heading] = "\n\n".join(filter(None, (found.get(heading), text.strip())))
    return found
