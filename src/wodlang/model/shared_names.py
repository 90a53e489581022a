"""Names that two of a file's own exercises claim: the later one would win without a word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wodlang.model.catalogue.names import key, words
from wodlang.syntax.nodes import ExerciseHeader, FieldLine
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding

Block = tuple[ExerciseHeader, Sequence[FieldLine]]


def shared_names(written: Sequence[Block]) -> Iterator[Finding]:
    """A finding for each alias that names another of these blocks too."""
    owners = {key(words(header.name)): header.name for header, _ in reversed(written)}
    for header, fields in written:
        for line in fields:
            if line.key == "aliases":
                for alias in listed(line.value):
                    owner = owners.setdefault(key(words(alias)), header.name)
                    if key(words(owner)) != key(words(header.name)):
                        yield _shared(alias, owner, line)


def listed(value: str) -> tuple[str, ...]:
    """The parts of a field with commas."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _shared(alias: str, owner: str, line: FieldLine) -> Finding:
    return core_finding(
        "duplicate-exercise",
        line.value_span,
        f'"{alias}" names two exercises',
        note=f'"{owner}" has this name too',
        help="keep it in one of the two blocks",
    )
