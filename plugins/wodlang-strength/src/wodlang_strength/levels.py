"""How far an athlete is, and options that differ by it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wodlang.plugin import Athlete


class Level(StrEnum):
    """The levels that the rules tell apart."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"
    UNKNOWN = "unknown"


WORDS = {
    "beginner": Level.BEGINNER,
    "novice": Level.BEGINNER,
    "intermediate": Level.INTERMEDIATE,
    "advanced": Level.ADVANCED,
    "elite": Level.ADVANCED,
}


def level_of(athlete: Athlete) -> Level:
    """The level that is written; unknown where none is, or none that is known here."""
    return WORDS.get((athlete.level or "").strip().lower(), Level.UNKNOWN)


def sets_a_week(default: int, who: str) -> int:
    """An option that is a number of weekly sets for athletes of one level."""
    metadata = {"minimum": 0, "doc": f"weekly sets of a muscle, {who}"}
    made: int = field(default=default, metadata=metadata)
    return made


@dataclass(frozen=True, slots=True)
class SetsByLevel:
    """A number of weekly sets for each level; 0 switches the rule off for that level."""

    beginner: int
    intermediate: int
    advanced: int
    unknown: int

    def at(self, level: Level) -> int:
        """The number for this level."""
        sets: int = getattr(self, level.value)
        return sets
