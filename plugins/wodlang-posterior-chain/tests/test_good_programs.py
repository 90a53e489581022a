"""What a good coach writes must be left alone."""

from __future__ import annotations

import pytest

from wodlang.testing import findings

ARTICLE_SESSION = """\
session Posterior Chain
  Trap Bar Deadlift 3x3-5 @ 85%, rest 3min
  Weighted Pull-Up 4x6 @ +10kg
  Front Squat 3x6-8 @ 75%
  Chest-Supported T-Bar Row 3x8-10, straps
  Glute-Ham Raise 3x12-15
"""
REST = (
    "  Pull-Up 3x8\n  Front Squat 3x6 @ 75%\n  Chest-Supported Row 3x10, straps\n  Leg Curl 3x12\n"
)
GOOD = {
    "stronglifts": """\
units: kg
Monday: A
  Squat 5x5 @ 80kg
  Bench Press 5x5 @ 60kg
  Barbell Row 5x5 @ 50kg
Wednesday: B
  Squat 5x5 @ 82.5kg
  Overhead Press 5x5 @ 40kg
  Deadlift 1x5 @ 100kg
Friday: A
""",
    "starting strength, first weeks": """\
Monday: A
  Squat 3x5
  Press 3x5
  Deadlift 1x5
Wednesday: B
  Squat 3x5
  Bench Press 3x5
  Power Clean 5x3
Friday: C
  Squat 3x5
  Press 3x5
  Deadlift 1x5
""",
    "starting strength, later": """\
Monday: A
  Squat 3x5
  Bench Press 3x5
  Chin-Up 3xmax
Wednesday: B
  Squat 2x5 @ 70%
  Press 3x5
  Deadlift 1x5
Friday: C
  Squat 3x5
  Bench Press 3x5
  Back Extension 5x10
""",
    "a meet day": """\
2026-11-28: Meet
  Squat 1x1 @ 91%, 1x1 @ 96%, 1x1 @ 100%
  Bench Press 1x1 @ 91%, 1x1 @ 96%, 1x1 @ 100%
  Deadlift 1x1 @ 91%, 1x1 @ 96%, 1x1 @ 100%
""",
    "an Olympic day with squats at the end": """\
Monday: Lifts
  Snatch 5x2 @ 80%
  Clean and Jerk 5x1 @ 85%
  Clean Pull 3x3 @ 100%
  Back Squat 5x3 @ 85%
""",
    "a power clean before 5/3/1 deadlifts": """\
Monday: Pull
  Power Clean 5x3 @ 70%
  Deadlift 5 @ 75%, 3 @ 85%, 1+ @ 95%
"""
    + REST,
    "planks before the deadlift": "Monday: Pull\n  Plank 3x45s\n  Deadlift 3x5 @ 85%\n" + REST,
    "box jumps before the deadlift": "Monday: Pull\n  Box Jump 5x3\n  Deadlift 3x5 @ 85%\n" + REST,
    "a band before the deadlift": (
        "Monday: Pull\n  Banded Glute Bridge 2x15\n  Deadlift 3x5 @ 85%\n" + REST
    ),
    "air squats before the deadlift": (
        "Monday: Pull\n  Air Squat 2x10\n  Deadlift 3x5 @ 85%\n" + REST
    ),
    "a lower-body day without pulls": """\
Tuesday: Lower
  Back Squat 4x6 @ 80%
  Romanian Deadlift 3x8
  Leg Press 3x12
  Seated Leg Curl 3x12
  Standing Calf Raise 4x12
""",
    "a deload week": """\
week 1
Monday: Pull
  Deadlift 3x5 @ 85%
  Pull-Up 3x8
  Front Squat 3x6 @ 75%
  Chest-Supported Row 3x10, straps
  Leg Curl 3x12
week 2: deload
Monday: Pull
  Deadlift 2x8
  Pull-Up 2x6
  Back Squat 2x5
  Barbell Row 2x8
  Leg Curl 2x12
""",
    "top single plus back-off sets": (
        "Monday: Pull\n  Deadlift 1x1 @ 92%, then 3x6 @ 75%\n" + REST
    ),
    "back-off sets on a line of their own": (
        "Monday: Pull\n  Deadlift 1x1 @ 92%\n  Deadlift 3x6 @ 75%\n" + REST
    ),
    "5/3/1 lower body": """\
Tuesday: Squat
  Squat 5 @ 65%, 5 @ 75%, 5+ @ 85%
  Deadlift 5x10 @ 50%
  Hanging Leg Raise 5x10
""",
    "push, pull, legs": """\
Monday: Push
  Bench Press 4x6
  Overhead Press 3x8
  Triceps Pushdown 3x12
Tuesday: Pull
  Barbell Row 4x6
  Pull-Up 4x8
  Face Pull 3x15
  Barbell Curl 3x10
Wednesday: Legs
  Back Squat 4x6
  Romanian Deadlift 3x8
  Leg Press 3x10
  Standing Calf Raise 4x12
""",
}


@pytest.mark.parametrize("text", GOOD.values(), ids=GOOD.keys())
def test_nothing_is_found_under_the_default(text: str) -> None:
    assert said_of(text) == []


@pytest.mark.parametrize("profile", ["base", "strict"])
def test_the_articles_own_session_is_clean(profile: str) -> None:
    assert said_of(ARTICLE_SESSION, profile) == []


def test_the_articles_session_is_not_clean_because_nothing_runs() -> None:
    rowed = ARTICLE_SESSION.replace("Chest-Supported T-Bar Row 3x8-10, straps", "Barbell Row 3x8")
    assert [line.split()[0] for line in said_of(rowed, "strict")] == ["PC302"]


def test_bad_back_treats_everybody_as_injured() -> None:
    codes = {line.split()[0] for line in said_of(ARTICLE_SESSION, "bad-back")}
    assert "PC401" in codes


def said_of(text: str, profile: str | None = None) -> list[str]:
    profiles = () if profile is None else (f"posterior-chain/{profile}",)
    return [
        f"{one.code} {one.message}"
        for one in findings(text, profiles=profiles)
        if one.pack == "posterior-chain"
    ]
