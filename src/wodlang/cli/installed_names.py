"""The names that the installed packs bring, for completion."""

from __future__ import annotations

from dataclasses import dataclass

from wodlang import workbench
from wodlang.lint.settings import Settings


@dataclass(frozen=True, slots=True)
class InstalledNames:
    """Codes and names of rules, profiles as `pack/name`, and packs, each in alphabetical order."""

    rules: tuple[str, ...]
    profiles: tuple[str, ...]
    packs: tuple[str, ...]


def installed_names() -> InstalledNames:
    """The names of what is installed: no configuration is read, as a shell has many folders."""
    packs = workbench.load_packs(Settings()).packs
    rules = [rule for pack in packs for rule in pack.rules]
    profiles = [f"{pack.name}/{profile.name}" for pack in packs for profile in pack.profiles]
    return InstalledNames(
        rules=(*sorted(rule.code for rule in rules), *sorted(rule.name for rule in rules)),
        profiles=tuple(sorted(profiles)),
        packs=tuple(sorted(pack.name for pack in packs)),
    )
