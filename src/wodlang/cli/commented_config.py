"""The text of a new wod.toml: every key and option, in comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from wodlang.lint.option_types import default_of
from wodlang.lint.options import option_fields
from wodlang.lint.profiles import profile_names
from wodlang.lint.rule import Pack, Rule

INTRODUCTION = (
    "How `wod` checks the programs in this folder and below.",
    "`wod config` shows what is in force and why, `wod rule` lists the rules.",
    "A rule is written as a code (PC302), a prefix (PC3), a name or a pack.",
)


def commented_config(packs: Sequence[Pack]) -> str:
    """A configuration that changes nothing until a comment sign is taken away.

    Keys stand before tables, so that any of them can be switched on alone.
    """
    current = [rule for pack in packs for rule in pack.rules if not rule.replaced_by]
    rules = [rule for rule in current if option_fields(rule)]
    blocks = [
        _comment(INTRODUCTION),
        _block(
            "Findings from this severity on fail: error, warning, info.",
            _line("fail-level", "warning"),
        ),
        *_keys(packs),
        *_tables(),
        *map(_options, rules),
    ]
    return "\n\n".join(blocks) + "\n"


def _keys(packs: Sequence[Pack]) -> Iterator[str]:
    names = [pack.name for pack in packs]
    profiles = [f"pack:{pack.name}/{name}" for pack in packs for name in profile_names(pack)]
    yield _off(f"Files and profiles to build on: {', '.join(profiles)}.", "extends", profiles[:1])
    yield _off("Run these rules and no others.", "select", names)
    yield _off("Run these besides, as those that a profile leaves out.", "extend-select", ["PC202"])
    yield _off("Do not run these.", "ignore", ["missing-prescription"])
    yield _off("Rule packs of your own.", "packs", ["./house.toml"])
    yield _off("Packs that must be installed, as PACK>=1.0.", "require-packs", names[1:])
    yield _off("Findings to leave out (`--write-baseline`).", "baseline", "wod-baseline.toml")


def _tables() -> Iterator[str]:
    severity = ["[severity]", _line("unknown-exercise", "error")]
    yield _comment(["Other severities: error, warning, info.", *severity])
    per_file = ["[per-file]", _line("drafts/*.wod", ["missing-prescription"])]
    yield _comment(["What some files do not have to heed.", *per_file])


def _options(rule: Rule) -> str:
    values = {name: default_of(field) for name, field in option_fields(rule).items()}
    lines = [_line(name, value) for name, value in values.items() if value is not None]
    return _comment([f"{rule.code}: {rule.summary}", f"[rules.{rule.name}]", *lines])


def _off(comment: str, key: str, value: Any) -> str:
    return _comment([comment, _line(key, value)])


def _block(comment: str, line: str) -> str:
    return f"{_comment([comment])}\n{line}"


def _comment(lines: Sequence[str]) -> str:
    return "\n".join(f"# {line}" for line in lines)


def _line(key: str, value: Any) -> str:
    """One key with its value on one line."""
    import tomli_w

    if isinstance(value, list):
        items = ", ".join(_line("key", item).removeprefix("key = ") for item in value)
        name = tomli_w.dumps({key: True}).removesuffix(" = true\n")
        return f"{name} = [{items}]"
    return tomli_w.dumps({key: value}).rstrip("\n")
