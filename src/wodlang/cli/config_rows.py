"""The values in force as rows: a key, a value, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from wodlang.lint.config_file import shown_path
from wodlang.lint.config_keys import PER_FILE_KEYS
from wodlang.lint.option_types import default_of
from wodlang.lint.options import configured, option_fields, written_options
from wodlang.lint.profiles import profile_in_force
from wodlang.lint.rule import Pack, Rule
from wodlang.lint.settings import Origin, Settings
from wodlang.text.toml import KeyPath, key_span

DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Row:
    """One value. `is_option` says that it is a rule's option."""

    key: str
    value: Any
    origin: str
    is_option: bool = False


def rows_of(settings: Settings, packs: Sequence[Pack]) -> list[Row]:
    """Every key of the configuration, then every option of every rule."""
    return [
        *_general(settings),
        *_severities(settings),
        *_per_file(settings),
        *(row for pack in packs for row in _options(pack, settings, packs)),
    ]


def _general(settings: Settings) -> Iterator[Row]:
    lists: list[tuple[str, Sequence[str] | None]] = [
        ("profiles", settings.profiles),
        ("select", settings.select),
        ("extend-select", settings.extend_select),
        ("ignore", settings.ignore),
        ("packs", settings.packs),
        ("require-packs", settings.require_packs),
    ]
    for key, words in lists:
        places = [_said(settings.origins.get((key, word))) for word in words or ()]
        value = ["ALL"] if words is None else [*words]
        yield Row(key, value, ", ".join(dict.fromkeys(places)) or DEFAULT)
    level = settings.origins.get(("fail-level",))
    yield Row("fail-level", str(settings.fail_level), _said(level))
    if settings.baseline is not None:
        origin = settings.origins.get(("baseline",))
        yield Row("baseline", shown_path(settings.baseline), _said(origin))
    yield Row("no-packs", settings.no_packs, "--no-packs" if settings.no_packs else DEFAULT)


def _severities(settings: Settings) -> Iterator[Row]:
    for word, severity in settings.severity.items():
        origin = settings.origins.get(("severity", word))
        yield Row(f"severity.{word}", str(severity), _said(origin))


def _per_file(settings: Settings) -> Iterator[Row]:
    for one in settings.per_file:
        values = ([*one.ignore], [*one.extend_select], {k: str(v) for k, v in one.severity.items()})
        for key, value in zip(PER_FILE_KEYS, values, strict=True):
            if value:
                path: KeyPath = ("per-file", one.pattern)
                below = [origin for at, origin in settings.origins.items() if at[:2] == path]
                origin = below[0] if below else None
                yield Row(f"per-file.{one.pattern}.{key}", value, _said(origin))


def _options(pack: Pack, settings: Settings, packs: Sequence[Pack]) -> Iterator[Row]:
    profile = profile_in_force(pack, settings.profiles, packs)
    for rule in pack.rules:
        written = written_options(rule, pack, profile, settings)
        own = configured(rule, settings)
        for name, field in option_fields(rule).items():
            origin = DEFAULT
            if name in own:
                origin = _said(_option_origin(rule, name, settings))
            elif name in written:
                origin = f"profile {pack.name}/{profile}"
            value = written.get(name, default_of(field))
            yield Row(f"rules.{rule.name}.{name}", value, origin, is_option=True)


def _option_origin(rule: Rule, name: str, settings: Settings) -> Origin | None:
    by_name = settings.origins.get(("rules", rule.name, name))
    return by_name or settings.origins.get(("rules", rule.code, name))


def _said(origin: Origin | None) -> str:
    """`wod.toml:3`, `--select`, or that it is the default."""
    if origin is None:
        return DEFAULT
    if origin.source is None:
        return origin.option
    line = origin.source.position(key_span(origin.source, origin.path).start).line
    return f"{origin.source.path}:{line}"
