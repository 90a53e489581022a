"""`wod pack why`: the parts of a rule's condition with their values on a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from wodlang.cli.main import main

PACK = """
[pack]
name = "iron-house"
prefix = "IH"
version = "1.0.0"

[define]
heavy-hinge = "pattern = hinge and heavy"

[[rule]]
code = "IH101"
name = "heavy-row-after-hinge"
when = "pattern = row and load >= limit and any(before where heavy-hinge)"
options = { limit = { by = "level", beginner = "60%", else = "75%" } }
message = "{exercise} at {load}"

[[rule]]
code = "IH201"
name = "few-exercises"
for-each = "session"
when = "count(exercises where heavy) < 2"
message = "few heavy ones"

[[rule]]
code = "IH301"
name = "few-sets"
for-each = "muscle"
when = "sets < 5 and not heavy-session"
define = { heavy-session = "week = 7" }
message = "{muscle}"

[[rule]]
code = "IH401"
name = "off"
when = "heavy"
profiles = ["strict"]
message = "heavy"
"""
SESSION = """\
Monday: Pull
  Deadlift 3x5 @ 85%
  Cosmic Thing 3x5
  Barbell Row 3x8 @ 70%

  Plank 3x45s
"""


@pytest.fixture(autouse=True)
def gym(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "house.toml").write_text(PACK)
    (tmp_path / "monday.wod").write_text(SESSION)
    return tmp_path


def why(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> tuple[str, str]:
    assert main(["pack", "why", *words]) == code
    captured = capsys.readouterr()
    return captured.out, captured.err


def test_the_parts_have_their_values(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = why(capsys, "house.toml", "monday.wod:4", "IH101")
    assert out == (
        "monday.wod:4: Barbell Row 3x8 @ 70%\n"
        "\n"
        "IH101 heavy-row-after-hinge, for Barbell Row: silent\n"
        "  false   pattern = row and load >= limit and any(before where heavy-hinge)\n"
        "    true    pattern = row    (pattern is row)\n"
        "    false   load >= limit    (load is 70%, limit is 75%)\n"
        "    true    any(before where heavy-hinge)"
        "    (Conventional Deadlift: true, Cosmic Thing: unknown)\n"
    )


def test_an_option_is_that_of_the_configuration(
    capsys: pytest.CaptureFixture[str], gym: Path
) -> None:
    (gym / "wod.toml").write_text(
        'packs = ["./house.toml"]\n[rules.heavy-row-after-hinge]\nlimit = "65%"\n'
    )
    out, _ = why(capsys, "iron-house", "monday.wod:4:3", "heavy-row-after-hinge")
    assert "for Barbell Row: speaks" in out
    assert "says: Barbell Row at 70%" in out
    assert "limit is 65%" in out


def test_unknown_is_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = why(capsys, "house.toml", "monday.wod:3", "IH101")
    assert "unknown pattern = row    (pattern is unknown)" in out


def test_sessions_and_muscles_answer_too(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = why(capsys, "house.toml", "monday.wod:2")
    assert "IH201 few-exercises, for Pull: silent" in out
    assert "unknown count(exercises where heavy) < 2" in out
    assert "IH301 few-sets, for hamstrings: silent" in out
    assert "for quads" in out  # secondary in a deadlift
    assert "for chest" not in out
    assert "IH401 off: off, on with --profile iron-house/strict" in out


WEEK = "week 1\nMon: Arms\n  Biceps Curl 3x10\nTue: Legs\n  Leg Curl 6x10\n  Leg Extension 3x10\n"


@pytest.mark.parametrize(
    ("line", "rule", "verdict", "said"),
    [
        (3, "IH301", "biceps in week 1: speaks", ["biceps"]),
        (5, "IH301", "hamstrings in week 1: silent", []),
        (3, "IH201", "Arms: speaks", ["few heavy ones"]),
    ],
)
def test_it_says_what_is_found_of_that_thing_alone(
    gym: Path,
    capsys: pytest.CaptureFixture[str],
    line: int,
    rule: str,
    verdict: str,
    said: list[str],
) -> None:
    (gym / "week.wod").write_text(WEEK)
    out, _ = why(capsys, "house.toml", f"week.wod:{line}", rule)
    (block,) = [one for one in out.split("\n\n") if f", for {verdict}\n" in one]
    told = [one.strip() for one in block.splitlines() if "says:" in one]
    assert told == [f"says: {message}" for message in said]


def test_a_rule_in_python_says_where_to_read(capsys: pytest.CaptureFixture[str]) -> None:
    out, _ = why(capsys, "posterior-chain", "monday.wod:4", "PC302")
    assert "PC302 unsupported-row-after-hinge, for Pull: speaks" in out
    assert "`wod rule PC302`" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "needs a pack and a line"),
        (["house.toml"], "needs a pack and a line"),
        (["house.toml", "monday.wod"], "names no line"),
        (["house.toml", "monday.wod:99"], "no exercise and no session stands in this line"),
        (["house.toml", "monday.wod:5"], "no exercise and no session stands in this line"),
        (["house.toml", "tuesday.wod:1"], "tuesday.wod"),
        (["hous.toml", "monday.wod:2"], "there is no pack file or folder"),
        (["posterior-chian", "monday.wod:2"], 'did you mean "posterior-chain"?'),
        (["house.toml", "monday.wod:2", "IH999"], 'has no rule "IH999"'),
    ],
)
def test_wrong_words_are_answered(
    capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    _, err = why(capsys, *words, code=2)
    assert said in err


def test_lists_read_like_lists_and_missing_lines_are_said(
    gym: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    when = 'when = "pattern in big and reps in some and previous.load > 50%"\n'
    more = 'options = { big = ["row", "hinge"], some = [5, "8-10"] }\n'
    rule = f'\n[[rule]]\ncode = "IH501"\nname = "big"\nmessage = "m"\n{when}{more}'
    (gym / "house.toml").write_text(PACK + rule)
    (gym / "lone.wod").write_text("Barbell Row 3x8\n")
    out, _ = why(capsys, "house.toml", "lone.wod:1", "IH501")
    assert "true    pattern in big    (pattern is row, big is row, hinge)" in out
    assert "false   reps in some    (reps is 8, some is 5, 8-10)" in out
    assert "false   previous.load > 50%    (previous.load is not there)" in out
