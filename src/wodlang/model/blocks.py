"""The program, athlete and exercise blocks: what their fields say."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from wodlang.model.athlete import Athlete, Injury
from wodlang.model.exercise import Exercise, Pattern, Support
from wodlang.model.weights import UNITS, read_weight, read_weights
from wodlang.syntax.nodes import (
    AthleteHeader,
    BlankLine,
    CueLine,
    Document,
    ExerciseHeader,
    FieldLine,
    IncludeLine,
    ProgramHeader,
    Statement,
)
from wodlang.text.core_codes import core_finding
from wodlang.text.finding import Finding
from wodlang.text.nearest import nearest
from wodlang.text.span import Span

INJURY = re.compile(r"(.*?)\s*(?:\((past|acute|old|chronic|current)\))?$", re.IGNORECASE)
SCALES = {"axial": "axial", "lower back": "lower_back", "grip": "grip", "neural": "neural"}
Find = Callable[[str], Exercise | None]


@dataclass(slots=True)
class Blocks:
    """What the blocks of a file say, those of its includes first."""

    name: str | None = None
    units: str | None = None
    goal: str | None = None
    author: str | None = None
    athlete: Athlete = field(default_factory=Athlete)
    has_athlete: bool = False
    exercises: dict[str, Exercise] = field(default_factory=dict)
    max_fields: list[FieldLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def grouped_fields(document: Document) -> list[tuple[Statement, list[FieldLine]]]:
    """Each block header of a document with its fields."""
    groups: list[tuple[Statement, list[FieldLine]]] = []
    open_block = False
    for statement in document.statements:
        if isinstance(statement, ProgramHeader | AthleteHeader | ExerciseHeader):
            groups.append((statement, []))
            open_block = True
        elif isinstance(statement, FieldLine) and open_block:
            groups[-1][1].append(statement)
        elif not isinstance(statement, BlankLine | CueLine | IncludeLine):
            open_block = False
    return groups


def read_blocks(document: Document, blocks: Blocks, find: Find, included: bool = False) -> None:
    """Add what a document's blocks say. Of an included file only athlete and exercises count."""
    groups = grouped_fields(document)
    if not included:
        for header, fields in groups:
            if isinstance(header, ProgramHeader):
                _program(header, fields, blocks)
    for header, fields in groups:
        if isinstance(header, AthleteHeader):
            _athlete(fields, blocks)
        elif isinstance(header, ExerciseHeader):
            _exercise(header, fields, blocks, find)


def resolve_maxes(blocks: Blocks, find: Find) -> None:
    """Look the names of `max …` fields up, once the file's own exercises are known."""
    maxes = []
    for line in blocks.max_fields:
        typed = re.sub(r"^(?:max|1\s?rm)\s+", "", line.key)
        exercise = find(typed)
        weight, problems = read_weight(line.value, line.value_span, blocks.units)
        blocks.findings += problems
        if exercise is None:
            blocks.findings.append(
                core_finding(
                    "unknown-exercise", line.key_span, f'no exercise is called "{typed}"',
                    help="name the lift as in its lines: max Deadlift: 180 kg",
                )
            )  # fmt: skip
        if weight is not None:
            maxes.append((exercise.name if exercise else typed, weight))
    blocks.athlete = replace(blocks.athlete, maxes=tuple(maxes))


def _program(header: ProgramHeader, fields: Sequence[FieldLine], blocks: Blocks) -> None:
    blocks.name = header.name or blocks.name
    for line in fields:
        if line.key == "units":
            blocks.units = _units(line, blocks)
        elif line.key == "goal":
            blocks.goal = line.value
        elif line.key == "author":
            blocks.author = line.value
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
                         f'"{value}" is no percentage', help="write it with its sign: training max: 90%")
        )  # fmt: skip
        return Decimal(value) if value.isdigit() else None
    return Decimal(match[1].replace(",", "."))


def _exercise(
    header: ExerciseHeader, fields: Sequence[FieldLine], blocks: Blocks, find: Find
) -> None:
    values = {line.key: line for line in fields}
    base = _like(values.get("like"), header, blocks, find)
    known = find(header.name)
    own = replace(base, name=known.name if known else header.name, aliases=())
    if own.name in blocks.exercises:
        blocks.findings.append(
            core_finding("duplicate-exercise", header.name_span, f'"{header.name}" is defined twice',
                         help="keep one of the two blocks")
        )  # fmt: skip
    for line in fields:
        own = _exercise_field(own, line, blocks)
    blocks.exercises[own.name] = own


def _like(line: FieldLine | None, header: ExerciseHeader, blocks: Blocks, find: Find) -> Exercise:
    base = find(line.value) if line else find(header.name)
    if line is not None and base is None:
        base = blocks.exercises.get(line.value)
        if base is None:
            blocks.findings.append(
                core_finding("unknown-exercise", line.value_span, f'no exercise is called "{line.value}"',
                             help="name one of the catalogue: wod exercise")
            )  # fmt: skip
    return base or Exercise(
        header.name, Pattern.CORE, (), (), False, "other", "both", Support.FREE, 0, 0, 0, 0
    )


def _exercise_field(own: Exercise, line: FieldLine, blocks: Blocks) -> Exercise:
    words = tuple(part.strip() for part in line.value.split(",") if part.strip())
    value = line.value.strip().lower()
    if line.key == "aliases":
        return replace(own, aliases=words)
    if line.key in ("primary", "secondary"):
        lower = tuple(word.lower() for word in words)
        return replace(own, primary=lower) if line.key == "primary" else replace(own, secondary=lower)
    if line.key == "compound":
        return replace(own, compound=value in ("yes", "true"))
    if line.key in SCALES and value in ("0", "1", "2", "3"):
        return replace(own, **{SCALES[line.key]: int(value)})  # type: ignore[arg-type]
    if line.key == "pattern" and value in list(Pattern):
        return replace(own, pattern=Pattern(value))
    if line.key == "support" and value in list(Support):
        return replace(own, support=Support(value))
    if line.key in ("implement", "sides"):
        return replace(own, implement=value) if line.key == "implement" else replace(own, sides=value)
    if line.key in ("pattern", "support", *SCALES):
        _wrong_value(line, value, blocks)
    return own


def _wrong_value(line: FieldLine, value: str, blocks: Blocks) -> None:
    allowed = {"pattern": list(Pattern), "support": list(Support)}.get(line.key, ["0", "1", "2", "3"])
    near = nearest(value, allowed)
    blocks.findings.append(
        core_finding("unknown-field", line.value_span, f'"{value}" is no {line.key}',
                     help=f'did you mean "{near}"?' if near else "one of: " + ", ".join(allowed))
    )  # fmt: skip
