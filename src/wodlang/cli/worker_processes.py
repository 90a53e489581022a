"""Calls in several processes: results in the order of the tasks, whatever happens to a process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from wodlang.text.undisturbed import undisturbed

Task = TypeVar("Task")
Result = TypeVar("Result")

LARGEST_CHUNK = 25
"""Tasks that are handed over at a time."""

MOMENT = 0.1

_handing_over = threading.Lock()
"""Held in a process of the pool but while it works: one that ended while it hands over a result would
leave half of it, and the pool would wait for the rest for ever.
"""


@dataclass(frozen=True, slots=True)
class Worked(Generic[Result]):
    """The result of every task in their order, None where its process died; how many died in all."""

    results: tuple[Result | None, ...]
    deaths: int

    def said_of(self, names: Sequence[str]) -> tuple[str, ...]:
        """What is to be said of processes that died; `names` are those of the tasks."""
        lost = [name for name, one in zip(names, self.results, strict=True) if one is None]
        said = [f"{name}: the process that checked it ended at once, twice" for name in lost]
        if self.deaths > len(lost):
            said.append("a process of --jobs ended at once; its files were checked again")
        return tuple(said)


def in_processes(
    call: Callable[[Task], Result], tasks: Sequence[Task], processes: int
) -> Worked[Result]:
    """Call the function with every task. Where a process dies, its tasks are done again, each in a
    process of its own, so that one that kills its process costs no other its result.
    """
    size = max(1, min(LARGEST_CHUNK, len(tasks) // (4 * processes)))
    chunks = [tasks[start : start + size] for start in range(0, len(tasks), size)]
    done = _all_at_once(call, chunks, processes)
    deaths = int(None in done)
    results: list[Result | None] = []
    for chunk, found in zip(chunks, done, strict=True):
        if found is not None:
            results += found
            continue
        for task in chunk:
            alone = _all_at_once(call, [[task]], 1)[0]
            deaths += alone is None
            results.append(None if alone is None else alone[0])
    return Worked(tuple(results), deaths)


def _all_at_once(
    call: Callable[[Task], Result], chunks: Sequence[Sequence[Task]], processes: int
) -> list[list[Result] | None]:
    heard, over = multiprocessing.Pipe(duplex=False)
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(heard,))
    try:
        with undisturbed():  # Python swallows what is raised in the middle of a fork
            futures = [pool.submit(_each, call, chunk) for chunk in chunks]
        return [_result(one) for one in futures]
    except BrokenProcessPool:  # so early that not all were handed over
        return [None] * len(chunks)
    except BaseException:  # Ctrl-C: nobody waits for what is half done
        over.send_bytes(b"over")
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _result(future: Future[list[Result]]) -> list[Result] | None:
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _each(call: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
    _handing_over.release()
    try:
        return [call(task) for task in tasks]
    finally:
        _handing_over.acquire()


def _begin(heard: Connection) -> None:
    """Ctrl-C is the first process's business; the others end with it, even where it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _handing_over.acquire()
    threading.Thread(target=_end_early, args=(heard,), daemon=True).start()


def _end_early(heard: Connection) -> None:
    """Where the first process says that all is over, or is gone: by SIGTERM, which lets a file that
    is being written become whole.
    """
    parent = multiprocessing.parent_process()
    gone = [] if parent is None else [parent.sentinel]
    wait([heard, *gone])
    while not wait(gone, timeout=0) and not _handing_over.acquire(timeout=MOMENT):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
