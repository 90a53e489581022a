"""On published programs the pack says what a good coach would accept, and nothing else."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from wodlang.plugin import Severity, Source
from wodlang.testing import findings
from wodlang_strength import wodlang_pack

EXAMPLES = Path(__file__).parents[3] / "examples"
PROGRAMS = [*sorted(EXAMPLES.glob("programs/*.wod")), *EXAMPLES.glob("posterior-chain.wod")]
REVIEWED = tomllib.loads((Path(__file__).parent / "reviewed.toml").read_text("utf-8"))["finding"]

Said = tuple[str, int, str]

pytestmark = pytest.mark.skipif(not PROGRAMS, reason="the programs are in wodlang's checkout")


def name_of(path: Path) -> str:
    return path.relative_to(EXAMPLES).as_posix()


def said_of(path: Path, profile: str | None = None) -> list[tuple[Said, Severity]]:
    text = path.read_text("utf-8")
    source = Source(str(path), text)
    profiles = () if profile is None else (f"strength/{profile}",)
    found = findings(text, profiles, str(path), packs=[wodlang_pack()])
    assert not [one for one in found if one.name == "rule-crashed"]
    return [
        ((name_of(path), source.position(one.span.start).line, one.code), one.severity)
        for one in found
        if one.pack == "strength"
    ]


@pytest.mark.parametrize("path", PROGRAMS, ids=name_of)
def test_only_what_was_reviewed_is_said(path: Path) -> None:
    reviewed = [
        (one["program"], one["line"], one["code"])
        for one in REVIEWED
        if one["program"] == name_of(path)
    ]
    assert [said for said, _ in said_of(path)] == reviewed


@pytest.mark.parametrize("path", PROGRAMS, ids=name_of)
def test_base_has_nothing_to_say(path: Path) -> None:
    assert said_of(path, "base") == []


def test_every_review_gives_its_reason_and_a_program_that_is_there() -> None:
    for one in REVIEWED:
        assert len(one["reason"]) > 40 or "as on line" in one["reason"]
        assert (EXAMPLES / one["program"]).is_file()


def test_the_programs_are_quiet_because_they_are_good() -> None:
    """The same programs, spoiled: each rule that can speak does."""
    texas = (EXAMPLES / "programs/texas-method.wod").read_text("utf-8")
    spoiled = re.sub(r"Squat +5x5 @ 90% of 5RM", "Squat 8x8 @ 85%, rest 60s", texas)
    found = {one.code for one in findings(spoiled, packs=[wodlang_pack()])}
    assert {"ST201", "ST202", "ST205"} <= found
