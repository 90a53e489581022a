"""The JSON Schema of a configuration, generated from the rules and their options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from wodlang.lint.config_keys import KEYS
from wodlang.lint.config_reading import SEVERITIES
from wodlang.lint.option_types import options_schema
from wodlang.lint.options import option_fields
from wodlang.lint.profiles import profile_names
from wodlang.lint.rule import Pack

Json: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def config_schema(packs: Sequence[Pack]) -> Json:
    """The schema of `wod.toml` (and of `[tool.wod]`) with the rules of these packs."""
    described = _described_keys(packs)
    return {
        "$schema": DIALECT,
        "title": "wodlang configuration",
        "description": "wod.toml, or [tool.wod] in pyproject.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {key: described[key] for key in KEYS},
    }


def _described_keys(packs: Sequence[Pack]) -> dict[str, Json]:
    chosen = _texts(_selector(packs))
    return {
        "extends": {
            **_texts({"type": "string", "examples": _profiles(packs)}),
            "description": "Profiles (pack:PACK/PROFILE) and files that this one builds on.",
        },
        "select": {**chosen, "description": "The rules that run, and no others."},
        "extend-select": {**chosen, "description": "Rules that run besides."},
        "ignore": {**chosen, "description": "Rules that do not run."},
        "severity": _severities(packs),
        "per-file": {
            "type": "object",
            "description": "What holds for some files alone, by pattern.",
            "additionalProperties": _per_file(packs),
        },
        "packs": {
            **_texts({"type": "string"}),
            "description": "Further packs: names, or paths of TOML packs.",
        },
        "require-packs": {
            **_texts({"type": "string"}),
            "description": "Packs that must be installed: PACK, or PACK>=1.2.",
        },
        "fail-level": {
            "enum": list(SEVERITIES),
            "default": "warning",
            "description": "Findings of this severity or a graver one make `wod check` fail.",
        },
        "baseline": {
            "type": "string",
            "description": "The file of findings that are left out, from this file's folder.",
        },
        "rules": _rules(packs),
    }


def _texts(item: Json) -> Json:
    return {"type": "array", "items": item, "uniqueItems": True}


def _selector(packs: Sequence[Pack]) -> Json:
    """A code, a prefix, a name or a pack: the known words, and any prefix of a code."""
    names = [rule.name for pack in packs for rule in pack.rules if not rule.replaced_by]
    prefixes = "|".join(pack.prefix for pack in packs) or "WOD"
    return {
        "anyOf": [
            {"enum": ["ALL", *(pack.name for pack in packs), *names]},
            {"type": "string", "pattern": f"^({prefixes})[0-9]*$"},
        ]
    }


def _severities(packs: Sequence[Pack]) -> Json:
    return {
        "type": "object",
        "description": "Other severities, by code, prefix, name or pack.",
        "propertyNames": _selector(packs),
        "additionalProperties": {"enum": list(SEVERITIES)},
    }


def _per_file(packs: Sequence[Pack]) -> Json:
    chosen = _texts(_selector(packs))
    table = {
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "ignore": chosen,
            "extend-select": chosen,
            "severity": _severities(packs),
        },
    }
    return {"anyOf": [chosen, table]}


def _profiles(packs: Sequence[Pack]) -> list[str]:
    return [f"pack:{pack.name}/{name}" for pack in packs for name in profile_names(pack)]


def _rules(packs: Sequence[Pack]) -> Json:
    current = [rule for pack in packs for rule in pack.rules if not rule.replaced_by]
    rules = [rule for rule in current if option_fields(rule)]
    by_word = {word: options_schema(rule) for rule in rules for word in (rule.name, rule.code)}
    return {
        "type": "object",
        "description": "Each rule's options, by the rule's name or code.",
        "additionalProperties": False,
        "properties": by_word,
    }
