"""`wod pack why`: why the rules of a pack spoke or kept silent on a line."""

from __future__ import annotations

import os
import re
from argparse import Namespace
from collections.abc import Iterator

from wodlang.cli.discovery import Unusable, shown
from wodlang.cli.exit_codes import Exit
from wodlang.cli.loaded_packs import InForce, in_force, say_faults
from wodlang.cli.messages import complain
from wodlang.cli.output import write
from wodlang.cli.parser import CommandParser, UsageError, at_most
from wodlang.cli.reading import read_file
from wodlang.lint.config_file import shown_path
from wodlang.lint.config_keys import is_path
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.selection import active_rules
from wodlang.text.nearest import nearest

USAGE = "write `wod pack why house.toml monday.wod:7`, and a rule's code behind it if you like"
PLACE = re.compile(r"(.+?):(\d+)(?::\d+)?")
INDENT = "  "


def add_options(parser: CommandParser) -> None:
    """The options of `wod pack why`."""
    parser.add_argument("--config", metavar="FILE", help="use this configuration, search for none")
    parser.add_argument("--profile", action="append", metavar="NAME", help="ask under a profile")


def run(arguments: Namespace) -> int:
    """Print, for each rule of the pack, whether it speaks on the line, and why."""
    words = arguments.words
    if len(words) < 2:
        raise UsageError(f"pack why needs a pack and a line: {USAGE}")
    at_most(words, 3, USAGE)
    place = PLACE.fullmatch(words[1])
    if place is None:
        raise UsageError(f'"{words[1]}" names no line: {USAGE}')
    read = read_file(place[1])
    if isinstance(read, Unusable):
        complain(str(read))
        return Exit.USAGE
    found = _in_force(words[0], place[1], arguments)
    code = say_faults(found)
    pack = _pack(words[0], found)
    if pack is None:
        return _unknown_pack(words[0], found)
    code_of_rule = _chosen(pack, words[2]) if len(words) == 3 else ""
    lines = list(_explained(found, pack, read.text, shown(place[1]), int(place[2]), code_of_rule))
    if not lines:
        complain(f"{words[1]}: no exercise and no session stands in this line")
        return Exit.USAGE
    write("\n".join(lines) + "\n")
    return code


def _in_force(word: str, path: str, arguments: Namespace) -> InForce:
    options = Namespace(
        config=arguments.config, profile=arguments.profile, no_packs=False,
        pack=[word] if is_path(word) else None,
    )  # fmt: skip
    return in_force(os.path.dirname(os.path.abspath(path)), options)


def _pack(word: str, found: InForce) -> Pack | None:
    """The pack that a path or a name means."""
    from pathlib import Path

    path = shown_path(Path(os.path.abspath(word)))
    for pack in found.packs:
        source = found.loaded.sources.get(pack.name)
        if pack.name == word or (source is not None and source.path == path):
            return pack
    return None


def _unknown_pack(word: str, found: InForce) -> Exit:
    if not is_path(word):
        near = nearest(word, (pack.name for pack in found.packs))
        hint = f', did you mean "{near}"?' if near else ""
        complain(f'no pack "{word}" is installed{hint} (`wod pack list` lists them)')
    elif not found.unloaded and not found.faults:
        complain(f"{word}: holds no pack that could be loaded")
    return Exit.USAGE


def _chosen(pack: Pack, word: str) -> str:
    for rule in pack.rules:
        if word.casefold() in (rule.code.casefold(), rule.name.casefold()):
            return rule.code
    near = nearest(word, (text for rule in pack.rules for text in (rule.code, rule.name)))
    hint = f', did you mean "{near}"?' if near else ""
    raise UsageError(f'{pack.name} has no rule "{word}"{hint}')


def _explained(
    found: InForce, pack: Pack, text: str, path: str, line: int, only: str
) -> Iterator[str]:
    from wodlang import workbench
    from wodlang.why import Answer, answers

    active = active_rules(found.packs, found.settings, path)
    result = workbench.check_with(text, path, active, found.packs, fixes=False)
    own = [one for one in active if one.pack == pack.name and only in ("", one.rule.code)]
    said: tuple[Answer, ...] = answers(result, own, line)
    running = {one.rule.code for one in own}
    off = [rule for rule in pack.rules if rule.code not in running and only in ("", rule.code)]
    if said:
        yield f"{path}:{line}: {result.source.line_text(line - 1).strip()}"
    for answer in said:
        yield from ("", *_lines(answer))
    if said:
        yield from (f"\n{rule.code} {rule.name}: {_off(rule, pack)}" for rule in off)


def _off(rule: Rule, pack: Pack) -> str:
    if rule.profiles:
        return f"off, on with --profile {pack.name}/{rule.profiles[0]}"
    return "off by the configuration"


def _lines(answer: object) -> Iterator[str]:
    """One rule's answer: whether it speaks, and the parts of its `when` as a tree."""
    from wodlang.why import Answer

    assert isinstance(answer, Answer)
    rule = answer.rule
    verdict = "speaks" if answer.part and answer.part.truth else "silent"
    if answer.findings and answer.part is None:
        verdict = "speaks"
    yield f"{rule.code} {rule.name}, for {answer.subject}: {verdict}"
    said = dict.fromkeys(finding.message for finding in answer.findings)
    yield from (f"{INDENT}says: {message}" for message in said)
    if answer.part is None:
        yield f"{INDENT}it is written in Python: `wod rule {rule.code}` says what it looks for"
    else:
        yield from _tree(answer.part, 1)
        if answer.part.truth and not answer.findings:
            yield f"{INDENT}but the finding is suppressed, or said once for a repeated session"


def _tree(part: object, depth: int) -> Iterator[str]:
    from wodlang.rulefile import Part, word_of

    assert isinstance(part, Part)
    text = " ".join(part.text.split())
    detail = f"    ({part.detail})" if part.detail else ""
    yield f"{INDENT * depth}{word_of(part.truth):<8}{text}{detail}"
    for inner in part.parts:
        yield from _tree(inner, depth + 1)
