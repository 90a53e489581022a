"""The arithmetic behind the rules: plates, days, minutes, hard sets."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wodlang.plugin import Athlete, Context, Evidence, Fault, Rule, Scope, Severity, Week, Weight
from wodlang_strength.days import pairs_of_days
from wodlang_strength.duration import least_seconds
from wodlang_strength.hard_sets import hard_sets
from wodlang_strength.plates import Rack, rack_of

KG = [Decimal(one) for one in ("25", "20", "15", "10", "5", "2.5", "1.25")]
LB = [Decimal(one) for one in ("45", "35", "25", "10", "5", "2.5")]


@pytest.mark.parametrize(
    ("bar", "plates", "unit", "wanted", "nearest"),
    [
        pytest.param("20", KG, "kg", "100", "100", id="it can be made"),
        pytest.param("20", KG, "kg", "101", "100", id="below"),
        pytest.param("20", KG, "kg", "101.9", "102.5", id="above"),
        pytest.param("20", KG, "kg", "101.25", "100", id="half-way is lighter"),
        pytest.param("20", KG, "kg", "12", "20", id="lighter than the bar"),
        pytest.param("20", [Decimal(15), Decimal(10)], "kg", "60", "60", id="two of the smaller"),
        pytest.param("20", [Decimal(15), Decimal(10)], "kg", "58", "60", id="greedy would take 15"),
        pytest.param("45", LB, "lb", "187", "185", id="pounds"),
        pytest.param("20", [Decimal("0.0001")], "kg", "60", None, id="a plate of nothing"),
        pytest.param("20", [Decimal("0.001")], "kg", "600", None, id="too many sums to try"),
    ],
)
def test_nearest_weight(
    bar: str, plates: list[Decimal], unit: str, wanted: str, nearest: str | None
) -> None:
    found = Rack(Decimal(bar), plates, unit).nearest(Weight(Decimal(wanted), unit))
    assert found == (None if nearest is None else Decimal(nearest))


@pytest.mark.parametrize(
    ("bar", "plate", "is_known"),
    [("kg", "kg", True), ("lb", "lb", True), ("kg", "lb", False), (None, "kg", False)],
)
def test_a_rack_has_one_unit(bar: str | None, plate: str | None, is_known: bool) -> None:
    athlete = Athlete(bar=Weight(Decimal(20), bar), plates=(Weight(Decimal(10), plate),))
    assert (rack_of(athlete) is not None) == is_known


def asked(text: str, ask: object) -> list[object]:
    """What a function says of each week of a program, asked through a rule as any pack would."""
    from wodlang.plugin import Pack
    from wodlang.testing import findings

    answers: list[object] = []

    def check(week: Week, context: Context) -> list[Fault]:
        answers.append(ask(week, context))  # type: ignore[operator]
        return []

    rule = Rule(
        "XX101", "asks", Severity.INFO, Scope.WEEK, "asks", "", Evidence.OPINION, "", check, ()
    )  # type: ignore[arg-type]
    found = findings(text, packs=[Pack("asking", "XX", "1", "asks", (rule,))])
    assert not [one for one in found if one.name == "rule-crashed"], found
    return answers


@pytest.mark.parametrize(
    ("lines", "seconds"),
    [
        pytest.param("Squat 3x5", 45 + 120, id="a minute of rest where none is written"),
        pytest.param("Squat 3x5, rest 2-3min", 45 + 240, id="the shorter rest"),
        pytest.param("Squat 3x5, tempo 31X1", 75 + 120, id="tempo"),
        pytest.param("Lunge 2x10/side", 120 + 60, id="both sides"),
        pytest.param("Plank 2x45s", 90 + 60, id="seconds"),
        pytest.param("Squat 3-5x5", 45 + 120, id="optional sets"),
        pytest.param("A1. Squat 3x5\nA2. Pull-Up 3x5", 90, id="a superset"),
        pytest.param("Row 5km", 0, id="nobody knows how fast"),
        pytest.param("Squat", 0, id="nothing is written"),
        pytest.param("EMOM 10\nSquat 5\nPush-Up 5", 600, id="one clock for the block"),
        pytest.param("Squat 10x1, every 90s", 900, id="every"),
        pytest.param("Squat 3xAMRAP", 120, id="open sets"),
    ],
)
def test_least_minutes(lines: str, seconds: int) -> None:
    text = f"Monday: A\n{lines}\n"
    assert asked(text, lambda week, _: least_seconds(week.sessions[0])) == [seconds]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        pytest.param("Monday\n{}Tuesday\n{}", [("monday", "tuesday")], id="weekdays"),
        pytest.param("Monday\n{}Wednesday\n{}", [], id="a day between"),
        pytest.param("Sunday\n{}Monday\n{}", [("sunday", "monday")], id="over the week's end"),
        pytest.param("day 1\n{}day 2\n{}", [], id="numbered days"),
        pytest.param("Monday\n{}Tuesday: rest\nMonday\n{}", [], id="a day off"),
        pytest.param(
            "2026-02-28\n{}2026-03-01\n{}", [("2026-02-28", "2026-03-01")], id="over a month's end"
        ),
        pytest.param("week 1\nSunday\n{}week 3\nMonday\n{}", [], id="a week is left out"),
        pytest.param(
            "week 1\nSunday\n{}week 2\nMonday\n{}", [("sunday", "monday")], id="into the next week"
        ),
    ],
)
def test_days_in_a_row(text: str, pairs: list[tuple[str, str]]) -> None:
    said = asked(
        text.replace("{}", "  Squat 3x5\n"),
        lambda week, context: [
            (earlier.day, later.day)
            for earlier, later in pairs_of_days(week, context.outline.calendar)
        ],
    )
    assert [pair for week in said for pair in week] == pairs  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("lines", "sets"),
    [
        pytest.param("Bench Press 5x5", 5, id="nothing says that it is light"),
        pytest.param("Bench Press 5x5 @ 60%", 0, id="light"),
        pytest.param("Bench Press 3 @ 60%, 3 @ 70%, 3 @ 80%", 2, id="two of three"),
        pytest.param("warm-up\nBench Press 5x5", 0, id="a warm-up"),
        pytest.param("Overhead Press 4x5", 0, id="no secondary muscle of it"),
        pytest.param("3 rounds:\nBench Press 5 reps", 3, id="rounds"),
        pytest.param("Medicine Ball Chest Pass 5x5", 0, id="a throw"),
    ],
)
def test_hard_sets_of_the_chest(lines: str, sets: int) -> None:
    said = asked(f"Monday: A\n{lines}\n", lambda week, _: hard_sets(week, "chest"))
    assert said == [sets]
