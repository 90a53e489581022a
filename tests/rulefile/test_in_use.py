"""TOML packs on the command line: options of users, exit codes, one bad pack among good ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wodlang.cli.main import main

WOD = "athlete\n  level: {level}\nsession A\nBarbell Row 3x8 @ 77%\nDeadlift 3x5 @ 85%\nRow 3x8 @ 60%\n"
PACK = """[pack]
name = "house"
prefix = "IH"
version = "1.0.0"
[[rule]]
code = "IH101"
name = "heavy-row"
when = "pattern in patterns and load >= limit and position <= most and (not strict or heavy)"
message = "at {load}, limit {limit}"
[rule.options]
limit = { by = "level", beginner = "70%", else = "80%" }
patterns = ["row"]
most = 5
strict = false
"""


@pytest.fixture
def gym(tmp_path: Path, monkeypatch: Any, capsys: Any) -> Any:
    """Checks a folder with a pack and a text; gives the exit code, the report, and stderr."""
    monkeypatch.chdir(tmp_path)

    def check(config: str = "", pack: str = PACK, level: str = "advanced", *more: str) -> Any:
        (tmp_path / "house.toml").write_text(pack)
        (tmp_path / "wod.toml").write_text(f'packs = ["./house.toml"]\n{config}')
        (tmp_path / "a.wod").write_text(WOD.format(level=level))
        code = main(["check", "a.wod", "--output-format", "json", "--no-cache", *more])
        out, err = capsys.readouterr()
        report = json.loads(out) if out.strip() else {"findings": [], "packs": []}
        found = [
            (one["range"]["start"]["line"], one["severity"], one["message"])
            for one in report["findings"] if one["pack"] == "house"
        ]  # fmt: skip
        return code, found, err, report

    return check


SETTINGS = {
    "": [],
    '[rules.heavy-row]\nlimit = "75%"': [(4, "at 77%, limit 75%")],
    '[rules.IH101]\nlimit = "75%"': [(4, "at 77%, limit 75%")],
    '[rules.heavy-row]\nlimit = "60%"': [(4, "at 77%, limit 60%"), (6, "at 60%, limit 60%")],
    '[rules.heavy-row]\npatterns = ["hinge", "row"]': [(5, "at 85%, limit 80%")],
    '[rules.heavy-row]\npatterns = ["hinge"]\nmost = 1': [],
    '[rules.heavy-row]\nlimit = { by = "level", advanced = "76%" }': [(4, "at 77%, limit 76%")],
    '[rules.heavy-row]\nlimit = { by = "level", elite = "60%", else = "90%" }': [],
    '[rules.heavy-row]\nlimit = { by = "level", elite = "60%" }': [],  # unknown for the others
    '[rules.heavy-row]\nlimit = "75%"\nstrict = true': [],
    '[severity]\nheavy-row = "error"\n[rules.heavy-row]\nlimit = "75%"': [(4, "at 77%, limit 75%")],
}  # fmt: skip


@pytest.mark.parametrize("config", SETTINGS)
def test_options(gym: Any, config: str) -> None:
    """What users write under [rules.NAME] goes before the pack's own."""
    _, found, err, _ = gym(config)
    assert [(line, message) for line, _, message in found] == SETTINGS[config]
    assert err == ""


@pytest.mark.parametrize(
    ("level", "lines"), [("beginner", [4]), ("Beginner", [4]), ("Novice", []), ("elite", [])]
)
def test_options_by_athlete(gym: Any, level: str, lines: list[int]) -> None:
    """`beginner` has a limit of its own, `else` is for the others."""
    assert [line for line, *_ in gym("", PACK, level)[1]] == lines


WRONG = {
    'limit = 75': 'takes a value such as "80%"', 'limit = "75 kg"': 'takes a value such as "80%"',
    'limit = "row"': "takes a value", 'limit = ["75%"]': "takes a value", "limit = true": "takes a value",
    'patterns = ["rwo"]': 'did you mean "row"?', 'patterns = "row"': "takes a list",
    "patterns = [3]": "takes a list", "most = 2.5": None, 'most = "many"': "takes a value such as 5",
    "strict = 1": "takes true or false", "limt = 3": 'did you mean "limit"?',
    'limit = { by = "level", advanced = 75 }': "takes a value", 'limit = { by = "x" }': "by =",
    'limit = { by = "level", advancd = "75%" }': 'did you mean "advanced"?',
    'limit = "90-80%"': "has the larger end first",
}  # fmt: skip


@pytest.mark.parametrize("option", WRONG)
def test_wrong_options(gym: Any, option: str) -> None:
    """They are an error of the configuration, at its place."""
    code, _, err, _ = gym(f"[rules.heavy-row]\n{option}")
    if WRONG[option] is None:
        assert code in (0, 1)
        return
    assert code == 2
    assert "wod.toml:3:" in err
    assert WRONG[option] in err


def test_a_wrong_rule_leaves_the_others_running(gym: Any) -> None:
    """The exit code is 2, stderr has the place, the report the findings of all other rules."""
    bad = '[[rule]]\ncode = "IH102"\nname = "bad"\nwhen = "patern = row"\nmessage = "m"\n'
    code, found, err, report = gym('[rules.heavy-row]\nlimit = "75%"', PACK + bad)
    assert code == 2
    assert 'house.toml:18:9: unknown name "patern", did you mean "pattern"?' in err
    assert [line for line, *_ in found] == [4]
    assert {one["name"] for one in report["packs"]} >= {"core", "house", "posterior-chain"}


@pytest.mark.parametrize("pack", ["", "[pack", "[pack]\nname = 3", PACK.replace('"IH"', '"ih"')])
def test_a_pack_that_cannot_be_used(gym: Any, pack: str) -> None:
    """The other packs run; the exit code is 2, and there is no traceback."""
    code, found, err, report = gym("", pack)
    assert (code, found) == (2, [])
    assert "house.toml:" in err
    assert "Traceback" not in err
    assert {one["name"] for one in report["packs"]} >= {"core", "posterior-chain"}
    assert "house" not in {one["name"] for one in report["packs"]}


def test_a_rule_that_crashes(gym: Any) -> None:
    """Exit 3; the finding names the rule and the pack."""
    slow = '[[rule]]\ncode = "IH102"\nname = "slow"\nfor-each = "session"\nmessage = "m"\n'
    when = 'when = "count(exercises where any(before where load < 1%)) > 1"\n'
    many = "session B\n" + "Squat 3x5 @ 60%\nRow 3x8 @ 60%\n" * 1000
    Path("b.wod").write_text(many)
    code, found, _, report = gym(
        '[rules.heavy-row]\nlimit = "75%"', PACK + slow + when, "elite", "b.wod"
    )
    crashed = [one for one in report["findings"] if one["name"] == "rule-crashed"]
    assert code == 3
    assert ["IH102 of the pack house" in one["message"] for one in crashed] == [True]
    assert [line for line, *_ in found] == [4]


def test_two_packs_of_one_name(gym: Any, tmp_path: Path) -> None:
    """The second is left out, and named."""
    (tmp_path / "other.toml").write_text(PACK)
    code, _, err, _ = gym("", PACK, "elite", "--pack", "./other.toml")
    assert code == 2
    assert "other.toml:2:8: another pack is called house too" in err


def test_a_pack_of_a_later_wodlang(gym: Any) -> None:
    """It is not loaded."""
    code, found, err, _ = gym("", PACK.replace("[[rule]]", 'wodlang = ">=99"\n[[rule]]'))
    assert (code, found) == (2, [])
    assert "house.toml:5:11: it needs wodlang >=99" in err


def test_a_missing_pack_file_is_all_that_is_said(gym: Any, tmp_path: Path, capsys: Any) -> None:
    """Not the rules, options, severities and profiles that it would have brought."""
    gym()
    (tmp_path / "wod.toml").write_text(
        'packs = ["./hose.toml"]\nignore = ["IH101"]\nextends = ["pack:house/strict"]\n'
        '[severity]\nheavy-row = "error"\n[rules.heavy-row]\nlimit = "75%"\n'
    )
    assert main(["check", "a.wod", "--no-cache"]) == 2
    said = 'wod.toml:1:10: there is no pack file or folder "hose.toml"'
    assert capsys.readouterr().err == f"error: {said}\n"


@pytest.mark.parametrize("typed", ["wod.toml", "./wod.toml", "../gym/wod.toml"])
def test_a_pack_is_found_from_any_spelling_of_its_configuration(
    tmp_path: Path, monkeypatch: Any, capsys: Any, typed: str
) -> None:
    (tmp_path / "gym").mkdir()
    monkeypatch.chdir(tmp_path / "gym")
    Path("house.toml").write_text(PACK)
    Path("wod.toml").write_text('packs = ["./house.toml"]\n')
    Path("a.wod").write_text(WOD.format(level="beginner"))
    assert main(["check", "a.wod", "--config", typed, "--no-cache", "--select", "IH101"]) == 1
    out, err = capsys.readouterr()
    assert "IH101" in out
    assert err == ""
