"""`wod check`: lint files and folders."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from wodlang.cli import output
from wodlang.cli.check_files import Checked, check_all
from wodlang.cli.common_options import add_config_options, add_rule_options
from wodlang.cli.discovery import Unusable, discover
from wodlang.cli.exit_codes import Exit, gravest
from wodlang.cli.messages import complain
from wodlang.cli.parser import CommandParser
from wodlang.report.file_report import FileReport
from wodlang.report.reporter import BUILT_IN, Reporter

if TYPE_CHECKING:  # a run that knows all results imports no packs
    from wodlang.plugin.offers import Offer

STDIN = "-"
NO_CACHE = "WODLANG_CACHE"


def add_options(parser: CommandParser) -> None:
    """The options of `wod check`."""
    add_rule_options(parser)
    add_config_options(parser)
    parser.add_argument(
        "--output-format", default="full", metavar="FORMAT",
        help="full (default), concise, json, or one that a pack brings",
    )  # fmt: skip
    parser.add_argument("--output-file", metavar="FILE", help="write the report there alone")
    parser.add_argument(
        "--statistics", action="store_true", help="how often each rule spoke, not the findings"
    )
    parser.add_argument(
        "--stdin-filename", default="<stdin>", metavar="FILE", help="what `-` is called in reports"
    )
    parser.add_argument("--no-cache", action="store_true", help="check every file anew")
    parser.add_argument(
        "--jobs", type=_jobs, default=1, metavar="N", help="check N files at a time (default: 1)"
    )


def run(arguments: Namespace) -> int:
    """Check, report, and say in the exit code how it went."""
    if arguments.no_cache:
        os.environ[NO_CACHE] = ""  # the environment, so that the processes of --jobs heed it too
    reporter = _reporter(arguments)
    words = list(dict.fromkeys(arguments.words)) or ["."]
    found = discover([word for word in words if word != STDIN])
    checked = check_all(found.files, STDIN in words, arguments)
    unusable = _once(found.unusable + checked.unusable)
    for message in (*map(str, unusable), *checked.complaints):
        complain(message)
    codes = [*checked.codes, *(Exit.USAGE for _ in unusable)]
    if reporter is not None:
        codes.append(_reported(reporter, checked, arguments))
    elif checked.files or arguments.output_format == "json":
        output.write(_rendered(checked, arguments), arguments.output_file)
    return gravest(codes)


def _reporter(arguments: Namespace) -> Offer[Reporter] | None:
    """The reporter that a pack brings; None where the format is wodlang's own."""
    if arguments.output_format in BUILT_IN:
        return None
    from wodlang.cli.pack_reporter import pack_reporter

    return pack_reporter(arguments)


def _reported(reporter: Offer[Reporter], checked: Checked, arguments: Namespace) -> Exit:
    """Write a pack's report; where it fails, the full one to stdout, never into its file."""
    from wodlang.cli.pack_reporter import pack_report

    text = pack_report(reporter, checked.files, checked.packs)
    if text is not None:
        output.write(text, arguments.output_file)
        return Exit.CLEAN
    output.write(_full(checked.files, checked.packs, None))
    return Exit.CRASHED


def _rendered(checked: Checked, arguments: Namespace) -> str:
    files, packs = checked.files, checked.packs
    if arguments.output_format == "json":
        from wodlang.report import json_findings

        return json_findings.render(files, packs)
    if arguments.statistics:
        from wodlang.report import statistics

        return statistics.render(files, packs)
    if arguments.output_format == "concise":
        from wodlang.report import concise

        return concise.render(files, packs)
    return _full(files, packs, arguments.output_file)


def _full(
    files: tuple[FileReport, ...], packs: tuple[tuple[str, str], ...], output_file: str | None
) -> str:
    import sys

    from wodlang.report.summary import sentence, summarise

    if not any(file.findings for file in files):  # rich takes longer to import than all else here
        return sentence(summarise(files)) + "\n"
    from wodlang.report import full
    from wodlang.report.look import PLAIN, look_of

    return full.render(files, packs, PLAIN if output_file else look_of(sys.stdout))


def _once(unusable: tuple[Unusable, ...]) -> tuple[Unusable, ...]:
    return tuple({one.path: one for one in unusable}.values())


def _jobs(typed: str) -> int:
    if not typed.isdecimal() or int(typed) < 1:
        raise ArgumentTypeError(f'"{typed}" is no number of jobs: write 1 or more')
    return int(typed)
