"""The examples say what the linter says: no more, no less, and none is left out."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from wodlang.cli.main import main
from wodlang.lint.settings import Settings
from wodlang.testing import findings
from wodlang.workbench import load_packs, open_text

EXAMPLES = Path(__file__).parents[1] / "examples"
BROKEN = EXAMPLES / "broken"
PROGRAMS = (EXAMPLES / "posterior-chain.wod", *sorted((EXAMPLES / "programs").glob("*.wod")))
SESSIONS = sorted(BROKEN.glob("*.wod"))
# `# lint: clean`, `# lint: PC302, PC703`, `# lint with posterior-chain/strict: clean`
PROMISE = re.compile(r"^# lint(?: with (?P<profile>\S+))?: (?P<codes>.+)$", re.MULTILINE)
PROFILE = re.compile(r"^# profile: (\S+)$", re.MULTILINE)
FEWEST_PROGRAMS = 14
README = (EXAMPLES / "README.md").read_text(encoding="utf-8")


def promises() -> list[tuple[Path, str | None, str]]:
    return [
        (path, promise["profile"], promise["codes"])
        for path in PROGRAMS
        for promise in PROMISE.finditer(text_of(path))
    ]


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def profiles_of(path: Path) -> list[str]:
    return PROFILE.findall(text_of(path))


@pytest.mark.parametrize(
    ("path", "profile", "codes"), promises(), ids=lambda one: getattr(one, "stem", one)
)
def test_a_program_has_the_findings_that_its_header_promises(
    path: Path, profile: str | None, codes: str
) -> None:
    promised = set() if codes == "clean" else set(codes.split(", "))
    found = findings(text_of(path), profiles=(profile,) if profile else ())
    assert {one.code for one in found} == promised, [one.message for one in found]


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: path.stem)
def test_a_program_is_read_from_end_to_end(path: Path) -> None:
    assert PROMISE.search(text_of(path)), "its header promises nothing"
    entries = [
        entry for session in open_text(text_of(path)).program.sessions for entry in session.entries
    ]
    assert entries
    assert all(entry.exercise is not None or all(entry.part_exercises) for entry in entries)


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_a_broken_session_shows_its_own_fault_alone(path: Path) -> None:
    found = findings(text_of(path), profiles=profiles_of(path))
    assert {f"{one.code}-{one.name}" for one in found} == {path.stem}


@pytest.mark.parametrize("path", SESSIONS, ids=lambda path: path.stem)
def test_the_report_beside_a_broken_session_is_the_real_one(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """WOD_WRITE_SNAPSHOTS=1 writes the reports anew, for review."""
    monkeypatch.chdir(BROKEN)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    main(["check", path.name, *(f"--profile={profile}" for profile in profiles_of(path))])
    shown = capsys.readouterr().out
    kept = path.with_suffix(".txt")
    if os.environ.get("WOD_WRITE_SNAPSHOTS"):
        kept.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == text_of(kept)


def test_every_rule_of_the_pack_has_a_broken_session() -> None:
    packs = {pack.name: pack for pack in load_packs(Settings()).packs}
    rules = {f"{rule.code}-{rule.name}" for rule in packs["posterior-chain"].rules}
    assert {path.stem for path in SESSIONS} == rules


def test_a_profile_is_asked_for_only_where_the_rule_needs_it() -> None:
    packs = {pack.name: pack for pack in load_packs(Settings()).packs}
    not_on = {rule.code for rule in packs["posterior-chain"].rules if rule.profiles}
    assert {path.stem.split("-")[0] for path in SESSIONS if profiles_of(path)} == not_on


def test_no_example_is_left_out() -> None:
    assert {*PROGRAMS, *SESSIONS} == set(EXAMPLES.rglob("*.wod"))
    assert {path.with_suffix(".txt") for path in SESSIONS} == set(EXAMPLES.rglob("*.txt"))
    assert len(PROGRAMS) > FEWEST_PROGRAMS


@pytest.mark.parametrize("path", [*PROGRAMS, *SESSIONS], ids=lambda path: path.stem)
def test_the_readme_names_every_example(path: Path) -> None:
    assert f"`{path.name}`" in README


def test_the_report_in_the_readme_is_a_real_one() -> None:
    report = text_of(BROKEN / "PC302-unsupported-row-after-hinge.txt")
    assert report.split("\n\n")[0] in README
