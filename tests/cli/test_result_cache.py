"""Results of earlier runs: used where nothing changed, never where something did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from wodlang.cli import check_anew
from wodlang.cli.main import main

WRONG = "session Pull\n  Deadlift 4x3 @ 87%\n  Pull-Up 3x8\n  Barbell Row 3x8\n"


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., tuple[int, int]]:
    """Runs `wod check` and gives its exit code and how many texts were checked anew."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("WODLANG_CACHE", str(tmp_path / "cache"))
    true, counted = check_anew.workbench.check_text, [0]

    def counting(*arguments: object, **named: object) -> object:
        counted[0] += 1
        return true(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(check_anew.workbench, "check_text", counting)

    def run(*options: str) -> tuple[int, int]:
        before = counted[0]
        return main(["check", "--output-format", "json", *options]), counted[0] - before

    return run


def test_an_unchanged_file_is_not_checked_again(
    computed: Callable[..., tuple[int, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.wod").write_text(WRONG)
    assert computed("a.wod") == (1, 1)
    first = capsys.readouterr().out
    assert computed("a.wod") == (1, 0)
    assert capsys.readouterr().out == first


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda: Path("a.wod").write_text(WRONG + "  Leg Curl 3x12\n"), id="text"),
        pytest.param(
            lambda: Path("wod.toml").write_text('ignore = ["PC302"]\n'), id="configuration"
        ),
        pytest.param(
            lambda: [
                path.write_text("damaged")
                for path in Path("cache/results").rglob("*")
                if path.is_file()
            ],
            id="damaged",
        ),
    ],
)
def test_what_changed_is_checked_anew(
    computed: Callable[..., tuple[int, int]], change: Callable[[], object]
) -> None:
    Path("a.wod").write_text(WRONG)
    computed("a.wod")
    change()
    assert computed("a.wod")[1] == 1


def test_other_options_are_another_result(computed: Callable[..., tuple[int, int]]) -> None:
    Path("a.wod").write_text(WRONG)
    assert computed("a.wod") == (1, 1)
    assert computed("--ignore", "PC302,PC601,PC501", "a.wod") == (0, 1)
    assert computed("--fail-level", "error", "a.wod") == (0, 1)


def test_a_file_that_includes_another_is_always_checked(
    computed: Callable[..., tuple[int, int]],
) -> None:
    Path("gym.wod").write_text("exercise Belt Squat Machine\n  like: Leg Press\n")
    Path("a.wod").write_text("include gym.wod\nBelt Squat Machine 3x10\n")
    assert computed("a.wod")[1] == 1
    Path("gym.wod").write_text("")
    assert computed("a.wod")[1] == 1


def test_no_cache_writes_and_reads_nothing(computed: Callable[..., tuple[int, int]]) -> None:
    Path("a.wod").write_text(WRONG)
    computed("--no-cache", "a.wod")
    assert not Path("cache/results").exists()
    assert computed("--no-cache", "a.wod")[1] == 1
