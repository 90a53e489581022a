"""One configuration file: found, read, and handed over as a table with its source."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wodlang.lint.config_problem import ConfigProblem
from wodlang.text.source import Source
from wodlang.text.toml import KeyPath, read_toml

OWN_NAME = "wod.toml"
SHARED_NAME = "pyproject.toml"
SHARED_TABLE = ("tool", "wod")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A configuration as written. `at` is the key path of its table: empty in a `wod.toml`."""

    file: Path
    source: Source
    table: dict[str, Any]
    at: KeyPath = ()


def find_config(start: Path) -> Path | None:
    """The nearest `wod.toml`, or `pyproject.toml` with `[tool.wod]`, from a file or folder upward."""
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        if (folder / OWN_NAME).is_file():
            return folder / OWN_NAME
        if _is_ours(folder / SHARED_NAME):
            return folder / SHARED_NAME
    return None


def read_config(file: Path) -> tuple[ConfigFile | None, tuple[ConfigProblem, ...]]:
    """A file's configuration; none, and why, where it cannot be read."""
    shown = shown_path(file)
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return None, (ConfigProblem("there is no such file", Source(shown, "")),)
    except OSError as error:
        said = f"cannot be read: {(error.strerror or str(error)).lower()}"
        return None, (ConfigProblem(said, Source(shown, "")),)
    except UnicodeDecodeError:
        return None, (ConfigProblem("is not UTF-8: save it as UTF-8", Source(shown, "")),)
    source = Source(shown, text)
    table, fault = read_toml(source)
    if fault is not None:
        return None, (ConfigProblem(fault.message, source, fault.span),)
    if file.name != SHARED_NAME:
        return ConfigFile(file, source, table), ()
    return ConfigFile(file, source, _shared_table(table), SHARED_TABLE), ()


def shown_path(file: Path) -> str:
    """The path as people know it: relative to the working directory where it lies below it."""
    try:
        relative = os.path.relpath(file)
    except ValueError:  # another drive
        return file.as_posix()
    return file.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def _is_ours(file: Path) -> bool:
    """Whether a `pyproject.toml` has our table. One that is broken is ours if it names the table."""
    try:
        text = file.read_bytes().decode("utf-8-sig", errors="replace")
    except OSError:
        return False
    if "wod" not in text:
        return False
    table, error = read_toml(Source(str(file), text))
    return "[tool.wod" in text if error else bool(_shared_table(table)) or "[tool.wod]" in text


def _shared_table(table: dict[str, Any]) -> dict[str, Any]:
    tool = table.get("tool")
    own = tool.get("wod") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else {}
