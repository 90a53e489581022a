"""Who trains: body weight, maxes, injuries, equipment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Weight:
    """A mass as it was written; `unit` is kg or lb, or None where none is known."""

    value: Decimal
    unit: str | None

    def kilograms(self) -> Decimal:
        """The mass in kg (1 lb = 0.45359237 kg, the international pound); without a unit, as kg."""
        return self.value * POUND if self.unit == "lb" else self.value


POUND = Decimal("0.45359237")
NONE = re.compile(r"(?:no|none|without)\b")
LOWER_BACK = re.compile(r"\b(?:low(?:er)? back(?:ache)?|lumbar|lumbago|l[1-5]|s1|sciatica)\b")
WHOLE_BACK = re.compile(
    r"(?:(?:bad|sore|stiff|chronic|acute) )*(?:back|spine|spinal|backache)"
    r"(?: (?:pain|ache|injury|strain|spasms?|problems?|issues?|trouble|surgery))*"
)
DISC = re.compile(
    r"\b(?:herniated|slipped|bulging|prolapsed) dis[ck]|\bdis[ck] (?:herniation|bulge|prolapse)"
)
HIGHER_UP = re.compile(r"\b(?:neck|cervical|thoracic|upper|mid|middle|[ct]\d+)\b")


@dataclass(frozen=True, slots=True)
class Injury:
    """A part of the body that hurts; `stage` is "past", "acute" or None."""

    part: str
    stage: str | None = None

    @property
    def of_lower_back(self) -> bool:
        """Whether the part is the lower back, however it is called: `low back pain`, `L5/S1`."""
        if NONE.match(self.part):
            return False
        if LOWER_BACK.search(self.part) or WHOLE_BACK.fullmatch(self.part):
            return True
        return bool(DISC.search(self.part)) and not HIGHER_UP.search(self.part)


@dataclass(frozen=True, slots=True)
class Athlete:
    """What the `athlete` block says; everything may be left out.

    `maxes` maps catalogue names to one-rep maxes. `training_max` is a percentage of the 1RM.
    """

    bodyweight: Weight | None = None
    level: str | None = None
    injuries: tuple[Injury, ...] = ()
    maxes: tuple[tuple[str, Weight], ...] = ()
    training_max: Decimal | None = None
    bar: Weight | None = None
    plates: tuple[Weight, ...] = ()

    def max_of(self, exercise: str) -> Weight | None:
        """The one-rep max of a catalogue exercise, where one is written."""
        return next((weight for name, weight in self.maxes if name == exercise), None)

    @property
    def lower_back_injury(self) -> Injury | None:
        """The present injury of the lower back; a past one is none."""
        for injury in self.injuries:
            if injury.stage != "past" and injury.of_lower_back:
                return injury
        return None
