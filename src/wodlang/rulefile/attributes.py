"""All that may be asked, by what it is asked about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from wodlang.model.catalogue import Catalogue
from wodlang.rulefile.line_attributes import line_attributes
from wodlang.rulefile.set_attributes import SET
from wodlang.rulefile.things import Attribute, PlacedWeek
from wodlang.rulefile.types import (
    Kind,
    Run,
)
from wodlang.rulefile.wider_attributes import MUSCLE, PROGRAM, SESSION, WEEK

PARENTS: Mapping[Kind, Kind | None] = {
    Kind.SET: Kind.EXERCISE, Kind.EXERCISE: Kind.SESSION, Kind.SESSION: Kind.WEEK,
    Kind.MUSCLE: Kind.WEEK, Kind.WEEK: Kind.PROGRAM, Kind.PROGRAM: None,
}  # fmt: skip
"""A line may use what is said about its session: the nearest wins."""


def parent_of(kind: Kind) -> Callable[[Any, Run], Any]:
    """From a thing to the one that it stands in."""
    if kind is Kind.SET:
        return lambda here, run: here.line
    if kind is Kind.EXERCISE:
        return lambda here, run: here.placed
    if kind is Kind.SESSION:
        return lambda here, run: PlacedWeek(here.week, here.outline)
    if kind is Kind.MUSCLE:
        return lambda here, run: PlacedWeek(here.week, run.outline)
    return lambda here, run: run.program


@cache
def attributes(catalogue: Catalogue) -> Mapping[Kind, Mapping[str, Attribute]]:
    """What may be asked about each kind; the catalogue tells which exercises there are."""
    return {
        Kind.SET: SET, Kind.EXERCISE: line_attributes(catalogue), Kind.SESSION: SESSION, Kind.WEEK: WEEK,
        Kind.MUSCLE: MUSCLE, Kind.PROGRAM: PROGRAM,
    }  # fmt: skip
