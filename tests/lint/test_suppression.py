"""Suppression comments: what they silence, and what is said of them."""

from __future__ import annotations

import pytest

from wodlang.lint.settings import Settings
from wodlang.workbench import check_text

ROW = "Deadlift 4x3 @ 87%\nPull-Up 3x8\n{above}Barbell Row 3x8{behind}\n"
INJURED = (
    "athlete\n  injuries: lower back\nMonday\n  Barbell Row 3x8  # wod: ignore[PC402]{reason}\n"
)


def names(text: str) -> list[str]:
    return [one.name for one in check_text(text).findings]


def row(above: str = "", behind: str = "") -> list[str]:
    return names(ROW.format(above=above, behind=behind))


@pytest.mark.parametrize(
    ("above", "behind"),
    [
        pytest.param("", "  # wod: ignore[PC302] light today", id="at the line's end"),
        pytest.param("# wod: ignore[PC302] light today\n", "", id="on the line above"),
        pytest.param("# wod: ignore-file[PC302] we row\n", "", id="on the file"),
        pytest.param("", "  # wod: ignore[unsupported-row-after-hinge]", id="by name"),
        pytest.param("", "  // wod: ignore[pc302]", id="other comment sign, other case"),
    ],
)
def test_silences(above: str, behind: str) -> None:
    assert "unsupported-row-after-hinge" in row()
    found = row(above, behind)
    assert "unsupported-row-after-hinge" not in found
    assert "unused-suppression" not in found


def test_acts_on_its_own_line_alone() -> None:
    found = names("Deadlift 4x3 @ 87%  # wod: ignore[PC302] here\nPull-Up 3x8\nBarbell Row 3x8\n")
    assert "unsupported-row-after-hinge" in found
    assert "unused-suppression" in found


def test_an_unknown_code_is_reported_with_the_nearest() -> None:
    found = check_text("Squat 3x5  # wod: ignore[PC3002] why\n").findings
    (finding,) = [one for one in found if one.name == "unknown-suppression"]
    assert "PC302" in finding.help


@pytest.mark.parametrize(
    "typed", ["WOD999", "WOD1O9", "unkown-suppression", "unused-supression", "WOD0O1"]
)
def test_no_check_of_suppressions_or_of_syntax_is_proposed(typed: str) -> None:
    found = check_text(f"# wod: ignore-file[{typed}] why\nSquat 3x5\n").findings
    (finding,) = [one for one in found if one.name == "unknown-suppression"]
    never = ("WOD108", "WOD109", "unused-suppression", "unknown-suppression", "WOD001")
    said = [finding.help, *(edit.replacement for fix in finding.fixes for edit in fix.edits)]
    assert not [word for word in never if any(word in text for text in said)]


LEFT_OUT = {
    "core alone": Settings(no_packs=True),
    "a file that is not there": Settings(packs=("/no/house.toml",)),
    "a pack that is not installed": Settings(packs=("iron-house",)),
    "a required pack": Settings(require_packs=("iron-house>=1",)),
}


@pytest.mark.parametrize("settings", LEFT_OUT.values(), ids=LEFT_OUT)
def test_a_code_of_a_pack_that_was_left_out_is_not_wrong(settings: Settings) -> None:
    text = "Squat 3x5  # wod: ignore[{}] why\n"
    for code in ("IH101", "row-after-deadlift", "WOD999"):
        found = check_text(text.format(code), settings=settings).findings
        unknown = [one for one in found if one.name == "unknown-suppression"]
        assert len(unknown) == (code == "WOD999")


def test_a_grave_rule_wants_a_reason() -> None:
    assert "unsupported-row-with-bad-back" in names(INJURED.format(reason=""))
    assert "unsupported-row-with-bad-back" not in names(INJURED.format(reason=" physio agrees"))


def test_the_fix_of_an_unused_one_removes_it() -> None:
    text = "Squat 3x5  # wod: ignore[PC302] why\n"
    (finding,) = [one for one in check_text(text).findings if one.name == "unused-suppression"]
    (edit,) = finding.fixes[0].edits
    assert text[: edit.span.start] + edit.replacement + text[edit.span.end :] == "Squat 3x5\n"
