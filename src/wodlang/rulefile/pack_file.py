"""A TOML pack: from a file to the same Pack value that Python authors make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from wodlang.lint.config_file import shown_path
from wodlang.lint.config_problem import ConfigProblem
from wodlang.lint.requirements import is_range
from wodlang.lint.rule import Pack, Rule, Valid
from wodlang.model.catalogue import Catalogue, load_catalogue
from wodlang.rulefile.attributes import attributes
from wodlang.rulefile.exercise_tables import read_exercises
from wodlang.rulefile.reading import Reading
from wodlang.rulefile.rule_names import WORD, RuleTable, check_defines, lost_names, read_defines
from wodlang.rulefile.rule_table import read_rule
from wodlang.rulefile.scope import Names
from wodlang.text.core_codes import CORE_PACK, CORE_PREFIX
from wodlang.text.source import Source
from wodlang.text.toml import KeyPath, read_toml

KEYS = ("pack", "define", "rule", "exercise")
PACK_KEYS = ("name", "prefix", "version", "wodlang", "description")
PREFIX = re.compile(r"[A-Z]{2,5}")
LARGEST = 5_000_000
"""The largest file that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A TOML pack that was read. `pack` is None where it cannot be used at all.

    A rule that something is wrong with is left out, and a problem says what. `places` maps the code
    of each rule to its place in the file.
    """

    source: Source
    pack: Pack | None
    problems: tuple[ConfigProblem, ...] = ()
    places: dict[str, KeyPath] = field(default_factory=dict)

    def example_path(self, code: str, number: int) -> KeyPath:
        """The place of an example of a rule, counted from 0 in the order of `Rule.examples`."""
        assert self.pack is not None
        rule = next(rule for rule in self.pack.rules if rule.code == code)
        valid = sum(isinstance(one, Valid) for one in rule.examples)
        if number < valid:
            return (*self.places[code], "valid", number)
        return (*self.places[code], "invalid", number - valid)


def read_pack(path: Path) -> RuleFile:
    """Read a TOML pack. Whatever is wrong with it is among the problems, with its place."""
    shown = shown_path(path)
    try:
        if path.stat().st_size > LARGEST:
            return _unusable(Source(shown, ""), f"has more than {LARGEST:,} bytes")
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return _unusable(Source(shown, ""), "there is no such file")
    except OSError as error:
        said = f"cannot be read: {(error.strerror or str(error)).lower()}"
        return _unusable(Source(shown, ""), said)
    except UnicodeDecodeError:
        return _unusable(Source(shown, ""), "is not UTF-8: save it as UTF-8")
    return read_pack_text(text, shown)


def read_pack_text(text: str, path: str) -> RuleFile:
    """Read the text of a TOML pack; `path` is what it is called in messages."""
    source = Source(path, text)
    table, fault = read_toml(source)
    if fault is not None:
        return RuleFile(source, None, (ConfigProblem(fault.message, source, fault.span),))
    return _PackReader(Reading(source), table).read()


def _unusable(source: Source, message: str) -> RuleFile:
    return RuleFile(source, None, (ConfigProblem(message, source),))


class _PackReader:
    """Reads the tables of one file."""

    def __init__(self, reading: Reading, table: dict[str, Any]) -> None:
        self.reading = reading
        self.table = table
        self.places: dict[str, KeyPath] = {}

    def read(self) -> RuleFile:
        reading = self.reading
        reading.known_keys(self.table, KEYS, ())
        head = self._head()
        tables = reading.tables(self.table.get("exercise", []), ("exercise",))
        exercises = read_exercises(reading, tables, load_catalogue())
        catalogue = load_catalogue().extended(exercises) if exercises else load_catalogue()
        rules = tuple(self._rules(head["prefix"], catalogue))
        pack = Pack(
            name=head["name"], prefix=head["prefix"], version=head["version"],
            summary=head["description"], rules=rules, wodlang=head["wodlang"],
            exercises=exercises,
        )  # fmt: skip
        usable = pack if self._is_sound(head) else None
        return RuleFile(reading.source, usable, reading.all_problems(), self.places)

    def _head(self) -> dict[str, str]:
        reading, path = self.reading, ("pack",)
        if "pack" not in self.table:
            reading.at_key((), "the table [pack] is missing: it gives name, prefix and version")
        table = reading.table(self.table.get("pack", {}), path)
        reading.known_keys(table, PACK_KEYS, path)
        head = {key: reading.text(table, key, path) for key in PACK_KEYS}
        if isinstance(self.table.get("pack"), dict):
            for key in ("name", "prefix", "version"):
                reading.required(table, key, path)
        head["wodlang"] = head["wodlang"] or ">=0"
        self._check_head(head)
        return head

    def _check_head(self, head: dict[str, str]) -> None:
        name, prefix, reading = head["name"], head["prefix"], self.reading
        if name and not WORD.fullmatch(name):
            said = f'"{name}" is no name of a pack: small letters with hyphens, iron-house'
            reading.at_value(("pack", "name"), said)
        for key, own in (("name", CORE_PACK), ("prefix", CORE_PREFIX)):
            if head[key] == own:
                reading.at_value(("pack", key), f'"{own}" is wodlang\'s own: choose another {key}')
        if prefix and not PREFIX.fullmatch(prefix):
            said = f'"{prefix}" is no prefix: two to five capital letters, IH'
            reading.at_value(("pack", "prefix"), said)
        if not is_range(head["wodlang"]):
            said = f'"{head["wodlang"]}" is no range of versions: write ">=0" or ">=1.0, <2"'
            reading.at_value(("pack", "wodlang"), said)

    def _is_sound(self, head: dict[str, str]) -> bool:
        sound = WORD.fullmatch(head["name"]) and PREFIX.fullmatch(head["prefix"])
        own = head["name"] != CORE_PACK and head["prefix"] != CORE_PREFIX
        return bool(sound and head["version"] and own and is_range(head["wodlang"]))

    def _rules(self, prefix: str, catalogue: Catalogue) -> Iterator[Rule]:
        reading = self.reading
        names = Names(attributes(catalogue), {}, {})
        sound_prefix = prefix if PREFIX.fullmatch(prefix) else ""

        def part(table: dict[str, Any], path: KeyPath, names: Names) -> RuleTable:
            return RuleTable(table, path, sound_prefix, names, reading, catalogue.knows)

        defines = read_defines(part(self.table, (), names), names)
        lost = lost_names(part(self.table, (), names), KEYS, defines)
        names = Names(names.attributes, {}, defines, lost)
        used_names: set[str] = set()
        for index, table in enumerate(reading.tables(self.table.get("rule", []), ("rule",))):
            path = ("rule", index)
            rule = read_rule(part(table, path, names))
            if rule is not None and self._is_new(rule, path, used_names):
                self.places[rule.code] = path
                used_names.add(rule.name)
                yield rule
        check_defines(part(self.table, (), names), defines, names)

    def _is_new(self, rule: Rule, path: KeyPath, used_names: set[str]) -> bool:
        if rule.code in self.places:
            self.reading.at_value((*path, "code"), f"two rules have the code {rule.code}")
        elif rule.name in used_names:
            self.reading.at_value((*path, "name"), f"two rules are called {rule.name}")
        else:
            return True
        return False
