"""The program, athlete and exercise blocks: what their fields say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from wodlang.model.athlete import Athlete, Injury
from wodlang.model.catalogue import Catalogue
from wodlang.model.entries import find_named
from wodlang.model.exercise import Exercise
from wodlang.model.once import once_each, written_twice
from wodlang.model.own_exercises import define_exercises, unknown_name
from wodlang.model.weights import UNITS, read_weight, read_weights
from wodlang.syntax.checks import HIGHEST_PERCENT
from wodlang.syntax.nodes import (
    AthleteHeader,
    Document,
    ExerciseHeader,
    FieldLine,
    ProgramHeader,
    Statement,
)
from wodlang.text.core_codes import core_finding, replacement
from wodlang.text.finding import Finding
from wodlang.text.span import Span

HEADERS = {"program": ProgramHeader, "athlete": AthleteHeader, "exercise": ExerciseHeader}
INJURY = re.compile(r"(.*?)\s*(?:\((past|acute|old|chronic|current)\))?$", re.IGNORECASE)


@dataclass(slots=True)
class Blocks:
    """What the blocks of a file say, those of its includes first."""

    name: str | None = None
    units: str | None = None
    goal: str | None = None
    author: str | None = None
    athlete: Athlete = field(default_factory=Athlete)
    has_athlete: bool = False
    header: Span | None = None
    exercises: dict[str, Exercise] = field(default_factory=dict)
    max_fields: list[FieldLine] = field(default_factory=list)
    own_maxes: int = 0  # where the file's own begin in them, behind those of its includes
    findings: list[Finding] = field(default_factory=list)


def grouped_fields(document: Document) -> list[tuple[Statement, list[FieldLine]]]:
    """Each block header of a document with its fields."""
    groups: list[tuple[Statement, list[FieldLine]]] = []
    for statement in document.statements:
        if isinstance(statement, ProgramHeader | AthleteHeader | ExerciseHeader):
            groups.append((statement, []))
        elif isinstance(statement, FieldLine) and statement.block in HEADERS:
            if not groups or not isinstance(groups[-1][0], HEADERS[statement.block]):
                groups += _without_header(statement)
            else:
                groups[-1][1].append(statement)
    return groups


def _without_header(line: FieldLine) -> list[tuple[Statement, list[FieldLine]]]:
    """`units: kg` without `program`, which was reported: it counts all the same."""
    if line.block == "program":
        return [(ProgramHeader(index=line.index, span=line.span, name=""), [line])]
    if line.block == "athlete":
        return [(AthleteHeader(index=line.index, span=line.span), [line])]
    return []


def read_blocks(
    document: Document, blocks: Blocks, catalogue: Catalogue, included: bool = False
) -> None:
    """Add what a document's blocks say. Of an included file only athlete and exercises count."""
    groups = once_each(grouped_fields(document), blocks.findings)
    if not included:
        blocks.own_maxes = len(blocks.max_fields)
        for header, fields in groups:
            if isinstance(header, ProgramHeader):
                _program(header, fields, blocks)
    for header, fields in groups:
        if isinstance(header, AthleteHeader):
            _athlete(fields, blocks)
    own = [(header, fields) for header, fields in groups if isinstance(header, ExerciseHeader)]
    defined, problems = define_exercises(own, blocks.exercises, catalogue.find, catalogue.suggest)
    blocks.exercises |= defined
    blocks.findings += problems


def resolve_maxes(blocks: Blocks, catalogue: Catalogue) -> None:
    """Look the names of `max …` fields up, once the file's own exercises are known.

    Of two for one lift the first counts, but the file's own before those that it includes.
    """
    first: dict[str, FieldLine] = {}
    maxes = []
    for line in (*blocks.max_fields[blocks.own_maxes :], *blocks.max_fields[: blocks.own_maxes]):
        typed = re.sub(r"^(?:max|1\s?rm)\s+", "", line.key)
        exercise = find_named(catalogue, typed)
        weight, problems = read_weight(line.value, line.value_span, blocks.units)
        blocks.findings += problems
        if exercise is None:
            blocks.findings.append(unknown_name(typed, line.key_span, catalogue.suggest, False))
        name = exercise.name if exercise else typed
        if name not in first:
            first[name] = line
            if weight is not None:
                maxes.append((name, weight))
        elif blocks.max_fields.index(line) >= blocks.own_maxes:
            blocks.findings.append(written_twice(line, first[name], f"the max of {name}"))
    blocks.athlete = replace(blocks.athlete, maxes=tuple(maxes))


def _program(header: ProgramHeader, fields: Sequence[FieldLine], blocks: Blocks) -> None:
    blocks.name = blocks.name or header.name or None
    blocks.header = blocks.header or header.span
    for line in fields:
        if line.key == "units":
            blocks.units = _units(line, blocks)
        elif line.key == "goal":
            blocks.goal = line.value
        elif line.key == "author":
            blocks.author = line.value
        elif line.key == "level":
            blocks.athlete = replace(blocks.athlete, level=line.value.lower())
        elif line.key == "name":
            blocks.name = line.value


def _units(line: FieldLine, blocks: Blocks) -> str | None:
    unit = UNITS.get(line.value.lower())
    if unit is None:
        blocks.findings.append(
            core_finding("unknown-unit", line.value_span, f'"{line.value}" is no unit of weight',
                         help="write kg or lb")
        )  # fmt: skip
    return unit


def _athlete(fields: Sequence[FieldLine], blocks: Blocks) -> None:
    blocks.has_athlete = True
    for line in fields:
        if line.key.startswith(("max ", "1rm ", "1 rm ")):
            blocks.max_fields.append(line)
        else:
            _athlete_field(line, blocks)


def _athlete_field(line: FieldLine, blocks: Blocks) -> None:
    athlete, value, span = blocks.athlete, line.value, line.value_span
    if line.key in ("bodyweight", "bar"):
        weight, problems = read_weight(value, span, blocks.units)
        blocks.findings += problems
        changes: dict[str, object] = {line.key: weight}
    elif line.key == "plates":
        plates, problems = read_weights(value, span, blocks.units)
        blocks.findings += problems
        changes = {"plates": plates}
    elif line.key == "injuries":
        changes = {"injuries": tuple(_injury(part) for part in value.split(",") if part.strip())}
    elif line.key == "training max":
        changes = {"training_max": _percentage(value, span, blocks)}
    elif line.key == "level":
        changes = {"level": value.lower()}
    else:
        return
    blocks.athlete = replace(athlete, **changes)  # type: ignore[arg-type]


def _injury(text: str) -> Injury:
    match = INJURY.match(text.strip())
    assert match is not None
    stage = (match[2] or "").lower()
    stage = {"old": "past", "chronic": "", "current": ""}.get(stage, stage)
    return Injury(re.sub(r"[\s-]+", " ", match[1].strip().lower()), stage or None)


def _percentage(value: str, span: Span, blocks: Blocks) -> Decimal | None:
    match = re.fullmatch(r"(\d+(?:[.,]\d+)?)\s*%", value)
    if match is None:
        blocks.findings.append(
            core_finding("missing-unit" if value.isdigit() else "syntax-error", span,
                         f'"{value}" is no percentage', help="write it with its sign: training max: 90%",
                         fixes=replacement(span, f"{value}%" if value.isdigit() else None))
        )  # fmt: skip
        return Decimal(value) if value.isdigit() else None
    percent = Decimal(match[1].replace(",", "."))
    if percent > HIGHEST_PERCENT:
        blocks.findings.append(
            core_finding("percentage-out-of-range", span, f"a training max of {percent}%",
                         help="it is a part of the one-rep max: training max: 90%")
        )  # fmt: skip
    return percent
