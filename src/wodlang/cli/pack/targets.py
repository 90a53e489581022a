"""The packs that a word of the command line means: a TOML file, a folder of them, or a name."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wodlang.cli.loaded_packs import in_force
from wodlang.cli.messages import complain, remark
from wodlang.cli.parser import CommandParser
from wodlang.lint.config_keys import is_path
from wodlang.lint.rule import Pack
from wodlang.plugin.host import LoadedPacks
from wodlang.plugin.toml_packs import pack_files
from wodlang.report.printable import printable
from wodlang.text.nearest import nearest

if TYPE_CHECKING:
    from wodlang.rulefile import RuleFile

SUFFIX = ".toml"


@dataclass(frozen=True, slots=True)
class Target:
    """A pack, or why it cannot be loaded: `problems` in its file, or a `reason` outside of it.

    `file` is what was read of a TOML pack.
    """

    pack: Pack | None
    problems: tuple[str, ...] = ()
    reason: str = ""
    file: RuleFile | None = None


def say_problems(target: Target) -> None:
    """Say on stderr why a pack cannot be loaded; a problem with a place begins with it."""
    for problem in target.problems:
        remark(printable(problem))
    if target.reason:
        complain(target.reason)


def add_target_options(parser: CommandParser) -> None:
    """`--config`: installed packs are not looked for where a path is named."""
    parser.add_argument("--config", metavar="FILE", help="use this configuration, search for none")


def find_targets(word: str, arguments: Namespace) -> tuple[Target, ...]:
    """What the word means, one target a pack; at least one.

    A bare word is a pack's name first: a pack often lies in a folder that is called like it.
    """
    if not is_path(word) and not os.path.isfile(word):
        named = _by_name(word, arguments)
        if named is not None or not os.path.isdir(word):
            return (named or _failed(_unknown(word, arguments)),)
    return tuple(_in_folder(word)) if os.path.isdir(word) else (_in_file(word),)


def _in_folder(folder: str) -> Iterator[Target]:
    found = [os.path.join(folder, file.name) for file in pack_files(Path(folder))]
    yield from map(_in_file, found)
    if not found:
        yield _failed(
            f"{folder}: there is no TOML pack in this folder: `wod pack new NAME` makes one"
        )


def _in_file(path: str) -> Target:
    # Only TOML packs need the expression language, and it is large.
    from wodlang.rulefile import read_pack

    if not os.path.exists(path):
        return _failed(f"{path}: there is no such file: write the path of a TOML pack")
    if not path.lower().endswith(SUFFIX):
        return _failed(f"{path}: a pack without Python is a .toml file, this is none")
    read = read_pack(Path(path))
    if read.problems or read.pack is None:
        return Target(None, tuple(map(str, read.problems)) or (f"{path}: holds no pack",))
    return Target(read.pack, file=read)


def _by_name(name: str, arguments: Namespace) -> Target | None:
    """The installed or configured pack of this name; None where there is none."""
    loaded = _loaded(arguments)
    pack = next((one for one in loaded.packs if one.name == name), None)
    source = loaded.sources.get(name)
    if pack is not None:
        return _in_file(source.path) if source is not None and source.path else Target(pack)
    for problem in loaded.problems:
        if problem.pack == name and not problem.missing:
            return _failed(str(problem))
    return None


def _loaded(arguments: Namespace) -> LoadedPacks:
    options = Namespace(config=arguments.config, profile=None, pack=None, no_packs=False)
    return in_force(".", options).loaded


def _unknown(name: str, arguments: Namespace) -> str:
    if os.path.isfile(name + SUFFIX):
        return f'no pack "{name}" is installed: for the file write {name}{SUFFIX}'
    near = nearest(name, (pack.name for pack in _loaded(arguments).packs))
    hint = f', did you mean "{near}"?' if near else ""
    return f'no pack "{name}" is installed{hint} (`wod pack list` lists them; a path ends in .toml)'


def _failed(message: str) -> Target:
    return Target(None, reason=message)
