"""The fields that each block has."""

from __future__ import annotations

import re

PROGRAM_FIELDS = ("units", "goal", "author", "notes", "level", "name")
ATHLETE_FIELDS = (
    "name", "bodyweight", "level", "injuries", "training max", "bar", "plates", "age", "sex",
    "height", "notes", "goal",
)  # fmt: skip
EXERCISE_FIELDS = (
    "like", "aliases", "pattern", "primary", "secondary", "compound", "implement", "sides",
    "support", "axial", "lower back", "grip", "neural",
)  # fmt: skip
SESSION_FIELDS = ("focus", "notes", "duration")
FIELDS: dict[str, tuple[str, ...]] = {
    "program": PROGRAM_FIELDS,
    "athlete": ATHLETE_FIELDS,
    "exercise": EXERCISE_FIELDS,
    "session": SESSION_FIELDS,
}
# The name in `max NAME` may hold any sign: `max Clean & Jerk`, `max Bench Press (paused)`.
FIELD = re.compile(
    r"(?:[-*•+]\s+)?(?P<key>(?:max|1\s?rm)\s[^:]*?|[A-Za-z][\w /'’-]*?)\s*:(?!\d\d)\s*(?P<value>.*)$",
    re.IGNORECASE,
)
MAX_FIELD = re.compile(r"(?:max|1\s?rm)\s+\S", re.IGNORECASE)
SETS_BY_REPS = re.compile(r"\d\s*[x×]\s*\d|\d\s*sets?\b|\d\s*reps?\b", re.IGNORECASE)
WEIGHT = r"\d+(?:[.,]\d+)?\s*(?:kg|kgs|kilos?|kilograms?|lbs?|pounds?|#)?"


def is_field_of(block: str, key: str) -> bool:
    """Whether a block has this field; an athlete has `max NAME` for every exercise."""
    return key in FIELDS[block] or (block == "athlete" and MAX_FIELD.match(key) is not None)


def folded_key(key: str) -> str:
    """A field's key in one spelling: lower case, blanks for hyphens and underscores."""
    return re.sub(r"[\s_-]+", " ", key.strip().lower())
