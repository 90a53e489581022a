"""What a fix would bring is known before it is offered, however far the rules of a pack look."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from wodlang.consequences import Consequences
from wodlang.lint.excerpts import Excerpts, Reach
from wodlang.lint.rule import Proposal
from wodlang.lint.settings import Settings
from wodlang.text.finding import Edit, Finding, Severity
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


DIARY = "".join(
    f"2026-{month:02}-{day:02}: Pull\n  Deadlift 3x5 @ 85%\n  Barbell Row 3x8\n"
    for month in (1, 2, 3)
    for day in (5, 7, 9, 12, 14, 16, 19, 21, 23)
)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(DIARY, ["2026-02-05", "2026-02-07", "2026-02-09", "2026-02-12",
                             "2026-02-14", "2026-02-16", "2026-02-19", "2026-02-21"], id="dates: the calendar's weeks"),
        pytest.param("".join(f"{day}: {number}\n  Row 3x8\n" for number in range(9)
                             for day in ("Monday", "Friday")),
                     [f"{day}: {number}" for number in (3, 4, 5) for day in ("Monday", "Friday")],
                     id="weekdays that begin again"),
        pytest.param("".join(f"day {day}: {number}\n  Row 3x8\n" for number in range(9)
                             for day in (1, 2)),
                     [f"day {day}: {number}" for number in (3, 4, 5) for day in (1, 2)],
                     id="numbered days"),
    ],
)  # fmt: skip
def test_a_diary_without_weeks_is_no_single_week(text: str, kept: list[str]) -> None:
    opened = open_text(text)
    excerpts = Excerpts(opened.source, opened.document, opened.program)
    at = text.index("Row", text.index(kept[len(kept) // 2]))
    near = excerpts.around((Edit(Span(at, at + 1), "x"),), Reach.WEEKS)
    heads = [line for line in near.text.splitlines() if line[0] != " "]
    assert [head.removesuffix(": Pull") for head in heads] == kept


def test_a_long_text_is_not_read_as_a_whole_at_every_fix(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[tuple[Reach, int]] = []

    def check(text: str, reach: Reach) -> list[Finding]:
        read.append((reach, text.count("\n")))
        return []

    opened = open_text(DIARY)
    lines = opened.source.line_count
    monkeypatch.setattr("wodlang.consequences.FARTHEST", 2 * lines)
    judge = Consequences(
        opened.source, opened.document, opened.program, {"WI101": Reach.PROGRAM}, check
    )
    fault = Finding("WI102", "x", "wide", Severity.WARNING, "x", Span(0, 1))
    for match in list(re.finditer("Row", DIARY))[:4]:
        judge.may_offer(fault, Proposal("x", (Edit(Span(*match.span()), "Curl"),)))
    whole = [size for reach, size in read if reach is Reach.PROGRAM]
    assert max(whole) == lines - 1
    assert len([size for size in whole if size == lines - 1]) == 4, "before and after two fixes"
    assert len([size for size in whole if size < lines - 1]) >= 2
