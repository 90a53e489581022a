"""All commands as one argparse tree, with what their words and values may be: for completion."""

from __future__ import annotations

from argparse import Action, ArgumentParser, _SubParsersAction
from collections.abc import Sequence
from importlib import import_module

from wodlang.cli.commands import COMMANDS, Command, part_of
from wodlang.cli.completed_values import Completed, of_option, of_word
from wodlang.cli.installed_names import InstalledNames
from wodlang.cli.parser import CommandParser


def command_tree(known: InstalledNames) -> ArgumentParser:
    """`wod` with all commands and parts below it."""
    root = ArgumentParser(prog="wod", description="Strength training as plain text", add_help=False)
    root.add_argument("-h", "--help", action="help", help="the commands")
    root.add_argument("-V", "--version", action="version", version="", help="the version")
    _add_commands(root, COMMANDS, known)
    return root


def _add_commands(
    parent: ArgumentParser, commands: Sequence[Command], known: InstalledNames
) -> None:
    below: _SubParsersAction[ArgumentParser] = parent.add_subparsers(parser_class=ArgumentParser)
    for command in commands:
        name = command.name.rpartition(" ")[2]
        if command.parts:
            group = below.add_parser(name, help=command.summary, description=command.summary)
            _add_commands(group, [part_of(command, part) for part in command.parts], known)
        else:
            made = _parser(command, known)
            below.add_parser(
                name, help=command.summary, description=command.summary, parents=[made],
                add_help=False,
            )  # fmt: skip


def _parser(command: Command, known: InstalledNames) -> CommandParser:
    """A command's own parser, each value with what it may be, and its words as positionals."""
    parser = CommandParser(command.name, command.usage, command.summary)
    import_module(f"wodlang.cli.{command.module}").add_options(parser)
    for action in parser._actions:
        _give(action, of_option(action, known))
    for number, word in enumerate(command.usage.split()):
        many = "..." in word
        positional = parser.add_argument(
            f"word{number}", nargs="*" if many else "?", help=word.strip("[].")
        )
        _give(positional, of_word(command.name, word.strip("[]."), known))
    return parser


def _give(action: Action, values: Completed) -> None:
    """shtab reads `choices`, which are words, and `complete`, which is code of the shells."""
    if isinstance(values, tuple):
        action.choices = values or None
    else:
        action.complete = values  # type: ignore[attr-defined]
