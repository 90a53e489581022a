"""Options that every rule of the pack has."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PackOptions:
    """`injured` treats every athlete as having a bad lower back; `heavy_percent` is of the 1RM."""

    injured: bool = False
    heavy_percent: int = field(default=80, metadata={"minimum": 1, "maximum": 120})
