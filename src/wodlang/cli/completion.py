"""`wod completion`: what makes a shell complete commands, options and their values."""

from __future__ import annotations

import re
from argparse import Namespace
from importlib.resources import files
from typing import TYPE_CHECKING

from wodlang.cli.exit_codes import Exit
from wodlang.cli.output import write
from wodlang.cli.parser import CommandParser, UsageError, at_most
from wodlang.text.nearest import nearest

if TYPE_CHECKING:  # packs are loaded for a script alone, not for the help
    from wodlang.cli.installed_names import InstalledNames

SHELLS = ("bash", "zsh", "fish")
USAGE = f"write `wod completion SHELL`; the shells are {', '.join(SHELLS)}"
_SHTABS_OWN_USAGE = re.compile(r"(?m)^# AUTOMATICALLY GENERATED.*\n(#.*\n)*")


def add_options(parser: CommandParser) -> None:
    """None of its own."""


def run(arguments: Namespace) -> int:
    """Print the script of one shell."""
    if not arguments.words:
        raise UsageError(f"completion needs to know your shell: {USAGE}")
    at_most(arguments.words, 1, USAGE)
    shell = arguments.words[0]
    if shell not in SHELLS:
        near = nearest(shell, SHELLS)
        hint = f', did you mean "{near}"?' if near else ""
        raise UsageError(f'there is no completion for "{shell}"{hint} ({USAGE})')
    write(script(shell))
    return Exit.CLEAN


def script(shell: str) -> str:
    """The completion of all commands, with the rules, profiles and packs that are installed."""
    import shtab

    from wodlang.cli.command_tree import command_tree
    from wodlang.cli.installed_names import installed_names

    known = installed_names()
    made = str(shtab.complete(command_tree(known), shell, preamble=_functions(shell, known)))
    if shell == "bash":  # `_wod` prepares the words for shtab's function
        made = made.replace("-F _shtab_wod wod", "-F _wod wod")
    return _SHTABS_OWN_USAGE.sub(f"# Made by `wod completion {shell}`.\n", made, count=1) + "\n"


def _functions(shell: str, known: InstalledNames) -> str:
    """What the script calls for files, packs and rules."""
    text = files("wodlang.cli.shells").joinpath(f"functions.{shell}").read_text("utf-8")
    return text.replace("@RULES@", " ".join(known.rules)).replace("@PACKS@", " ".join(known.packs))
