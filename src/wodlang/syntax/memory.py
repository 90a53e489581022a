"""What takes longer to make than a check does, remembered between runs: tables of a grammar.

Lark's own memory has no checksum and is written in place: two runs at once, or one that is killed,
may leave tables there that load and are wrong.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from hashlib import blake2b
from typing import TypeVar

import lark

from wodlang.text.cache_folder import cache_folder, read_own, write_quietly

LARGEST = 20_000_000

Made = TypeVar("Made")


def remembered(
    name: str,
    follows_from: str,
    make: Callable[[], Made],
    dump: Callable[[Made], bytes],
    load: Callable[[bytes], Made],
) -> Made:
    """What an earlier run made from the same, Lark and Python included; else made anew."""
    folder = cache_folder()
    if folder is None:
        return make()
    path = os.path.join(folder, f"{name}.tables")
    key = "\0".join((follows_from, lark.__version__, sys.version)).encode()
    content = _read(path, key)
    if content is not None:
        try:
            return load(content)
        except Exception:  # whatever pickle meets where a class was renamed
            pass
    made = make()
    dumped = dump(made)
    write_quietly(path, _digest(key, dumped) + dumped)
    return made


def _read(path: str, key: bytes) -> bytes | None:
    """What a file holds that is ours and whole: nothing else is given to `pickle`."""
    content = read_own(path, LARGEST) or b""
    size = blake2b().digest_size
    return content[size:] if content[:size] == _digest(key, content[size:]) else None


def _digest(key: bytes, tables: bytes) -> bytes:
    return blake2b(len(key).to_bytes(8, "big") + key + tables).digest()
