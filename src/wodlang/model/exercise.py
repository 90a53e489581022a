"""What the rules need to know of an exercise."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pattern(StrEnum):
    """Movement pattern; docs/catalogue.md says what belongs to which."""

    SQUAT = "squat"
    LUNGE = "lunge"
    HINGE = "hinge"
    HIP_EXTENSION = "hip-extension"
    KNEE_FLEXION = "knee-flexion"
    KNEE_EXTENSION = "knee-extension"
    CALF = "calf"
    HIP_ABDUCTION = "hip-abduction"
    HIP_ADDUCTION = "hip-adduction"
    VERTICAL_PULL = "vertical-pull"
    ROW = "row"
    PULLOVER = "pullover"
    SHRUG = "shrug"
    HORIZONTAL_PUSH = "horizontal-push"
    VERTICAL_PUSH = "vertical-push"
    FLY = "fly"
    RAISE = "raise"
    ELBOW_FLEXION = "elbow-flexion"
    ELBOW_EXTENSION = "elbow-extension"
    OLYMPIC = "olympic"
    BACK_EXTENSION = "back-extension"
    CORE = "core"
    CARRY = "carry"
    JUMP = "jump"
    THROW = "throw"
    GRIP = "grip"
    NECK = "neck"
    CARDIO = "cardio"
    MOBILITY = "mobility"


class Support(StrEnum):
    """What holds the torso."""

    FREE = "free"
    ONE_HAND = "one-hand"
    CHEST = "chest"
    SEAT = "seat"
    LYING = "lying"
    HANGING = "hanging"


LEG_MUSCLES = frozenset({"quads", "hamstrings", "glutes", "adductors", "calves"})
BACK_MUSCLES = frozenset({"lats", "upper back", "mid back", "lower back"})


@dataclass(frozen=True, slots=True)
class Exercise:
    """An entry of the catalogue.

    The scales run from 0 to 3: `axial` is compression of the spine, `lower_back` what the lower
    back holds against bending, `grip` and `neural` the demand on each. docs/catalogue.md gives
    their anchors and sources.
    """

    name: str
    pattern: Pattern
    primary: tuple[str, ...]
    secondary: tuple[str, ...]
    compound: bool
    implement: str
    sides: str
    support: Support
    axial: int
    lower_back: int
    grip: int
    neural: int
    aliases: tuple[str, ...] = ()
    endurance_aliases: tuple[str, ...] = ()
    supported_form: str | None = None

    @property
    def trains_legs(self) -> bool:
        """A primary muscle is of the legs; a hinge always does."""
        return self.pattern is Pattern.HINGE or not LEG_MUSCLES.isdisjoint(self.primary)

    @property
    def trains_back(self) -> bool:
        """A primary muscle is of the back; a hinge always does."""
        return self.pattern is Pattern.HINGE or not BACK_MUSCLES.isdisjoint(self.primary)

    @property
    def is_press(self) -> bool:
        """Compound horizontal or vertical push, dips included."""
        return self.compound and self.pattern in (Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH)

    @property
    def is_pull(self) -> bool:
        """Row or vertical pull."""
        return self.pattern in (Pattern.ROW, Pattern.VERTICAL_PULL)

    @property
    def is_big_lift(self) -> bool:
        """A hinge or squat of the highest neural demand, at any load."""
        return self.pattern in (Pattern.HINGE, Pattern.SQUAT) and self.neural == 3
