"""Code of packs: one kind of error, a time limit, and Ctrl-C that stays Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

import pytest

from wodlang.lint.guarded import PackError, guarded, time_limit


def _raise(error: BaseException) -> Callable[[], None]:
    def call() -> None:
        raise error

    return call


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WODLANG_TIME_LIMIT", "0.2")


@pytest.mark.parametrize(
    "error",
    [ValueError("a\nb"), SystemExit(3), KeyboardInterrupt("a b"), GeneratorExit(), MemoryError()],
    ids=lambda error: type(error).__name__,
)
def test_whatever_is_raised_is_a_pack_error(error: BaseException) -> None:
    with pytest.raises(PackError, match=type(error).__name__) as caught:
        guarded(_raise(error))
    assert "\n" not in str(caught.value)


def test_the_result_and_the_handlers_are_as_before() -> None:
    before = signal.getsignal(signal.SIGALRM), signal.getsignal(signal.SIGINT), sys.stdout
    assert guarded(lambda: 42) == 42
    with pytest.raises(PackError):
        guarded(_raise(ValueError()))
    after = signal.getsignal(signal.SIGALRM), signal.getsignal(signal.SIGINT), sys.stdout
    assert after == before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_a_long_message_is_cut() -> None:
    with pytest.raises(PackError) as caught:
        guarded(_raise(ValueError("x" * 100_000)))
    assert len(str(caught.value)) < 400


def test_what_hangs_ends() -> None:
    def hang() -> None:
        while True:
            pass

    started = time.monotonic()
    with pytest.raises(PackError, match=r"longer than 0\.2 s"):
        guarded(hang)
    assert time.monotonic() - started < 5


def test_ctrl_c_is_nobodys_error() -> None:
    def interrupted() -> None:
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0.1)

    with pytest.raises(KeyboardInterrupt):
        guarded(interrupted)


def test_ctrl_c_cannot_be_swallowed() -> None:
    def swallow() -> int:
        try:
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(0.1)
        except KeyboardInterrupt:
            pass
        return 1

    with pytest.raises(KeyboardInterrupt):
        guarded(swallow)


def test_in_another_thread_there_is_no_limit_and_no_harm() -> None:
    results: list[Any] = []
    thread = threading.Thread(target=lambda: results.append(guarded(lambda: time.sleep(0.3) or 7)))
    thread.start()
    thread.join()
    assert results == [7]


def test_somebody_elses_timer_is_left_alone() -> None:
    before = signal.signal(signal.SIGALRM, lambda *_: None)
    signal.setitimer(signal.ITIMER_REAL, 60)
    try:
        assert guarded(lambda: time.sleep(0.3) or 7) == 7
        assert 50 < signal.getitimer(signal.ITIMER_REAL)[0] < 60
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize(("written", "seconds"), [("", 10), ("0", 0), ("2.5", 2.5)])
def test_the_limit(monkeypatch: pytest.MonkeyPatch, written: str, seconds: float) -> None:
    monkeypatch.setenv("WODLANG_TIME_LIMIT", written)
    assert time_limit() == seconds


@pytest.mark.parametrize("written", ["soon", "-1", "nan", "inf"])
def test_a_limit_that_is_no_number(monkeypatch: pytest.MonkeyPatch, written: str) -> None:
    monkeypatch.setenv("WODLANG_TIME_LIMIT", written)
    with pytest.raises(ValueError, match="no number of seconds"):
        time_limit()
    assert guarded(lambda: 1) == 1
