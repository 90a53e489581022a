"""`wod config`: what is in force here, and where each value comes from."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence

from wodlang.cli.common_options import add_config_options, add_rule_options
from wodlang.cli.config_rows import DEFAULT, Row, rows_of
from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.output import write
from wodlang.cli.parser import CommandParser, UsageError, at_most, one_of
from wodlang.lint.config_file import shown_path
from wodlang.lint.settings import Settings
from wodlang.text.nearest import nearest

USAGE = "write `wod config`, or `wod config KEY` as in `wod config rules.too-many-exercises`"


def add_options(parser: CommandParser) -> None:
    """The options of `wod config`: those of `check`, to see what they would change."""
    add_rule_options(parser)
    add_config_options(parser)
    parser.add_argument(
        "--output-format", type=one_of(("text", "json")), default="text", metavar="FORMAT",
        help="text (default) or json",
    )  # fmt: skip


def run(arguments: Namespace) -> int:
    """Print the values; what is wrong with the configuration goes to stderr, exit 2."""
    at_most(arguments.words, 1, USAGE)
    found = in_force(".", arguments)
    rows = rows_of(found.settings, found.packs)
    chosen = _chosen(rows, arguments.words[0]) if arguments.words else rows
    as_json = arguments.output_format == "json"
    brief = not as_json and not arguments.words
    write(_json(chosen) if as_json else _text(chosen, found.settings, brief))
    return say_faults(found)


def _chosen(rows: Sequence[Row], key: str) -> list[Row]:
    """The value of a key, or all below it."""
    found = [row for row in rows if row.key == key or row.key.startswith(f"{key}.")]
    if found:
        return found
    parts = [row.key.split(".") for row in rows]
    words = {".".join(part[:end]) for part in parts for end in range(1, len(part) + 1)}
    near = nearest(key, sorted(words))
    hint = f', did you mean "{near}"?' if near else ""
    raise UsageError(f'unknown key "{key}"{hint} (`wod config` lists them)')


def _json(rows: Sequence[Row]) -> str:
    data = {row.key: {"value": row.value, "from": row.origin} for row in rows}
    return json.dumps(data, indent=2) + "\n"


def _text(rows: Sequence[Row], settings: Settings, brief: bool) -> str:
    """A line a value; options that nobody set are left out of the long list."""
    shown = [row for row in rows if not (brief and row.is_option and row.origin == DEFAULT)]
    lines = [
        (f"{row.key} = {json.dumps(row.value, ensure_ascii=False)}", row.origin) for row in shown
    ]
    width = min(max(len(line) for line, _ in lines), 60)
    text = "".join(f"{line:<{width}}  # {origin}\n" for line, origin in lines)
    if not brief:
        return text
    file = shown_path(settings.file) if settings.file else "none (`wod init` writes one)"
    ending = "# every rule's options: `wod config rules`\n"
    return f"# configuration: {file}\n{text}{ending}"
