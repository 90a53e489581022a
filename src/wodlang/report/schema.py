"""The JSON Schemas of what the reporters write, for editors and other programs."""

from __future__ import annotations

from importlib.resources import files

NAMES = ("findings", "program")


def schema_text(name: str) -> str:
    """The JSON Schema (2020-12) of the `findings` or the `program` output, as JSON."""
    if name not in NAMES:
        raise ValueError(f"no schema {name!r}; there are {', '.join(NAMES)}")
    return files("wodlang.report").joinpath(f"schemas/{name}.schema.json").read_text("utf-8")
