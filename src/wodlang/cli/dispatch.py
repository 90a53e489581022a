"""Find the command, call it, and let no traceback out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module

from wodlang.cli.commands import (
    COMMANDS,
    Command,
    find_command,
    overview,
    part_of,
    parts_overview,
)
from wodlang.cli.common_options import refuse_name_of_nothing
from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import complain, internal_error, remark
from wodlang.cli.output import abandon_stdout, write
from wodlang.cli.parser import CommandParser, UsageError


def dispatch(typed: Sequence[str]) -> int:
    """Run `wod` with these words; the exit code."""
    try:
        return _dispatch(list(typed))
    except UsageError as error:
        complain(str(error))
        return Exit.USAGE
    except SystemExit as ending:  # argparse after --help
        return ending.code if isinstance(ending.code, int) else Exit.CLEAN
    except KeyboardInterrupt:
        return interrupted()
    except BrokenPipeError:
        abandon_stdout()
        return Exit.BROKEN_PIPE
    except OSError as error:  # the working directory is gone, the disk is full ...
        complain(f"{error.filename or 'wod'}: {(error.strerror or str(error)).lower()}")
        return Exit.USAGE
    except Exception as error:
        internal_error(error)
        return Exit.CRASHED


def interrupted() -> int:
    """Say that Ctrl-C ended the run."""
    complain("interrupted")
    return Exit.INTERRUPTED


def _dispatch(typed: list[str]) -> int:
    if not typed:
        remark(overview())
        return Exit.USAGE
    first, *rest = typed
    if first == "help" and rest:
        first, rest = rest[0], [*rest[1:], "--help"]
    if first in ("-h", "--help", "help"):
        write(overview() + "\n")
        return Exit.CLEAN
    if first in ("-V", "--version"):
        from wodlang import __version__

        write(f"wod {__version__}\n")
        return Exit.CLEAN
    command = find_command(first)
    if command is None:
        raise UsageError(_unknown_command(first))
    return _call_part(command, rest) if command.parts else _call(command, rest)


def _call_part(command: Command, typed: list[str]) -> int:
    """The part that the first word names; options may stand before it."""
    at = 0
    if typed and typed[0].startswith("-"):
        names = [part.name for part in command.parts]
        at = next((index for index, word in enumerate(typed) if word in names), 0)
    word = typed[at] if typed else ""
    part = find_command(word, command.parts)
    if part is not None:
        return _call(part_of(command, part), typed[:at] + typed[at + 1 :])
    if word in ("-h", "--help", "help"):
        write(parts_overview(command) + "\n")
        return Exit.CLEAN
    raise UsageError(_unknown_part(command, word))


def _unknown_part(command: Command, typed: str) -> str:
    from wodlang.text.nearest import nearest

    ways = [f"`{f'wod {command.name} {part.name} {part.usage}'.strip()}`" for part in command.parts]
    to_type = f"write {', '.join(ways[:-1])} or {ways[-1]}"
    if not typed:
        return f"{command.name} needs to be told what to do: {to_type}"
    if typed.startswith("-"):
        return f"{typed} is no option of wod {command.name} itself: {to_type}, options behind it"
    near = nearest(typed, (part.name for part in command.parts))
    hint = f', did you mean "{near}"?' if near else ""
    return f'unknown {command.name} command "{typed}"{hint} ({to_type})'


def _call(command: Command, typed: list[str]) -> int:
    module = import_module(f"wodlang.cli.{command.module}")
    parser = CommandParser(command.name, command.usage, command.summary)
    module.add_options(parser)
    arguments = parser.parse(typed)
    refuse_name_of_nothing(arguments)
    return int(module.run(arguments))


def _unknown_command(typed: str) -> str:
    from wodlang.text.nearest import nearest

    listed = f"there are: {', '.join(command.name for command in COMMANDS)}"
    if typed.startswith("-"):
        return f"{typed} is no option of wod itself: options stand behind a command ({listed})"
    if os.path.exists(typed) or typed.endswith(".wod"):
        return f'"{typed}" is no command: write `wod check {typed}`'
    near = nearest(typed, (command.name for command in COMMANDS))
    hint = f', did you mean "{near}"?' if near else ""
    return f'unknown command "{typed}"{hint} ({listed})'
