"""Strength arithmetic: rep maxes and percentages."""

from __future__ import annotations

import re
from decimal import Decimal

TRAINING_MAX = Decimal(90)
"""The training max in % of the 1RM where `%TM` is written and the athlete sets none (5/3/1)."""

PLAIN_MAX = "1RM"
"""What a percentage is of where `% 1RM` says so, whatever the training max."""


def percent_of_rep_max(reps: int) -> Decimal:
    """A load that allows `reps` repetitions, in % of the 1RM (Epley 1985: 1RM = w (1 + reps/30))."""
    return Decimal(100) if reps == 1 else Decimal(3000) / (30 + reps)


def most_reps_at(percent: Decimal) -> Decimal:
    """The repetitions that a percentage of the 1RM allows on average (Epley 1985, solved for reps)."""
    return max(Decimal(1), Decimal(3000) / percent - 30)


def rep_max_in(of: str | None) -> int | None:
    """The n of `of 5RM`; None for anything else."""
    match = re.fullmatch(r"(\d+)\s*-?\s*rm", of or "", re.IGNORECASE)
    return int(match[1]) if match and match[0].upper() != PLAIN_MAX else None
