"""Options that several commands share."""

from __future__ import annotations

from argparse import Namespace

from wodlang.cli.parser import CommandParser, UsageError, one_of

STDIN = "-"
STDIN_NAME = "<stdin>"
SEVERITIES = ("error", "warning", "info")


def add_config_options(parser: CommandParser) -> None:
    """`--config`, `--profile`, `--pack` and `--no-packs`."""
    parser.add_argument("--config", metavar="FILE", help="use this configuration, search for none")
    parser.add_argument(
        "--profile", action="append", metavar="NAME", help="a profile, as posterior-chain/strict"
    )
    parser.add_argument(
        "--pack", action="append", metavar="PATH_OR_NAME", help="load this pack besides"
    )
    parser.add_argument("--no-packs", action="store_true", help="core alone")


def add_stdin_filename(parser: CommandParser) -> None:
    """`--stdin-filename`; an empty one is what an editor has for a text without a file."""
    parser.add_argument(
        "--stdin-filename",
        type=lambda typed: typed or STDIN_NAME,
        default=STDIN_NAME,
        metavar="FILE",
        help="what `-` is called",
    )


def refuse_name_of_nothing(arguments: Namespace) -> None:
    """`--stdin-filename` without `-` would be heeded by nothing, and stdin left unread."""
    if getattr(arguments, "stdin_filename", STDIN_NAME) == STDIN_NAME or STDIN in arguments.words:
        return
    raise UsageError("--stdin-filename is the name of what `-` reads: write `-` besides")


def add_rule_options(parser: CommandParser) -> None:
    """`--select`, `--extend-select`, `--ignore` and `--fail-level`."""
    rules = {"action": "append", "metavar": "RULES"}
    words = "codes, prefixes, names or packs, with commas"
    options: list[tuple[str, str]] = [
        ("--select", f"run these rules and no others: {words}"),
        ("--extend-select", "run these rules besides"),
        ("--ignore", "do not run these rules"),
    ]
    for option, text in options:
        parser.add_argument(option, help=text, **rules)  # type: ignore[arg-type]
    parser.add_argument(
        "--fail-level",
        type=one_of(SEVERITIES),
        metavar="SEVERITY",
        help="exit 1 from this severity on: error, warning (default) or info",
    )


def add_baseline_options(parser: CommandParser) -> None:
    """`--baseline` and those that go with it."""
    parser.add_argument(
        "--baseline", metavar="FILE", help="leave out the findings that this file holds"
    )
    parser.add_argument(
        "--no-baseline", action="store_true", help="show the findings of a configured baseline too"
    )
    parser.add_argument(
        "--write-baseline", metavar="FILE", help="write the findings of this run into a baseline"
    )
    parser.add_argument(
        "--prune-baseline", action="store_true", help="remove from it what no longer occurs"
    )
