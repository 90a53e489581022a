"""`wod pack list`: the packs that are there, and those that could not be loaded."""

from __future__ import annotations

from argparse import Namespace

from wodlang.cli.common_options import add_config_options
from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.output import write
from wodlang.cli.parser import CommandParser, UsageError, at_most, one_of
from wodlang.lint.profiles import profile_names
from wodlang.lint.rule import Pack

USAGE = "write `wod pack list`"


def add_options(parser: CommandParser) -> None:
    """The options of `wod pack`."""
    add_config_options(parser)
    parser.add_argument(
        "--output-format", type=one_of(("text", "json")), default="text", metavar="FORMAT",
        help="text (default) or json",
    )  # fmt: skip


def run(arguments: Namespace) -> int:
    """List the packs; load errors go to stderr, exit 2."""
    if not arguments.words:
        raise UsageError(f"pack needs to be told what to do: {USAGE}")
    if arguments.words[0] != "list":
        raise UsageError(f'unknown pack command "{arguments.words[0]}": {USAGE}')
    at_most(arguments.words, 1, USAGE)
    found = in_force(".", arguments)
    packs, code = found.packs, say_faults(found)
    if arguments.output_format == "json":
        import json

        write(json.dumps([_data(pack) for pack in packs], indent=2) + "\n")
    else:
        write("\n".join(map(_lines, packs)) + "\n")
    return code


def _data(pack: Pack) -> dict[str, object]:
    return {
        "name": pack.name,
        "prefix": pack.prefix,
        "version": pack.version,
        "summary": pack.summary,
        "rules": [rule.code for rule in pack.rules],
        "profiles": [*profile_names(pack)],
    }


def _lines(pack: Pack) -> str:
    profiles = ", ".join(f"{pack.name}/{name}" for name in profile_names(pack))
    number = f"{len(pack.rules)} rule{'' if len(pack.rules) == 1 else 's'} ({pack.prefix})"
    line = f"{pack.name} {pack.version}: {number}, {pack.summary}"
    return f"{line}\n  profiles: {profiles}" if profiles else line
