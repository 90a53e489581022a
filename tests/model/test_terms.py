"""The terms that rules share: heavy, light, back-and-legs."""

from __future__ import annotations

import pytest

from wodlang.workbench import open_text

ATHLETE = "athlete\n  max Deadlift: 200 kg\n"
TM = ATHLETE + "  training max: 90%\n"


def only(text: str):
    return open_text(text).program.sessions[0].working[0]


@pytest.mark.parametrize(
    ("text", "heavy"),
    [
        pytest.param("Deadlift 3x5 @ 80%", True, id="80 %"),
        pytest.param("Deadlift 3x5 @ 79%", False, id="79 %"),
        pytest.param("Deadlift 3x3, 3x8 @ 60%", True, id="the hardest group decides"),
        pytest.param("Deadlift 5+ @ 70%", True, id="a plus set above 65 %"),
        pytest.param("Deadlift 5+ @ 65%", False, id="a plus set at 65 %"),
        pytest.param("Deadlift 8+ @ 70%", False, id="a plus set of more than six"),
        pytest.param("Deadlift 3x6 @ RPE 8", True, id="RPE 8"),
        pytest.param("Deadlift 3x8 @ RPE 9", False, id="RPE 9, many reps"),
        pytest.param("Deadlift 3x5 @ RPE 7", False, id="RPE 7"),
        pytest.param("Deadlift 3x5 @ RIR 2", True, id="RIR 2"),
        pytest.param("Deadlift 3x5 @ RIR 3", False, id="RIR 3"),
        pytest.param("Deadlift 3x10 @ heavy", True, id="the word"),
        pytest.param("Deadlift 1x6 @ 6RM", True, id="6RM"),
        pytest.param("Deadlift 1x8 @ 8RM", False, id="8RM"),
        pytest.param("Deadlift 3x5", True, id="few reps, no load"),
        pytest.param("Deadlift 3x5-8", False, id="upper bound above six"),
        pytest.param("Pull-Up 3x5", False, id="bodyweight work"),
        pytest.param("Leg Curl 3x5 @ 90%", False, id="isolation"),
        pytest.param(ATHLETE + "Deadlift 3x8 @ 160kg", True, id="kg through the max"),
        pytest.param(ATHLETE + "Deadlift 3x5 @ 150kg", False, id="kg below"),
        pytest.param(ATHLETE + "Deadlift 3x8 @ 360lb", True, id="lb through a max in kg"),
        pytest.param("Deadlift 3x5 @ 150kg", True, id="kg without a max: the reps"),
        pytest.param(TM + "Deadlift 3x5 @ 85%", False, id="of the training max"),
        pytest.param(TM + "Deadlift 3x5 @ 89%", True, id="80.1 % through the training max"),
        pytest.param(TM + "Deadlift 3x5 @ 85% 1RM", True, id="of the 1RM, as written"),
        pytest.param("week 4: deload\nMonday\nDeadlift 3x5 @ 85%", False, id="deload"),
    ],
)
def test_heavy(text: str, heavy: bool) -> None:
    assert only(text).is_heavy() is heavy


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("Deadlift 3x5 @ 65%", True),
        ("Deadlift 3x5 @ 66%", False),
        ("Deadlift 3x5 @ RPE 6", True),
        ("Deadlift 3x5 @ light", True),
        ("Deadlift 3x5 @ 60%, then 1x5 @ 70%", False),
        ("Deadlift 3x5", False),
    ],
)
def test_light(text: str, light: bool) -> None:
    assert only(text).is_light is light


BASE = "Deadlift 3x5\nPull-Up 3x8\nLeg Press 3x10\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(BASE, True, id="hinge, pull, legs"),
        pytest.param(BASE + "Bench Press 3x5\n", False, id="a press"),
        pytest.param(BASE + "Plank 3x60s\n" * 3, True, id="core is left out"),
        pytest.param(BASE + "Biceps Curl 3x10\n", True, id="three quarters"),
        pytest.param(BASE + "Biceps Curl 3x10\nHammer Curl 3x10\n", False, id="less"),
        pytest.param("Squat 3x5\nLeg Press 3x10\nLeg Curl 3x10\n", False, id="no pull"),
        pytest.param("Deadlift 3x5\nPull-Up 3x8\nBarbell Row 3x8\n", False, id="one leg lift"),
        pytest.param(
            "Deadlift 3x5\nPull-Up 3x8\nCalf Raise 3x15\n", False, id="calves do not count"
        ),
        pytest.param(
            BASE + "Front Squat + Push Press 3x(3+3)\n", False, id="a complex with a press"
        ),
        pytest.param(BASE + "Clean + Jerk 3x(1+1)\n", True, id="a jerk is no press"),
        pytest.param(BASE + "Thruster 3x8\n", False, id="a squat that ends in a press"),
        pytest.param("Deadlift 3x5\nPull-Up 3x8\n", False, id="two exercises"),
        pytest.param(
            "Monday\nfocus: back and legs\nDeadlift 3x5\nBench Press 3x5\n", True, id="focus"
        ),
        pytest.param("Monday\nfocus: pull\n" + BASE, False, id="another focus"),
    ],
)
def test_back_and_legs(text: str, expected: bool) -> None:
    assert open_text(text).program.sessions[0].is_back_and_legs is expected


def test_neighbouring_lines_of_one_exercise_are_one() -> None:
    working = (
        open_text("Deadlift 1x3 @ 90%\nDeadlift 3x5 @ 75%\nPull-Up 3x8\n")
        .program.sessions[0]
        .working
    )
    assert [(one.exercise.name, len(one.sets)) for one in working] == [
        ("Conventional Deadlift", 4),
        ("Pull-Up", 3),
    ]


def test_what_is_no_working_exercise() -> None:
    text = "warm-up\nSquat 2x5\nmain\nSquat 3x5, warm-up\nCouch Stretch 2x60s\nRun 5km\nDeadlift 3x5\ncool-down\nLeg Curl 3x10\n"
    working = open_text(text).program.sessions[0].working
    assert [one.exercise.name for one in working] == ["Conventional Deadlift"]


@pytest.mark.parametrize(
    ("injury", "lower_back"),
    [
        pytest.param("lower back", True, id="by its name"),
        pytest.param("Low-Back Pain", True, id="with its complaint"),
        pytest.param("chronic back pain", True, id="the back as a whole"),
        pytest.param("L5/S1", True, id="the vertebrae"),
        pytest.param("disc herniation L4-L5", True, id="a disc and its place"),
        pytest.param("herniated disc", True, id="a disc"),
        pytest.param("sciatica", True, id="the nerve"),
        pytest.param("lower back strain (past)", False, id="a past one"),
        pytest.param("no back pain", False, id="none"),
        pytest.param("upper back", False, id="the upper back"),
        pytest.param("cervical disc herniation", False, id="a disc of the neck"),
        pytest.param("back of the knee", False, id="another back"),
        pytest.param("shoulder", False, id="another part"),
    ],
)
def test_injuries_of_the_lower_back(injury: str, lower_back: bool) -> None:
    program = open_text(f"athlete\n  injuries: knee, {injury}\nDeadlift 3x5").program
    assert (program.athlete.lower_back_injury is not None) == lower_back
