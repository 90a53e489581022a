"""Where the parts of a TOML text stand, by tree-sitter. Imported only to place a complaint."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from wodlang.text.span import Span

_KEYS = ("bare_key", "quoted_key", "dotted_key")
_HEADERS = ("table", "table_array_element")
_Path: TypeAlias = tuple[str | int, ...]
_Bytes: TypeAlias = tuple[int, int]


class Places(NamedTuple):
    """Where a key and its value are written."""

    key: Span
    value: Span


class _Written(NamedTuple):
    """A key path with the nodes of its last key and of its value."""

    path: _Path
    key: Node
    value: Node


def find_places(text: str, path: _Path) -> Places:
    """The places of the longest part of `path` that the text writes; its start where none is."""
    every = _all_places(text)
    for length in range(len(path), 0, -1):
        found = every.get(path[:length])
        if found is not None:
            encoded = None if text.isascii() else text.encode()
            return Places(*(_span(encoded, one) for one in found))
    return Places(Span(0, 0), Span(0, 0))


@lru_cache(maxsize=2)
def _all_places(text: str) -> dict[_Path, tuple[_Bytes, _Bytes]]:
    """The bytes of the key and of the value of every path; where it is written twice, the first."""
    tree = Parser(Language(tree_sitter_toml.language())).parse(text.encode())
    places: dict[_Path, tuple[_Bytes, _Bytes]] = {}
    for path, key, value in _document(tree.root_node):
        places.setdefault(
            path, ((key.start_byte, key.end_byte), (value.start_byte, value.end_byte))
        )
    return places


def _span(encoded: bytes | None, place: _Bytes) -> Span:
    """Bytes as code points; None for a text in which they are the same."""
    if encoded is None:
        return Span(*place)
    start = len(encoded[: place[0]].decode(errors="replace"))
    return Span(start, start + len(encoded[place[0] : place[1]].decode(errors="replace")))


def _document(root: Node) -> Iterator[_Written]:
    elements: dict[_Path, int] = {}
    for node in root.named_children:
        if node.type == "pair":
            yield from _pair(node, ())
        elif node.type in _HEADERS:
            yield from _table(node, elements)


def _table(node: Node, elements: dict[_Path, int]) -> Iterator[_Written]:
    """A `[table]` or `[[element]]`; `elements` counts the latter, for the paths below them."""
    header = next((child for child in node.named_children if child.type in _KEYS), None)
    if header is None:
        return
    path: _Path = ()
    for key in _key_nodes(header):
        path = (*path, _word(key))
        yield _Written(path, key, key)
        is_last = key.end_byte == header.end_byte
        if is_last and node.type == "table_array_element":
            elements[path] = elements.get(path, -1) + 1
        if path in elements:
            path = (*path, elements[path])
    yield _Written(path, header, header)
    for child in node.named_children:
        if child.type == "pair":
            yield from _pair(child, path)


def _pair(node: Node, above: _Path) -> Iterator[_Written]:
    """A pair with all that is inside its value."""
    waiting = [(node, above)]
    while waiting:
        inner, path = waiting.pop()
        if inner.type == "pair":
            parts = inner.named_children
            if len(parts) < 2:
                continue
            for key in _key_nodes(parts[0]):
                path = (*path, _word(key))
                yield _Written(path, key, parts[1])
            inner = parts[1]
        if inner.type == "inline_table":
            waiting += [(child, path) for child in inner.named_children if child.type == "pair"]
        elif inner.type == "array":
            items = [child for child in inner.named_children if child.type != "comment"]
            for index, item in enumerate(items):
                yield _Written((*path, index), item, item)
                waiting.append((item, (*path, index)))


def _key_nodes(node: Node) -> list[Node]:
    """The parts of a key in order; the tree of a dotted one leans to the left."""
    found: list[Node] = []
    while node.type == "dotted_key":
        first, *others = node.named_children
        found = [*others, *found]
        node = first
    return [node, *found]


def _word(node: Node) -> str:
    """A key without its quotes and escapes."""
    text = (node.text or b"").decode(errors="replace")
    if node.type == "bare_key":
        return text
    try:
        return str(tomllib.loads(f"key = {text}")["key"])
    except tomllib.TOMLDecodeError:
        return text.strip("\"'")


_QUOTES = ('"""', "'''", '"', "'")
_ESCAPED = re.compile(r"\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\r?\n\s*|.)", re.DOTALL)

_JOINED = re.compile(r"(?:\\[ \t]*\r?\n\s*)+")
"""Lines that are written as one."""


def place_in_text(written: str, offset: int, *, end: bool = False) -> int:
    """Where a sign of a text stands in the text as it is written, with quotes and escapes.

    With `end` it is the place behind the sign before.
    """
    quote = next((one for one in _QUOTES if written.startswith(one)), None)
    if quote is None:
        return min(offset, len(written))
    position = len(quote)
    if len(quote) == 3 and (first := re.match(r"\r?\n", written[position:])):
        position += first.end()
    while offset > 0 and position < len(written):
        escape = _ESCAPED.match(written, position) if quote[0] == '"' else None
        if escape is None:
            position, offset = position + 1, offset - 1
        else:
            position = escape.end()
            offset -= 0 if "\n" in escape[0] else 1
    joined = _JOINED.match(written, position) if quote[0] == '"' and not end else None
    position = joined.end() if joined else position
    return min(position, len(written) - len(quote))
