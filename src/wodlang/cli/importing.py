"""`wod import`: another format as a `.wod` text."""

from __future__ import annotations

from argparse import Namespace

from wodlang import workbench
from wodlang.cli import output
from wodlang.cli.common_options import add_config_options
from wodlang.cli.discovery import Unusable
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

USAGE = "write `wod import plan.txt --from NAME --output-file plan.wod`"


def add_options(parser: CommandParser) -> None:
    """The options of `wod import`."""
    parser.add_argument(
        "--from", dest="source", metavar="NAME", help="the format, which a pack brings"
    )
    parser.add_argument("--output-file", metavar="FILE", help="write it there alone")
    add_config_options(parser)


def run(arguments: Namespace) -> int:
    """Write the `.wod` text; lines of it that are no `.wod` are said on stderr, exit 1."""
    if not arguments.words:
        raise UsageError(f"import needs a file: {USAGE}")
    at_most(arguments.words, 1, USAGE)
    word = arguments.words[0]
    found = in_force(".", arguments)
    importers, code = found.loaded.importers, say_faults(found)
    if arguments.source is None:
        importer = offer_for_file(word, importers, "format", "--from")
    else:
        importer = find_offer(arguments.source, importers, "format to import from")
    read = read_stdin("<stdin>") if word == "-" else read_file(word)
    if isinstance(read, Unusable):
        complain(str(read))
        return Exit.USAGE
    spare(arguments, [word, "<imported>"])  # the latter is for the configuration here
    try:
        text = made_text(importer.value.read, read.text)
    except PackError as error:
        complain(f"the importer {importer.value.name} of the pack {importer.pack} failed: {error}")
        return gravest([code, Exit.CRASHED])
    output.write(text, arguments.output_file)
    opened = workbench.open_text(text, arguments.output_file or "<imported>", found.packs)
    return gravest([code, say_unread(opened.source, opened.findings)])
