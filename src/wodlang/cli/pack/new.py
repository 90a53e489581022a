"""`wod pack new`: a pack to start from, as one TOML file or as a Python distribution."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import remark
from wodlang.cli.pack.new_names import new_pack
from wodlang.cli.pack.scaffold_files import NewPack, files_of
from wodlang.cli.parser import CommandParser, UsageError, at_most
from wodlang.lint.config_file import shown_path
from wodlang.lint.settings import Settings
from wodlang.workbench import load_packs

USAGE = "write `wod pack new iron-house`, or `wod pack new iron-house --python`"


def add_options(parser: CommandParser) -> None:
    """The options of `wod pack new`."""
    parser.add_argument(
        "--python", action="store_true", help="a Python distribution; without it one TOML file"
    )
    parser.add_argument(
        "--prefix", metavar="XX", help="what the codes begin with (default: the name's initials)"
    )
    parser.add_argument(
        "--directory", metavar="DIR", help="write into this folder (default: a new one, NAME)"
    )


def run(arguments: Namespace) -> int:
    """Write the files; where one is there already, none."""
    if not arguments.words:
        raise UsageError(f"pack new needs a name: {USAGE}")
    at_most(arguments.words, 1, USAGE)
    installed = load_packs(Settings()).packs
    pack = new_pack(
        arguments.words[0],
        arguments.prefix,
        [one.name for one in installed],
        [one.prefix for one in installed],
    )
    folder = Path(arguments.directory if arguments.directory is not None else pack.name)
    files = dict(files_of(pack, arguments.python))
    _refuse_to_overwrite(folder, list(files))
    for path, text in files.items():
        _write(folder / path, text)
        remark(f"wrote {shown_path(folder / path)}")
    remark(_next_steps(pack, folder, arguments.python))
    return Exit.CLEAN


def _refuse_to_overwrite(folder: Path, paths: list[str]) -> None:
    for path in paths:
        file = folder / path
        if os.path.lexists(file):
            raise UsageError(
                f"{shown_path(file)} is there already; nothing was written "
                "(`--directory DIR` writes elsewhere)"
            )
        for above in (*file.parents,)[:-1]:
            if os.path.lexists(above) and not above.is_dir():
                raise UsageError(f"{shown_path(above)} is no folder; nothing was written")


def _write(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with open(file, "x", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
    except OSError as error:
        raise UsageError(f"{shown_path(file)}: {(error.strerror or str(error)).lower()}") from error


def _next_steps(pack: NewPack, folder: Path, python: bool) -> str:
    enter = "" if folder.resolve() == Path.cwd() else f"cd {shown_path(folder)} && "
    if python:
        return f'next: {enter}pip install -e ".[dev]" && pytest'
    return f"next: {enter}wod pack check {pack.name}.toml"
