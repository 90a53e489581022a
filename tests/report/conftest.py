"""Findings on a text, built from the words that they mark."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent / "snapshots"


@pytest.fixture
def matches_snapshot() -> Callable[[str, str], None]:
    """Compare with a file in snapshots/; WOD_WRITE_SNAPSHOTS=1 writes them anew, for review."""

    def compare(name: str, shown: str) -> None:
        path = SNAPSHOTS / f"{name}.txt"
        if os.environ.get("WOD_WRITE_SNAPSHOTS"):
            path.write_text(shown, encoding="utf-8", newline="\n")
        assert shown == path.read_text(encoding="utf-8")

    return compare
