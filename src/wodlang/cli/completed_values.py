"""What an option's value, or a command's word, may be: words, or a function of the shell."""

from __future__ import annotations

from argparse import Action
from collections.abc import Mapping, Sequence
from typing import Any

import shtab

from wodlang.cli.completion import SHELLS
from wodlang.cli.installed_names import InstalledNames
from wodlang.cli.schema import NAMES as SCHEMAS
from wodlang.lint.config_keys import KEYS
from wodlang.report.reporter import BUILT_IN

Completed = tuple[str, ...] | Mapping[str, Any]


def _function(name: str) -> Mapping[str, Any]:
    """A function of `cli/shells`, as shtab wants it named for each shell."""
    return {"bash": name, "zsh": name, "fish": f"({name})"}


_SAME_FOR_ALL: Mapping[str, Completed] = {
    "FILE": shtab.FILE,
    "DIR": shtab.DIRECTORY,
    "FOLDER": shtab.DIRECTORY,
    "PATH": _function("_wod_glob_programs"),
    "FILE:LINE": _function("_wod_glob_programs"),
    "PATH_OR_NAME": _function("_wod_glob_packs"),
    "RULES": _function("_wod_rules"),
    "FORMAT": BUILT_IN,
    "SHELL": SHELLS,
    "SCHEMA": SCHEMAS,
    "KEY": KEYS,
}
_NAMES = {"--profile": "PROFILE", "schema": "SCHEMA"}
"""What NAME stands for: by option, or by command."""


def of_option(action: Action, known: InstalledNames) -> Completed:
    """What an option's value may be."""
    choices = getattr(action.type, "choices", None)
    if choices is not None:
        return tuple(choices)
    return _of(str(action.metavar or ""), action.option_strings, known)


def of_word(command: str, word: str, known: InstalledNames) -> Completed:
    """What a word behind a command may be, by its place in the command's usage."""
    return _of(word, (command,), known)


def _of(metavar: str, of: Sequence[str], known: InstalledNames) -> Completed:
    if metavar == "NAME":
        metavar = next((_NAMES[one] for one in of if one in _NAMES), "NAME")
    if metavar == "PROFILE":
        return known.profiles
    if metavar in ("CODE", "CODE_OR_NAME"):
        return known.rules
    return _SAME_FOR_ALL.get(metavar, ())
