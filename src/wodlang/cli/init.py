"""`wod init`: a commented wod.toml to start from."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

import wodlang.workbench as workbench
from wodlang.cli.commented_config import commented_config
from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import complain, remark
from wodlang.cli.parser import CommandParser, UsageError, at_most
from wodlang.lint.config import Settings
from wodlang.lint.config_file import OWN_NAME, find_config, shown_path

USAGE = "write `wod init`, or `wod init FOLDER`"


def add_options(parser: CommandParser) -> None:
    """`wod init` has no options of its own."""


def run(arguments: Namespace) -> int:
    """Write the file; one that is there stays as it is."""
    at_most(arguments.words, 1, USAGE)
    folder = Path(arguments.words[0] if arguments.words else ".")
    if not folder.is_dir():
        raise UsageError(f"{folder}: there is no such folder ({USAGE})")
    file = folder / OWN_NAME
    above = find_config(folder)
    if os.path.lexists(file):
        complain(f"{shown_path(file)} is there already; nothing was written")
        return Exit.USAGE
    try:
        with open(file, "x", encoding="utf-8", newline="\n") as opened:
            opened.write(commented_config(workbench.load_packs(Settings()).packs))
    except OSError as error:
        raise UsageError(f"{shown_path(file)}: {(error.strerror or str(error)).lower()}") from error
    remark(f"wrote {shown_path(file)}: take the # off what you want to change")
    if above is not None:
        remark(f"it takes the place of {shown_path(above)}; to build on that, add it to extends")
    return Exit.CLEAN
