"""What the rules say to the options that a configuration gives them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from wodlang.lint.config_problem import ConfigProblem, at_key, at_value, unknown
from wodlang.lint.options import configured, make_options, option_fields, read_option
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.settings import Origin, Settings


def unknown_options(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    """Rules and options that are not there."""
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


def wrong_values(settings: Settings, packs: Sequence[Pack]) -> Iterator[ConfigProblem]:
    """Values that an option does not take."""
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
