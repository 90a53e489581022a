"""Texts that stand alone, as the formatter reads them: nothing is included, no pack brings exercises."""

from __future__ import annotations

from wodlang.format.proof import Reading
from wodlang.model.catalogue import load_catalogue
from wodlang.model.resolve import resolve
from wodlang.syntax.body import BodyReader
from wodlang.syntax.parse import parse
from wodlang.text.source import Source

READER = BodyReader(load_catalogue().knows)


def read_alone(text: str) -> Reading:
    """The text read by a reader that remembers the lines of other tests."""
    source = Source("", text)
    document, findings = parse(source, READER)
    resolved = resolve(document, source, load_catalogue())
    return Reading(source, document, resolved.program, (*findings, *resolved.findings), READER)
