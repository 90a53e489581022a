"""What packs offer besides rules: reporters, importers and exporters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from wodlang.lint.field_types import shown, wrong_fields
from wodlang.lint.guarded import PackError, guarded
from wodlang.plugin.rule_check import KEBAB
from wodlang.report.reporter import BUILT_IN

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Offer(Generic[Value]):
    """A reporter, importer or exporter, and the name of the pack that brought it."""

    pack: str
    value: Value


def sound_offers(
    pack: str, offered: Sequence[Any], known: Sequence[Offer[Any]]
) -> tuple[tuple[Offer[Any], ...], tuple[str, ...]]:
    """What can be used of a pack's offers, and what is wrong with the others."""
    sound: list[Offer[Any]] = []
    faults: list[str] = []
    for value in offered:
        fault = _fault_of(value, [*known, *sound])
        if fault:
            faults.append(fault)
        else:
            sound.append(Offer(pack, value))
    return tuple(sound), tuple(faults)


def made_text(function: Callable[[Any], Any], given: Any) -> str:
    """The text that an offer's function makes; a `PackError` where it makes none."""
    made = guarded(lambda: function(given))
    if not isinstance(made, str):
        raise PackError(f"it gave {shown(made)}, no text")
    return made


def _fault_of(value: Any, known: Sequence[Offer[Any]]) -> str:
    wrong = next(wrong_fields(value), "")
    if wrong:
        return f"{value.name}: {wrong}"
    if not KEBAB.fullmatch(value.name):
        return f'"{value.name}" is not kebab-case'
    if value.name in BUILT_IN:
        return f"{value.name} is wodlang's own"
    owner = next((one.pack for one in known if one.value.name == value.name), None)
    if owner is not None:
        return f"{value.name} is in the pack {owner} already"
    bad = [one for one in getattr(value, "suffixes", ()) if one[:1] != "."]
    return f'{value.name}: the suffix "{bad[0]}" does not begin with a dot' if bad else ""
