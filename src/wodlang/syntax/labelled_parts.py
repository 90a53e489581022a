"""Lines that hold several exercises with a label each: `A1. Curl 3x12, A2. Pushdown 3x12`."""

from __future__ import annotations

import re
from dataclasses import replace

from wodlang.syntax.body import BodyReader, Read
from wodlang.syntax.grammar import fold
from wodlang.syntax.line_nodes import ExerciseNode, LineBody
from wodlang.syntax.lines import read_prefix
from wodlang.text.finding import Finding
from wodlang.text.span import Span

NEXT_LABEL = re.compile(
    r"[,;]\s*(?=(?:[A-Z]\d{0,2}[.)]|\d{1,2}[A-Za-z]?\)|\d{1,2}[A-Za-z]\.)\s*[^\W\d]|[A-Z]\d{1,2}[.)]\s)"
)


def read_parts(text: str, timed: bool, reader: BodyReader) -> Read:
    """What the line says; each exercise with a label of its own is read by itself."""
    starts = _starts(text, reader)
    if len(starts) == 1:
        return reader.read(text, timed)
    nodes: list[ExerciseNode] = []
    problems: list[Finding] = []
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        part = text[start:end].rstrip(" \t,;") if end < len(text) else text[start:end]
        body, found = reader.read(part, timed)
        problems += [finding.moved(start) for finding in found]
        length = read_prefix(part, reader.knows).length
        nodes += [_labelled(node, body, length).moved(start) for node in body.exercises]
    first, _ = reader.read(text[: starts[1]].rstrip(" \t,;"), timed)
    own = tuple(
        replace(node, own_label=None, label_span=None) for node in nodes[: len(first.exercises)]
    )
    return LineBody((*own, *nodes[len(own) :]), first.label, first.slot), tuple(problems)


def _labelled(node: ExerciseNode, body: LineBody, length: int) -> ExerciseNode:
    return replace(node, own_label=body.label, label_span=Span(0, length))


def _starts(text: str, reader: BodyReader) -> list[int]:
    """Where the exercises with a label begin; the whole line where only the first has one."""
    if "," not in text and ";" not in text:
        return [0]
    found = list(NEXT_LABEL.finditer(fold(text)))
    if not found or read_prefix(text, reader.knows).label is None:
        return [0]
    return [0, *(one.end() for one in found if read_prefix(text[one.end() :], reader.knows).label)]
