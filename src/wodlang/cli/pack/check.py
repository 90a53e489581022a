"""`wod pack check`: load packs, and run the examples of their rules."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wodlang.cli.exit_codes import Exit, gravest
from wodlang.cli.output import write
from wodlang.cli.pack.advice import advice_on
from wodlang.cli.pack.example_places import place_of, place_of_failure, place_of_rule
from wodlang.cli.pack.taken_names import path_of_alias, taken_names
from wodlang.cli.pack.targets import Target, add_target_options, find_targets, say_problems
from wodlang.cli.parser import CommandParser, UsageError
from wodlang.lint.rule import Pack
from wodlang.report.printable import printable
from wodlang.text.core_codes import CORE_PACK

if TYPE_CHECKING:
    from wodlang.testing import Case, Failure

USAGE = "write `wod pack check house.toml`, a folder, or the name of an installed pack"


def add_options(parser: CommandParser) -> None:
    """The options of `wod pack check`."""
    add_target_options(parser)


def run(arguments: Namespace) -> int:
    """Check every pack that is named; 1 where an example fails, 2 where a pack cannot be loaded."""
    if not arguments.words:
        raise UsageError(f"pack check needs a pack: {USAGE}")
    words = dict.fromkeys(arguments.words)
    targets = [target for word in words for target in find_targets(word, arguments)]
    return gravest([_check(target) for target in targets])


def _check(target: Target) -> Exit:
    from wodlang.testing import pack_cases

    pack, file = target.pack, target.file
    if pack is None:
        say_problems(target)
        return Exit.USAGE
    form, *examples = pack_cases(pack)
    failures = [failure for case in examples for failure in case.failures()]
    lines = [
        *(f"{place_of_failure(one, file)}{one.message}" for one in failures),
        *(f"{place}advice: {said}" for place, said in _advice(target, pack, form)),
        _summary(pack, failures),
    ]
    write("".join(f"{_shown(line)}\n" for line in lines))
    return Exit.FOUND if failures else Exit.CLEAN


def _advice(target: Target, pack: Pack, form: Case) -> Iterator[tuple[str, str]]:
    """Place and words. Of a TOML pack's form there is no more to say: it was loaded."""
    for alias, said in taken_names(pack) if pack.name != CORE_PACK else ():
        place = (
            "" if target.file is None else place_of(path_of_alias(alias, target.file), target.file)
        )
        yield place, said
    if target.file is not None:
        for code, said in advice_on(target.file):
            yield place_of_rule(code, target.file), said
    elif pack.name != CORE_PACK:
        for one in form.failures():
            yield place_of_failure(one, None), one.message


def _shown(line: str) -> str:
    """Safe to print, the further lines of a message indented."""
    return printable(line.rstrip("\n")).replace("\n", "\n    ")


def _summary(pack: Pack, failures: Sequence[Failure]) -> str:
    """`iron-house 1.2.0: 3 rules, 9 examples, all hold.`"""
    examples = sum(len(rule.examples) for rule in pack.rules)
    failed = len({(one.rule, one.example) for one in failures})
    result = f"{failed} of them {'fails' if failed == 1 else 'fail'}" if failed else "all hold"
    numbers = f"{_counted(len(pack.rules), 'rule')}, {_counted(examples, 'example')}"
    return f"{pack.name} {pack.version}: {numbers}{f', {result}' if examples else ''}."


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
