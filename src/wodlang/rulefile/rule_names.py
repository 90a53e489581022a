"""The names that a rule may use: its options and its defined names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from wodlang.rulefile.expressions import check_define, read_define
from wodlang.rulefile.options import Option, read_setting, unknown_levels
from wodlang.rulefile.problem import ExpressionProblem
from wodlang.rulefile.reading import Reading
from wodlang.rulefile.scope import FUNCTIONS, KEYWORDS, Define, Names
from wodlang.text.toml import KeyPath

WORD = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class RuleTable:
    """One rule's table, its place in the file, and what all rules of the file share."""

    table: dict[str, Any]
    path: KeyPath
    prefix: str
    names: Names
    reading: Reading
    knows: Callable[[str], bool]


def lost_names(one: RuleTable, known: Iterable[str], read: Iterable[str]) -> frozenset[str]:
    """The names of options and defined names that could not be read, which is reported already.

    They stand in a table whose own key is misspelt, or are missing among those that were `read`.
    """
    misspelt = [value for key, value in one.table.items() if key not in known]
    tables = [*misspelt, *(one.table.get(key) for key in ("options", "define"))]
    written = (name.lower() for table in tables if isinstance(table, dict) for name in table)
    return one.names.lost | (frozenset(written) - frozenset(read))


def read_options(one: RuleTable) -> dict[str, Option]:
    """The options of a rule by name."""
    options: dict[str, Option] = {}
    path = (*one.path, "options")
    for name, written in one.reading.table(one.table.get("options", {}), path).items():
        fault = name_fault(name, one.names)
        if name in one.names.defines:
            fault = f'"{name}" is a defined name already: choose another'
        if fault:
            one.reading.at_key((*path, name), fault)
            continue
        try:
            options[name] = Option(name, read_setting(written))
        except ValueError as error:
            one.reading.at_value((*path, name), f'"{name}" {error}')
        else:
            _check_levels(one.reading, written, (*path, name))
    return options


def _check_levels(reading: Reading, written: Any, path: KeyPath) -> None:
    for key, near in unknown_levels(written).items():
        reading.at_key((*path, key), f'"{key}" is no level', near)


def name_fault(name: str, names: Names) -> str:
    """Why an option or a defined name cannot be called so; empty where it can."""
    if not WORD.fullmatch(name):
        return f'"{name}" is no name: small letters with hyphens, heavy-hinge'
    taken = {word for kind in names.attributes.values() for word in kind}
    if name in taken or name in FUNCTIONS or name in KEYWORDS:
        return f'"{name}" is a word of the language already: choose another'
    if name in names.options:
        return f'"{name}" is an option already: choose another name'
    return ""


def read_defines(one: RuleTable, names: Names) -> dict[str, Define]:
    """The defined names of a table, each of which may use those above it."""
    defines = dict(names.defines)
    path = (*one.path, "define")
    for name, text in one.reading.table(one.table.get("define", {}), path).items():
        fault = name_fault(name, names)
        if fault:
            one.reading.at_key((*path, name), fault)
        elif not isinstance(text, str):
            one.reading.at_value((*path, name), f'"{name}" must be an expression, "…"')
        else:
            define = read_define(text, (*path, name), defines)
            defines[name] = define
            if define.fault is not None:
                one.reading.in_text(define.path, define.fault)
    return defines


def check_defines(one: RuleTable, defines: Mapping[str, Define], names: Names) -> None:
    """A defined name that no rule could use is a fault by itself."""
    options = _options_of_others(one.table)
    below: list[str] = []
    for name, define in reversed(list(defines.items())):
        if define.is_broken:
            continue
        try:
            check_define(define, replace(names, defines={name: define}))
        except ExpressionProblem as problem:
            if any(f'"{word}"' in problem.message for word in options):
                continue
            if any(f'"{word}"' in problem.message for word in (*below, name)):
                problem.message += ", which is not above it"
                problem.near = None
            if not one.reading.knows_of(define.path, problem):
                one.reading.in_text(define.path, problem)
        below.append(name)


def _options_of_others(table: dict[str, Any]) -> set[str]:
    """A name for all rules may use an option that only some of them have."""
    rules = table.get("rule", [])
    return {
        name
        for rule in (rules if isinstance(rules, list) else [])
        if isinstance(rule, dict) and isinstance(rule.get("options"), dict)
        for name in rule["options"]
    }
