"""What is too large, too deep or no text is answered at once, and never by a traceback."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from wodlang.rulefile import read_pack
from wodlang.testing import findings

RULE = '[[rule]]\ncode = "IH{:03}"\nname = "fault-{}"\nwhen = "{}"\nmessage = "m"\n'
LONGEST = 3.0
"""Seconds of work in which a bad file must be answered: about one, on a slow machine three."""


def rule(when: str, number: int = 101) -> str:
    """One rule."""
    return RULE.format(number, number, when)


def doubling(last: str) -> str:
    """Defined names that grow twice as long each."""
    names = [f'd{one} = "d{one - 1} and d{one - 1}"' for one in range(1, 40)]
    return "\n".join(["[define]", 'd0 = "heavy"', *names, rule(last)])


def options(value: str) -> str:
    """A rule with an option."""
    return f"{rule('heavy')}options = {{ a = {value} }}\n"


TOO_MUCH = {
    "2,001 characters": (rule("heavy" + " " * 1996), "2,001 characters: an expression has at most"),
    "a megabyte": (rule("heavy and " * 100_000 + "heavy"), "1,000,005 characters"),
    "10,000 deep": (rule("not " * 10_000 + "heavy"), "40,005 characters"),
    "brackets 900 deep": (rule("(" * 900 + "heavy" + ")" * 900), "nested 901 deep, at most 50"),
    "not 480 deep": (rule("not " * 480 + "heavy"), "nested 481 deep, at most 50"),
    "51 levels": (rule("(" * 50 + "heavy" + ")" * 50), "nested 51 deep, at most 50"),
    "three where": (
        rule("any(before where any(after where any(before where heavy)))"),
        "3 where inside one another: one inside another is the most",
    ),
    "a define counts its where": (
        f'[define]\na = "any(before where heavy)"\nb = "any(after where a)"\n{rule("any(before where b)")}',
        "3 where inside one another",
    ),
    "a define that is a collection": (
        f'[define]\na = "before where any(after where heavy)"\n{rule("any(after where any(a where light))")}',
        "3 where inside one another",
    ),
    "defines that double": (doubling("d39"), "with its defined names it has"),
    "a chain of defines": (
        "[define]\nd0 = \"heavy\"\n"
        + "".join(f'd{one} = "not d{one - 1}"\n' for one in range(1, 400)) + rule("d399"),
        "nested 51 deep",
    ),
    "500 inline tables": (options("{ a = " * 500 + "1" + " }" * 500), "nested too deeply"),
    "300 inline tables": (options("{ a = " * 300 + "1" + " }" * 300), '"a" takes a value'),
    "10,000 arrays": (options("[" * 10_000 + "]" * 10_000), "nested too deeply"),
    "a key of 100,000 parts": (f"{rule('heavy')}{'a.' * 100_000}b = 1\n", "nested too deeply"),
    "a number of 5,000 digits": (options("9" * 5000), "this number is larger than TOML allows"),
    "a number of 5,000 hex digits": (options("0x" + "f" * 5000), "larger than TOML allows"),
    "a message of a megabyte": (
        rule("heavy").replace('"m"', f'"{"{load} " * 150_000}"'), "such a text has at most 2,000",
    ),
    "1,000 wrong rules": (
        "".join(rule("hevy", one) for one in range(1000)), 'unknown name "hevy"',
    ),
    "3,000 wrong keys": ("".join(f"k{one} = 1\n" for one in range(3000)), 'unknown key "k0"'),
    "a key of a megabyte": (f"{'k' * 1_000_000} = 1\n", 'unknown key "kkk'),
    "a name of 1,900 letters": (rule("k" * 1900), 'unknown name "kkk'),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_MUCH)
def test_too_much(house: Any, name: str) -> None:
    """The rule is left out, an answer says why, and soon."""
    text, answer = TOO_MUCH[name]
    started = time.process_time()
    read = house.read(house.head + text)
    assert time.process_time() - started < LONGEST
    assert answer in read.problems[0].message
    assert len(read.problems[0].message) < 400
    assert read.problems[0].span is not None
    assert read.pack is None or not read.pack.rules


LARGEST = {
    "2,000 characters": rule("heavy" + " " * 1995),
    "50 levels": rule("(" * 49 + "heavy" + ")" * 49),
    "one where inside another": rule("any(before where count(after where heavy) > 1)"),
    "where beside where": rule(
        "any(before where heavy) and any(after where heavy) or none(before where light)"
    ),
    "a pattern of stars": rule("name matches '" + "*a" * 500 + "'"),
    "a message of 2,000 characters": rule("heavy").replace('"m"', f'"{"{load} " * 285}"'),
}


@pytest.mark.parametrize("name", LARGEST)
def test_just_not_too_much(house: Any, name: str) -> None:
    """The largest of each kind is a rule, and runs."""
    read = house.read(house.head + LARGEST[name])
    assert house.findings(read, "Deadlift 3x5 @ 85%") is not None


def test_more_problems_than_can_be_mended_at_once_are_counted(house: Any) -> None:
    """A hundred are told."""
    read = house.read(house.head + "".join(rule("hevy", one) for one in range(250)))
    assert len(read.problems) == 101
    assert "150 more things are wrong" in read.problems[-1].message


LINES = "session Day\n" + "Deadlift 3x5 @ 85%\nBench Press 3x5\n" * 500


def test_a_rule_that_takes_too_many_steps_crashes_alone(house: Any, monkeypatch: Any) -> None:
    """Two nested where over a thousand lines: the other rules of the pack still speak."""
    slow = "count(before where any(after where load < 10%)) > 2000"
    monkeypatch.setenv("WODLANG_TIME_LIMIT", "0")  # the steps alone end it
    read = house.read(house.head + rule(slow) + rule("pattern = hinge", 102))
    assert not read.problems
    started = time.process_time()
    found = findings(LINES, packs=[read.pack])
    assert time.process_time() - started < 15
    crashed = [one for one in found if one.name == "rule-crashed"]
    assert [("IH101" in one.message, "steps" in one.message) for one in crashed] == [(True, True)]
    assert sum(one.code == "IH102" for one in found) == 500


UNREADABLE = {
    "empty.toml": (b"", "the table [pack] is missing"),
    "latin.toml": ("[pack]\nname = 'Łódź'".encode("utf-16"), "is not UTF-8: save it as UTF-8"),
    "folder.toml": (None, "cannot be read: is a directory"),
    "blanks.toml": (b" \n\n", "the table [pack] is missing"),
    "binary.toml": (bytes(range(256)), "is not UTF-8"),
    "null.toml": (b"[pack]\0", "expected the line to end here"),
    "large.toml": (b"#" * 5_000_001, "has more than 5,000,000 bytes"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_is_no_pack(tmp_path: Path, name: str) -> None:
    """One problem names the file."""
    content, answer = UNREADABLE[name]
    path = tmp_path / name
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    read = read_pack(path)
    assert read.pack is None
    assert [answer in str(one) and name in str(one) for one in read.problems] == [True]


def test_a_missing_file(tmp_path: Path) -> None:
    """The same."""
    read = read_pack(tmp_path / "none.toml")
    assert read.pack is None
    assert "there is no such file" in str(read.problems[0])


def test_a_byte_order_mark_and_line_ends_of_windows(tmp_path: Path, house: Any) -> None:
    """Both are fine, also for the place of a problem."""
    path = tmp_path / "house.toml"
    path.write_bytes(b"\xef\xbb\xbf" + (house.head + rule("hevy")).replace("\n", "\r\n").encode())
    problems = read_pack(path).problems
    assert [(one.line, one.column) for one in problems] == [(9, 9)]
