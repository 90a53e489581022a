"""The settings of a run: the configuration's, under those of the command line."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wodlang.cli.parser import UsageError
from wodlang.lint.config import (
    ConfigProblem,
    Origin,
    Settings,
    load_settings,
    read_settings,
)
from wodlang.lint.config_keys import is_path
from wodlang.lint.settings import COMMAND_LINE, merged
from wodlang.text.finding import Severity
from wodlang.text.toml import KeyPath


def settings_for(path: str, arguments: Namespace) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    """The settings of a file or folder: its configuration's, under those of the command line."""
    if arguments.config is not None:
        below, problems = read_settings(Path(arguments.config))
    else:
        below, problems = load_settings(Path(path))
    return merged(below, command_line_settings(arguments)), problems


def command_line_settings(arguments: Namespace) -> Settings:
    """The settings that the options of the command line make."""
    origins: dict[KeyPath, Origin] = {}
    values: dict[str, Any] = {}
    for key in ("select", "extend-select", "ignore", "profiles"):
        option = "--profile" if key == "profiles" else f"--{key}"
        typed = getattr(arguments, option[2:].replace("-", "_"), None)
        if typed is not None:
            words = tuple(_words(typed))
            if not words:
                raise UsageError(f"{option} needs a value")
            values[key.replace("-", "_")] = words
            origins |= {(key, word): _origin(option) for word in words}
    level = getattr(arguments, "fail_level", None)
    if level is not None:
        values["fail_level"] = Severity(level)
        origins["fail-level",] = _origin("--fail-level")
    if arguments.no_packs and arguments.pack:
        raise UsageError("--no-packs leaves core alone, --pack adds to it: write one of them")
    packs = tuple(os.path.abspath(word) if is_path(word) else word for word in arguments.pack or ())
    origins |= {("packs", word): _origin("--pack") for word in packs}
    return Settings(packs=packs, no_packs=arguments.no_packs, origins=origins, **values)


def _words(typed: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word.strip() for item in typed for word in item.split(",") if word.strip())


def _origin(option: str) -> Origin:
    return Origin(COMMAND_LINE, option=option)
