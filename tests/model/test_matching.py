"""What typed exercise names mean: the same lift however it is spelled, and never another one."""

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wodlang.model.catalogue import Catalogue, load_catalogue
from wodlang.model.catalogue.names import words
from wodlang.model.exercise import Exercise

SPELLINGS = {
    "Conventional Deadlift": [
        "deadlift", "Deadlifts", "DEADLIFT", "dead lift", "dead-lifts", "deads", "DL", "BB deadlift",
        "deadlift, conventional", "conventional deadlift (barbell)", "Deadlift – barbell",
        "  conventional   dead-lift ", "the deadlift",
    ],
    "Sumo Deadlift": ["sumo", "sumo deadlift", "deadlift, sumo", "barbell sumo deadlift", "Sumo DL"],
    "Romanian Deadlift": ["RDL", "rdls", "BB RDL", "romanian dead lift", "Deadlift (Romanian)"],
    "Dumbbell Romanian Deadlift": ["DB RDL", "dumbbell RDLs", "RDL (dumbbell)", "RDL – dumbbells"],
    "Single-Leg Romanian Deadlift": [
        "SL RDL", "single leg rdl", "1-leg RDL", "one leg romanian deadlift", "RDL, single-leg",
        "one-legged RDL",
    ],
    "Stiff-Leg Deadlift": ["SLDL", "stiff-legged deadlift", "Stiff Leg Deadlifts", "stiff leg DL"],
    "Trap Bar Deadlift": ["hex bar deadlift", "trap-bar DL", "Trapbar Deadlift", "hexbar deadlift"],
    "Block Pull": ["Deadlift from Boxes", "deadlifts off boxes", "deadlift from blocks"],
    "Good Morning": [
        "good mornings", "goodmornings", "good-morning", "barbell good morning",
        "Arched-Back Good Morning",
    ],
    "Back Squat": ["squat", "squats", "Squats", "back squats", "BB back squat", "squat, back", "BS"],
    "Front Squat": ["front squats", "frontsquat", "Squat (front)", "FS", "barbell front squat"],
    "Overhead Squat": ["OHS", "ohs", "OH squat", "overhead squats"],
    "Pause Squat": ["paused squat", "pause squats", "squat with a pause", "squat w/ pause"],
    "Goblet Squat": ["goblet squats", "DB goblet squat", "dumbbell goblet squat"],
    "Leg Press": ["leg presses", "legpress", "leg-press", "leg press machine", "machine leg press"],
    "Bulgarian Split Squat": ["BSS", "bulgarian split squats", "DB BSS", "split squat, bulgarian"],
    "Lunge": ["lunges", "LUNGES"],
    "Walking Lunge": ["walking lunges", "lunge, walking", "lunges (walking)"],
    "Step-Up": ["step up", "step ups", "stepup", "step-ups", "stepups"],
    "Bench Press": [
        "bench", "Bench", "benchpress", "bench-press", "bench presses", "barbell bench press",
        "BB bench", "press, bench", "Bench Press (barbell)", "BP",
    ],
    "Dumbbell Bench Press": ["DB bench press", "db bench", "bench press (dumbbell)", "DB BP"],
    "Incline Dumbbell Bench Press": ["inc DB bench press", "incline db press", "DB press, incline"],
    "Close-Grip Bench Press": ["CGBP", "close grip bench", "CG bench press", "bench, close-grip"],
    "Overhead Press": ["OHP", "press", "military press", "Presses", "barbell OHP", "BB press"],
    "Dumbbell Shoulder Press": ["DB shoulder press", "dumbbell OHP", "shoulder press – dumbbell"],
    "Push Press": ["push presses", "pushpress", "barbell push press"],
    "Push-Up": ["push up", "push-ups", "pushups", "Push Ups", "press-ups", "BW push-ups", "pressups"],
    "Dip": ["dips", "bar dips", "bodyweight dips", "body weight dip"],
    "Pull-Up": [
        "pullup", "pull ups", "pull-ups", "PULL-UPS", "BW pull up", "bodyweight pullups",
        "pull‑up", "pull – up",
    ],
    "Weighted Pull-Up": ["weighted pullups", "wtd pull-up", "WPU", "pull-ups, weighted"],
    "Chin-Up": ["chins", "chin ups", "chinup", "Chin-Ups"],
    "Muscle-Up": ["muscle ups", "muscleup"],
    "Cable Woodchop": ["woodchop", "wood chops", "cable wood chop", "woodchoppers"],
    "Lat Pulldown": ["pulldown", "lat pull-down", "lat pull downs", "cable lat pulldown"],
    "Barbell Row": ["row", "rows", "BB Row", "bb rows", "bent-over barbell row", "row (barbell)"],
    "Single-Arm Dumbbell Row": [
        "SA DB row", "1-arm DB row", "one arm dumbbell row", "one-arm DB rows", "1 arm row",
        "DB row, single-arm", "1arm db row", "one-armed dumbbell row", "left-arm DB row",
    ],
    "T-Bar Row": ["t bar row", "tbar row", "T-bar rows", "T. Bar Row"],
    "Chest-Supported T-Bar Row": ["chest supported t-bar row", "t-bar row, chest-supported"],
    "Chest-Supported Row": ["row, chest-supported", "chest supported rows"],
    "Seated Cable Row": ["cable row", "seated rows", "seated cable rows", "cable row, seated"],
    "Glute-Ham Raise": ["GHR", "glute ham raises", "glute-ham raise"],
    "Nordic Curl": ["nordics", "nordic curls", "nordic hamstring curl"],
    "Leg Extension": ["leg ext", "leg extensions", "leg extension machine", "machine leg extension"],
    "Leg Curl": ["leg curls", "legcurl", "ham curls"],
    "Hip Thrust": ["hip thrusts", "barbell hip thrust", "BB hip thrust", "hipthrust"],
    "Back Extension": ["hyperextension", "back extensions", "hypers", "back ext"],
    "Kettlebell Swing": ["KB swing", "swings", "KBS", "kb swings", "swing (KB)", "russian KB swing"],
    "Biceps Curl": ["curl", "curls", "bicep curl", "biceps curls", "DB curls"],
    "Barbell Curl": ["BB curl", "curl – barbell", "barbell curls"],
    "Hammer Curl": ["hammer curls", "DB hammer curl"],
    "Skull Crusher": ["skullcrushers", "skull-crushers", "skull crushers"],
    "Triceps Pushdown": ["tricep push-down", "tri pushdown", "triceps pushdowns"],
    "Lateral Raise": ["lateral raises", "side raises", "DB lateral raise", "lat raises"],
    "Face Pull": ["facepulls", "face pulls", "cable face pull"],
    "Rear Delt Fly": ["rear delt flyes", "rear-delt flies", "rear delt flys"],
    "Dumbbell Fly": ["flyes", "flies", "DB fly"],
    "Dumbbell Pullover": ["pullover", "pullovers", "pull over", "DB pullover"],
    "Kettlebell Windmill": ["windmill", "KB windmills"],
    "Clean and Jerk": ["C&J", "c & j", "clean & jerk", "Clean and Jerks", "clean n jerk", "CJ"],
    "Clean Pull": ["clean pulls", "barbell clean pull"],
    "Power Clean": ["power cleans", "powerclean", "clean, power"],
    "Hang Power Snatch": ["hang power snatches", "hang pwr snatch"],
    "Calf Raise": ["calf raises"],
    "Sit-Up": ["sit up", "situps", "sit-ups", "Sit Ups"],
    "Plank": ["planks", "front plank"],
    "Toes-to-Bar": ["T2B", "toes to bar", "TTB"],
    "Farmer's Carry": ["farmers carry", "farmer’s walk", "Farmer's Walks", "farmer carries"],
    "Turkish Get-Up": ["TGU", "get up", "turkish getup", "Turkish get-ups"],
    "Double-Under": ["DU", "double unders", "double-unders"],
    "Box Jump": ["box jumps", "boxjump"],
    "90/90 Hip Stretch": ["90/90 hip stretch", "90-90 Hip Stretch"],
}  # fmt: skip

UNKNOWN = [
    "Benh Press", "deadlft", "sqaut", "dumbell row", "overhed press", "pul-up", "romainian deadlift",
    "barbell goblet squat", "cable bench squat", "kettlebell leg press", "barbell pull-up",
    "machine deadlift press", "bodyweight weighted pull-up", "push", "carry", "hold", "drag", "bar",
    "climb", "machine", "barbell", "dumbbell", "the", "&", "", "   ", "3x5", "heavy", "straps",
    "belt", "rest", "Monday", "week", "warm-up", "superset", "single", "to failure", "bench press x",
    "dumbbell press", "xyzzy", "Deadlift Bench Press",
]  # fmt: skip

DIFFERENT = [
    ("Bench Press", "dumbbell bench press"),
    ("Bench Press", "incline bench press"),
    ("Bench Press", "machine bench press"),
    ("Back Squat", "goblet squat"),
    ("Back Squat", "box squat"),
    ("Back Squat", "dumbbell squat"),
    ("Conventional Deadlift", "dumbbell deadlift"),
    ("Conventional Deadlift", "kettlebell deadlift"),
    ("Conventional Deadlift", "deadlift with bands"),
    ("Band Deadlift", "banded deadlift"),
    ("Barbell Row", "dumbbell row"),
    ("Barbell Row", "cable row"),
    ("Barbell Row", "machine row"),
    ("Row Erg", "machine row"),
    ("Hip Thrust", "dumbbell hip thrust"),
    ("Hang Clean High Pull", "high-hang clean pull"),
    ("Slow-Pull Clean", "slow clean pull"),
    ("High-to-Low Cable Fly", "low-to-high cable fly"),
    ("Overhead Squat", "overhead"),
    ("A-Skip", "skip"),
]


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


def _found(catalogue: Catalogue, name: str, endurance: bool = False) -> str | None:
    found = catalogue.find(name, endurance)
    return found.name if found else None


@pytest.mark.parametrize(
    ("typed", "expected"),
    [(typed, name) for name, spellings in SPELLINGS.items() for typed in (name, *spellings)],
)
def test_is_the_same_exercise(typed: str, expected: str, catalogue: Catalogue) -> None:
    assert _found(catalogue, typed) == expected


@pytest.mark.parametrize("typed", UNKNOWN)
def test_is_no_exercise(typed: str, catalogue: Catalogue) -> None:
    assert _found(catalogue, typed) is None
    assert not catalogue.knows(typed)


@pytest.mark.parametrize(("name", "typed"), DIFFERENT)
def test_is_another_exercise(name: str, typed: str, catalogue: Catalogue) -> None:
    assert _found(catalogue, name) == name
    assert _found(catalogue, typed) != name


@pytest.mark.parametrize(
    ("typed", "with_distance"),
    [
        ("row", "Row Erg"),
        ("Rows", "Row Erg"),
        ("deadlift", "Conventional Deadlift"),
        ("run", "Run"),
    ],
)
def test_a_distance_decides(typed: str, with_distance: str, catalogue: Catalogue) -> None:
    assert _found(catalogue, typed, endurance=True) == with_distance


def test_words_in_one_spelling() -> None:
    assert words("1-Arm DB Rows w/ the Straps") == ("singlearm", "dumbbell", "row", "strap")
    assert words("Plié Squats") == words("plie squat")
    assert words("Clean & Jerk") == ("clean", "and", "jerk")
    assert words("A-Skip with a pause") == ("a", "skip", "pause")


@given(st.text(max_size=40))
def test_any_text_is_looked_up_without_a_fault(text: str) -> None:
    catalogue = load_catalogue()
    found = catalogue.find(text)
    assert found is None or catalogue.knows(text)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Benh Press", "Bench Press"),
        ("deadlft", "Conventional Deadlift"),
        ("sqaut", "Back Squat"),
        ("frnt squat", "Front Squat"),
        ("bulgrian splt sqat", "Bulgarian Split Squat"),
        ("benhpress", "Bench Press"),
        ("barbell goblet squat", "Goblet Squat"),
        ("press bench dumbel incline", "Incline Dumbbell Bench Press"),
        ("romanian dealift", "Romanian Deadlift"),
        ("hip thurst", "Hip Thrust"),
        ("Kroc", "Kroc Row"),
        ("skulcrusher", "Skull Crusher"),
        ("hyperextention", "Back Extension"),
        ("lat pull dwn", "Lat Pulldown"),
        ("dumbell row", "Single-Arm Dumbbell Row"),
    ],
)
def test_the_nearest_name_comes_first(typed: str, expected: str, catalogue: Catalogue) -> None:
    assert catalogue.suggest(typed)[0] == expected


def test_what_is_near_nothing_gets_no_suggestion(catalogue: Catalogue) -> None:
    assert catalogue.suggest("xyzzy qwerty") == ()
    assert catalogue.suggest("") == ()


def test_no_more_suggestions_than_asked_for(catalogue: Catalogue) -> None:
    assert len(catalogue.suggest("squatt", count=2)) == 2
    assert len(set(catalogue.suggest("squatt press", count=9))) == len(
        catalogue.suggest("squatt press", count=9)
    )


def _own(catalogue: Catalogue, name: str, like: str, *aliases: str) -> Exercise:
    model = catalogue.find(like)
    assert model is not None
    return replace(model, name=name, aliases=aliases, endurance_aliases=())


def test_own_exercises_are_found_and_suggested(catalogue: Catalogue) -> None:
    own = _own(catalogue, "Belt Squat Machine 9000", "Leg Press", "BSM9", "belt squat")
    more = catalogue.extended([own])
    assert more.find("belt squat machines 9000") == own
    assert more.find("bsm9") == own
    assert more.find("Belt Squats") == own, "an own alias goes before a shared name"
    assert _found(more, "leg press") == "Leg Press"
    assert more.suggest("belt squat machin 9000")[0] == own.name
    assert _found(catalogue, "bsm9") is None, "the shared catalogue is as it was"
    assert len(more) == len(catalogue) + 1
    assert own in list(more)


def test_an_own_exercise_replaces_the_entry_of_its_name(catalogue: Catalogue) -> None:
    own = replace(_own(catalogue, "Bench Press", "Bench Press"), grip=3)
    more = catalogue.extended([own])
    assert more.find("bench") == own, "the entry's other names mean the new one too"
    assert len(more) == len(catalogue)
    assert more.extended([_own(catalogue, "Thing", "Dip")]).find("BB bench") == own


def test_an_own_exercise_follows_the_rules_for_names(catalogue: Catalogue) -> None:
    own = _own(catalogue, "Zorgwheel Press", "Bench Press")
    more = catalogue.extended([own])
    assert more.find("barbell zorgwheel presses") == own
    assert more.find("press, zorg wheel") == own
    assert more.find("dumbbell zorgwheel press") is None


def test_a_look_up_imports_nothing_heavy() -> None:
    code = (
        "import sys; from wodlang.model.catalogue import load_catalogue;"
        "load_catalogue().find('Squat');"
        "sys.exit(bool({'rapidfuzz', 'jsonschema', 'difflib'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
