"""Where a rule of a pack, its examples and the rest are written, at the head of a message."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wodlang.text.toml import KeyPath, value_span

if TYPE_CHECKING:
    from wodlang.rulefile import RuleFile
    from wodlang.testing import Failure


def place_of_failure(failure: Failure, file: RuleFile | None) -> str:
    """`house.toml:12:8: IH101: ` of a TOML pack, `IH101, example 3: ` of one in Python."""
    if not failure.rule:
        return "" if file is None else f"{file.source.path}: "
    if failure.example is None:
        return place_of_rule(failure.rule, file)
    if file is None:
        return f"{failure.rule}, example {failure.example + 1}: "
    path = file.example_path(failure.rule, failure.example)
    return f"{_at(file, path)}: {failure.rule}: "


def place_of_rule(code: str, file: RuleFile | None) -> str:
    """`house.toml:10:1: IH101: `, or `IH101: ` of a pack in Python."""
    return f"{code}: " if file is None else f"{_at(file, file.places[code])}: {code}: "


def place_of(path: KeyPath, file: RuleFile) -> str:
    """`house.toml:30:11: ` of anything else in a TOML pack."""
    return f"{_at(file, path)}: "


def _at(file: RuleFile, path: KeyPath) -> str:
    place = file.source.position(value_span(file.source, path).start)
    return f"{file.source.path}:{place.line}:{place.column}"
