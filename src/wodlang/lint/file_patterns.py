"""Patterns of paths, as `per-file` takes them."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path


def matches(path: str, pattern: str, root: Path) -> bool:
    """Whether a file's path fits a pattern that counts from `root`.

    `*` and `?` stay inside a folder, `**` goes through any number of them. A pattern without `/`
    fits a file's name in every folder; one that ends in `/`, or names a folder, all below it.
    """
    relative = os.path.relpath(os.path.abspath(path), root).replace(os.sep, "/")
    if relative.startswith("../"):
        return False
    return _expression(pattern).fullmatch(relative) is not None


@lru_cache(maxsize=64)
def _expression(pattern: str) -> re.Pattern[str]:
    plain = pattern.removeprefix("./").rstrip("/")
    anywhere = "" if "/" in plain else "(?:.*/)?"
    pieces = re.split(r"(\*\*/|\*+|\?)", plain)
    return re.compile(anywhere + "".join(map(_piece, pieces)) + "(?:/.*)?")


def _piece(piece: str) -> str:
    fixed = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return fixed.get(piece, ".*" if piece.startswith("**") else re.escape(piece))
