"""How far a number goes: the catalogue's scales end at 3, an RPE at 10, positions begin at 1."""

from __future__ import annotations

from dataclasses import dataclass

from wodlang.rulefile.bounds import INFINITE, Exact, Number, between, ends


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the most that a number can be."""

    least: Exact
    most: Exact = INFINITE

    def __str__(self) -> str:
        """`0 to 3`, `1 or more`."""
        return f"{self.least} or more" if self.most == INFINITE else f"{self.least} to {self.most}"

    @property
    def anything(self) -> Number:
        """Any number between them: what is false of it is never true."""
        return between(self.least, self.most)

    def hold(self, value: Number) -> bool:
        """Whether a number lies between them."""
        low, _, _, high = ends(value)
        return self.least <= low and high <= self.most


SCALE = Limits(0, 3)
RPE = Limits(0, 10)
COUNTED = Limits(1)
