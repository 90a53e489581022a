"""TOML with places: a value for each key path, and a span where a complaint must point.

`tomllib` reads; it forgets where things stood. Only a complaint needs that, so the text is parsed
again, by tree-sitter, when one is made.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any, TypeAlias

from wodlang.text.source import Source
from wodlang.text.span import Span

KeyPath: TypeAlias = tuple[str | int, ...]
"""The way to a value: keys of tables and indices of arrays."""


@dataclass(frozen=True, slots=True)
class TomlError:
    """Why a text is no TOML, and where."""

    message: str
    span: Span


def read_toml(source: Source) -> tuple[dict[str, Any], TomlError | None]:
    """The text as a table; an empty table and the reason where it is no TOML."""
    chain = _LONG_CHAIN.search(source.text)
    if chain is not None:
        return {}, TomlError("nested too deeply", Span(*chain.span()))
    try:
        table = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        return {}, _placed(source, str(error))
    except RecursionError:
        return {}, TomlError("nested too deeply", _deepest_line(source))
    except ValueError:
        digits = _DIGITS.search(source.text)
        return {}, TomlError(TOO_LARGE, Span(*digits.span()) if digits else Span(0, 0))
    large = _large_number(table) if _DIGITS.search(source.text) else None
    return ({}, TomlError(TOO_LARGE, value_span(source, large))) if large else (table, None)


TOO_LARGE = "this number is larger than TOML allows"
_LONG_CHAIN = re.compile(r"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){100,}+")
"""A key of a hundred parts, which would be read slowly."""
_DIGITS = re.compile(r"[0-9a-fA-F_]{16,}+")


def _large_number(table: dict[str, Any]) -> KeyPath | None:
    """The place of a whole number of more than 64 bits, which TOML does not know."""
    waiting: list[tuple[KeyPath, Any]] = [((), table)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [((*path, key), inner) for key, inner in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, index), inner) for index, inner in enumerate(value)]
        elif isinstance(value, int) and not -(2**63) <= value < 2**63:
            return path
    return None


def _deepest_line(source: Source) -> Span:
    """The line with the most brackets."""
    index = max(
        range(source.line_count),
        key=lambda one: sum(map(source.line_text(one).count, "[{")),
    )
    return source.line_span(index)


def key_span(source: Source, path: KeyPath) -> Span:
    """Where the last key of a path is written; its value where the path ends in an index.

    Of a path that the text lacks, the place of its longest part that is there.
    """
    from wodlang.text.toml_places import find_places

    return find_places(source.text, path).key


def value_span(source: Source, path: KeyPath) -> Span:
    """Where the value of a path is written; of a table with a header, the header's key."""
    from wodlang.text.toml_places import find_places

    return find_places(source.text, path).value


def inside_text(source: Source, path: KeyPath, inside: Span) -> Span:
    """Where a stretch of a path's text value is written, its quotes and escapes counted in."""
    from wodlang.text.toml_places import place_in_text

    value = value_span(source, path)
    written = source.text[value.start : value.end]
    return Span(
        value.start + place_in_text(written, inside.start),
        value.start + place_in_text(written, inside.end, end=True),
    )


_PLACE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")

_PLAINER = {
    "Invalid value": 'this is no value: text needs quotes, as in key = "text"',
    "Expected '=' after a key in a key/value pair": "expected `=` after a key",
    "Cannot overwrite a value": "this key stands here a second time",
    "Invalid statement": "expected a key, as in key = value, or a [table]",
    "Unclosed array": "this list lacks its closing `]` or a comma",
    "Unterminated string": "this text lacks its closing quote",
    "Illegal character '\\n'": "this text lacks its closing quote",
    "Expected newline or end of document after a statement": "expected the line to end here",
}


def _placed(source: Source, message: str) -> TomlError:
    match = _PLACE.search(message)
    said = message[: match.start()] if match else message
    line, column = (match.group(1), match.group(2)) if match else (None, None)
    offset = _offset(source.text, int(line), int(column)) if line and column else len(source.text)
    return TomlError(_plainer(said), _rest_of_line(source, offset))


def _plainer(said: str) -> str:
    declared = re.match(r"Cannot declare \((.+)\) twice", said)
    if declared:
        name = ".".join(re.findall(r"'([^']*)'", declared.group(1)))
        return f"the table [{name}] stands here a second time"
    return _PLAINER.get(said, said[:1].lower() + said[1:])


def _offset(text: str, line: int, column: int) -> int:
    """The offset of a place as tomllib counts: lines end at a line feed, CRLF is one character."""
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    return min(start + column - 1, len(text))


def _rest_of_line(source: Source, offset: int) -> Span:
    """From the offset to the end of its line's text; the line's last sign if nothing is left."""
    index = source.line_index(offset)
    line = source.line_span(index)
    while line.start == line.end and index > 0:
        index -= 1
        line = source.line_span(index)
    end = line.start + len(source.line_text(index).rstrip())
    return Span(min(offset, max(end - 1, line.start)), max(end, line.start))
