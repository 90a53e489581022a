"""What a stream may be given: width, colours, links."""

from __future__ import annotations

from io import StringIO

import pytest

from wodlang.report.look import look_of

TERMINAL = {"FORCE_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "132"}


@pytest.mark.parametrize(
    ("environment", "colour"),
    [
        pytest.param({}, False, id="a pipe"),
        pytest.param(TERMINAL, True, id="a terminal"),
        pytest.param(TERMINAL | {"NO_COLOR": "1"}, False, id="NO_COLOR goes first"),
        pytest.param(TERMINAL | {"NO_COLOR": ""}, True, id="an empty NO_COLOR says nothing"),
        pytest.param(TERMINAL | {"TERM": "dumb"}, False, id="a dumb terminal"),
    ],
)
def test_colours_go_to_terminals_that_want_them(
    environment: dict[str, str], colour: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("FORCE_COLOR", "NO_COLOR", "TERM", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert look_of(StringIO()).colour is colour


def test_width_follows_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "132")
    assert look_of(StringIO()).width == 132
