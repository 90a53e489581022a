"""`wod schema`: the JSON Schemas of what wod reads and writes."""

from __future__ import annotations

import json
from argparse import Namespace

from wodlang.cli.common_options import add_config_options
from wodlang.cli.exit_codes import Exit
from wodlang.cli.output import write
from wodlang.cli.parser import CommandParser, UsageError, at_most
from wodlang.report import schema as report_schema
from wodlang.text.nearest import nearest

CONFIG, PACK = "config", "pack"
NAMES = (*report_schema.NAMES, CONFIG, PACK)


def add_options(parser: CommandParser) -> None:
    """`config` describes the options of the packs that these load."""
    add_config_options(parser)


def run(arguments: Namespace) -> int:
    """Print one schema."""
    listed = f"write `wod schema NAME`; the names are {', '.join(NAMES)}"
    if not arguments.words:
        raise UsageError(f"schema needs a name: {listed}")
    at_most(arguments.words, 1, listed)
    name = arguments.words[0]
    if name not in NAMES:
        near = nearest(name, NAMES)
        hint = f', did you mean "{near}"?' if near else ""
        raise UsageError(f'unknown schema "{name}"{hint} ({listed})')
    if name == CONFIG:
        return _write_config_schema(arguments)
    if name == PACK:
        from wodlang.rulefile.schema import pack_schema

        write(json.dumps(pack_schema(), indent=2) + "\n")
        return Exit.CLEAN
    write(report_schema.schema_text(name))
    return Exit.CLEAN


def _write_config_schema(arguments: Namespace) -> int:
    """The options of all packs that could be loaded; what is wrong with others is said."""
    from wodlang.cli.loaded_packs import in_force, say_faults
    from wodlang.lint.options_schema import config_schema

    found = in_force(".", arguments)
    write(json.dumps(config_schema(found.packs), indent=2) + "\n")
    return say_faults(found)
