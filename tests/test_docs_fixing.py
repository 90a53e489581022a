"""docs/fixing.md: its files are written, its commands run, one after the other."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from wodlang.cli.main import main

PAGE = (Path(__file__).parents[1] / "docs" / "fixing.md").read_text(encoding="utf-8")
BLOCKS = re.findall(
    r"(?:^<!-- ([^\n]+) -->\n)?^```(\w+)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE
)
WRITTEN = ("monday.wod", "tuesday.wod")
READ = {"as it is now": "monday.wod", "wod-baseline.toml": "wod-baseline.toml"}


def test_the_page_is_read_as_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("wod.toml").write_text("")
    commands = 0
    for name, kind, text in BLOCKS:
        if name in WRITTEN:
            Path(name).write_text(text)
        elif name in READ:
            assert Path(READ[name]).read_text() == text
        elif kind == "console":
            for command, expected in re.findall(
                r"^\$ wod (.+)\n((?:[^$].*\n)*)", text, re.MULTILINE
            ):
                main(shlex.split(command))
                said = capsys.readouterr()
                assert said.out + said.err == expected, command
                commands += 1
        elif kind == "python":
            exec(text, {})
        else:
            pytest.fail(f"nobody looks at this block: {text}")
    assert commands == 9
