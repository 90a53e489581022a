"""Where the parts of a TOML text stand, by tree-sitter. Imported only to place a complaint."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

import tree_sitter_toml
from tree_sitter import Language, Node, Parser

from wodlang.text.span import Span

_KEYS = ("bare_key", "quoted_key", "dotted_key")
_HEADERS = ("table", "table_array_element")


class Places(NamedTuple):
    """Where a key and its value are written."""

    key: Span
    value: Span


class _Written(NamedTuple):
    """A key path with the nodes of its last key and of its value."""

    path: tuple[str | int, ...]
    key: Node
    value: Node


def find_places(text: str, path: tuple[str | int, ...]) -> Places:
    """The places of the longest part of `path` that the text writes; its start where none is."""
    encoded = text.encode()
    tree = Parser(Language(tree_sitter_toml.language())).parse(encoded)
    best: _Written | None = None
    for written in _document(tree.root_node):
        fits = path[: len(written.path)] == written.path
        if fits and (best is None or len(written.path) > len(best.path)):
            best = written
    if best is None:
        return Places(Span(0, 0), Span(0, 0))
    return Places(_span(encoded, best.key), _span(encoded, best.value))


def _span(encoded: bytes, node: Node) -> Span:
    """The node's bytes as code points."""
    start = len(encoded[: node.start_byte].decode(errors="replace"))
    return Span(
        start, start + len(encoded[node.start_byte : node.end_byte].decode("utf-8", "replace"))
    )


def _document(root: Node) -> Iterator[_Written]:
    elements: dict[tuple[str | int, ...], int] = {}
    for node in root.named_children:
        if node.type == "pair":
            yield from _pair(node, ())
        elif node.type in _HEADERS:
            yield from _table(node, elements)


def _table(node: Node, elements: dict[tuple[str | int, ...], int]) -> Iterator[_Written]:
    """A `[table]` or `[[element]]`; `elements` counts the latter, for the paths below them."""
    header = next((child for child in node.named_children if child.type in _KEYS), None)
    if header is None:
        return
    path: tuple[str | int, ...] = ()
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


def _pair(node: Node, above: tuple[str | int, ...]) -> Iterator[_Written]:
    parts = node.named_children
    if len(parts) < 2:
        return
    path = above
    for key in _key_nodes(parts[0]):
        path = (*path, _word(key))
        yield _Written(path, key, parts[1])
    yield from _inside(parts[1], path)


def _inside(value: Node, path: tuple[str | int, ...]) -> Iterator[_Written]:
    if value.type == "inline_table":
        for child in value.named_children:
            if child.type == "pair":
                yield from _pair(child, path)
    elif value.type == "array":
        items = [child for child in value.named_children if child.type != "comment"]
        for index, item in enumerate(items):
            yield _Written((*path, index), item, item)
            yield from _inside(item, (*path, index))


def _key_nodes(node: Node) -> list[Node]:
    if node.type != "dotted_key":
        return [node]
    return [key for child in node.named_children for key in _key_nodes(child)]


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


def place_in_text(written: str, offset: int) -> int:
    """Where a sign of a text stands in the text as it is written, with quotes and escapes."""
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
    return min(position, len(written) - len(quote))
