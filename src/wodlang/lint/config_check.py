"""What only the packs can tell of a configuration: are its rules, profiles and options there?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wodlang.lint.config_problem import ConfigProblem, at_key, at_value, unknown
from wodlang.lint.options import configured, make_options, option_fields, read_option
from wodlang.lint.profiles import DEFAULT, packs_with_profile, profile_names
from wodlang.lint.requirements import unmet_requirements
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.selection import ALWAYS_ON, specificity
from wodlang.lint.settings import Origin, Settings
from wodlang.text.nearest import nearest
from wodlang.text.toml import KeyPath


def check_settings(
    settings: Settings, packs: Sequence[Pack], all_loaded: bool = True
) -> tuple[ConfigProblem, ...]:
    """Every word of the settings that none of the packs, core among them, knows.

    `all_loaded` False says that a pack is missing, which is reported elsewhere: words that it may
    have brought are no faults then. So it is with `--no-packs` and the words of a file.
    """
    problems = [
        *_selectors(settings, packs),
        *_profiles(settings, packs),
        *_options(settings, packs),
        *_packs(settings, packs),
    ]
    bad = [*_option_values(settings, packs), *_silenced(settings)]
    if all_loaded and not settings.no_packs:
        return (*problems, *unmet_requirements(settings, packs), *bad)
    return (*(one for one in problems if all_loaded and one.source is None), *bad)


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


def _silenced(settings: Settings) -> Iterator[ConfigProblem]:
    """Core checks that cannot be switched off, but were named."""
    for path in _selector_places(settings):
        if path[-1] in ALWAYS_ON and ("ignore" in path or "severity" in path):
            said = f"{path[-1]} cannot be changed: without it a broken file would look clean"
            yield at_value(settings.origins.get(path), said)


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


def _options(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    rules = [rule for pack in packs for rule in pack.rules]
    for name, options in settings.rules.items():
        origin = settings.origins.get(("rules", name))
        named = [rule for rule in rules if name in (rule.name, rule.code)]
        if not named:
            words = (word for rule in rules for word in (rule.name, rule.code))
            yield unknown(origin, "rule", name, words, key=True)
        for rule in named:
            yield from _option_names(rule, name, options, settings)


def _option_names(
    rule: Rule, name: str, options: Iterable[str], settings: Settings
) -> Iterator[ConfigProblem]:
    fields = option_fields(rule)
    for option in options:
        if option in fields:
            continue
        origin = settings.origins.get(("rules", name, option))
        if not fields:
            yield at_key(origin, f'{rule.name} has no options, "{option}" is unknown')
        else:
            yield unknown(origin, f"option of {rule.name}", option, fields, key=True)


def _option_values(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    for rule in (rule for pack in packs for rule in pack.rules):
        fields = option_fields(rule)
        written = {key: item for key, item in configured(rule, settings).items() if key in fields}
        bad = False
        for option, value in written.items():
            try:
                read_option(rule, fields[option], value)
            except ValueError as error:
                bad = True
                yield at_value(_option_origin(rule, option, settings), f'"{option}" {error}')
        if written and not bad:
            yield from _together(rule, written, settings)


def _together(
    rule: Rule, written: dict[str, object], settings: Settings
) -> Iterator[ConfigProblem]:
    """What the options' own `__post_init__` says."""
    try:
        make_options(rule, written)
    except ValueError as error:
        named = [option for option in written if option in str(error)]
        option = named[0] if named else next(iter(written))
        yield at_value(_option_origin(rule, option, settings), str(error))


def _option_origin(rule: Rule, option: str, settings: Settings) -> Origin | None:
    by_name = settings.origins.get(("rules", rule.name, option))
    return by_name or settings.origins.get(("rules", rule.code, option))


def _packs(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    names = {pack.name for pack in packs}
    for word in settings.packs:
        if word not in names and not word.endswith(".toml") and "/" not in word:
            origin = settings.origins.get(("packs", word))
            yield unknown(origin, "pack", word, names)
