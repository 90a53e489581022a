"""Whether a pack's values can be used: what a stranger's hook gave may be anything."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wodlang.lint.field_types import wrong_fields
from wodlang.lint.guarded import PackError, guarded
from wodlang.lint.options import option_fields, read_option, written_name
from wodlang.lint.requirements import is_range, version_fits
from wodlang.lint.rule import Pack, Profile
from wodlang.plugin.exercise_check import exercise_faults
from wodlang.plugin.rule_check import KEBAB, rule_faults
from wodlang.plugin.spec import API_VERSION

PREFIX = re.compile(r"[A-Z]+")
VERSION = re.compile(r"\d+(\.\d+)*\S*")
MOST_SAID = 5


def check_pack(pack: Pack, loaded: Sequence[Pack], version: str) -> None:
    """Raise a `PackError` unless the pack can be used besides those that are loaded."""
    faults = guarded(lambda: tuple(pack_faults(pack)) or tuple(_among(pack, loaded, version)))
    if faults:
        more = len(faults) - MOST_SAID
        said = "; ".join(faults[:MOST_SAID])
        raise PackError(f"{said}; and {more} more" if more > 0 else said)


def pack_faults(pack: Pack) -> Iterator[str]:
    """Everything that is wrong with a pack by itself."""
    wrong = list(wrong_fields(pack))
    if type(pack.api) is int and pack.api != API_VERSION:
        yield _other_api(pack.api)
    yield from wrong
    if wrong:
        return
    yield from _identity(pack)
    for rule in pack.rules:
        yield from rule_faults(rule, pack)
    for kind, words in (
        ("code", [rule.code for rule in pack.rules]),
        ("name", [rule.name for rule in pack.rules]),
    ):
        twice = next((word for word in words if words.count(word) > 1), None)
        if twice is not None:
            yield f"two of its rules have the {kind} {twice}"
    for profile in pack.profiles:
        yield from _profile(profile, pack)
    yield from exercise_faults(pack.exercises)


def _other_api(api: int) -> str:
    newer = "a newer wodlang (pip install --upgrade wodlang)"
    cure = newer if api > API_VERSION else "a newer version of the pack"
    return f"it was written for pack API {api}, this wodlang has {API_VERSION}: install {cure}"


def _identity(pack: Pack) -> Iterator[str]:
    if not KEBAB.fullmatch(pack.name):
        yield f'its name "{pack.name}" is not kebab-case, as in iron-house'
    if not PREFIX.fullmatch(pack.prefix):
        yield f'its prefix "{pack.prefix}" is not of capital letters alone, as in IH'
    if not VERSION.fullmatch(pack.version):
        yield f'its version "{pack.version}" does not begin with a number, as 1.2.0 does'
    if not is_range(pack.wodlang):
        yield f'its range of versions "{pack.wodlang}" cannot be read: write ">=0.1, <2"'


def _among(pack: Pack, loaded: Sequence[Pack], version: str) -> Iterator[str]:
    """What keeps a sound pack from being loaded here."""
    for other in loaded:
        if other.name == pack.name:
            yield f"another pack is called {pack.name} too"
        elif other.prefix.upper() == pack.prefix.upper():
            codes = {rule.code for rule in other.rules}
            both = [rule.code for rule in pack.rules if rule.code in codes]
            shared = f", and both have {', '.join(both[:MOST_SAID])}" if both else ""
            yield f"its prefix {pack.prefix} is that of the pack {other.name}{shared}"
    if not version_fits(version, pack.wodlang):
        yield f"it needs wodlang {pack.wodlang}, this is {version}"


def _profile(profile: Profile, pack: Pack) -> Iterator[str]:
    wrong = [f"profile {profile.name}: {one}" for one in wrong_fields(profile)]
    yield from wrong
    if wrong:
        return
    if not KEBAB.fullmatch(profile.name):
        yield f'its profile "{profile.name}" is not kebab-case'
    if sum(one.name == profile.name for one in pack.profiles) > 1:
        yield f"two of its profiles are called {profile.name}"
    known = {rule.code for rule in pack.rules}
    for code in profile.codes:
        if code not in known:
            yield f"profile {profile.name}: no rule of the pack has the code {code}"
    yield from _profile_options(profile, pack)


def _profile_options(profile: Profile, pack: Pack) -> Iterator[str]:
    for name, value in profile.options.items():
        written = written_name(name)
        rules = [rule for rule in pack.rules if written in option_fields(rule)]
        if not rules:
            yield f"profile {profile.name}: no rule of the pack has an option {written}"
        for rule in rules:
            try:
                read_option(rule, option_fields(rule)[written], value)
            except ValueError as error:
                yield f"profile {profile.name}: {written} of {rule.code} {error}"
