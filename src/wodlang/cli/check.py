"""`wod check`: lint files and folders."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace

from wodlang.cli.changing.wanted import add_change_options, wanted_of
from wodlang.cli.check_files import check_all
from wodlang.cli.check_report import CheckReport, reported
from wodlang.cli.common_options import (
    STDIN,
    add_baseline_options,
    add_config_options,
    add_rule_options,
    add_stdin_filename,
)
from wodlang.cli.discovery import discover
from wodlang.cli.fix_hint import fix_hint
from wodlang.cli.parser import CommandParser
from wodlang.cli.spared import spare
from wodlang.report.reporter import BUILT_IN

NO_CACHE = "WODLANG_CACHE"


def add_options(parser: CommandParser) -> None:
    """The options of `wod check`."""
    add_rule_options(parser)
    add_config_options(parser)
    add_change_options(parser)
    add_baseline_options(parser)
    parser.add_argument(
        "--output-format", default="full", metavar="FORMAT",
        help=f"full (default), {', '.join(BUILT_IN[1:])}, or one that a pack brings",
    )  # fmt: skip
    parser.add_argument("--output-file", metavar="FILE", help="write the report there alone")
    parser.add_argument(
        "--statistics", action="store_true", help="how often each rule spoke, not the findings"
    )
    add_stdin_filename(parser)
    parser.add_argument(
        "--watch", action="store_true", help="check again whenever a file changes, until Ctrl-C"
    )
    parser.add_argument("--no-cache", action="store_true", help="check every file anew")
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="check N files at a time (default: as many as processors, where many are new)",
    )


def run(arguments: Namespace) -> int:
    """Check, report, and say in the exit code how it went."""
    if arguments.watch:
        from wodlang.cli.watching import watch

        return watch(arguments, run)
    if arguments.no_cache:
        os.environ[NO_CACHE] = ""  # the environment, so that the processes of --jobs heed it too
    wanted = wanted_of(arguments)
    report = CheckReport(arguments)
    words = list(dict.fromkeys(arguments.words)) or ["."]
    found = discover([word for word in words if word != STDIN])
    spare(arguments, (*found.files, *((arguments.stdin_filename,) if STDIN in words else ())))
    if wanted.changes or arguments.write_baseline is not None or arguments.prune_baseline:
        from wodlang.cli.changing.run import run_changing

        return run_changing(found, STDIN in words, arguments, wanted, report)
    checked = check_all(found.files, STDIN in words, arguments)
    return reported(found, checked, report, lambda: fix_hint(checked.files, wanted.unsafe))


def _jobs(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise ArgumentTypeError(f'"{typed}" is no number of jobs: write 1 or more')
    return int(typed)
