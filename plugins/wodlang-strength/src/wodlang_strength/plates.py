"""Which weights a bar and its plates can make."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from math import gcd

from wodlang.plugin import Athlete, Load, LoadUnit, Weight

SCALE = 1000
MOST_SUMS = 20_000


class Rack:
    """A bar with pairs of plates, all in one unit; of each plate as many pairs as are needed."""

    def __init__(self, bar: Decimal, plates: Iterable[Decimal], unit: str) -> None:
        """`bar` and `plates` are in `unit`, kg or lb."""
        self.bar, self.unit = bar, unit
        scaled = {int(plate * SCALE) for plate in plates}
        self._plates = sorted(plate for plate in scaled if plate > 0)
        self._step = gcd(*self._plates) if self._plates else 0

    def nearest(self, wanted: Weight) -> Decimal | None:
        """The loadable weight nearest to this one, in the rack's unit, the lighter of two.

        None where there are no plates, or where they are so many that nobody could tell.
        """
        target = self._in_own_unit(wanted)
        if target <= self.bar:
            return self.bar
        if not self._plates:
            return None
        a_side = (target - self.bar) / 2 * SCALE
        most = int(a_side) + self._plates[-1]
        if most // self._step > MOST_SUMS:
            return None
        best = min(self._sums(most), key=lambda made: (abs(a_side - made), made))
        return self.bar + Decimal(2 * best) / SCALE

    def can_make(self, wanted: Weight) -> bool:
        """Whether the weight can be loaded; in the other unit, to the smallest plate."""
        nearest = self.nearest(wanted)
        if nearest is None or wanted.unit is None:
            return True
        if wanted.unit == self.unit:
            return nearest == wanted.value
        smallest = Decimal(self._plates[0]) / SCALE if self._plates else Decimal(0)
        return abs(nearest - self._in_own_unit(wanted)) <= smallest

    def _in_own_unit(self, wanted: Weight) -> Decimal:
        if wanted.unit == self.unit:
            return wanted.value
        return wanted.kilograms() / Weight(Decimal(1), self.unit).kilograms()

    def _sums(self, most: int) -> list[int]:
        """What the plates of one side can weigh, up to `most`, in thousandths."""
        reached = [False] * (most // self._step + 1)
        reached[0] = True
        for plate in (plate // self._step for plate in self._plates):
            for at in range(plate, len(reached)):
                reached[at] = reached[at] or reached[at - plate]
        return [at * self._step for at, can in enumerate(reached) if can]


def rack_of(athlete: Athlete) -> Rack | None:
    """The athlete's bar and plates; None where either is unknown, or they mix kg and lb."""
    bar, plates = athlete.bar, athlete.plates
    units = {one.unit for one in (bar, *plates) if one is not None}
    if bar is None or not plates or len(units) != 1:
        return None
    unit = units.pop()
    if unit not in (LoadUnit.KG, LoadUnit.LB):
        return None
    return Rack(bar.value, (plate.value for plate in plates), str(unit))


def is_on_a_bar(load: Load) -> bool:
    """A weight in kg or lb that is the whole one: not added to the body's, no pair, no choice."""
    is_mass = load.unit in (LoadUnit.KG, LoadUnit.LB) and load.low is not None
    return is_mass and not load.added and not load.count and load.alternative is None


def can_be_made(load: Load, rack: Rack) -> bool:
    """Whether the weight, or one that lies in its range, can be loaded."""
    low, high = (Weight(end or Decimal(0), str(load.unit)) for end in (load.low, load.high))
    if rack.can_make(low) or rack.can_make(high):
        return True
    nearest = [one for one in (rack.nearest(low), rack.nearest(high)) if one is not None]
    made = [Weight(one, rack.unit).kilograms() for one in nearest]
    return any(low.kilograms() <= one <= high.kilograms() for one in made)
