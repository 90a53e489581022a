"""Prilepin's table: how many repetitions weightlifters did at which percentage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from wodlang.plugin import Entry, Pattern, Session, WorkSet, working_sets
from wodlang_strength.loads import own_percent

LIFTS = (Pattern.SQUAT, Pattern.HINGE, Pattern.HORIZONTAL_PUSH, Pattern.VERTICAL_PUSH)
PULLS = "Pull"
OTHER_LIFTS_EXTRA_REPS = 2
"""What a set of a squat, deadlift or press may have on top of the table."""


@dataclass(frozen=True, slots=True)
class Zone:
    """A row of the table: percentages from `lowest` up, reps of one set, reps of all sets."""

    lowest: int
    name: str
    a_set: tuple[int, int]
    in_all: tuple[int, int]


ZONES = (
    Zone(90, "90 % and more", (1, 2), (4, 10)),
    Zone(80, "80-89 %", (2, 4), (10, 20)),
    Zone(70, "70-79 %", (3, 6), (12, 24)),
)
"""As printed by Hristov 2004 and, in the same figures, by McCullough."""


def zone_of(one: WorkSet) -> Zone | None:
    """The row for a set, by the lower end of its percentage; None below 70 %."""
    percent = own_percent(one)
    if percent is None:
        return None
    return next((zone for zone in ZONES if percent[0] >= Decimal(zone.lowest)), None)


def is_olympic(entry: Entry) -> bool:
    """A snatch, clean or jerk of any kind; pulls, which no missed catch ends, are none."""
    return entry.has_pattern(Pattern.OLYMPIC) and not is_pull(entry)


def is_pull(entry: Entry) -> bool:
    """A snatch or clean pull, whose percentages are of the whole lift."""
    known = entry.exercise
    return known is not None and known.pattern is Pattern.OLYMPIC and PULLS in known.name


def is_in_table(entry: Entry) -> bool:
    """A lift that the table is used for: Olympic, or a compound with a barbell."""
    known = entry.exercise
    if known is None or not known.compound or known.implement != "barbell":
        return False
    return is_olympic(entry) or known.pattern in LIFTS


def lines_by_lift(session: Session) -> tuple[tuple[Entry, ...], ...]:
    """The working lines of each lift of the session that the table is used for."""
    lines: dict[str, list[Entry]] = {}
    for entry in session.entries:
        if entry.exercise is not None and entry.is_working and is_in_table(entry):
            lines.setdefault(entry.exercise.name, []).append(entry)
    return tuple(tuple(entries) for entries in lines.values())


def least_reps(entry: Entry, zone: Zone, most_a_set: int) -> int:
    """The least repetitions of a line in a row of the table, in all rounds of its block.

    A set counts for at most `most_a_set`.
    """
    written = [one for one in entry.sets if not one.optional]
    counted = (one for one in written if one.measure == "reps" and zone_of(one) is zone)
    reps = sum(min(int(one.low or 0), most_a_set) for one in counted)
    return reps * (working_sets(entry) // len(written)) if written else 0
