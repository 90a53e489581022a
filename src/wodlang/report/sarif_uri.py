"""Paths as the URIs of SARIF."""

from __future__ import annotations

import os
import re
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote_from_bytes

ROOT = "%SRCROOT%"
"""Stands for the folder that paths are relative to: GitHub takes the repository's."""

ON_A_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\|//")


def artifact_location(path: str, index: int | None = None) -> dict[str, Any]:
    """Where a file lies; `index` is its place among the artifacts of the run."""
    on_windows = PureWindowsPath(path)
    if ON_A_DRIVE.match(path) and on_windows.is_absolute():  # a name of mere backslashes is not
        location: dict[str, Any] = {"uri": on_windows.as_uri()}
    elif path.startswith("/"):
        location = {"uri": PurePosixPath(path).as_uri()}
    else:
        location = {"uri": quote_from_bytes(os.fsencode(path)), "uriBaseId": ROOT}
    return location if index is None else {**location, "index": index}
