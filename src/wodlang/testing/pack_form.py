"""What must hold of a pack before its rules are run: codes, names, profiles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from wodlang.lint.options import option_fields, read_option, written_name
from wodlang.lint.rule import Pack, Profile, Rule
from wodlang.testing.failure import Failure
from wodlang.testing.rule_form import KEBAB, option_names, rule_form_failures
from wodlang.text.nearest import nearest

PREFIX = re.compile(r"[A-Z]+")


def form_failures(pack: Pack) -> Iterator[Failure]:
    """What is wrong with a pack and its rules as they are written; no rule is run."""
    for message in (*_words(pack), *_strangers(pack), *_twice(pack), *_profiles(pack)):
        yield Failure("", None, message)
    for rule in rules_of(pack):
        yield from _code(rule, pack)
        yield from rule_form_failures(rule)


def rules_of(pack: Pack) -> tuple[Rule, ...]:
    """The rules of a pack; whatever else stands among them is left out."""
    return tuple(rule for rule in pack.rules if isinstance(rule, Rule))


def _words(pack: Pack) -> Iterator[str]:
    if not KEBAB.fullmatch(pack.name):
        yield f'its name "{pack.name}" is not written like-this'
    if not PREFIX.fullmatch(pack.prefix):
        yield f'its prefix "{pack.prefix}" is not of capital letters alone'
    if not pack.summary.strip():
        yield "it has no summary"
    if not pack.rules and not pack.exercises:
        yield "it has neither rules nor exercises"


def _strangers(pack: Pack) -> Iterator[str]:
    for one in pack.rules:
        if not isinstance(one, Rule):
            yield f"among its rules is a {type(one).__name__}"


def _twice(pack: Pack) -> Iterator[str]:
    rules = rules_of(pack)
    for kind, words in (
        ("rules have the code", [rule.code for rule in rules]),
        ("rules have the name", [rule.name for rule in rules]),
        ("profiles have the name", [profile.name for profile in pack.profiles]),
    ):
        for word, count in Counter(words).items():
            if count > 1:
                yield f"{count} {kind} {word}"


def _code(rule: Rule, pack: Pack) -> Iterator[Failure]:
    if not re.fullmatch(re.escape(pack.prefix) + r"[0-9]{3}", rule.code):
        message = f"its code is not {pack.prefix} and three digits, such as {pack.prefix}101"
        yield Failure(rule.code, None, message)
    codes = [one.code for one in rules_of(pack)]
    # A rule may be replaced by one of another pack, which is not looked at here.
    if rule.replaced_by.startswith(pack.prefix) and rule.replaced_by not in codes:
        yield Failure(rule.code, None, f"it is replaced by {rule.replaced_by}, which is not there")


def _profiles(pack: Pack) -> Iterator[str]:
    rules = rules_of(pack)
    codes = [rule.code for rule in rules]
    for profile in pack.profiles:
        if not KEBAB.fullmatch(profile.name):
            yield f'the name of its profile "{profile.name}" is not written like-this'
        for code in profile.codes:
            if code not in codes:
                near = nearest(code, codes)
                hint = f", did you mean {near}?" if near else ""
                yield f'its profile "{profile.name}" names {code}, which is not there{hint}'
        yield from _profile_options(profile, rules)


def _profile_options(profile: Profile, rules: Sequence[Rule]) -> Iterator[str]:
    for option, value in profile.options.items():
        name = written_name(option)
        taking = [rule for rule in rules if name in option_names(rule)]
        if not taking:
            yield f'its profile "{profile.name}" sets "{name}", which no rule has'
        for rule in taking:
            try:
                read_option(rule, option_fields(rule)[name], value)
            except Exception as error:  # whatever a stranger's `read` raises
                yield f'its profile "{profile.name}" sets "{name}" of {rule.code}: it {error}'
