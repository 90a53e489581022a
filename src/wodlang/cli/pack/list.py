"""`wod pack list`: the packs that are there, and those that could not be loaded."""

from __future__ import annotations

import json
from argparse import Namespace
from textwrap import wrap
from typing import Any

from wodlang.cli.common_options import add_config_options
from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.output import write
from wodlang.cli.pack.conflicts import conflicts_of
from wodlang.cli.parser import CommandParser, at_most, one_of
from wodlang.lint.profiles import profile_names
from wodlang.lint.rule import Pack
from wodlang.plugin.host import LoadedPacks, LoadProblem
from wodlang.plugin.pack_source import PackSource
from wodlang.report.printable import printable

USAGE = "write `wod pack list`"
WIDTH = 100


def add_options(parser: CommandParser) -> None:
    """The options of `wod pack list`."""
    add_config_options(parser)
    parser.add_argument(
        "--output-format", type=one_of(("text", "json")), default="text", metavar="FORMAT",
        help="text (default) or json",
    )  # fmt: skip


def run(arguments: Namespace) -> int:
    """List the packs; load errors go to stderr as well, exit 2."""
    at_most(arguments.words, 0, USAGE)
    found = in_force(".", arguments)
    loaded = found.loaded
    if arguments.output_format == "json":
        rows = [*(_data(pack, loaded) for pack in loaded.packs), *_failed(loaded)]
        write(json.dumps(rows, indent=2) + "\n")
    else:
        blocks = [*(_lines(pack, loaded) for pack in loaded.packs), *_failed_lines(loaded)]
        write(printable("\n".join(blocks) + "\n"))
    return say_faults(found)


def _data(pack: Pack, loaded: LoadedPacks) -> dict[str, Any]:
    return {
        "name": pack.name,
        "prefix": pack.prefix,
        "version": pack.version,
        "summary": pack.summary,
        "rules": [rule.code for rule in pack.rules],
        "profiles": [*profile_names(pack)],
        "source": _source_data(loaded.sources.get(pack.name)),
        "exercises": [exercise.name for exercise in pack.exercises],
        "conflicts": [
            {"kind": one.kind, "what": one.what, "with": one.other}
            for one in conflicts_of(pack, loaded.packs)
        ],
        "error": None,
    }


def _failed(loaded: LoadedPacks) -> list[dict[str, Any]]:
    """The packs that could not be loaded, with the keys of the others."""
    return [_failed_data(problem, loaded) for problem in loaded.problems]


def _failed_data(problem: LoadProblem, loaded: LoadedPacks) -> dict[str, Any]:
    return {
        "name": problem.pack,
        "prefix": None,
        "version": None,
        "summary": None,
        "rules": [],
        "profiles": [],
        "source": _source_data(loaded.sources.get(problem.pack)),
        "exercises": [],
        "conflicts": [],
        "error": problem.message,
    }


def _source_data(source: PackSource | None) -> dict[str, str | None] | None:
    if source is None:
        return None
    return {
        "distribution": source.distribution or None,
        "entry_point": source.entry_point or None,
        "path": source.path or None,
    }


def _lines(pack: Pack, loaded: LoadedPacks) -> str:
    number = f"{len(pack.rules)} rule{'' if len(pack.rules) == 1 else 's'} ({pack.prefix})"
    return "\n".join(
        [
            f"{pack.name} {pack.version}: {', '.join(filter(None, (number, pack.summary)))}",
            *_item("from", [str(loaded.sources.get(pack.name, ""))]),
            *_item("rules", [rule.code for rule in pack.rules]),
            *_item("profiles", [f"{pack.name}/{name}" for name in profile_names(pack)]),
            *_item("exercises", [exercise.name for exercise in pack.exercises]),
            *(f"  conflict: {one}" for one in conflicts_of(pack, loaded.packs)),
        ]
    )


def _failed_lines(loaded: LoadedPacks) -> list[str]:
    return [
        "\n".join(
            [
                f"{problem.pack}: not loaded, {problem.message}",
                *_item("from", [str(loaded.sources.get(problem.pack, ""))]),
            ]
        )
        for problem in loaded.problems
    ]


def _item(title: str, values: list[str]) -> list[str]:
    """`  profiles: a, b`, wrapped; nothing where there is no value."""
    text = ", ".join(value for value in values if value)
    if not text:
        return []
    return wrap(text, WIDTH, initial_indent=f"  {title}: ", subsequent_indent="    ")
