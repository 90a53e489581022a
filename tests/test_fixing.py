"""Fixes and suppressions on real texts: what stands there afterwards."""

from __future__ import annotations

import pytest

from wodlang.fixing import fix_text, ignore_findings
from wodlang.lint.settings import Settings

SAFE = [
    pytest.param("Squat 3x5  # wod: ignore[PC302] why\n", "Squat 3x5\n", id="a whole comment"),
    pytest.param(
        "Benh Press 3x5  # wod: ignore[PC302, WOD101] ours\n",
        "Benh Press 3x5  # wod: ignore[WOD101] ours\n", id="the first of two codes",
    ),
    pytest.param(
        "Benh Press 3x5  # wod: ignore[WOD101,PC302] ours\n",
        "Benh Press 3x5  # wod: ignore[WOD101] ours\n", id="the last",
    ),
    pytest.param(
        "Benh Press 3x5  # wod: ignore[ WOD103 , WOD101 , PC302 ] ours\n",
        "Benh Press 3x5  # wod: ignore[ WOD101 ] ours\n", id="the first and the last",
    ),
    pytest.param(
        "Squat 3x5  # wod: ignore[PC302, PC301, WOD103] why\n", "Squat 3x5\n", id="one after another"
    ),
    pytest.param(
        "session A\n  # wod: ignore[PC302] why\n  Squat 3x5\n", "session A\n  Squat 3x5\n",
        id="a line of its own goes as a whole",
    ),
    pytest.param(
        "Squat 3x5\r\n# wod: ignore-file[PC302] why\r\n", "Squat 3x5\r\n", id="for the file, CRLF"
    ),
    pytest.param("Squat 3x5 // wod: ignore[PC302]", "Squat 3x5", id="no line end"),
    pytest.param("Squat 3x5\rDeadlift 3x5 # wod: ignore[PC302]\r", "Squat 3x5\rDeadlift 3x5\r", id="CR"),
    pytest.param("Benh Press 3x5\n", "Benh Press 3x5\n", id="a guess is not safe"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fixed"), SAFE)
def test_safe_fixes(text: str, fixed: str) -> None:
    assert fix_text(text).text == fixed
    assert fix_text(fixed).text == fixed


UNSAFE = [
    pytest.param("Benh Press 3x5\r\nDeadlft 3x5", "Bench Press 3x5\r\nConventional Deadlift 3x5", id="names"),
    pytest.param(
        "Biceps Crl 12x3, strps\n", "Biceps Curl 3x12, straps\n", id="three rules on one line"
    ),
    pytest.param(
        "Monday\n  A. Plank 3x30sek\n  Deadlift 3x5 @ 100 kb, strpas\n",
        "Monday\n  A. Plank 3x30sec\n  Deadlift 3x5 @ 100 kg, straps\n", id="slips further down",
    ),
    pytest.param(
        "program P\n  unit: kg\nMonday\n  Squat 3x5 @ 100\n",
        "program P\n  units: kg\nMonday\n  Squat 3x5 @ 100\n", id="one cures another",
    ),
    pytest.param(
        "Deadlift 4x3 @ 87%\nPull-Up 3x8\nBarbell Row 3x8",
        "Deadlift 4x3 @ 87%\nPull-Up 3x8\nChest-Supported T-Bar Row 3x8, straps", id="a pack's fix",
    ),
    pytest.param(
        "Deadlift 4x3 @ 87%\nPull-Up 3x8\nBarbell Row 3x8\nrest 90s\n",
        "Deadlift 4x3 @ 87%\nPull-Up 3x8\nChest-Supported T-Bar Row 3x8, straps\nrest 90s\n",
        id="not behind the rest below",
    ),
    pytest.param(
        "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"
        "Monday: Pull\nThursday: Pull\n",
        "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Chest-Supported T-Bar Row 3x8, straps\n"
        "Monday: Pull\nThursday: Pull\n", id="a repeated session, once",
    ),
    pytest.param(
        "Deadlift 4x3 @ 87%\nPull-Up 3x8\nBarbell Row 3x8  # wod: ignore[PC302] light\n",
        "Deadlift 4x3 @ 87%\nPull-Up 3x8\nBarbell Row 3x8  # wod: ignore[PC302] light\n",
        id="what is suppressed is left alone",
    ),
    pytest.param(
        "Back Sqat 3x5  # wod: ignore[WOD101, WOD103]\n",
        "Back Sqat 3x5  # wod: ignore[WOD101]\n", id="beside a suppression",
    ),
    pytest.param(
        "Benh Press 3x5  # wod: ignore[unknown-exercice] ours\n",
        "Benh Press 3x5  # wod: ignore[unknown-exercise] ours\n", id="a name that was meant",
    ),
    pytest.param(
        "Dip 3x8 @ 5kg\nSquat 3x5 82,5 kg\n", "Dip 3x8 @ 5kg\nSquat 3x5 @ 82,5 kg\n",
        id="a decimal comma wants an at sign",
    ),
    *(
        pytest.param(text, text, id=f"no slip, so nothing is guessed: {text.strip()}")
        for text in (
            "Leg day 3x5\n", "Balance 3x30s\n", "Hot potato 2min\n", "Dip 50 reps total\n",
            "Curl 3x8, last set drop set\n",
        )
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fixed"), UNSAFE)
def test_unsafe_fixes(text: str, fixed: str) -> None:
    assert fix_text(text, unsafe=True).text == fixed
    assert fix_text(fixed, unsafe=True).text == fixed


def test_a_moved_line_takes_its_suppression_along() -> None:
    text = (
        "Monday\n  Trap Bar Deadlift 3x5 @ 85%\n  # wod: ignore[WOD110] on purpose\n"
        "  Barbell Curl 40x10\n  Pull-Up 3x8\n  Front Squat 3x6 @ 70%\n"
    )
    result = fix_text(text, unsafe=True)
    lines = [line.strip() for line in result.text.splitlines()]
    assert lines.index("Barbell Curl 40x10") > lines.index("Pull-Up 3x8")
    assert lines[lines.index("Barbell Curl 40x10") - 1] == "# wod: ignore[WOD110] on purpose"
    assert "WOD110" not in {one.code for one in result.findings}


def test_only_what_runs_is_fixed() -> None:
    text = "Benh Press 3x5\nBiceps Curl 12x3\n"
    result = fix_text(text, settings=Settings(ignore=("WOD101",)), unsafe=True)
    assert result.text == "Benh Press 3x5\nBiceps Curl 3x12\n"
    assert [one.finding.code for one in result.made] == ["WOD202"]


IGNORED = [
    pytest.param("Benh Press 3x5\n", "Benh Press 3x5  # wod: ignore[WOD101] ours\n", id="behind"),
    pytest.param("Benh Press 3x5", "Benh Press 3x5  # wod: ignore[WOD101] ours", id="no line end"),
    pytest.param(
        "Benh Press 3x5 \t\r\n", "Benh Press 3x5  # wod: ignore[WOD101] ours\r\n", id="CRLF, blanks"
    ),
    pytest.param(
        "Benh Press 3x5  # her favourite\n",
        "# wod: ignore[WOD101] ours\nBenh Press 3x5  # her favourite\n", id="above a comment",
    ),
    pytest.param(
        "Monday: Benh 3x5, Foo 3x5  # hers\n",
        "# wod: ignore[WOD101] ours\nMonday: Benh 3x5, Foo 3x5  # hers\n",
        id="two findings of a line above a comment",
    ),
    pytest.param(
        "session A\r\n  Benh Press 3x5  # well\r\n",
        "session A\r\n  # wod: ignore[WOD101] ours\r\n  Benh Press 3x5  # well\r\n",
        id="above, indented, CRLF",
    ),
    pytest.param(
        "Benh Press 3x5 @ 100\n", "Benh Press 3x5 @ 100  # wod: ignore[WOD101, WOD103] ours\n",
        id="two rules",
    ),
    pytest.param(
        "Benh Press 3x5 @ 100  # wod: ignore[WOD103] light\n",
        "Benh Press 3x5 @ 100  # wod: ignore[WOD103, WOD101] light; ours\n", id="merged",
    ),
    pytest.param(
        "# wod: ignore[WOD103]\nBenh Press 3x5 @ 100\n",
        "# wod: ignore[WOD103, WOD101] ours\nBenh Press 3x5 @ 100\n", id="merged above",
    ),
    pytest.param(
        "session A\nsession B\nSquat 3x5\n",
        "session A  # wod: ignore[WOD105] ours\nsession B\nSquat 3x5\n", id="a header",
    ),
    pytest.param(
        "athlete\n  injuries: lower back\nMonday\n  Barbell Row 3x8  # wod: ignore[PC402]\n",
        "athlete\n  injuries: lower back\nMonday\n  Barbell Row 3x8  # wod: ignore[PC402] ours\n",
        id="a reason for a rule that wants one",
    ),
    pytest.param(
        "program P\n  unit: kg\n", "program P\n  unit: kg  # wod: ignore[WOD003] ours\n", id="a field"
    ),
    pytest.param(
        "Squat 3x5\n\n> Brace\n", "Squat 3x5\n\n> Brace\n", id="nothing to say"
    ),
    pytest.param("Squat 3x\n", "Squat 3x\n", id="a syntax error stays"),
    pytest.param("Squat 3x5  # wod: ignore[WOD101]\n", "Squat 3x5  # wod: ignore[WOD101]\n",
                 id="an unused suppression is not suppressed"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "ignored"), IGNORED)
def test_ignoring(text: str, ignored: str) -> None:
    result = ignore_findings(text, "ours")
    assert result.text == ignored
    assert {one.name for one in result.findings} <= {"syntax-error", "unused-suppression"}
    assert ignore_findings(ignored, "ours").text == ignored


def test_ignoring_what_is_left_by_some_rules_alone() -> None:
    text = "Benh Press 3x5 @ 100\n"
    result = ignore_findings(text, "ours", settings=Settings(select=("WOD103",)))
    assert result.text == "Benh Press 3x5 @ 100  # wod: ignore[WOD103] ours\n"
