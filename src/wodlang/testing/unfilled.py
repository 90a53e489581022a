"""Texts of a finding in which something was left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from wodlang.text.finding import Finding

FIELD = re.compile(r"\{[^{}\n]*\}")
NOTHING = re.compile(r"\bNone\b(?! of\b)")
PYTHON = re.compile(r"<[\w.]+ object at 0x[0-9a-f]+>|Decimal\('[^']*'\)")


def unfilled_texts(found: Iterable[Finding], wod: str) -> Iterator[str]:
    """What is unfilled in messages, notes, labels, helps and titles of fixes.

    Braces or words that stand in the text itself may be repeated: `wod` is what was checked.
    """
    texts = (text for one in found for text in _texts(one))
    for kind, text in dict.fromkeys(texts):
        fault = _fault(text, wod)
        if fault is not None:
            yield f'the {kind} {fault}: "{text}"'
        elif not text.strip() and kind in ("message", "title of the fix"):
            yield f"the {kind} is empty"


def _texts(finding: Finding) -> Iterator[tuple[str, str]]:
    yield "message", finding.message
    yield "note", finding.note
    yield "help", finding.help
    for label in finding.labels:
        yield "label", label.message
    for fix in finding.fixes:
        yield "title of the fix", fix.title


def _fault(text: str, wod: str) -> str | None:
    field = FIELD.search(text)
    if field and field[0] not in wod:
        return f"has an unfilled field {field[0]}"
    if "?" in text and not text.strip(" ?"):
        return "says only that something is unknown"
    if NOTHING.search(text) and "None" not in wod:
        return "has a None where a value belongs"
    value = PYTHON.search(text)
    return f"shows a value as Python writes it, {value[0]}" if value else None
