"""A program as data and as people look at it, on programs built by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from wodlang.model.athlete import Athlete, Injury, Weight
from wodlang.model.entry import Entry, Place
from wodlang.model.exercise import Exercise, Pattern, Support
from wodlang.model.program import Program, Session, Week
from wodlang.model.workset import WorkSet
from wodlang.report import program_json, program_table
from wodlang.report.look import Look
from wodlang.report.schema import schema_text
from wodlang.syntax.line_nodes import Load, LoadUnit, Measure, Progression
from wodlang.syntax.nodes import TimedBlock
from wodlang.text.span import Span

NOWHERE = Place(Span(0, 0), Span(0, 0), 0)
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text("program")))


def known(name: str, pattern: Pattern, primary: str, secondary: str, axial: int) -> Exercise:
    return Exercise(
        name, pattern, tuple(primary.split()), tuple(secondary.split()), True, "barbell", "both",
        Support.FREE, axial, 0, 0, 0,
    )  # fmt: skip


RDL = known("Romanian Deadlift", Pattern.HINGE, "hamstrings glutes", "forearms", 2)
CURL = known("Biceps Curl", Pattern.ELBOW_FLEXION, "biceps", "forearms", 0)


def load(unit: LoadUnit | None, low: str, high: str | None = None, **more: Any) -> Load:
    return Load(unit, Decimal(low), Decimal(high or low), **more)


def reps(low: int | None, high: int | None, **more: Any) -> WorkSet:
    return WorkSet(Measure.REPS, low, high, **more)


PERCENT = load(LoadUnit.PERCENT, "70", "75")
FULL_ENTRY = Entry(
    13, "RDL", NOWHERE, RDL, (reps(8, 10, load=PERCENT),) * 3,
    label="A1", section="main", rest=(120, 180), tempo="31X1", pause=2, every=Decimal("90.0"),
    height=load(None, "24", written="24in"), modifiers=("straps",), alternatives=("Good Morning",),
    cues=("slow down",), notes=("no bounce",),
    progression=Progression(Decimal("2.50"), "kg", "week"),
    block=TimedBlock("superset", rounds=3, slot="odd"),
)  # fmt: skip
BARE_ENTRY = Entry(15, "Mystery Lift", NOWHERE, None)


def program(*sessions: Session, **more: Any) -> Program:
    weeks = more.pop("weeks", (Week(None, sessions),))
    base: dict[str, Any] = {
        "path": "a.wod", "name": None, "units": None, "goal": None, "athlete": Athlete(),
        "weeks": weeks,
    }  # fmt: skip
    return Program(**(base | more))


def session(*entries: Entry, **more: Any) -> Session:
    return Session(12, None, entries, **more)


def data_of(shown: Program) -> Any:
    data = json.loads(program_json.render(shown))
    VALIDATOR.validate(data)
    return data


def test_the_whole_object_has_the_documented_shape() -> None:
    athlete = Athlete(
        bodyweight=Weight(Decimal("82.0"), "kg"),
        injuries=(Injury("lower back"), Injury("knee", "past")),
        maxes=(("Conventional Deadlift", Weight(Decimal("182.5"), "kg")),),
        training_max=Decimal(90),
    )
    day = session(FULL_ENTRY, week=1, day="monday", name="Heavy Pull")
    set_data = {"reps": [8, 10], "load": {"unit": "%", "range": [70, 75]}}
    assert data_of(program(day, name="Power", units="kg", athlete=athlete)) == {
        "version": 1, "path": "a.wod", "program": "Power", "units": "kg",
        "athlete": {
            "bodyweight": [82, "kg"], "injuries": ["lower back", "knee (past)"],
            "maxes": {"Conventional Deadlift": [182.5, "kg"]}, "training_max": 90,
        },
        "sessions": [
            {
                "week": 1, "day": "monday", "name": "Heavy Pull", "line": 12,
                "exercises": [
                    {
                        "line": 13, "name": "RDL", "exercise": "Romanian Deadlift", "parts": [],
                        "label": "A1", "section": "main", "working": True, "sets": [set_data] * 3,
                        "rest": [120, 180], "tempo": "31X1", "pause": 2, "every": 90,
                        "height": {"unit": None, "range": [24, 24], "written": "24in"},
                        "modifiers": ["straps"], "alternatives": ["Good Morning"],
                        "cues": ["slow down"], "notes": ["no bounce"],
                        "progression": {"by": 2.5, "unit": "kg", "every": "week"},
                        "block": {"kind": "superset", "rounds": 3, "slot": "odd"},
                    }
                ],
            }
        ],
    }  # fmt: skip


def test_what_is_not_written_is_null_or_an_empty_list() -> None:
    data = data_of(program(session(BARE_ENTRY)))
    assert data["athlete"] == {
        "bodyweight": None, "injuries": [], "maxes": {}, "training_max": None,
    }  # fmt: skip
    (shown,) = data["sessions"]
    assert (shown["week"], shown["day"], shown["name"]) == (None, None, None)
    (exercise,) = shown["exercises"]
    lists = {key for key, value in exercise.items() if value == []}
    assert lists == {"parts", "sets", "modifiers", "alternatives", "cues", "notes"}
    nulls = {key for key, value in exercise.items() if value is None}
    assert nulls == {
        "exercise", "label", "section", "rest", "tempo", "pause", "every", "height",
        "progression", "block",
    }  # fmt: skip


KG = LoadUnit.KG
SETS = [
    pytest.param(WorkSet(None, None, None), {}, "1 set", "", id="a set alone"),
    pytest.param(reps(5, 5), {"reps": [5, 5]}, "1x5", "", id="reps"),
    pytest.param(reps(5, None, amrap=True), {"reps": [5, None], "amrap": True}, "1x5+", "", id="plus"),
    pytest.param(reps(0, None, amrap=True), {"reps": [0, None], "amrap": True}, "1xmax", "", id="max"),
    pytest.param(
        reps(0, None, to_failure=True), {"reps": [0, None], "to_failure": True}, "1 set to failure", "",
        id="failure",
    ),
    pytest.param(
        reps(3, 3, cluster=(2, 1)), {"reps": [3, 3], "cluster": [2, 1]}, "1x(2+1)", "", id="cluster"
    ),
    pytest.param(
        WorkSet(Measure.SECONDS, 20, 20, per_side=True), {"seconds": [20, 20], "per_side": True},
        "20 s a side", "", id="seconds a side",
    ),
    pytest.param(WorkSet(Measure.SECONDS, 1200, 1200), {"seconds": [1200, 1200]}, "20 min", "", id="minutes"),
    pytest.param(WorkSet(Measure.SECONDS, 135, 135), {"seconds": [135, 135]}, "2:15 min", "", id="both"),
    pytest.param(WorkSet(Measure.METRES, 400, 400), {"metres": [400, 400]}, "400 m", "", id="metres"),
    pytest.param(WorkSet(Measure.CALORIES, 12, 15), {"calories": [12, 15]}, "12-15 cal", "", id="cal"),
    pytest.param(
        reps(5, 5, load=load(KG, "10", added=True)),
        {"reps": [5, 5], "load": {"unit": "kg", "range": [10, 10], "added": True}}, "1x5", "+10 kg",
        id="added",
    ),
    pytest.param(
        reps(5, 5, load=load(KG, "-15", added=True)),
        {"reps": [5, 5], "load": {"unit": "kg", "range": [-15, -15], "added": True}}, "1x5", "-15 kg",
        id="assistance",
    ),
    pytest.param(
        reps(5, 5, load=load(KG, "24", count=2)),
        {"reps": [5, 5], "load": {"unit": "kg", "range": [24, 24], "count": 2}}, "1x5", "2 x 24 kg",
        id="pair",
    ),
    pytest.param(
        reps(1, 1, load=load(LoadUnit.PERCENT, "80", "85", of="Clean")),
        {"reps": [1, 1], "load": {"unit": "%", "range": [80, 85], "of": "Clean"}},
        "1x1", "80-85% of Clean", id="of",
    ),
    pytest.param(
        reps(9, 9, load=load(KG, "43", alternative=(Decimal(30), Decimal(30)))),
        {"reps": [9, 9], "load": {"unit": "kg", "range": [43, 43], "or": [30, 30]}},
        "1x9", "43/30 kg", id="or",
    ),
    pytest.param(
        reps(6, 6, load=load(KG, "90", also=load(LoadUnit.RPE, "8"))),
        {"reps": [6, 6], "load": {"unit": "kg", "range": [90, 90],
                                  "and": {"unit": "rpe", "range": [8, 8]}}},
        "1x6", "90 kg, RPE 8", id="and",
    ),
    pytest.param(
        reps(5, 5, load=load(KG, "16", written="1 pood")),
        {"reps": [5, 5], "load": {"unit": "kg", "range": [16, 16], "written": "1 pood"}},
        "1x5", "16 kg (1 pood)", id="written",
    ),
    pytest.param(
        reps(3, 3, load=Load(LoadUnit.WORD, word="heavy")),
        {"reps": [3, 3], "load": {"unit": "word", "range": "heavy"}}, "1x3", "heavy", id="word",
    ),
    pytest.param(
        reps(5, 5, load=load(LoadUnit.BODYWEIGHT, "1")),
        {"reps": [5, 5], "load": {"unit": "bw", "range": [1, 1]}}, "1x5", "BW", id="body weight",
    ),
    pytest.param(
        reps(5, 5, load=load(None, "72.50")),
        {"reps": [5, 5], "load": {"unit": None, "range": [72.5, 72.5]}}, "1x5", "72.5", id="no unit",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "data", "sets", "weight"), SETS)
def test_a_set_has_only_what_applies_to_it(
    one: WorkSet, data: dict[str, Any], sets: str, weight: str
) -> None:
    shown = program(session(Entry(1, "x", NOWHERE, RDL, (one,))))
    assert data_of(shown)["sessions"][0]["exercises"][0]["sets"] == [data]
    row = next(row for row in program_table.render(shown).splitlines() if "Romanian" in row)
    cells = [cell for cell in row.strip().split("  ") if cell]
    assert cells[1].strip() == sets
    assert not weight or cells[2].strip() == weight


def test_a_schema_with_an_extra_key_or_two_measures_is_refused() -> None:
    data = data_of(program(session(FULL_ENTRY)))
    exercise = data["sessions"][0]["exercises"][0]
    exercise["sets"][0]["metres"] = [5, 5]
    assert not VALIDATOR.is_valid(data)
    del exercise["sets"][0]["metres"]
    assert VALIDATOR.is_valid(data)
    exercise["focus"] = "x"
    assert not VALIDATOR.is_valid(data)


def four_days() -> Program:
    optional = reps(3, 3, optional=True)
    ramp = tuple(
        reps(low, low, load=load(LoadUnit.PERCENT, percent), amrap=False)
        for low, percent in ((5, "65"), (3, "75"), (1, "85"))
    )
    lists = tuple(reps(number, number) for number in (21, 15, 9))
    curls = Entry(20, "Curl", NOWHERE, CURL, lists, section="finisher", label="1")
    warm = Entry(12, "Curl", NOWHERE, CURL, (reps(20, 20),), section="warm-up")
    pull = Entry(18, "RDL", NOWHERE, RDL, ramp, section="main")
    sums = Entry(19, "RDL", NOWHERE, RDL, (reps(3, 3),) * 3 + (optional,), section="main")
    monday = session(warm, FULL_ENTRY, pull, sums, curls, day="monday", name="Heavy Pull", week=1)
    rest = session(day="sunday", name="rest", is_rest=True, week=1)
    light = session(curls, BARE_ENTRY, day="day 1", notes="keep it easy", duration=3600, week=2)
    athlete = Athlete(
        bodyweight=Weight(Decimal(82), "kg"), level="intermediate", injuries=(Injury("knee"),)
    )
    weeks = (Week(1, (monday, rest), "Base"), Week(2, (light,), "deload", deload=True))
    return program(weeks=weeks, name="Power", goal="strength", athlete=athlete)


@pytest.mark.parametrize("width", [100, 60])
def test_table_looks_as_in_its_snapshot(
    width: int, matches_snapshot: Callable[[str, str], None]
) -> None:
    shown = program_table.render(four_days(), Look(width))
    matches_snapshot(f"program-{width}-wide", shown)
    assert all(len(row) <= width for row in shown.splitlines())
    words = ("31X1", "24in", "Morning", "bounce)", "(unknown)", "> slow", "keep it easy")
    assert [word for word in words if word not in shown] == []


def test_a_single_week_shows_a_bar_a_muscle(
    matches_snapshot: Callable[[str, str], None],
) -> None:
    entry = Entry(1, "RDL", NOWHERE, RDL, (reps(5, 5, load=load(KG, "100")),) * 5)
    shown = program_table.render(program(session(entry)))
    matches_snapshot("program-one-session", shown)


@pytest.mark.parametrize(("units", "moved"), [("lb", "500 lb"), ("kg", "227 kg"), (None, "227 kg")])
def test_tonnage_is_in_the_units_of_the_file(units: str | None, moved: str) -> None:
    entry = Entry(1, "RDL", NOWHERE, RDL, (reps(5, 5, load=load(LoadUnit.LB, "100")),))
    assert f"tonnage {moved}" in program_table.render(program(session(entry), units=units))


def test_more_sets_than_a_bar_has_room_for_keep_their_muscle_and_number() -> None:
    entry = Entry(1, "RDL", NOWHERE, RDL, (reps(5, 5),) * 200)
    rows = [
        row
        for row in program_table.render(program(session(entry)), Look(60)).splitlines()
        if "■" in row
    ]
    assert rows
    assert all(re.match(r"\s+[a-z ]+\d+  ■", row) and len(row) <= 60 for row in rows)


def test_days_off_are_no_sessions_and_an_empty_program_says_so() -> None:
    data = data_of(four_days())
    assert [one["day"] for one in data["sessions"]] == ["monday", "day 1"]
    assert "No sessions." in program_table.render(program())


def test_json_of_a_program_is_the_same_bytes_every_run() -> None:
    assert program_json.render(four_days()) == program_json.render(four_days())


def test_a_block_is_headed_once_and_its_turns_are_details() -> None:
    def turn(slot: str) -> Entry:
        block = TimedBlock("emom", seconds=600, slot=slot)
        return Entry(1, "x", NOWHERE, RDL, (reps(5, 5),), block=block)

    shown = program_table.render(program(session(turn("odd"), turn("even"))))
    assert [row.strip() for row in shown.splitlines()].count("EMOM, 10 min") == 1
    assert [row.split()[-1] for row in shown.splitlines() if "Romanian" in row] == ["odd", "even"]
