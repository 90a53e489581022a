"""`wod show`: a program as people, or as programs, look at it."""

from __future__ import annotations

import os
import sys
from argparse import Namespace

from wodlang import workbench
from wodlang.cli import output
from wodlang.cli.common_options import add_config_options, add_stdin_filename
from wodlang.cli.discovery import Unusable, shown
from wodlang.cli.exit_codes import Exit, gravest
from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.messages import complain
from wodlang.cli.parser import CommandParser, UsageError, at_most, one_of
from wodlang.cli.reading import Text, read_file, read_stdin
from wodlang.cli.spared import spare
from wodlang.cli.unread import say_unread
from wodlang.model.program import Program

USAGE = "write `wod show monday.wod`, or `wod show -` for stdin"


def add_options(parser: CommandParser) -> None:
    """The options of `wod show`."""
    parser.add_argument(
        "--output-format", type=one_of(("text", "json")), default="text", metavar="FORMAT",
        help="text (default) or json",
    )  # fmt: skip
    parser.add_argument("--output-file", metavar="FILE", help="write it there alone")
    add_stdin_filename(parser)
    add_config_options(parser)


def run(arguments: Namespace) -> int:
    """Draw the program; lines that could not be read are said on stderr, exit 1."""
    if not arguments.words:
        raise UsageError(f"show needs a file: {USAGE}")
    at_most(arguments.words, 1, USAGE)
    read = _read(arguments.words[0], arguments.stdin_filename)
    if isinstance(read, Unusable):
        complain(str(read))
        return Exit.USAGE
    path = read.path if read.path.startswith("<") else shown(read.path)
    found = in_force(os.path.dirname(os.path.abspath(read.path)), arguments)
    spare(arguments, [read.path])
    result = workbench.open_text(read.text, path, found.packs)
    output.write(_rendered(result.program, arguments), arguments.output_file)
    return gravest([say_faults(found), say_unread(result.source, result.findings)])


def _read(path: str, stdin_name: str) -> Text | Unusable:
    return read_stdin(stdin_name) if path == "-" else read_file(path)


def _rendered(program: Program, arguments: Namespace) -> str:
    if arguments.output_format == "json":
        from wodlang.report import program_json

        return program_json.render(program)
    from wodlang.report import program_table
    from wodlang.report.look import PLAIN, look_of

    return program_table.render(program, PLAIN if arguments.output_file else look_of(sys.stdout))
