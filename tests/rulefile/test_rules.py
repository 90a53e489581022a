"""What the other keys of a rule do: severities, labels, messages, options, defines, profiles."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from wodlang.lint.rule import Evidence, Scope, Severity
from wodlang.text.source import Source

WOD = "Deadlift 3x5 @ 85%\nBarbell Row 3x8 @ 80%\nZercher Twirl 3x8\nCurl 3x10\n"


def one(house: Any, when: str, more: str, wod: str = WOD, each: str = "exercise") -> Any:
    """The only finding of a rule."""
    (finding,) = house.findings(house.pack(when, each, more), wod)
    return finding


def test_a_whole_rule_keeps_what_its_table_says(house: Any) -> None:
    """Every key that is for readers."""
    more = """severity = "info"
help = "lighten it"
why = "Grip fails before the back does."
source = "Head coach, 2026"
evidence = "mechanism"
profiles = ["strict"]
valid = ["Deadlift 3x5", { wod = "Curl 3x10", why = "no row" }]
invalid = [{ wod = "Row 3x8", lines = [1], severity = "info", why = "a row" }]"""
    (rule,) = house.pack("pattern = row", more=more).pack.rules
    assert (rule.code, rule.name, rule.summary) == ("IH101", "fault-101", "fault 101")
    assert (rule.severity, rule.scope) == (Severity.INFO, Scope.EXERCISE)
    assert (rule.evidence, rule.source) == (Evidence.MECHANISM, "Head coach, 2026")
    assert rule.profiles == ("strict",)
    assert "Grip fails before the back does." in rule.doc
    assert "lighten it" in rule.doc.lower()
    assert [example.wod for example in rule.examples] == ["Deadlift 3x5", "Curl 3x10", "Row 3x8"]


def test_what_is_left_out(house: Any) -> None:
    """A warning about each exercise, always on, by opinion."""
    text = (
        house.head + '[[rule]]\ncode = "IH101"\nname = "row"\nwhen = "pattern = row"\nmessage = "m"'
    )
    read = house.read(text)
    (rule,) = read.pack.rules
    assert (rule.severity, rule.scope, rule.profiles) == (Severity.WARNING, Scope.EXERCISE, ())
    assert rule.evidence is Evidence.OPINION
    assert "The pack does not say why." in rule.doc
    assert "They name no source." in rule.doc
    assert read.pack.wodlang == ">=0"


SEVERITIES = {
    ('severity = "info"', "info"),
    ('severity-if = { error = "heavy" }', "warning"),
    ('severity-if = { error = "pattern = row" }', "error"),
    ('severity-if = { info = "pattern = row", error = "pattern = row" }', "error"),
    ('severity-if = { info = "pattern = row", error = "heavy" }', "info"),
    ('severity-if = { error = "rest < 90s" }', "warning"),  # unknown is not true
    ('severity = "error"\nseverity-if = { info = "pattern = row" }', "info"),
}


@pytest.mark.parametrize(("more", "severity"), sorted(SEVERITIES))
def test_severity(house: Any, more: str, severity: str) -> None:
    """The gravest condition that is true, else the rule's own."""
    assert one(house, "pattern = row and not heavy or 1 = 2", more, "Row 3x10").severity == severity


MESSAGES = {
    "{exercise}": "Barbell Row", "{name}": "Barbell Row", "{load}": "80%", "{sets} sets": "3 sets",
    "{sets}x{reps}": "3x8", "{rest}": "?", "{weight}": "?", "{pattern}": "row", "{heavy}": "yes",
    "{not heavy}": "no", "{rest < 90s}": "?", "{muscles}": "mid back, lats, upper back, rear delts, "
    "biceps, lower back, forearms", "{modifiers}": "none", "{injuries}": "none",
    "{before}": "Conventional Deadlift", "{previous}": "Conventional Deadlift", "{this}": "Barbell Row",
    "{next.exercise}": "?", "{next.name}": "Zercher Twirl", "{previous.previous.load}": "?",
    "{last(before where heavy).exercise}": "Conventional Deadlift", "{count(exercises)}": "4",
    "{count(after where pattern = squat)}": "?", "{max(before, load)}": "85%", "{top.load}": "80%",
    "{load + 5%}": "85%", "{week}": "?", "{{load}}": "{load}", "a } b": "a } b", "{ load }": "80%",
    "{limit}": "75%", "{first(before where 1 = 2).exercise}": "?", "{hinges}": "Conventional Deadlift",
    "{sets(lats)}": "?", "{'a' = 'b'}": None, "{position}. {exercise}": "2. Barbell Row",
}  # fmt: skip


@pytest.mark.parametrize(("text", "printed"), [pair for pair in MESSAGES.items() if pair[1]])
def test_message(house: Any, text: str, printed: str) -> None:
    """Any expression in braces; what is unknown prints as `?`."""
    more = (
        f'message = "{text}"\nhelp = "{text}"\noptions = {{ limit = "75%" }}\n'
        'define = { hinges = "before where pattern = hinge" }\n'
    )
    finding = one(house, "pattern = row", more)
    assert (finding.message, finding.help) == (printed, printed)


UNITS = {
    "Row 3x8 @ 60-70%": ("load", "60-70%"), "Row 3x5+ @ 60%": ("reps", "5+"),
    "Row 3x8-12": ("reps", "8-12"), "Row 3x8 @ 80kg": ("weight", "80 kg"),
    "Row 3x8 @ RPE 8": ("rpe", "RPE 8"), "Row 3x8 @ RIR 2": ("rir", "RIR 2"),
    "Row 3x8, rest 90s": ("rest", "90s"), "Row 3x8, rest 2-3min": ("rest", "2-3min"),
    "Row 3x8, rest 3min": ("rest", "3min"), "Row 3-4x8": ("sets", "3-4"),
    "Row 3x8, tempo 31X1": ("tempo", "31X1"), "Row 3xAMRAP": ("reps", "?"),
    "units: lb\nRow 3x8 @ 225lb": ("weight", "225 lb"),
}  # fmt: skip


@pytest.mark.parametrize("wod", UNITS)
def test_numbers_in_messages_keep_their_units(house: Any, wod: str) -> None:
    """As people write them."""
    word, printed = UNITS[wod]
    text = wod.replace("units: lb\n", "program A\n  units: lb\n")
    assert one(house, "pattern = row", f'message = "{{{word}}}"', text).message == printed


LABELS = {
    'on = "before where heavy"': [1], 'on = "before"': [1], 'on = "previous"': [1],
    'on = "after"': [3, 4], 'on = "next"': [3], 'on = "last(before where heavy)"': [1],
    'on = "this"': [2], 'on = "top"': [2], 'on = "session"': [1], 'on = "exercises"': [1, 2, 3, 4],
    'on = "after where pattern = hinge"': [], 'on = "previous.previous"': [], 'on = "sessions"': [1],
    'on = "hinges"': [1],
}  # fmt: skip


@pytest.mark.parametrize("on", LABELS)
def test_labels(house: Any, on: str) -> None:
    """Each line or session that the expression gives; what is uncertain is left out."""
    more = (
        f'labels = [{{ {on}, text = "load {{load}}" }}]\n'
        'define = { hinges = "before where pattern = hinge" }'
    )
    finding = one(house, "pattern = row", more)
    source = Source("", WOD)
    assert [source.position(label.span.start).line for label in finding.labels] == LABELS[on]
    assert {label.message for label in finding.labels} <= {"load 80%"}


DEFINES = {
    'h = "pattern = hinge and heavy"': ("h", [1]),
    'h = "pattern = hinge"\nhh = "h and heavy"': ("hh", [1]),
    'h = "before where pattern = hinge"': ("any(h)", [2, 3, 4]),
    'h = "before where compound"\nhh = "h where heavy"': ("count(hh) = 1", [2]),
    'heavy-row = "pattern = row and load > 75%"': ("any(before where heavy-row)", [3, 4]),
    'limit = "75%"': ("load > limit", [1, 2]),
    'last-hinge = "last(before where pattern = hinge)"': ("last-hinge.load > 80%", [2]),
    'same = "pattern = this.pattern"': ("any(exercises where same and position > 1)", [2]),
    'h = "(previous.compound)"': ("not h", [1]),
    'Not-used-by-many = "1 = 1"': None,
}  # fmt: skip


@pytest.mark.parametrize("defines", [one for one, said in DEFINES.items() if said])
@pytest.mark.parametrize("own", [False, True])
def test_defines(house: Any, defines: str, own: bool) -> None:
    """Names for all rules, or a rule's own; also in `where`, as collections and as numbers."""
    when, lines = DEFINES[defines] or ("", [])
    inline = ", ".join(defines.split("\n"))
    more = f"define = {{ {inline} }}" if own else ""
    top = "" if own else f"[define]\n{defines}\n"
    assert house.lines(house.pack(when, more=more, top=top), WOD)[: len(lines)] == lines


def test_a_rules_own_define_goes_before_that_of_all(house: Any) -> None:
    """It may use the one of all by the same name; the names of all stay what they are."""
    top = '[define]\nbig = "load > 75%"\nbig-hinge = "big and pattern = hinge"\n'
    more = 'define = { big = "big and load < 84%" }'
    assert house.lines(house.pack("big", more=more, top=top), WOD) == [2]
    assert house.lines(house.pack("big-hinge", more=more, top=top), WOD) == [1]


def test_profiles(house: Any) -> None:
    """Only where the profile is on."""
    read = house.pack("pattern = row", more='profiles = ["strict"]')
    assert house.lines(read, WOD) == []
    assert house.lines(read, WOD, "house/strict") == [2]


EXERCISE = """[[exercise]]
name = "Belt Squat Machine"
like = "Leg Press"
aliases = ["BSM", "belt squat thing"]
pattern = "squat"
lower-back = 2
compound = true
primary = ["quads", "glutes"]
"""


@pytest.mark.parametrize("name", ["Belt Squat Machine", "bsm", "Belt-Squat Things"])
def test_exercises(house: Any, name: str) -> None:
    """They are known in texts, and in the expressions of the pack, by name and alias."""
    when = "exercise = BSM and lower-back = 2 and axial = 0 and muscles has glutes and compound"
    read = house.pack(when, top=EXERCISE, more='fix = { replace-exercise = "belt squat thing" }')
    assert house.lines(read, f"{name} 3x8") == [1]
    assert house.lines(read, "Leg Press 3x8") == []


def test_true_and_false_are_yes_and_no(house: Any) -> None:
    """TOML has words of its own for them."""
    read = house.pack("isolation", top=EXERCISE.replace("compound = true", "compound = false"))
    assert house.lines(read, "BSM 3x8\nLeg Press 3x8") == [1]


MUSCLES = (
    "week 1\nMonday: A\nBench Press 4x8\nweek 2\nMonday: A\nBench Press 2x8\nZercher Twirl 3x8\n"
)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("muscle = chest", [(1, "chest 4"), (4, "chest ?")]),
        ("muscle = chest and sets = 4", [(1, "chest 4")]),
        ("muscle = chest and sets < 4", []),  # in the second week an unknown line may add some
        ("sets = 2 and week = 1", [(1, "front delts 2"), (1, "triceps 2")]),
        ("muscle in ['rear delts', chest] and week > 1 and sets >= 2", [(4, "chest ?")]),
        ("sets(chest) = 4 and muscle = lats", [(1, "lats 0")]),
        ("muscle matches 'ch*' and count(sessions) = 1 and week = 1", [(1, "chest 4")]),
    ],
)
def test_muscles(house: Any, when: str, said: list[tuple[int, str]]) -> None:
    """For each muscle in each week."""
    read = house.pack(when, "muscle", 'message = "{muscle} {sets}"')
    found = house.findings(read, MUSCLES)
    source = Source("", MUSCLES)
    lines = [(source.position(one.span.start).line, one.message) for one in found]
    assert sorted(lines) == sorted(said)


def test_a_repeated_session_speaks_once_at_its_definition(house: Any) -> None:
    """Where the rule asks for the day it is asked on each; of a session then the day is marked."""
    wod = "session Pull\nDeadlift 3x5\nMonday: Pull\nThursday: Pull\n"
    assert house.lines(house.pack("pattern = hinge"), wod) == [2]
    assert house.lines(house.pack("day = thu"), wod) == [2]
    assert house.lines(house.pack("last-time is known"), wod) == [2]
    assert house.lines(house.pack("day = fri"), wod) == []
    assert house.lines(house.pack("any(before where day = mon)", "session"), wod) == [4]


def test_what_users_write_for_an_option_has_the_limits_of_what_it_is_compared_with(
    house: Any,
) -> None:
    """A number beyond a scale would silence the rule."""
    more = 'options = { most = 2, place = "Dip" }'
    read = house.pack("axial > most and exercise = place", more=more)
    (rule,) = read.pack.rules
    limit, place = (field.metadata["read"] for field in fields(rule.options))
    assert limit(3).value == limit("3").value
    with pytest.raises(ValueError, match="takes 0 to 3"):
        limit(4)
    with pytest.raises(ValueError, match='takes an exercise, "Dipp" is none'):
        place("Dipp")
