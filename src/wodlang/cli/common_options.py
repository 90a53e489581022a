"""Options that several commands share, and the settings that they make."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from wodlang.cli.parser import CommandParser, UsageError, one_of
from wodlang.lint.config import (
    ConfigProblem,
    Origin,
    Settings,
    load_settings,
    read_settings,
)
from wodlang.lint.config_keys import is_path
from wodlang.lint.config_reading import SEVERITIES
from wodlang.lint.settings import COMMAND_LINE, merged
from wodlang.text.finding import Severity
from wodlang.text.toml import KeyPath


def add_config_options(parser: CommandParser) -> None:
    """`--config`, `--profile`, `--pack` and `--no-packs`."""
    parser.add_argument("--config", metavar="FILE", help="use this configuration, search for none")
    parser.add_argument(
        "--profile", action="append", metavar="NAME", help="a profile, as posterior-chain/strict"
    )
    parser.add_argument(
        "--pack", action="append", metavar="PATH_OR_NAME", help="load this pack besides"
    )
    parser.add_argument("--no-packs", action="store_true", help="core alone")


def add_rule_options(parser: CommandParser) -> None:
    """`--select`, `--extend-select`, `--ignore` and `--fail-level`."""
    rules = {"action": "append", "metavar": "RULES"}
    words = "codes, prefixes, names or packs, with commas"
    options: list[tuple[str, str]] = [
        ("--select", f"run these rules and no others: {words}"),
        ("--extend-select", "run these rules besides"),
        ("--ignore", "do not run these rules"),
    ]
    for option, text in options:
        parser.add_argument(option, help=text, **rules)  # type: ignore[arg-type]
    parser.add_argument(
        "--fail-level",
        type=one_of(SEVERITIES),
        metavar="SEVERITY",
        help="exit 1 from this severity on: error, warning (default) or info",
    )


def settings_for(path: str, arguments: Namespace) -> tuple[Settings, tuple[ConfigProblem, ...]]:
    """The settings of a file or folder: its configuration's, under those of the command line."""
    if arguments.config is not None:
        below, problems = read_settings(Path(arguments.config))
    else:
        below, problems = load_settings(Path(path))
    above, more = command_line_settings(arguments)
    return merged(below, above), (*problems, *more)


def command_line_settings(
    arguments: Namespace,
) -> tuple[Settings, tuple[ConfigProblem, ...]]:
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
    packs, problems = _packs(arguments.pack or ())
    origins |= {("packs", word): _origin("--pack") for word in packs}
    return Settings(packs=packs, no_packs=arguments.no_packs, origins=origins, **values), problems


def _packs(typed: Iterable[str]) -> tuple[tuple[str, ...], tuple[ConfigProblem, ...]]:
    """Names as they are, paths absolute."""
    words, problems = [], []
    for word in typed:
        if not is_path(word):
            words.append(word)
        elif os.path.isfile(word):
            words.append(os.path.abspath(word))
        else:
            problems.append(ConfigProblem(f'there is no pack file "{word}"', option="--pack"))
    return tuple(words), tuple(problems)


def _words(typed: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(word.strip() for item in typed for word in item.split(",") if word.strip())


def _origin(option: str) -> Origin:
    return Origin(COMMAND_LINE, option=option)
