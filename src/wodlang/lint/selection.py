"""Which rules run on a file, how grave their findings are, and with which options."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeAlias, TypeVar

from wodlang.lint.file_patterns import matches
from wodlang.lint.options import rule_options
from wodlang.lint.profiles import is_on, profile_in_force
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.settings import PerFile, Settings
from wodlang.text.finding import Severity

Value = TypeVar("Value")

EXACT = 100
"""How specific a code or a name is; a prefix is as specific as it is long."""

Vote: TypeAlias = tuple[int, int, bool]
"""How close a word means a rule, the layer that it comes from, and what it says."""


@dataclass(frozen=True, slots=True)
class ActiveRule:
    """A rule that runs; `severity` is what the settings say, None where they say nothing."""

    rule: Rule
    pack: str
    severity: Severity | None
    options: Any


def active_rules(packs: Sequence[Pack], settings: Settings, path: str) -> tuple[ActiveRule, ...]:
    """The rules that run on the file of this path, in the order of the packs.

    A replaced rule never does; one in preview does where its code or name is selected.
    """
    local = tuple(
        index for index, one in enumerate(settings.per_file) if matches(path, one.pattern, one.root)
    )
    return _active(tuple(map(_Itself, packs)), _Itself(settings), local)


class _Itself(Generic[Value]):
    """A value that is equal to itself alone, so that what follows from it can be remembered."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other.value is self.value


@lru_cache(maxsize=32)
def _active(
    of: tuple[_Itself[Pack], ...], by: _Itself[Settings], patterns: tuple[int, ...]
) -> tuple[ActiveRule, ...]:
    """The same for the files of a folder, but for those that a pattern matches."""
    packs, settings = [one.value for one in of], by.value
    local = tuple(settings.per_file[index] for index in patterns)
    active = []
    for pack in packs:
        profile = profile_in_force(pack, settings.profiles, packs)
        for rule in pack.rules:
            if _runs(rule, pack, is_on(rule, pack, profile), settings, local):
                severity = _severity(rule, pack, settings, local)
                options = rule_options(rule, pack, profile, settings)
                active.append(ActiveRule(rule, pack.name, severity, options))
    return tuple(active)


def specificity(word: str, rule: Rule, pack: Pack) -> int | None:
    """How closely a word (code, prefix, name, pack, `ALL`) means a rule; None if it does not."""
    if word.casefold() in (rule.code.casefold(), rule.name.casefold()):
        return EXACT
    if word.casefold() == pack.name.casefold():
        return len(pack.prefix)
    if is_prefix(word, pack) and rule.code.upper().startswith(word.upper()):
        return len(word)
    return 0 if word.upper() == "ALL" else None


def is_prefix(word: str, pack: Pack) -> bool:
    """Whether a word is a pack's prefix, with or without the first digits of a code."""
    rest = word.upper().removeprefix(pack.prefix.upper())
    return len(rest) == len(word) - len(pack.prefix) and (not rest or rest.isdigit())


def _runs(
    rule: Rule, pack: Pack, default: bool, settings: Settings, local: tuple[PerFile, ...]
) -> bool:
    if rule.replaced_by:
        return False
    if not rule.ignorable and default and not rule.preview:
        return True
    close, _, on = _most_specific(_all_votes(rule, pack, default, settings, local))
    return on and (close == EXACT or not rule.preview)


def _all_votes(
    rule: Rule, pack: Pack, default: bool, settings: Settings, local: tuple[PerFile, ...]
) -> list[Vote]:
    """What is said of a rule; for the files of a pattern, what is said there alone."""
    here = [
        *_votes([word for one in local for word in one.extend_select], rule, pack, True),
        *_votes([word for one in local for word in one.ignore], rule, pack, False),
    ]
    if here:
        return here
    base = default if settings.select is None else False
    return [
        (-1, 0, base),
        *_chosen(rule, pack, default, settings),
        *_votes(settings.extend_select, rule, pack, True, settings, "extend-select"),
        *_votes(settings.ignore, rule, pack, False, settings, "ignore"),
    ]


def _chosen(rule: Rule, pack: Pack, default: bool, settings: Settings) -> list[Vote]:
    """`select`: a code or a name switches its rule on, a wider word keeps what the profile says."""
    votes = _votes(settings.select or (), rule, pack, True, settings, "select")
    return [(close, layer, default or close == EXACT) for close, layer, _ in votes]


def _votes(
    words: Iterable[str],
    rule: Rule,
    pack: Pack,
    on: bool,
    settings: Settings | None = None,
    key: str = "",
) -> list[Vote]:
    """How close each word is that means the rule, the layer that it comes from, and what it says."""
    votes = []
    for word in words:
        close = specificity(word, rule, pack)
        if close is not None:
            votes.append((close, settings.layer(key, word) if settings else 0, on))
    return votes


def _most_specific(votes: list[Vote]) -> Vote:
    """The closest word; then that of the higher layer; then `ignore`."""
    return max(votes, key=lambda vote: (vote[0], vote[1], not vote[2]))


def _severity(
    rule: Rule, pack: Pack, settings: Settings, local: tuple[PerFile, ...]
) -> Severity | None:
    if not rule.ignorable:
        return None
    here = [item for one in local for item in one.severity.items()]
    for words in (here, list(settings.severity.items())):
        found = [
            (close, settings.layer("severity", word), index)
            for index, (word, _) in enumerate(words)
            if (close := specificity(word, rule, pack)) is not None
        ]
        if found:
            return words[max(found)[2]][1]
    return None
