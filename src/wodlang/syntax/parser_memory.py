"""The tables of a grammar, remembered between runs: to make them takes longer than a check.

Lark's own memory has no checksum and is written in place: two runs at once, or one that is killed,
may leave tables there that load and are wrong.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from hashlib import blake2b
from io import BytesIO

import lark
from lark import Lark

from wodlang.text.cache_folder import cache_folder, read_own, write_quietly

LARGEST = 20_000_000


def remembered(name: str, follows_from: str, make: Callable[[], Lark]) -> Lark:
    """The parser of this name as an earlier run made it from the same, else made anew."""
    folder = cache_folder()
    if folder is None:
        return make()
    path = os.path.join(folder, f"{name}-grammar.tables")
    key = "\0".join((follows_from, lark.__version__, sys.version)).encode()
    known = _read(path, key)
    if known is not None:
        return known
    made, tables = make(), BytesIO()
    made.save(tables)
    write_quietly(path, _digest(key, tables.getvalue()) + tables.getvalue())
    return made


def _read(path: str, key: bytes) -> Lark | None:
    """The parser in a file that is ours and whole: nothing else is given to `pickle`."""
    content = read_own(path, LARGEST) or b""
    size = blake2b().digest_size
    if content[:size] != _digest(key, content[size:]):
        return None
    try:
        return Lark.load(BytesIO(content[size:]))
    except Exception:  # whatever pickle meets where a class was renamed
        return None


def _digest(key: bytes, tables: bytes) -> bytes:
    return blake2b(len(key).to_bytes(8, "big") + key + tables).digest()
