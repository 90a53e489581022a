"""`wod rule`: a rule's documentation, or the table of rules."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Sequence

from wodlang.cli.common_options import add_config_options
from wodlang.cli.exit_codes import Exit
from wodlang.cli.loaded_packs import in_force, say_faults
from wodlang.cli.messages import complain
from wodlang.cli.output import write
from wodlang.cli.parser import CommandParser, at_most, one_of
from wodlang.cli.rule_page import rule_data, rule_page, rule_table
from wodlang.lint.rule import Pack, Rule
from wodlang.text.nearest import nearest

USAGE = "write `wod rule PC302`, or `wod rule unsupported-row-after-hinge`"


def add_options(parser: CommandParser) -> None:
    """The options of `wod rule`."""
    add_config_options(parser)
    parser.add_argument(
        "--output-format", type=one_of(("text", "json")), default="text", metavar="FORMAT",
        help="text (default) or json",
    )  # fmt: skip


def run(arguments: Namespace) -> int:
    """Show a rule, or all."""
    at_most(arguments.words, 1, USAGE)
    found = in_force(".", arguments)
    packs, code = found.packs, say_faults(found)
    as_json = arguments.output_format == "json"
    if not arguments.words:
        write(_all(packs, as_json))
        return code
    word = arguments.words[0]
    entry = _find(packs, word)
    if entry is None:
        return _unknown(packs, word)
    write(_json(rule_data(*entry)) if as_json else rule_page(*entry))
    return code


def _all(packs: Sequence[Pack], as_json: bool) -> str:
    if as_json:
        return _json([rule_data(rule, pack) for pack in packs for rule in pack.rules])
    return rule_table(packs)


def _json(data: object) -> str:
    return json.dumps(data, indent=2) + "\n"


def _find(packs: Sequence[Pack], word: str) -> tuple[Rule, Pack] | None:
    for pack in packs:
        for rule in pack.rules:
            if word.casefold() in (rule.code.casefold(), rule.name):
                return rule, pack
    return None


def _unknown(packs: Sequence[Pack], word: str) -> int:
    words = [known for pack in packs for rule in pack.rules for known in (rule.code, rule.name)]
    near = nearest(word, words)
    hint = f', did you mean "{near}"?' if near else ""
    complain(f'unknown rule "{word}"{hint} (`wod rule` lists all)')
    return Exit.USAGE
