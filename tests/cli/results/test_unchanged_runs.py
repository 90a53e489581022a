"""What did not change is not checked again, and hardly anything is imported for that."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest
from remembered_runs import CLEAN, WRONG, Check, put, run

from wodlang.cli.results import unchanged


@pytest.mark.parametrize("output", ["json", "full", "concise"])
@pytest.mark.parametrize("text", [WRONG, CLEAN], ids=["findings", "clean"])
def test_an_unchanged_file_is_not_checked_again(
    check: Check, capsys: pytest.CaptureFixture[str], text: str, output: str
) -> None:
    put("a.wod", text)
    code = int(text == WRONG)
    assert check("a.wod", output=output) == (code, 1)
    first = capsys.readouterr().out
    for _ in range(3):
        assert check("a.wod", output=output) == (code, 0)
        assert capsys.readouterr().out == first


@pytest.mark.usefixtures("settled")
def test_clean_files_are_not_even_read(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    put("a.wod", CLEAN)
    check("a.wod", output="")
    monkeypatch.setattr("wodlang.cli.check_files.read_file", lambda path: pytest.fail("read"))
    assert check("a.wod", output="json") == (0, 0)
    monkeypatch.setattr("wodlang.cli.dispatch.dispatch", lambda typed: pytest.fail("dispatched"))
    assert check("a.wod", output="") == (0, 0)
    assert check("a.wod", output="full") == (0, 0)


@pytest.mark.usefixtures("settled")
def test_a_touched_file_is_known_by_its_content(check: Check) -> None:
    put("a.wod", CLEAN)
    put("wod.toml", 'ignore = ["PC302"]\n')
    check("a.wod", output="")
    put("a.wod", CLEAN, age=30)
    put("wod.toml", 'ignore = ["PC302"]\n', age=30)
    assert unchanged.check_unchanged(["a.wod"]) is None
    assert check("a.wod", output="") == (0, 0)
    assert unchanged.check_unchanged(["a.wod"]) == 0, "the new times were remembered"


def test_no_cache_writes_and_reads_nothing(check: Check) -> None:
    put("a.wod", WRONG)
    check("--no-cache", "a.wod")
    assert not Path("cache/results").exists()
    assert check("--no-cache", "a.wod")[1] == 1


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("number", [1, 2])
def test_an_unchanged_run_says_what_the_full_report_says(
    check: Check, capsys: pytest.CaptureFixture[str], number: int
) -> None:
    for one in range(number):
        put(f"{one}.wod", CLEAN)
    check(output="")
    told = capsys.readouterr().out
    assert unchanged.check_unchanged([]) == 0
    assert capsys.readouterr().out == told


def test_an_unchanged_run_imports_next_to_nothing(tmp_path: Path) -> None:
    put(str(tmp_path / "a.wod"), CLEAN)
    time.sleep(2.1)  # or the file is too young to be known by its times
    code = (
        "import sys\n"
        "from wodlang.cli.main import main\n"
        "main(['check', 'a.wod'])\n"
        "print(*sorted(sys.modules), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", code]
    loaded: set[str] = set()
    for _ in range(3):
        done = run(command, tmp_path)
        assert done.returncode == 0, done.stderr
        loaded = set(done.stderr.split())
    heavy = {"lark", "rich", "pluggy", "importlib.metadata", "dataclasses", "typing", "argparse",
             "json", "hashlib", "re", "enum", "tempfile", "wodlang.workbench"}  # fmt: skip
    plain = run(
        [sys.executable, "-c", "import sys; print(*sys.modules, file=sys.stderr)"], tmp_path
    )
    assert not (loaded & heavy) - set(plain.stderr.split())
