"""How long a session takes at the least."""

from __future__ import annotations

import re
from decimal import Decimal

from wodlang.plugin import Entry, Measure, Session, WorkSet

SECONDS_A_REP = Decimal(3)
SECONDS_OF_REST = Decimal(60)
"""Taken where no rest is written; less than most people need."""
SUPERSET = re.compile(r"([a-z]\d+|\d+[a-z])", re.IGNORECASE)


def least_seconds(session: Session) -> Decimal:
    """What the written sets, repetitions and rests add up to.

    Where nothing is written the short value is taken; setting up, warm-up sets that are not
    written, distances and the rest between two exercises count nothing.
    """
    total, last_block = Decimal(0), None
    for entry in session.entries:
        block = entry.block
        if block is not None and block.seconds is not None:
            total += Decimal(block.seconds) if block is not last_block else 0
        else:
            total += _entry_seconds(entry)
        last_block = block
    return total


def _entry_seconds(entry: Entry) -> Decimal:
    sets = [one for one in entry.sets if not one.optional]
    rounds = entry.block.rounds if entry.block is not None else None
    if rounds is not None and len(sets) == 1:
        sets = sets * rounds
    if entry.every is not None:
        return Decimal(entry.every) * len(sets)
    work = sum((_set_seconds(one, entry) for one in sets), Decimal(0))
    return work + _rest(entry) * max(len(sets) - 1, 0)


def _rest(entry: Entry) -> Decimal:
    if entry.rest is not None:
        return Decimal(entry.rest[0])
    is_paired = entry.block is not None or SUPERSET.fullmatch(entry.label or "") is not None
    return Decimal(0) if is_paired else SECONDS_OF_REST


def _set_seconds(one: WorkSet, entry: Entry) -> Decimal:
    sides = 2 if one.per_side else 1
    if one.measure is Measure.SECONDS:
        return Decimal(one.low or 0) * sides
    if one.measure is Measure.REPS:
        return Decimal(one.low or 0) * _seconds_a_rep(entry) * sides
    return Decimal(0)


def _seconds_a_rep(entry: Entry) -> Decimal:
    phases = [int(sign) for sign in entry.tempo or "" if sign.isdigit()]
    return Decimal(sum(phases)) if phases else SECONDS_A_REP
