"""`# expect: CODE`: nothing more and nothing less than that is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from wodlang.plugin import Pack
from wodlang.testing import CheckFailed, check_fixture

BENCH = "Bench Press 3x8"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Barbell Row 3x8", id="clean"),
        pytest.param("", id="empty"),
        pytest.param(f"{BENCH}  # expect: IH101", id="on-the-line"),
        pytest.param(f"{BENCH}  // expect: ih101", id="other-comment"),
        pytest.param(f"# expect: IH101\n{BENCH}", id="above"),
        pytest.param(f"session A\n  # expect: IH101\n\n  # why so\n  {BENCH}", id="above-with-gap"),
        pytest.param(f"Squat 3x5\r\n{BENCH} # expect: IH101\r\n", id="crlf"),
        pytest.param("Squat 3x  # expect: WOD001", id="core"),
        pytest.param("Flurble 3x5  # expect: WOD101", id="core-warning"),
        pytest.param(
            "# expect: IH101\n# expect: WOD102\nBench Press 3x8, wobbly", id="two-lines-above"
        ),
        pytest.param("Bench Press 3x8, wobbly  # expect: IH101, WOD102", id="two-codes"),
        pytest.param("# expect: WOD108\n# wod: ignore[IH101] kept\nSquat 3x5", id="of-a-comment"),
        pytest.param("# wod: ignore[IH101] kept # expect: WOD108\nSquat 3x5", id="in-a-comment"),
        pytest.param("# expect a hard day\nSquat 3x5", id="prose"),
    ],
)  # fmt: skip
def test_what_is_expected_is_accepted(text: str, pack: Pack) -> None:
    check_fixture(text, packs=[pack])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(BENCH, f"+ 1 | {BENCH}\n      IH101 is found here: a Bench Press", id="surplus"),
        pytest.param(
            "Squat 3x5  # expect: IH101",
            "- 1 | Squat 3x5  # expect: IH101\n      IH101 is expected here and not found",
            id="missing",
        ),
        pytest.param(f"{BENCH}\nSquat 3x5 # expect: IH101", "1 missing, 1 not expected", id="line"),
        pytest.param(f"{BENCH} # expect: IH101 IH101", "1 missing, 0 not", id="once-too-often"),
        pytest.param("Squat 3x  # expect: IH101", "! 1 | Squat", id="both"),
        pytest.param("Squat 3x", "WOD001 is found here", id="unread"),
        pytest.param(f"{BENCH} # expect: IH110", "did you mean IH101?", id="unknown-code"),
        pytest.param("Squat 3x5 # expect:", "line 1: name the code", id="no-code"),
        pytest.param("Squat 3x5 # expects: IH101", "line 1: write # expect: CODE", id="almost"),
        pytest.param("Squat 3x5 # expect IH101", "line 1: write # expect: CODE", id="no-colon"),
        pytest.param("Squat 3x5\n# expect: IH101", "no line follows", id="last-line"),
        pytest.param(f"{BENCH} # expect: PC302", 'has the code "PC302"', id="another-pack"),
    ],
)  # fmt: skip
def test_what_is_not_as_expected_fails(text: str, said: str, pack: Pack) -> None:
    with pytest.raises(CheckFailed) as caught:
        check_fixture(text, packs=[pack])
    assert said in str(caught.value)


def test_a_file_is_named(tmp_path: Path, pack: Pack) -> None:
    file = tmp_path / "monday.wod"
    file.write_text(BENCH)
    for path in (file, str(file)):
        with pytest.raises(CheckFailed, match=r"monday\.wod: 0 missing, 1 not"):
            check_fixture(path, packs=[pack])


@pytest.mark.parametrize("data", [None, b"\xff\xfe"], ids=["missing", "not-utf-8"])
def test_a_file_that_cannot_be_read_fails(data: bytes | None, tmp_path: Path, pack: Pack) -> None:
    file = tmp_path / "monday.wod"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(CheckFailed, match="cannot be read"):
        check_fixture(file, packs=[pack])


def test_a_rule_of_a_profile_is_expected_under_it(pack: Pack) -> None:
    strict = replace(pack, rules=(replace(pack.rules[0], profiles=("strict",)),))
    text = f"{BENCH}  # expect: IH101"
    check_fixture(text, packs=[strict], profiles=["strict"])
    with pytest.raises(CheckFailed, match="1 missing"):
        check_fixture(text, packs=[strict])


def test_the_installed_packs_are_the_default() -> None:
    check_fixture("Deadlift 3x5 @ 85%\nBarbell Row 3x8 # expect: PC302")
