"""Signals are held back while something is written, and come then."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from wodlang.text.undisturbed import undisturbed

SIGNALS = [signal.SIGINT, signal.SIGTERM]


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_waits_and_comes_once(number: signal.Signals) -> None:
    came: list[str] = []
    before = signal.signal(number, lambda *_: came.append("signal"))
    try:
        with undisturbed():
            signal.raise_signal(number)
            signal.raise_signal(number)
            came.append("work")
        came.append("after")
    finally:
        signal.signal(number, before)
    assert came == ["work", "signal", "after"]


def test_what_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        with undisturbed():
            signal.raise_signal(signal.SIGTERM)
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGTERM, before)


def test_another_thread_holds_nothing_back() -> None:
    done: list[bool] = []

    def work() -> None:
        with undisturbed():
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


WRITES = """
import os, signal, sys
from wodlang.cli import output
from wodlang.text.atomic_write import write_atomically
true = os.{call}
def interrupted(*given):
    signal.raise_signal(signal.{number})
    return true(*given)
os.{call} = interrupted
{write}
print("lived on")
"""


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("call", ["replace", "chmod"])
@pytest.mark.parametrize(
    "write", ['write_atomically("a.wod", b"old", b"new")', 'output.write("new", "a.wod")']
)
def test_a_file_becomes_whole_and_then_the_process_ends(
    tmp_path: Path, number: str, call: str, write: str
) -> None:
    (tmp_path / "a.wod").write_bytes(b"old")
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(
        [sys.executable, "-c", WRITES.format(number=number, call=call, write=write)],
        cwd=tmp_path, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (-getattr(signal, number), b"")
    assert [path.name for path in tmp_path.iterdir()] == ["a.wod"]
    assert (tmp_path / "a.wod").read_bytes() == b"new"
