"""Every key of `fix`: `fixes.toml` holds texts before and after."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from wodlang.text.finding import Applicability, apply_edits

CASES = tomllib.loads(Path(__file__).with_name("fixes.toml").read_text())["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['fix']} in {case['before']!r}")
def test_a_fix(house: Any, case: dict[str, Any]) -> None:
    """The text after it, and whether it is safe."""
    safe = ", safe = true" if case.get("safe") else ""
    each, before = case.get("for-each", "exercise"), case["before"]
    severity = f'severity = "{case.get("severity", "warning")}"\n'
    read = house.pack(case["when"], each, f"{severity}fix = {{ {case['fix']}{safe} }}")
    (finding,) = house.findings(read, before)
    if "after" not in case:
        assert finding.fixes == ()
        return
    (fix,) = finding.fixes
    assert apply_edits(before, fix.edits) == case["after"]
    assert fix.applicability is (Applicability.SAFE if safe else Applicability.UNSAFE)
    assert fix.title


def test_several_fixes_to_choose_from(house: Any) -> None:
    """A list of tables; the first is shown first."""
    fix = 'fix = [{ replace-exercise = "Seated Cable Row" }, { replace-exercise = "Pulldown" }]'
    read = house.pack("exercise = 'Barbell Row'", more=fix)
    (finding,) = house.findings(read, "Barbell Row 3x8")
    assert [one.title for one in finding.fixes] == [
        "replace it with Seated Cable Row", "replace it with Pulldown",
    ]  # fmt: skip


def test_a_fix_that_does_not_mend_is_not_offered(house: Any) -> None:
    """The rule would speak again."""
    read = house.pack("pattern = row", more='fix = { add-modifier = "straps" }')
    (finding,) = house.findings(read, "Barbell Row 3x8")
    assert finding.fixes == ()


def test_a_title_names_what_is_new(house: Any) -> None:
    """A modifier that stands there already is not added."""
    read = house.pack(
        "not modifiers has straps", more='fix = { add-modifier = ["belt", "straps"] }'
    )
    (finding,) = house.findings(read, "Barbell Row 3x8, belt")
    assert [fix.title for fix in finding.fixes] == ["add straps"]
