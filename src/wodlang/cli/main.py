"""`wod`: find the command, call it, and let no traceback out."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from wodlang.cli.commands import COMMANDS, Command, find_command, overview
from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import complain, internal_error
from wodlang.cli.parser import CommandParser, UsageError


def main(typed: Sequence[str] | None = None) -> int:
    """Run `wod` with these words (default: those of the command line); the exit code."""
    try:
        code = _dispatch(sys.argv[1:] if typed is None else list(typed))
        sys.stdout.flush()
        return int(code)
    except UsageError as error:
        complain(str(error))
        return Exit.USAGE
    except SystemExit as ending:  # argparse after --help
        return ending.code if isinstance(ending.code, int) else Exit.CLEAN
    except KeyboardInterrupt:
        complain("interrupted")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _close_stdout()
        return Exit.BROKEN_PIPE
    except Exception as error:
        internal_error(error)
        return Exit.CRASHED


def _dispatch(typed: list[str]) -> int:
    if not typed:
        print(overview(), file=sys.stderr)
        return Exit.USAGE
    first, *rest = typed
    if first in ("-h", "--help", "help"):
        print(overview())
        return Exit.CLEAN
    if first in ("-V", "--version"):
        from wodlang import __version__

        print(f"wod {__version__}")
        return Exit.CLEAN
    command = find_command(first)
    if command is None:
        raise UsageError(_unknown_command(first))
    return _call(command, rest)


def _call(command: Command, typed: list[str]) -> int:
    module = import_module(f"wodlang.cli.{command.module}")
    parser = CommandParser(command.name, command.usage, command.summary)
    module.add_options(parser)
    return int(module.run(parser.parse(typed)))


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


def _close_stdout() -> None:
    """Give stdout another end, so that the interpreter's own flush at exit stays quiet."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError):
        return
