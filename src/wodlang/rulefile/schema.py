"""The JSON Schema of a TOML pack, for editors: completion, and a word on each key.

It knows the keys and the kinds of their values. What an expression means only `wod check` knows.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from wodlang.lint.rule import Evidence, Scope
from wodlang.model.own_exercises import ALLOWED, SCALES
from wodlang.rulefile import example_tables, exercise_tables, fixes, options, pack_file, rule_table
from wodlang.rulefile.parse import LONGEST
from wodlang.rulefile.rule_names import WORD
from wodlang.rulefile.rule_table import SEVERITIES
from wodlang.rulefile.schema_words import (
    EXAMPLE,
    EXERCISE,
    FIX,
    LABEL,
    OPTION,
    PACK,
    RULE,
    TOP,
)

Json: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT: Json = {"type": "string"}
FILLED: Json = {"type": "string", "pattern": r"\S"}
EXPRESSION: Json = {"type": "string", "pattern": r"\S", "maxLength": LONGEST}
TEMPLATE: Json = {"type": "string", "maxLength": LONGEST}
NAME: Json = {"type": "string", "pattern": f"^{WORD.pattern}$"}
LINE: Json = {"type": "string", "pattern": r"^[^\r\n]*\S[^\r\n]*$", "maxLength": LONGEST}
COUNT: Json = {"anyOf": [LINE, {"type": "integer"}]}
SWITCH: Json = {"type": "boolean"}
TEXTS: Json = {"type": "array", "items": TEXT}


def pack_schema() -> Json:
    """The schema of a pack file (JSON Schema 2020-12)."""
    tables = {
        "pack": _pack(), "define": _defines(), "rule": _many(_rule()),
        "exercise": _many(_exercise()),
    }  # fmt: skip
    return {
        "$schema": DIALECT,
        "title": "wodlang rule pack",
        "description": "A pack of rules without code, a TOML file.",
        **_table(pack_file.KEYS, tables, TOP, required=("pack",)),
    }


def _table(keys: Any, types: Json, words: dict[str, str], required: tuple[str, ...] = ()) -> Json:
    """A table that has just these keys, each with its type and a word on it."""
    table: Json = {
        "type": "object",
        "additionalProperties": False,
        "properties": {key: {**types[key], "description": words[key]} for key in keys},
    }
    return {**table, "required": list(required)} if required else table


def _many(item: Json) -> Json:
    return {"type": "array", "items": item}


def _pack() -> Json:
    types = {
        "name": {**NAME, "not": {"const": "core"}},
        "prefix": {
            "type": "string", "pattern": f"^{pack_file.PREFIX.pattern}$", "not": {"const": "WOD"},
        },
        "version": FILLED, "wodlang": {**TEXT, "default": ">=0"}, "description": TEXT,
    }  # fmt: skip
    return _table(pack_file.PACK_KEYS, types, PACK, ("name", "prefix", "version"))


def _defines() -> Json:
    return {"type": "object", "propertyNames": NAME, "additionalProperties": EXPRESSION}


def _rule() -> Json:
    types = {
        "code": {"type": "string", "pattern": "^[A-Z]{2,5}[0-9]{3}$"},
        "name": NAME,
        "severity": {"enum": list(SEVERITIES), "default": "warning"},
        "severity-if": _table(
            SEVERITIES, dict.fromkeys(SEVERITIES, EXPRESSION),
            {word: f"Where this is true, the finding is: {word}." for word in SEVERITIES},
        ),
        "for-each": {"enum": [str(one) for one in Scope], "default": "exercise"},
        "when": EXPRESSION, "define": _defines(), "options": _options(),
        "message": {**TEMPLATE, "pattern": r"\S"},
        "labels": _many(
            _table(
                rule_table.LABEL_KEYS, {"on": EXPRESSION, "text": {**TEMPLATE, "pattern": r"\S"}},
                LABEL, rule_table.LABEL_KEYS,
            )
        ),
        "help": TEMPLATE, "why": TEXT, "source": TEXT,
        "evidence": {"enum": [str(one) for one in Evidence], "default": "opinion"},
        "profiles": _many(NAME), "fix": {"anyOf": [_fix(), _many(_fix())]},
        "valid": _many({"anyOf": [TEXT, _example(example_tables.VALID_KEYS, ("wod",))]}),
        "invalid": _many(_example(example_tables.INVALID_KEYS, ("wod", "lines"))),
    }  # fmt: skip
    return _table(rule_table.KEYS, types, RULE, ("code", "name", "when", "message"))


def _options() -> Json:
    one: Json = {"anyOf": [FILLED, {"type": "number"}, SWITCH]}
    value: Json = {"anyOf": [*one["anyOf"], _many(one)]}
    by_athlete = {
        "type": "object",
        "required": ["by"],
        "minProperties": 2,
        "properties": {"by": {"enum": list(options.BY), "description": OPTION["by"]}},
        "additionalProperties": value,
    }
    return {
        "type": "object",
        "propertyNames": NAME,
        "additionalProperties": {"anyOf": [*value["anyOf"], by_athlete]},
    }


def _fix() -> Json:
    types: Json = {
        **dict.fromkeys(fixes.KEYS, LINE),
        **dict.fromkeys((*fixes.COUNTS, "set-load"), COUNT),
        "add-modifier": {"anyOf": [LINE, _many(LINE)]},
        "remove-line": SWITCH,
        "move": {"enum": list(fixes.MOVES)},
        "safe": {**SWITCH, "default": False},
    }
    changes = [{"required": [key]} for key in fixes.KEYS if key != "safe"]
    return {**_table(fixes.KEYS, types, FIX), "anyOf": changes}


def _example(keys: tuple[str, ...], required: tuple[str, ...]) -> Json:
    number: Json = {"type": "integer", "minimum": 1}
    types = {
        "wod": FILLED, "why": TEXT, "options": {"type": "object"}, "fixed": TEXT,
        "lines": {"anyOf": [number, {**_many(number), "minItems": 1}]},
        "severity": {"enum": list(SEVERITIES)},
    }  # fmt: skip
    return _table(keys, types, EXAMPLE, required)


def _exercise() -> Json:
    words = {"anyOf": [TEXT, TEXTS]}
    scale = {"anyOf": [{"type": "integer", "minimum": 0, "maximum": 3}, {"enum": list("0123")}]}
    types: Json = {"name": FILLED, "like": TEXT, **dict.fromkeys(exercise_tables.LISTS, words)}
    for key, written in exercise_tables.FIELDS.items():
        allowed = ALLOWED.get(written)
        if written in SCALES:
            types[key] = scale
        elif written == "compound":
            types[key] = {"anyOf": [SWITCH, {"enum": ["yes", "no", "true", "false"]}]}
        elif allowed is not None:
            types[key] = {"enum": [str(one) for one in allowed]}
    return _table(exercise_tables.KEYS, types, EXERCISE, ("name",))
