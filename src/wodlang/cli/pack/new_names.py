"""The name and the prefix of a new pack: read, or refused with what to write."""

from __future__ import annotations

import re
from collections.abc import Collection

from wodlang.cli.pack.scaffold_files import NewPack
from wodlang.cli.parser import UsageError

NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
PREFIX = re.compile(r"[A-Z]{2,5}")
OWN_START = "wodlang-"
LONGEST = 30
OURS = frozenset({"WOD", "PC"})
CONFIGURATIONS = frozenset({"wod", "pyproject"})
"""Names whose TOML file would be taken for a configuration."""


def new_pack(
    name: str, prefix: str | None, names: Collection[str], prefixes: Collection[str]
) -> NewPack:
    """The pack; `names` and `prefixes` are those of installed packs."""
    _check_name(name, names)
    taken = OURS | {one.upper() for one in prefixes}
    if prefix is not None:
        _check_prefix(prefix, taken)
        return NewPack(name, prefix)
    made = initials(name)
    if made in taken:
        raise UsageError(
            f"the prefix {made}, made of {name}, is taken: "
            f"write `wod pack new {name} --prefix` and 2 to 5 capital letters of your own"
        )
    return NewPack(name, made)


def initials(name: str) -> str:
    """`IH` of `iron-house`; of a single word its first letters."""
    words = [re.sub(r"[^a-z]", "", word) for word in name.split("-")]
    letters = "".join(word[:1] for word in words)
    if len(letters) < 2:
        letters = (re.sub(r"[^a-z]", "", name) + "x")[:2]
    return letters[:5].upper()


def _check_name(name: str, taken: Collection[str]) -> None:
    if not NAME.fullmatch(name):
        better = re.sub(r"[^a-z0-9]+", "-", name.lower()).lstrip("-0123456789")[:LONGEST].strip("-")
        raise UsageError(
            f'"{name}" is no name for a pack: write small letters, digits and hyphens, '
            f"as in `wod pack new {better or 'iron-house'}`"
        )
    if name.startswith(OWN_START):
        raise UsageError(
            f'"{name}": the distribution gets {OWN_START} before its name by itself: '
            f"write `wod pack new {name.removeprefix(OWN_START)}`"
        )
    if len(name) > LONGEST:
        raise UsageError(f'"{name}" is too long: write a name of at most {LONGEST} letters')
    if name in CONFIGURATIONS:
        raise UsageError(f"{name}.toml would be taken for a configuration: write another name")
    if name in taken:
        raise UsageError(f'a pack "{name}" is installed already: write another name')


def _check_prefix(prefix: str, taken: Collection[str]) -> None:
    if not PREFIX.fullmatch(prefix):
        letters = re.sub(r"[^A-Z]", "", prefix.upper())[:5]
        hint = f", as in --prefix {letters}" if len(letters) > 1 else ", as in --prefix IH"
        raise UsageError(f'--prefix: "{prefix}" is none: write 2 to 5 capital letters{hint}')
    if prefix in taken:
        raise UsageError(f"--prefix: {prefix} is the prefix of another pack: write another one")
