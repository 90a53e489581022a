"""`require-packs`: packs that must be there, with the least version."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wodlang.lint.config_problem import ConfigProblem, at_value
from wodlang.lint.rule import Pack
from wodlang.lint.settings import Settings
from wodlang.text.nearest import nearest

REQUIREMENT = re.compile(r"\s*([\w.-]+?)\s*(?:(>=|==)\s*(\d+(?:\.\d+)*)\s*)?")
RANGE_PART = re.compile(r"\s*(>=|<=|==|!=|>|<)\s*(\d+(?:\.\d+)*)\s*")


def unmet_requirements(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    """Each requirement that the loaded packs do not meet."""
    versions = {pack.name: pack.version for pack in packs}
    for word in settings.require_packs:
        origin = settings.origins.get(("require-packs", word))
        match = REQUIREMENT.fullmatch(word)
        if match is None:
            yield at_value(origin, f'"{word}" is no requirement: write "PACK" or "PACK>=1.2"')
        elif match[1] not in versions:
            near = nearest(match[1], versions)
            yield at_value(origin, f'the required pack "{match[1]}" is not installed', near)
        elif match[2] and not _fits(versions[match[1]], match[2], match[3]):
            said = f'"{word}" is required, but version {versions[match[1]]} is installed'
            yield at_value(origin, said)


def _fits(version: str, sign: str, wanted: str) -> bool:
    numbers, least = _numbers(version), _numbers(wanted)
    return numbers >= least if sign == ">=" else numbers == least


def _numbers(version: str) -> tuple[int, ...]:
    """`1.2.0` as numbers, without the zeros at the end."""
    release = re.match(r"\d+(?:\.\d+)*", version)
    numbers = [int(part) for part in release[0].split(".")] if release else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def version_fits(version: str, wanted: str) -> bool:
    """Whether a version lies in a range such as `>=0.1, <2`; an empty range takes any."""
    signs = {
        ">=": lambda a, b: a >= b, "<=": lambda a, b: a <= b, "==": lambda a, b: a == b,
        "!=": lambda a, b: a != b, ">": lambda a, b: a > b, "<": lambda a, b: a < b,
    }  # fmt: skip
    for part in wanted.split(","):
        match = RANGE_PART.fullmatch(part)
        if match is None:
            if part.strip():
                return False
        elif not signs[match[1]](_numbers(version), _numbers(match[2])):
            return False
    return True


def is_range(wanted: str) -> bool:
    """Whether a text is a range of versions that `version_fits` can read."""
    parts = [part for part in wanted.split(",") if part.strip()]
    return all(RANGE_PART.fullmatch(part) for part in parts)
