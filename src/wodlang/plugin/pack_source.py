"""Where a pack comes from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackSource:
    """A distribution with an entry point (`iron = wodlang_iron`), or the `path` of a TOML file.

    All is empty for the pack that is wodlang itself.
    """

    distribution: str = ""
    entry_point: str = ""
    path: str = ""

    def __str__(self) -> str:
        """`wodlang-iron (entry point iron = wodlang_iron)`, or the path."""
        if self.path:
            return self.path
        if not self.distribution:
            return "wodlang itself"
        return f"{self.distribution} (entry point {self.entry_point})"
