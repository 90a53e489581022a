"""`wod pack docs`: a pack's documentation as Markdown."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Sequence

from wodlang.cli.exit_codes import Exit
from wodlang.cli.messages import remark
from wodlang.cli.output import write
from wodlang.cli.pack.markdown_text import inline
from wodlang.cli.pack.pack_markdown import pack_page, pack_pages
from wodlang.cli.pack.targets import add_target_options, find_targets, say_problems
from wodlang.cli.parser import CommandParser, UsageError, at_most
from wodlang.lint.rule import Pack

USAGE = "write `wod pack docs house.toml`, a folder, or the name of an installed pack"


def add_options(parser: CommandParser) -> None:
    """The options of `wod pack docs`."""
    add_target_options(parser)
    parser.add_argument(
        "--output-dir", metavar="DIR", help="write an index and a page a rule into this folder"
    )


def run(arguments: Namespace) -> int:
    """Print the pages, or write them; nothing is written where a pack cannot be loaded."""
    if not arguments.words:
        raise UsageError(f"pack docs needs a pack: {USAGE}")
    at_most(arguments.words, 1, USAGE)
    targets = find_targets(arguments.words[0], arguments)
    for target in targets:
        say_problems(target)
    packs = [target.pack for target in targets if target.pack is not None]
    if len(packs) < len(targets):
        return Exit.USAGE
    if arguments.output_dir is None:
        write(pack_page(packs, _preamble(packs)))
    else:
        _write_pages(pack_pages(packs, _preamble(packs)), arguments.output_dir)
    return Exit.CLEAN


def _preamble(packs: Sequence[Pack]) -> str:
    """The index's heading, and what keeps the pages true."""
    titles = ", ".join(f"{inline(pack.name)} {inline(pack.version)}" for pack in packs)
    return (
        f"# Rules of {titles}\n\nWritten by `wod pack docs`; the examples are the rules' tests.\n"
    )


def _write_pages(pages: dict[str, str], folder: str) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"--output-dir {folder}: cannot be made ({reason})") from error
    for name, text in pages.items():
        write(text, os.path.join(folder, name))
    remark(f"wrote {len(pages)} pages to {folder}")
