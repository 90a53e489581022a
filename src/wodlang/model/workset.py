"""One set of an exercise."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from wodlang.syntax.line_nodes import Load, Measure, Number


@dataclass(frozen=True, slots=True)
class WorkSet:
    """One set. `high` is None where it is open (`5+`); `measure` None where only sets are written.

    `percent` is the load in % of the one-rep max where that is written or can be worked out.
    """

    measure: Measure | None
    low: Number | None
    high: Number | None
    amrap: bool = False
    to_failure: bool = False
    cluster: tuple[int, ...] = ()
    per_side: bool = False
    optional: bool = False
    load: Load | None = None
    percent: tuple[Decimal, Decimal] | None = None
