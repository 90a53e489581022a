"""What two packs both claim: codes, names of rules, exercises."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wodlang.lint.rule import Pack
from wodlang.model.catalogue import load_catalogue
from wodlang.model.catalogue.names import key, words

CATALOGUE = "the catalogue"


@dataclass(frozen=True, slots=True)
class Conflict:
    """`what` (its `kind`: code, rule or exercise) is in `other` too: a pack, or the catalogue."""

    kind: str
    what: str
    other: str

    def __str__(self) -> str:
        """`exercise Belt Squat is in iron-house too`"""
        return f"{self.kind} {self.what} is in {self.other} too"


def conflicts_of(pack: Pack, packs: Sequence[Pack]) -> tuple[Conflict, ...]:
    """What a pack shares with the others, and exercises of the catalogue that it replaces."""
    own = _claims(pack)
    with_packs = [
        Conflict(kind, own[kind, folded], other.name)
        for other in packs
        if other.name != pack.name
        for kind, folded in _claims(other)
        if (kind, folded) in own
    ]
    return tuple(dict.fromkeys((*with_packs, *_replaced(pack))))


def _claims(pack: Pack) -> dict[tuple[str, str], str]:
    """Each code, rule's name and exercise's name or alias: as compared, and as written."""
    return {
        **{("code", rule.code.upper()): rule.code for rule in pack.rules},
        **{("rule", rule.name.casefold()): rule.name for rule in pack.rules},
        **{
            ("exercise", key(words(name))): name
            for exercise in pack.exercises
            for name in (exercise.name, *exercise.aliases)
        },
    }


def _replaced(pack: Pack) -> list[Conflict]:
    if not pack.exercises:
        return []
    shared = {one.name for one in load_catalogue()}
    names = [exercise.name for exercise in pack.exercises]
    return [Conflict("exercise", name, CATALOGUE) for name in names if name in shared]
