"""The pytest plugin, on packs as their authors write them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

# Loaded here, or each run of pytest within these tests would load all of it anew.
import wodlang.rulefile
import wodlang.testing.pytest_collection  # noqa: F401

PACK = """
from wodlang.plugin import (
    Evidence, Fault, Invalid, Pack, Rule, Scope, Severity, Valid, hookimpl,
)

DOC = "## What it finds\\nx\\n## Why\\nx\\n## Instead\\nx\\n## How sure this is\\nx"

def check(session, context):
    for one in session.working:
        if one.name == "Bench Press":
            yield Fault(one.place.name, "a bench press")

def make(number, name):
    return Rule(
        code=f"IH10{number}", name=name, severity=Severity.WARNING, scope=Scope.SESSION,
        summary="a bench press", doc=DOC, evidence=Evidence.OPINION, source="the coach",
        check=check, profiles=("strict",) if number == 2 else (),
        examples=(Valid("Squat 3x5"), Invalid("Bench Press 3x8", (LINE,))),
    )

PACK = Pack("iron-house", "IH", "1.0", "x", (make(1, "any-bench"), make(2, "more-bench")))

@hookimpl
def wodlang_pack():
    return PACK

def broken():
    raise RuntimeError("no bar")
"""
INI = "[pytest]\npythonpath = .\nwodlang_packs = iron:PACK\nwodlang_fixtures = tests/fixtures\n"
IDS = [
    *("iron.py::iron-house", "iron.py::IH101-1", "iron.py::IH101-2"),
    *("iron.py::IH102-1", "iron.py::IH102-2"),
    *("tests/fixtures/a.wod", "tests/fixtures/deep/b.wod"),
]


@pytest.fixture(autouse=True)
def _without_other_plugins(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Hypothesis would be loaded anew, a second each, by every run within these tests."""
    monkeypatch.setenv("PYTEST_ADDOPTS", "-p no:hypothesispytest")


@pytest.fixture
def project(pytester: pytest.Pytester) -> pytest.Pytester:
    write_pack(pytester)
    fixtures = pytester.path / "tests" / "fixtures"
    (fixtures / "deep").mkdir(parents=True)
    (fixtures / "a.wod").write_text("Bench Press 3x8  # expect: IH101\n")
    (fixtures / "deep" / "b.wod").write_text("Squat 3x5\n")
    pytester.makeini(INI)
    return pytester


def write_pack(pytester: pytest.Pytester, line: int = 1) -> None:
    (pytester.path / "iron.py").write_text(PACK.replace("LINE", str(line)))


def collected(pytester: pytest.Pytester, *arguments: str) -> list[str]:
    """The ids of what is collected, in order; the ids after an error are none."""
    result = pytester.runpytest("--collect-only", "-q", *arguments)
    return result.outlines[: result.outlines.index("")]


def test_every_example_and_fixture_is_a_test(project: pytest.Pytester) -> None:
    project.runpytest().assert_outcomes(passed=7)
    assert collected(project) == IDS
    assert collected(project) == IDS


@pytest.mark.parametrize(
    ("arguments", "ids"),
    [
        pytest.param(["."], IDS, id="here"),
        pytest.param(["tests"], IDS, id="a-folder"),
        pytest.param(["tests/test_own.py"], ["tests/test_own.py::test_own"], id="a-file"),
        pytest.param(["tests/fixtures/a.wod"], IDS[5:6], id="a-fixture"),
        pytest.param(["iron.py"], IDS[:5], id="a-pack"),
        pytest.param(["iron.py::IH102-1"], IDS[3:4], id="an-example"),
        pytest.param(["-k", "IH101 and not own"], IDS[1:3], id="by-name"),
        pytest.param([".", "iron.py"], IDS, id="named-twice"),
        pytest.param(["--ignore", "tests/fixtures/deep"], IDS[:6], id="ignored"),
        pytest.param(["-o", "testpaths=tests"], IDS, id="testpaths"),
        pytest.param(["-o", "testpaths=tests", "tests/fixtures"], IDS[5:], id="part-of-the-tests"),
    ],
)
def test_what_is_asked_for_is_collected(
    project: pytest.Pytester, arguments: list[str], ids: list[str]
) -> None:
    (project.path / "tests" / "test_own.py").write_text("def test_own(): pass\n")
    found = collected(project, *arguments)
    own = "tests/test_own.py::test_own"
    assert sorted(set(found) - {own}) == sorted(set(ids) - {own})
    assert len(found) == len(set(found))
    assert [one for one in found if one != own] == [one for one in ids if one != own]


def test_a_failure_is_told_without_our_code(project: pytest.Pytester) -> None:
    write_pack(project, line=2)
    (project.path / "tests" / "fixtures" / "a.wod").write_text("Bench Press 3x8\n")
    result = project.runpytest()
    result.assert_outcomes(passed=4, failed=3)
    text = result.stdout.str()
    assert "IH101, example 2: it speaks on line 1, the example says line 2" in text
    assert "IH101-2 (any-bench)" in text
    assert "+ 1 | Bench Press 3x8" in text
    assert "FAILED iron.py::IH101-2" in text
    for inner in ("raise CheckFailed", "Traceback", "cases.py"):
        assert inner not in text


def test_an_error_of_a_rule_is_told(project: pytest.Pytester) -> None:
    file = project.path / "iron.py"
    file.write_text(file.read_text().replace("yield Fault(one.place.name", "yield Fault(1 / 0"))
    result = project.runpytest("iron.py::IH101-2")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*ZeroDivisionError: division by zero*"])


def test_last_failed_runs_what_failed(project: pytest.Pytester) -> None:
    write_pack(project, line=2)
    project.runpytest("-p", "cacheprovider").assert_outcomes(passed=5, failed=2)
    project.runpytest("-p", "cacheprovider", "--lf").assert_outcomes(failed=2)


def test_fixtures_run_under_the_profiles(project: pytest.Pytester) -> None:
    project.makeini(INI + "wodlang_profiles = strict\n")
    result = project.runpytest("tests/fixtures/a.wod")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*IH102 is found here*"])


@pytest.mark.parametrize("word", ["iron", "iron:wodlang_pack"])
def test_a_pack_may_come_from_its_hook(project: pytest.Pytester, word: str) -> None:
    project.makeini(INI.replace("iron:PACK", word))
    assert collected(project) == IDS


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param("iron:", "irn:", 'no module "irn"*module:ATTRIBUTE', id="module"),
        pytest.param(":PACK", ":PAKC", 'iron has no "PAKC", did you mean iron:PACK?', id="name"),
        pytest.param(":PACK", ":DOC", "iron:DOC is a str, no Pack", id="no-pack"),
        pytest.param(":PACK", ":broken", "RuntimeError: no bar", id="raises"),
        pytest.param(
            "iron:PACK", "bad:PACK", "bad cannot be imported: ValueError: no", id="import"
        ),
        pytest.param("iron:PACK", "house.toml", "there is no file house.toml", id="toml"),
        pytest.param("iron:PACK", "\n  iron:PACK\n  iron", "two packs are called", id="twice"),
        pytest.param("tests/fixtures", "tests/fxtures", "there is no tests/fxtures", id="folder"),
        pytest.param("tests/fixtures", "empty", "no .wod file is in empty", id="empty-folder"),
    ],
)
def test_a_wrong_setting_is_a_usage_error(
    project: pytest.Pytester, old: str, new: str, said: str
) -> None:
    (project.path / "empty").mkdir()
    (project.path / "bad.py").write_text("raise ValueError('no')\n")
    project.makeini(INI.replace(old, new))
    result = project.runpytest()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines([f"ERROR: wodlang_*: *{said}*"])
    assert "Traceback" not in result.stderr.str() + result.stdout.str()


def test_the_fixtures_for_tests_by_hand(project: pytest.Pytester) -> None:
    project.makepyfile(
        test_hand="""
        def test_findings(wod_findings):
            assert [one.message for one in wod_findings("Bench Press 3x8")] == ["a bench press"]

        def test_lines(wod_lines):
            assert wod_lines("Squat 3x5\\nBench Press 3x8") == [(2, "IH101")]
            both = wod_lines("Bench Press 3x8", profiles=["strict"])
            assert both == [(1, "IH101"), (1, "IH102")]
        """
    )
    project.runpytest("test_hand.py").assert_outcomes(passed=2)


def test_without_settings_the_installed_packs_are_used(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        def test_lines(wod_lines):
            assert (2, "PC302") in wod_lines("Deadlift 3x5 @ 85%\\nBarbell Row 3x8")
        """
    )
    pytester.runpytest().assert_outcomes(passed=1)


TOML = """\
[pack]
name = "toml-house"
prefix = "TH"
version = "1.0.0"
description = "how we train"

[[rule]]
code = "TH101"
name = "any-bench"
severity = "warning"
for-each = "exercise"
when = "exercise = 'Bench Press'"
message = "a {exercise}"
why = "because"
source = "the coach"
evidence = "opinion"
valid = ["Squat 3x5"]
invalid = [{ wod = "Bench Press 3x8", lines = [1] }]
"""


def test_a_toml_pack_is_tested(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nwodlang_packs = house.toml\n")
    (pytester.path / "house.toml").write_text(TOML)
    ids = [f"house.toml::{name}" for name in ("toml-house", "TH101-1", "TH101-2")]
    assert collected(pytester) == ids
    assert collected(pytester, "house.toml::TH101-2") == ids[2:]
    pytester.runpytest().assert_outcomes(passed=3)


def test_a_wrong_toml_pack_is_a_usage_error_with_its_place(pytester: pytest.Pytester) -> None:
    pytester.makeini("[pytest]\nwodlang_packs = house.toml\n")
    (pytester.path / "house.toml").write_text(TOML.replace("for-each", "for-eech"))
    result = pytester.runpytest()
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: wodlang_packs: *house.toml:*for-eech*"])


def run_apart(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pytest", "-q", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)


def test_it_costs_nothing_where_it_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "test_own.py").write_text(
        "import sys\n"
        "def test_own():\n"
        "    loaded = {name for name in sys.modules if name.split('.')[0] in ('wodlang', 'lark')}\n"
        "    assert loaded == {'wodlang', 'wodlang.testing', 'wodlang.testing.pytest_plugin'}\n"
    )
    done = run_apart(tmp_path)
    assert done.returncode == 0, done.stdout


def test_pytest_runs_without_the_plugin(project: pytest.Pytester) -> None:
    (project.path / "test_own.py").write_text("def test_own(): pass\n")
    done = run_apart(project.path, "-p", "no:wodlang")
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout
