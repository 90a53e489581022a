"""Whatever is written: a rule or an answer inside of the file, and the laws of three-valued logic."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

LAX = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
WORDS = [
    "load",
    "reps",
    "sets",
    "pattern",
    "row",
    "hinge",
    "heavy",
    "light",
    "before",
    "after",
    "previous",
    "next",
    "last-time",
    "this",
    "session",
    "exercises",
    "any",
    "all",
    "none",
    "count",
    "sum",
    "max",
    "min",
    "first",
    "last",
    "where",
    "and",
    "or",
    "not",
    "in",
    "has",
    "is",
    "known",
    "unknown",
    "matches",
    "=",
    "!=",
    "<",
    "<=",
    ">",
    ">=",
    "==",
    "(",
    ")",
    "[",
    "]",
    ",",
    ".",
    "+",
    "-",
    "*",
    "/",
    "80%",
    "5",
    "3-5",
    "90s",
    "RPE",
    "'a'",
    '"',
    "modifiers",
    "straps",
    "load.x",
    "top",
    "level",
    "goal",
    "day",
    "week",
    "sets(quads)",
    "days-between",
    "é",
    "½",
    "–",
    "{",
    "}",
    "\\",
    "#",
    "&&",
    "'",
    "\n",
    "\t",
]
PIECES = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


def toml_text(text: str) -> str:
    """A text as a basic TOML string."""
    escaped = "".join(
        one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08x}" for one in text
    )
    return f'"{escaped}"'


def readable(text: str) -> bool:
    """TOML has no lone surrogates."""
    return not any(0xD800 <= ord(one) < 0xE000 for one in text)


@pytest.mark.parametrize("key", ["when", "message", "help", "on"])
@LAX
@given(text=st.one_of(PIECES, PIECES.map("{{{}}}".format), st.text(max_size=80)).filter(readable))
def test_any_text_gives_a_rule_or_an_answer(house: Any, key: str, text: str) -> None:
    """The place of the answer lies inside of the file."""
    table = {
        "when": '"heavy"',
        "message": '"m"',
        "help": '"h"',
        "on": '"before"',
        key: toml_text(text),
    }
    read = house.read(
        f"{house.head}[[rule]]\ncode = 'IH101'\nname = 'fault'\nwhen = {table['when']}\n"
        f"message = {table['message']}\nhelp = {table['help']}\n"
        f"labels = [{{ on = {table['on']}, text = 't' }}]\n"
    )
    assert read.pack is not None
    assert bool(read.problems) != bool(read.pack.rules)
    for one in read.problems:
        assert one.message.isprintable() or "\n" in text or not text.isprintable()
        assert 0 <= one.span.start <= one.span.end <= len(read.source.text)
    if not read.problems:
        house.findings(read, "Deadlift 3x5 @ 85%\nRow 3x8\nZercher Twirl 3x8")


@LAX
@given(text=st.text(max_size=200).filter(readable))
def test_any_file_gives_a_pack_or_an_answer(house: Any, text: str) -> None:
    """Also below a sound head."""
    for whole in (text, house.head + text):
        read = house.read(whole)
        assert read.problems or read.pack
        for one in read.problems:
            assert one.span is None or 0 <= one.span.start <= one.span.end <= len(whole)


TESTS = st.sampled_from(
    [
        "load > 80%", "load < 80%", "reps >= 5", "rest < 90s", "pattern = hinge", "heavy", "compound",
        "previous.load > 80%", "previous.compound", "any(before where load > 80%)", "rpe >= 8",
        "all(before where load > 80%)", "none(after where rest < 90s)", "modifiers has straps",
        "count(before where load > 80%) > 1", "max(before, load) > 80%", "last-time is known",
        "load > previous.load", "top.reps <= 3", "level = novice", "sets in 3-4", "1 = 1", "1 = 2",
    ]
)  # fmt: skip
EXPRESSIONS = st.recursive(
    TESTS,
    lambda inner: st.one_of(
        inner.map("not ({})".format),
        st.tuples(inner, inner).map("({0[0]}) and ({0[1]})".format),
        st.tuples(inner, inner).map("({0[0]}) or ({0[1]})".format),
    ),
    max_leaves=6,
)
WOD = "session A\nDeadlift 3x5 @ 85%\nRow 3-4x8 @ 60%, straps\nZercher Twirl 3x8\nCurl, rest 60s\nSquat 3x5+\n"


@LAX
@given(one=EXPRESSIONS, other=EXPRESSIONS)
def test_laws(house: Any, one: str, other: str) -> None:
    """Double negation, De Morgan, commuting, and brackets that change nothing."""
    same = [
        (f"not (not ({one}))", one),
        (f"(({one}))", one),
        (f"not (({one}) and ({other}))", f"not ({one}) or not ({other})"),
        (f"not (({one}) or ({other}))", f"not ({one}) and not ({other})"),
        (f"({one}) and ({other})", f"({other}) and ({one})"),
        (f"({one}) or ({other})", f"({other}) or ({one})"),
    ]
    said = house.truths([side for pair in same for side in pair], WOD)
    assert said[::2] == said[1::2]


UNKNOWNS = (
    ("Deadlift 3x5", "Deadlift 3x5 @ 85%"), ("Deadlift 3x5", "Deadlift 3x5 @ 40%"),
    ("Row 3x8", "Row 3x8, rest 60s"), ("Row 3x8", "Row 3x8, rest 3min"), ("Curl", "Curl 4x12 @ 60%"),
    ("Squat 3x5+ @ 80%", "Squat 3x5 @ 80%"), ("Squat 3x5+ @ 80%", "Squat 2x5 @ 80%, 1x9 @ 80%"),
    ("Press 3x5 @ RPE 9", "Press 3x5 @ RPE 9"),
)  # fmt: skip
LEARNT = EXPRESSIONS.filter(lambda text: "heavy" not in text)
"""RULES decides `heavy` from the repetitions where no load is written: that is no unknown."""


@LAX
@given(when=LEARNT, known=st.lists(st.booleans(), min_size=len(UNKNOWNS), max_size=len(UNKNOWNS)))
def test_what_becomes_known_changes_no_verdict(house: Any, when: str, known: list[bool]) -> None:
    """True stays true and false stays false; only what was unknown may become either."""
    before = "session A\n" + "\n".join(pair[0] for pair in UNKNOWNS)
    after = "session A\n" + "\n".join(pair[now] for pair, now in zip(UNKNOWNS, known, strict=True))
    (earliest,), (latest,) = house.truths([when], before), house.truths([when], after)
    for earlier, later in zip(earliest, latest, strict=True):
        assert earlier in (later, "?")
