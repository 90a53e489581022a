"""The corpus of the language: good files with their trees, bad files with their diagnostics.

`python tests/syntax/test_corpus.py` writes what is expected where nothing is written yet; a person
compares that with the language reference before it is kept.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from wodlang.lint.settings import Settings
from wodlang.report.program_json import program_data
from wodlang.text.core_codes import CORE_CODES
from wodlang.text.finding import Finding
from wodlang.text.source import Source
from wodlang.workbench import CheckResult, check_text

CORPUS = Path(__file__).parents[2] / "grammar" / "corpus"
GOOD = sorted((CORPUS / "good").glob("*.wod"))
BAD = sorted((CORPUS / "bad").glob("*.wod"))
# These need a pack that fails, which no text can bring about.
NOT_OF_A_TEXT = {"rule-crashed", "pack-not-loaded"}


def _check(path: Path, text: str | None = None) -> CheckResult:
    text = path.read_bytes().decode("utf-8") if text is None else text
    return check_text(text, str(path), Settings(no_packs=True))


def compact(result: CheckResult) -> dict[str, Any]:
    """The program as data without what is null, empty or usual; equal sets stand once."""
    data = program_data(result.program)
    athlete = _without_empty(data["athlete"])
    head = {"program": data["program"], "units": data["units"], "athlete": athlete}
    sessions = [_session(session) for session in data["sessions"]]
    found = [_place(result.source, finding) for finding in result.findings]
    return _without_empty({**head, "sessions": sessions, "findings": found})


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, [], {})}


def _session(session: dict[str, Any]) -> dict[str, Any]:
    exercises = [_exercise(exercise) for exercise in session["exercises"]]
    return {**_without_empty(session), "exercises": exercises}


def _exercise(exercise: dict[str, Any]) -> dict[str, Any]:
    kept = _without_empty({key: value for key, value in exercise.items() if key != "sets"})
    if kept["working"]:
        del kept["working"]
    runs = [(one, len(list(run))) for one, run in groupby(exercise["sets"])]
    kept["sets"] = [{"times": count, **one} for one, count in runs]
    return kept


def _place(source: Source, finding: Finding) -> str:
    line, column = source.position(finding.span.start)
    return f"{line}:{column} {finding.name}"


def tree_text(result: CheckResult) -> str:
    """The compact tree as JSON, an exercise a line."""
    data = compact(result)
    marks: dict[str, str] = {}
    for session in data.get("sessions", []):
        for index, exercise in enumerate(session["exercises"]):
            mark = f"@{len(marks)}@"
            marks[f'"{mark}"'] = json.dumps(exercise, ensure_ascii=False)
            session["exercises"][index] = mark
    text = json.dumps(data, indent=1, ensure_ascii=False)
    for mark, exercise_text in marks.items():
        text = text.replace(mark, exercise_text, 1)
    return text + "\n"


def findings_text(result: CheckResult) -> str:
    """A finding a line: place, name and what it proposes."""
    return "".join(
        f"{_place(result.source, finding)} -- {finding.help}\n" for finding in result.findings
    )


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_has_its_tree(path: Path) -> None:
    result = _check(path)
    assert compact(result) == json.loads(_expected(path, ".json", tree_text(result)))


TWINS: dict[str, Callable[[str], str]] = {
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "bom": lambda text: "\ufeff" + text,
    "no final newline": lambda text: text.rstrip("\n"),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "indented with tabs": lambda text: "\t" + text.replace("\n", "\n\t"),
    "blanks at the ends": lambda text: text.replace("\n", "  \n"),
    "times signs": lambda text: text.replace("3x5", "3×5").replace("3x8", "3X8"),
}


@pytest.mark.parametrize("twin", TWINS)
@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_the_twin_of_a_good_file_has_the_same_tree(path: Path, twin: str) -> None:
    text = path.read_bytes().decode("utf-8")
    original, changed = compact(_check(path, text)), compact(_check(path, TWINS[twin](text)))
    for side in (original, changed):
        side["findings"] = [one.split(" ")[1] for one in side.get("findings", [])]
    assert _spelled(changed) == _spelled(original)


def _spelled(tree: dict[str, Any]) -> str:
    text = json.dumps(tree, ensure_ascii=False)
    return text.replace("\u00a0", " ").replace("×", "x").replace("3X8", "3x8")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_has_its_diagnostics(path: Path) -> None:
    shown = findings_text(_check(path))
    assert shown == _expected(path, ".txt", shown)


def _expected(path: Path, suffix: str, shown: str) -> str:
    """What is kept beside a file; WOD_WRITE_SNAPSHOTS=1 writes it anew, for review."""
    kept = path.with_suffix(suffix)
    if os.environ.get("WOD_WRITE_SNAPSHOTS"):
        kept.write_text(shown, encoding="utf-8", newline="\n")
    assert kept.exists(), f"{path.name} has no {suffix}: WOD_WRITE_SNAPSHOTS=1 pytest {__file__}"
    return kept.read_text("utf-8")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_diagnostic_says_what_to_type(path: Path) -> None:
    for finding in _check(path).findings:
        assert finding.message
        assert finding.help
        assert not any(word.isupper() and "_" in word for word in finding.help.split())


def test_every_core_check_has_a_bad_file() -> None:
    found = {
        line.split(" ")[1]
        for path in BAD
        for line in path.with_suffix(".txt").read_text("utf-8").splitlines()
    }
    assert set(CORE_CODES) - NOT_OF_A_TEXT <= found


def test_fifty_broken_lines_cost_fifty_lines() -> None:
    lines = [f"Back Squat 3x{reps % 8 + 1} @ {60 + reps % 30}%" for reps in range(500)]
    for broken in range(0, 500, 10):
        lines[broken] = "Back Squat 3x"
    result = check_text("\n".join(lines), "many.wod", Settings(no_packs=True))
    errors = [finding for finding in result.findings if finding.name == "syntax-error"]
    assert [result.source.line_index(one.span.start) for one in errors] == list(range(0, 500, 10))
    (session,) = result.program.sessions
    assert sum(bool(entry.sets) for entry in session.entries) == 450


def _write(path: Path, suffix: str, write: Callable[[CheckResult], str]) -> None:
    expected = path.with_suffix(suffix)
    if not expected.exists():
        expected.write_text(write(_check(path)), encoding="utf-8")


if __name__ == "__main__":
    for good in GOOD:
        _write(good, ".json", tree_text)
    for bad in BAD:
        _write(bad, ".txt", findings_text)
