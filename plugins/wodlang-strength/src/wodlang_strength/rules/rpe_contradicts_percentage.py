"""ST204 rpe-contradicts-percentage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from wodlang.plugin import (
    Context,
    Evidence,
    Fault,
    Invalid,
    Line,
    Pattern,
    Rule,
    Scope,
    Severity,
    Valid,
    WorkSet,
    most_reps_at,
)
from wodlang_strength.loads import LIGHT_RPE, MOST_RPE, Range, own_percent, reps_of, reserve_of
from wodlang_strength.words import number, whole

DOC = """
A percentage and an RPE that cannot both be true.

## What it finds
A set with a percentage of the 1RM (or a weight and a known max), repetitions, and an RPE or RIR,
where the repetitions left in reserve differ widely between the two. What the percentage leaves is
worked out after Epley. The two must differ by more than 3 repetitions (`margin-reps`), and by more
than 40 % of what the percentage allows, because people differ more the lighter the bar is. Of
ranges those ends are taken that fit best; RPE 6 and less means easy, however easy. Open sets,
clusters, Olympic lifts, isolation work and percentages of another lift are left out.

## Why
Five repetitions at 90 % are about all that there is. Who reads RPE 6 beside it will trust one of
the two, and nobody knows which.

## Instead
Keep one of them, or correct the other. The message says what the percentage alone would mean.

## How sure this is
That the two are related is certain, how closely is not: people did very different numbers of
repetitions at a percentage (Nuzzo et al. 2024: 7,289 people), and they misjudge their reserve by
about one repetition, more the further they are from failure (Halperin et al. 2022). Only a wide
difference is reported for that reason. Old maxes are the usual cause.
"""

HELP = "keep the one that you mean"
SPREAD = Decimal("0.4")
ENDLESS = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Options:
    """`margin_reps` is how far the two may lie apart, in repetitions."""

    margin_reps: int = field(
        default=3, metadata={"minimum": 1, "doc": "repetitions by which the two may differ"}
    )


def check(line: Line, context: Context) -> Iterator[Fault]:
    """The line's first set whose RPE contradicts its percentage."""
    entry = line.entry
    if not entry.is_compound or entry.has_pattern(Pattern.OLYMPIC):
        return
    for one in entry.sets:
        percent, reserve = own_percent(one), reserve_of(one)
        reps = reps_of(one)
        if percent is None or percent[0] <= 0 or reserve is None or reps is None or one.cluster:
            continue
        if _gap(percent, reps, reserve) > _margin(percent, context.options.margin_reps):
            place = entry.place.loads[0] if len(entry.place.loads) == 1 else entry.place.name
            yield Fault(
                place,
                f"{reps[0]} repetitions at {number(percent[0])} % are not RPE "
                f"{number(MOST_RPE - reserve[1])}",
                note=_expected(one, percent, reps),
                help=HELP,
                unfixed=HELP,
            )
            return


def _gap(percent: Range, reps: tuple[int, int], reserve: Range) -> Decimal:
    """How far the reserve that is written lies from the one that the percentage leaves."""
    least = most_reps_at(percent[1]) - reps[1]
    most = most_reps_at(percent[0]) - reps[0]
    high = ENDLESS if MOST_RPE - reserve[1] <= LIGHT_RPE else reserve[1]
    return max(least - high, reserve[0] - most, Decimal(0))


def _margin(percent: Range, reps: int) -> Decimal:
    return max(Decimal(reps), most_reps_at(percent[0]) * SPREAD)


def _expected(one: WorkSet, percent: Range, reps: tuple[int, int]) -> str:
    most = most_reps_at(percent[0])
    left = most - reps[0]
    if left <= 0:
        return f"most people manage about {whole(most)}"
    return f"most people would have about {whole(left)} left"


MAX = "athlete\n  max Squat: 200 kg\n\n"

rule = Rule(
    code="ST204",
    name="rpe-contradicts-percentage",
    severity=Severity.WARNING,
    scope=Scope.EXERCISE,
    summary="a percentage and an RPE that cannot both be true",
    doc=DOC,
    evidence=Evidence.REVIEW,
    source="Nuzzo et al. 2024, Sports Med 54:303-21; Halperin et al. 2022, Sports Med 52:377-90",
    check=check,
    options=Options,
    examples=(
        Valid("Squat 3x5 @ 80% RPE 8", why="it fits"),
        Valid("Squat 3x5 @ 85% RPE 7", why="two repetitions off: people differ"),
        Valid("Squat 3x8 @ 70% RPE 9", why="three off, at a weight where people differ more"),
        Valid("Squat 3x3 @ 60% RPE 6", why="easy, however easy"),
        Valid("Squat 3x5 @ 90%", why="no RPE"),
        Valid("Squat 3x5 @ RPE 6", why="no percentage"),
        Valid("Squat 3x5 @ 140kg RPE 6", why="nobody knows the max"),
        Valid("Squat 3x3-5 @ 80-90% RPE 7-8", why="three at 80 % and RPE 7 fit"),
        Valid("Squat x5+ @ 90% RPE 8", why="an open set"),
        Valid("Snatch 5x3 @ 90% RPE 6", why="an Olympic lift is not done to failure"),
        Valid("Front Squat 3x5 @ 90% of Clean RPE 6", why="a percentage of another lift"),
        Valid("Cosmic Squat 3x5 @ 90% RPE 6", why="nobody knows what that is"),
        Valid("Leg Extension 3x15 @ 75% RPE 6", why="isolation work"),
        Invalid("Squat 3x5 @ 90% RPE 6", (1,), severity=Severity.WARNING),
        Invalid("Squat 3x5 @ 90% RIR 4", (1,), why="the same in reserve"),
        Invalid("Bench Press 1x1 @ 60% RPE 10", (1,), why="nineteen too easy"),
        Invalid(f"{MAX}Squat 3x5 @ 180kg RPE 6", (4,), why="180 of 200 kg are 90 %"),
        Invalid("Squat 3x2 @ 75% RPE 9.5", (1,), why="too easy for that RPE"),
        Invalid(
            "Squat 3x5 @ 85% RPE 7",
            (1,),
            why="a gym that trusts its numbers",
            options={"margin-reps": 2},
        ),
    ),
)
