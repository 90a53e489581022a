"""What only the packs can tell of a configuration: are its rules, profiles and options there?"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from wodlang.lint.config_file import shown_path
from wodlang.lint.config_keys import is_path
from wodlang.lint.config_problem import ConfigProblem, at_key, at_value, unknown
from wodlang.lint.options_check import unknown_options, wrong_values
from wodlang.lint.profiles import DEFAULT, packs_with_profile, profile_names
from wodlang.lint.requirements import unmet_requirements
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.selection import specificity
from wodlang.lint.settings import Origin, Settings
from wodlang.text.nearest import nearest
from wodlang.text.toml import KeyPath


def check_settings(
    settings: Settings, packs: Sequence[Pack], all_loaded: bool = True
) -> tuple[ConfigProblem, ...]:
    """Every word of the settings that none of the packs, core among them, knows.

    Where a pack that they name is missing, that alone is said, not the words that it may have
    brought; `all_loaded` False says that one is missing which is reported elsewhere. With `--no-packs`
    the words of a file are no faults.
    """
    words = (
        *_selectors(settings, packs),
        *_profiles(settings, packs),
        *unknown_options(settings, packs),
    )
    bad = (*wrong_values(settings, packs), *_silenced(settings, packs), *_replaced(settings, packs))
    if settings.no_packs:
        typed = (one for one in words if all_loaded and one.source is None)
        return (*_missing_files(settings), *typed, *bad)
    missing = (*_missing_files(settings), *_missing_packs(settings, packs))
    if missing or not all_loaded:
        return (*missing, *bad)
    return (*words, *unmet_requirements(settings, packs), *bad)


def known_words(packs: Sequence[Pack]) -> list[str]:
    """All words that mean rules: codes, names, packs and prefixes."""
    rules = [word for pack in packs for rule in pack.rules for word in (rule.code, rule.name)]
    return [*rules, *(word for pack in packs for word in (pack.name, pack.prefix))]


def _selectors(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    for path in _selector_places(settings):
        word = path[-1]
        if isinstance(word, str) and not _means_something(word, packs):
            is_key = "severity" in path[:-1]
            yield unknown(settings.origins.get(path), "rule", word, known_words(packs), is_key)


def _selector_places(settings: Settings) -> Iterator[KeyPath]:
    yield from (("select", word) for word in settings.select or ())
    yield from (("extend-select", word) for word in settings.extend_select)
    yield from (("ignore", word) for word in settings.ignore)
    yield from (("severity", word) for word in settings.severity)
    for one in settings.per_file:
        path = ("per-file", one.pattern)
        plain = (*path, one.ignore[0]) in settings.origins if one.ignore else False
        above = path if plain else (*path, "ignore")
        yield from ((*above, word) for word in one.ignore)
        yield from ((*path, "extend-select", word) for word in one.extend_select)
        yield from ((*path, "severity", word) for word in one.severity)


def _means_something(word: str, packs: Sequence[Pack]) -> bool:
    if word.upper() == "ALL" or word.casefold() in {pack.name.casefold() for pack in packs}:
        return True
    return any(specificity(word, rule, pack) is not None for pack in packs for rule in pack.rules)


def _silenced(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    """Rules that nothing silences, but that were named to be."""
    by_word = _rules_by_word(packs)
    for path in _selector_places(settings):
        rule = by_word.get(str(path[-1]).casefold())
        if rule and not rule.ignorable and ("ignore" in path or "severity" in path):
            said = f"{path[-1]} cannot be changed: without it a broken file would look clean"
            yield at_value(settings.origins.get(path), said)


def _replaced(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    """Rules that were named, but do not run any more because another took over."""
    by_word = _rules_by_word(packs)
    places: list[KeyPath] = [
        *_selector_places(settings),
        *(("rules", one) for one in settings.rules),
    ]
    for path in places:
        rule = by_word.get(str(path[-1]).casefold())
        if rule and rule.replaced_by:
            said = f"{path[-1]} is replaced by {rule.replaced_by}: write {rule.replaced_by}"
            is_key = "severity" in path[:-1] or path[0] == "rules"
            at = at_key if is_key else at_value
            yield at(settings.origins.get(path), said)


def _rules_by_word(packs: Sequence[Pack]) -> dict[str, Rule]:
    rules = [rule for pack in packs for rule in pack.rules]
    return {word.casefold(): rule for rule in rules for word in (rule.name, rule.code)}


def _profiles(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    for word in settings.profiles:
        origin = settings.origins.get(("profiles", word))
        found = packs_with_profile(packs, word)
        if not found:
            yield _unknown_profile(origin, word, packs)
        elif len(found) > 1:
            spelled = " or ".join(f"{pack.name}/{word}" for pack in found)
            yield at_value(origin, f'several packs have a profile "{word}": write {spelled}')


def _unknown_profile(origin: Origin | None, word: str, packs: Sequence[Pack]) -> ConfigProblem:
    name = word.rpartition("/")[0]
    if name and name not in {pack.name for pack in packs}:
        return unknown(origin, "pack", name, (pack.name for pack in packs))
    qualified = [f"{pack.name}/{own}" for pack in packs for own in profile_names(pack)]
    bare = [own for pack in packs for own in profile_names(pack)]
    listed = ", ".join(qualified) or "none"
    near = nearest(word, qualified if name else [*bare, DEFAULT])
    return at_value(origin, f'unknown profile "{word}" (there are: {listed})', near)


def _missing_packs(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    names = {pack.name for pack in packs}
    for word in settings.packs:
        if word not in names and not is_path(word):
            yield unknown(settings.origins.get(("packs", word)), "pack", word, names)


def _missing_files(settings: Settings) -> Iterator[ConfigProblem]:
    for word in filter(is_path, settings.packs):
        if not os.path.exists(word):
            said = f'there is no pack file or folder "{shown_path(Path(word))}"'
            yield at_value(settings.origins.get(("packs", word)), said)
