"""`require-packs`, and the versions of wodlang that a pack works with: ranges as pip writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wodlang.lint.config_problem import ConfigProblem, at_value
from wodlang.lint.rule import Pack
from wodlang.lint.settings import Settings
from wodlang.text.nearest import nearest

REQUIREMENT = re.compile(r"\s*([\w.-]*\w)\s*(.*?)\s*")
ANY = ("", ">=0")


def unmet_requirements(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    """Each requirement that the loaded packs do not meet."""
    versions = {pack.name: pack.version for pack in packs}
    for word in settings.require_packs:
        origin = settings.origins.get(("require-packs", word))
        match = REQUIREMENT.fullmatch(word)
        if match is None or not is_range(match[2]):
            said = f'"{word}" is no requirement: write "PACK", "PACK>=1.2" or "PACK>=1.2,<2"'
            yield at_value(origin, said)
        elif match[1] not in versions:
            near = nearest(match[1], versions)
            yield at_value(origin, f'the required pack "{match[1]}" is not installed', near)
        elif not version_fits(versions[match[1]], match[2]):
            said = f'"{word}" is required, but version {versions[match[1]]} is installed'
            yield at_value(origin, said)


def version_fits(version: str, wanted: str) -> bool:
    """Whether a version lies in a range such as `>=0.1, <2`; an empty range takes any.

    A version that is none (`monday`) lies in no range but the empty one.
    """
    if wanted.strip() in ANY:
        return True
    from packaging.specifiers import InvalidSpecifier, SpecifierSet
    from packaging.version import InvalidVersion

    try:
        return SpecifierSet(wanted).contains(version, prereleases=True)
    except (InvalidSpecifier, InvalidVersion):
        return False


def is_range(wanted: str) -> bool:
    """Whether a text is a range of versions that `version_fits` can read."""
    if wanted.strip() in ANY:
        return True
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    try:
        SpecifierSet(wanted)
    except InvalidSpecifier:
        return False
    return True
