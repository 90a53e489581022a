"""Profiles: named choices of one pack's rules."""

from __future__ import annotations

from collections.abc import Sequence

from wodlang.lint.rule import Pack, Profile, Rule

DEFAULT = "default"


def profile_names(pack: Pack) -> tuple[str, ...]:
    """The profiles that a pack has: those it declares, and those that its rules name."""
    named = (name for rule in pack.rules for name in rule.profiles)
    return tuple(dict.fromkeys((*(profile.name for profile in pack.profiles), *named)))


def packs_with_profile(packs: Sequence[Pack], word: str) -> tuple[Pack, ...]:
    """The packs that a profile's word (`strict`, `posterior-chain/strict`) may mean."""
    name, _, profile = word.rpartition("/")
    return tuple(
        pack
        for pack in packs
        if name in ("", pack.name)
        and (profile in profile_names(pack) or (name and profile == DEFAULT))
    )


def profile_in_force(pack: Pack, words: Sequence[str], packs: Sequence[Pack]) -> str | None:
    """The pack's profile: the last of the words that means this pack and no other."""
    for word in reversed(words):
        if packs_with_profile(packs, word) == (pack,):
            profile = word.rpartition("/")[2]
            return profile if profile in profile_names(pack) else None
    return None


def find_profile(pack: Pack, name: str | None) -> Profile | None:
    """The pack's declared profile of this name."""
    return next((profile for profile in pack.profiles if profile.name == name), None)


def is_on(rule: Rule, pack: Pack, name: str | None) -> bool:
    """Whether a rule runs under its pack's profile; without one, every rule that names none."""
    if name is not None and name in rule.profiles:
        return True
    profile = find_profile(pack, name)
    if profile is None or not profile.codes:
        return not rule.profiles
    return rule.code in profile.codes
