"""`wod export`: a program in another format."""

from __future__ import annotations

import os
from argparse import Namespace

from wodlang import workbench
from wodlang.cli import output
from wodlang.cli.common_options import add_config_options, add_stdin_filename
from wodlang.cli.discovery import Unusable, shown
from wodlang.cli.exit_codes import Exit, gravest
from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.messages import complain
from wodlang.cli.pack_offers import find_offer, offer_for_file
from wodlang.cli.parser import CommandParser, UsageError, at_most
from wodlang.cli.reading import read_file, read_stdin
from wodlang.cli.spared import spare
from wodlang.cli.unread import say_unread
from wodlang.lint.guarded import PackError
from wodlang.plugin.offers import made_text

USAGE = "write `wod export monday.wod --to csv`"


def add_options(parser: CommandParser) -> None:
    """The options of `wod export`."""
    parser.add_argument("--to", metavar="NAME", help="the format: csv, or one that a pack brings")
    parser.add_argument("--output-file", metavar="FILE", help="write it there alone")
    add_stdin_filename(parser)
    add_config_options(parser)


def run(arguments: Namespace) -> int:
    """Write the program; lines that could not be read are said on stderr, exit 1."""
    if not arguments.words:
        raise UsageError(f"export needs a file: {USAGE}")
    at_most(arguments.words, 1, USAGE)
    word = arguments.words[0]
    read = read_stdin(arguments.stdin_filename) if word == "-" else read_file(word)
    if isinstance(read, Unusable):
        complain(str(read))
        return Exit.USAGE
    spare(arguments, [read.path])
    found = in_force(os.path.dirname(os.path.abspath(read.path)), arguments)
    exporters, code = found.loaded.exporters, say_faults(found)
    if arguments.to is None:
        exporter = offer_for_file(arguments.output_file or "", exporters, "format", "--to")
    else:
        exporter = find_offer(arguments.to, exporters, "format to export to")
    path = read.path if read.path.startswith("<") else shown(read.path)
    opened = workbench.open_text(read.text, path, found.packs)
    codes = [code, say_unread(opened.source, opened.findings)]
    try:
        output.write(made_text(exporter.value.write, opened.program), arguments.output_file)
    except PackError as error:
        complain(f"the exporter {exporter.value.name} of the pack {exporter.pack} failed: {error}")
        codes.append(Exit.CRASHED)
    return gravest(codes)
