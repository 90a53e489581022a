"""The program as data, version 1; `wod schema program` describes it."""

from __future__ import annotations

from typing import Any, TypeAlias

from wodlang.model.athlete import Athlete, Injury, Weight
from wodlang.model.entry import Entry
from wodlang.model.program import Program, Session
from wodlang.model.workset import WorkSet
from wodlang.report.json_text import json_text
from wodlang.syntax.line_nodes import Load, LoadUnit, Number, Progression
from wodlang.syntax.nodes import TimedBlock

VERSION = 1

Json: TypeAlias = dict[str, Any]


def render(program: Program) -> str:
    """What the text means, resolved, for other programs."""
    return json_text(program_data(program))


def program_data(program: Program) -> Json:
    """What `render` writes, as plain data. What is not written is null or an empty list."""
    return {
        "version": VERSION,
        "path": program.path,
        "program": program.name,
        "units": program.units,
        "athlete": _athlete(program.athlete),
        "sessions": [_session(session) for session in program.sessions],
    }


def _athlete(athlete: Athlete) -> Json:
    return {
        "bodyweight": None if athlete.bodyweight is None else _weight(athlete.bodyweight),
        "injuries": [_injury(injury) for injury in athlete.injuries],
        "maxes": {name: _weight(weight) for name, weight in athlete.maxes},
        "training_max": _number(athlete.training_max),
    }


def _weight(weight: Weight) -> list[int | float | str | None]:
    return [_number(weight.value), weight.unit]


def _injury(injury: Injury) -> str:
    return injury.part if injury.stage is None else f"{injury.part} ({injury.stage})"


def _session(session: Session) -> Json:
    return {
        "week": session.week,
        "day": session.day,
        "name": session.name,
        "line": session.line,
        "exercises": [_entry(entry) for entry in session.entries],
    }


def _entry(entry: Entry) -> Json:
    return {
        "line": entry.line,
        "name": entry.name,
        "exercise": None if entry.exercise is None else entry.exercise.name,
        "parts": list(entry.parts),
        "label": entry.label,
        "section": entry.section,
        "working": entry.is_working,
        "sets": [_set(one) for one in entry.sets],
        "rest": None if entry.rest is None else _range(*entry.rest),
        "tempo": entry.tempo,
        "pause": _number(entry.pause),
        "every": _number(entry.every),
        "height": None if entry.height is None else _height(entry.height),
        "modifiers": list(entry.modifiers),
        "alternatives": list(entry.alternatives),
        "cues": list(entry.cues),
        "notes": list(entry.notes),
        "progression": None if entry.progression is None else _progression(entry.progression),
        "block": None if entry.block is None else _block(entry.block),
    }


def _set(one: WorkSet) -> Json:
    """A set has only the keys that apply to it; one of which nothing is written has none."""
    data: Json = {}
    if one.measure is not None:
        data[str(one.measure)] = _range(one.low, one.high)
    if one.cluster:
        data["cluster"] = list(one.cluster)
    for key in ("amrap", "to_failure", "per_side", "optional"):
        if getattr(one, key):
            data[key] = True
    if one.load is not None:
        data["load"] = _load(one.load)
    return data


def _load(load: Load) -> Json:
    word = load.unit is LoadUnit.WORD
    data: Json = {
        "unit": None if load.unit is None else str(load.unit),
        "range": load.word if word else _range(load.low, load.high),
    }
    if load.added:
        data["added"] = True
    for key, value in (("count", load.count), ("of", load.of), ("written", load.written)):
        if value is not None:
            data[key] = value
    if load.alternative is not None:
        data["or"] = _range(*load.alternative)
    if load.also is not None:
        data["and"] = _load(load.also)
    return data


def _height(height: Load) -> Json:
    """A height is like a load; its unit is in or cm."""
    return {**_load(height), "unit": height.word}


def _progression(progression: Progression) -> Json:
    return {
        "by": _number(progression.by),
        "unit": progression.unit,
        "every": progression.every,
    }


def _block(block: TimedBlock) -> Json:
    """What the head of the block says, and nothing that it does not say."""
    written = {
        "kind": block.kind,
        "rounds": block.rounds,
        "seconds": _number(block.seconds),
        "cap": _number(block.cap),
        "slot": block.slot,
    }
    return {key: value for key, value in written.items() if value is not None}


def _range(low: Number | None, high: Number | None) -> list[int | float | None]:
    return [_number(low), _number(high)]


def _number(value: Number | None) -> int | float | None:
    """A whole number as an integer, any other as a float."""
    if value is None or isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else float(value)
