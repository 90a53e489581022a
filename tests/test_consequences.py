"""What a fix would bring is known before it is offered, however far the rules of a pack look."""

from __future__ import annotations

from pathlib import Path

import pytest

from wodlang.lint.excerpts import Excerpts, Reach
from wodlang.lint.settings import Settings
from wodlang.text.finding import Edit
from wodlang.text.span import Span
from wodlang.workbench import check_text, open_text

PACK = """
[pack]
name = "wide"
prefix = "WI"
version = "1.0.0"
description = "rules that look beyond a session"

[[rule]]
code = "WI101"
name = "jump-in-load"
when = "load > last-time.load + 5%"
message = "{exercise} jumps to {load}"
fix = { set-load = "80%" }

[[rule]]
code = "WI102"
name = "too-many-chest-sets"
for-each = "muscle"
when = "muscle = chest and sets > 12"
message = "{sets} sets"

[[rule]]
code = "WI103"
name = "few-sets-of-a-press"
when = "sets < 4 and pattern = horizontal-push"
message = "few sets"
fix = { set-sets = "6" }

[[rule]]
code = "WI104"
name = "light-after-heavy"
when = "load < last-time.load - 20%"
message = "light"

[[rule]]
code = "WI105"
name = "too-many-bench-sessions"
for-each = "program"
when = "count(exercises where exercise = 'Dumbbell Bench Press') > 1"
message = "again"

[[rule]]
code = "WI106"
name = "bench-by-machine"
when = "exercise = 'Machine Chest Press'"
message = "a machine"
fix = { replace-exercise = "Dumbbell Bench Press" }
"""
CASES = [
    pytest.param(
        "Monday: A\n  Squat 3x5 @ 76%\nThursday: B\n  Squat 3x5 @ 90%\n", "WI101", True,
        id="its finding rests upon an earlier session",
    ),
    pytest.param(
        "Monday: A\n  Squat 3x5 @ 60%\nThursday: B\n  Squat 3x5 @ 90%\n", "WI101", False,
        id="a jump all the same",
    ),
    pytest.param(
        "week 1\nMonday: A\n  Squat 3x5 @ 85%\nweek 9\nMonday: B\n  Squat 3x5 @ 101%\n"
        "week 20\nMonday: C\n  Squat 3x5 @ 60%\n", "WI101", True, id="weeks lie between",
    ),
    pytest.param("Monday: A\n  Bench Press 3x5\n", "WI103", True, id="few sets in the week"),
    pytest.param(
        "Monday: A\n  Bench Press 3x5\nThursday: B\n  Bench Press 8x5\n", "WI103", False,
        id="too many with those of another day",
    ),
    pytest.param(
        "week 1\nMonday: A\n  Bench Press 3x5\nweek 2\nThursday: B\n  Bench Press 8x5\n", "WI103",
        True, id="another week's sets do not count",
    ),
    pytest.param(
        "session Push\n  Bench Press 3x5\nweek 1\nMonday: Push\nweek 5\nMonday: Push\n"
        "Thursday: B\n  Bench Press 8x5\n", "WI103", False, id="in a week that repeats the session",
    ),
    pytest.param("Monday: A\n  Machine Chest Press 4x5\n", "WI106", True, id="the first"),
    pytest.param(
        "week 1\nMonday: A\n  Dumbbell Bench Press 4x5\nweek 8\nMonday: B\n"
        "  Machine Chest Press 4x5\n", "WI106", False, id="once more in the program",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "offered"), CASES)
def test_what_rules_find_elsewhere_decides(
    tmp_path: Path, text: str, code: str, offered: bool
) -> None:
    file = tmp_path / "wide.toml"
    file.write_text(PACK)
    found = check_text(text, settings=Settings(packs=(str(file),), select=("WI",))).findings
    [finding] = [one for one in found if one.code == code]
    assert bool(finding.fixes) is offered


PROGRAM = """\
athlete
  injuries: lower back
session Push
  Bench Press 3x5
week 1
  Monday: A
    Squat 3x5
  Tuesday: Push
week 2
  Monday: B
    Deadlift 3x5
week 3
  Monday: C
    Row 3x5
week 4
  Monday: D
    Curl 3x5
"""
ALL = {"Squat", "Deadlift", "Row", "Curl", "Bench"}


@pytest.mark.parametrize(
    ("at", "reach", "kept"),
    [
        pytest.param("Curl", Reach.SESSIONS, {"Curl"}, id="its session"),
        pytest.param("Curl", Reach.WEEKS, {"Curl", "Row", "Bench"}, id="weeks beside, definitions"),
        pytest.param("Curl", Reach.PROGRAM, ALL, id="all"),
        pytest.param("Monday: D", Reach.SESSIONS, {"Curl", "Row", "Bench"}, id="a header"),
        pytest.param("Bench", Reach.SESSIONS, {"Bench"}, id="a definition"),
        pytest.param("Bench", Reach.WEEKS, ALL, id="all weeks that repeat it"),
        pytest.param("injuries", Reach.SESSIONS, ALL, id="what concerns all sessions"),
    ],
)
def test_as_much_is_read_as_the_rules_look_at(at: str, reach: Reach, kept: set[str]) -> None:
    opened = open_text(PROGRAM)
    excerpts = Excerpts(opened.source, opened.document, opened.program)
    place = Span(PROGRAM.index(at), PROGRAM.index(at) + 1)
    excerpt = excerpts.around((Edit(place, "x"),), reach)
    assert {word for word in ALL if word in excerpt.text} == kept
    moved = excerpt.moved(Edit(place, "x")).span
    assert excerpt.text[moved.start :].startswith(at)


def test_weeks_far_away_go_with_their_headers_and_what_is_no_session_stays() -> None:
    text = PROGRAM + "\nexercise My Lift\n  like: Deadlift\nweek 5\n  Bench Press 3x5\nweek 6\n"
    opened = open_text(text)
    excerpts = Excerpts(opened.source, opened.document, opened.program)
    at = text.index("Squat")
    near = excerpts.around((Edit(Span(at, at + 1), "x"),), Reach.SESSIONS)
    assert [line.strip() for line in near.text.splitlines() if line.strip()] == [
        "athlete", "injuries: lower back", "week 1", "Monday: A", "Squat 3x5", "week 2",
        "exercise My Lift", "like: Deadlift", "week 5", "Bench Press 3x5",
    ]  # fmt: skip
    assert near.moved(Edit(Span(at, at + 1), "x")).span.start == near.text.index("Squat")
