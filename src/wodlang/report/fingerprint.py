"""A name for each finding that stays when lines move.

It is made of the path, the rule, the words of the line and which of several equal ones it is: never
of a line number, nor of the message, which may count sets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b

from wodlang.report.file_report import FileReport
from wodlang.text.finding import Finding

Seen = Counter[tuple[str, str, str]]
"""How often a report has had a path, a rule and a line's words: it may have a path twice."""


def fingerprinted(file: FileReport, seen: Seen) -> Iterator[tuple[Finding, str]]:
    """The findings of a file in order, each with its fingerprint: 32 hexadecimal digits."""
    for finding in file.in_order():
        key = (file.path, finding.code, _words(file, finding))
        yield finding, _digest(*key, str(seen[key]))
        seen[key] += 1


def _words(file: FileReport, finding: Finding) -> str:
    """The first line that is marked, however it is indented or spaced."""
    offset = min(max(finding.span.start, 0), len(file.source.text))
    return " ".join(file.source.line_text(file.source.line_index(offset)).split())


def _digest(*words: str) -> str:
    digest = blake2b(digest_size=16)
    for word in words:
        digest.update(word.encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()
