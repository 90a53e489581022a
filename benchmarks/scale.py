"""Thousands of files, and the start of one, beside peers in the same run.

    python benchmarks/scale.py [--files 10000] [--runs 9]

Many files: `wod check` of small clean programs in a hundred folders, beside ruff on the same number
of small Python files; cold (nothing is remembered; once, for it takes long) and unchanged.
One file: an unchanged small file as a whole process, beside yamllint on a small file.
Break-even: so many small files checked anew by one process and by two.
Full lint: processor seconds of checking programs of a hundred weeks beside flake8 and `wodc check` (wodcraft) on
files of the same number of lines, the start of each program taken off: programs whose lines recur,
such as combine known names and prescriptions anew, and such as have a new prescription in each line.

The commands take turns, so that a machine that slows down slows all of them; medians are printed,
with the ratio to the peer. Processor time stands beside wall time: it suffers less from others.
Install the peers first: pip install yamllint ruff flake8 wodcraft.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from speed import MANY_FORMS, python_file, wodcraft_file, year

BIN = Path(sys.executable).parent
FOLDERS = 100
PROGRAM = "Monday: Upper\n\n  Bench Press 3x5 @ {}%\n  Pull-Up 3x8\n  Overhead Press 3x8-12\n"
MODULE = "def name_{0}(first, second):\n    return first + second + {0}\n"
WEEKS = 800
"""Of all programs of the full lint: so many that the start of a process hardly matters."""


class Took(NamedTuple):
    """Seconds of a whole process: on the clock, and of processors."""

    wall: float
    processor: float


def took(command: list[str], folder: Path, environment: dict[str, str]) -> Took:
    """Run a command once; one that fails to run is no measurement."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1) or b"Traceback" in done.stderr:
        sys.exit(f"{' '.join(command)} failed: {done.stderr.decode()[-300:]}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Took(wall, used)


def in_turn(
    commands: dict[str, list[str]], folder: Path, runs: int, environment: dict[str, str]
) -> dict[str, Took]:
    """The medians of each command; one run of each goes uncounted before."""
    found: dict[str, list[Took]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            one = took(command, folder, environment)
            if number:
                found[name].append(one)
    return {
        name: Took(
            statistics.median(one.wall for one in times),
            statistics.median(one.processor for one in times),
        )
        for name, times in found.items()
    }


def put_files(folder: Path, count: int) -> None:
    """As many programs as Python files."""
    for number in range(count):
        below = folder / f"{number % FOLDERS:02}"
        below.mkdir(parents=True, exist_ok=True)
        (below / f"file{number}.wod").write_text(PROGRAM.format(70 + number % 10))
        (below / f"file{number}.py").write_text(MODULE.format(number))
    time.sleep(2.1)  # the doubt about files that were just written ends


def show(title: str, found: dict[str, Took], peer: str) -> None:
    """A table with the ratios to the peer."""
    print(title)
    for name, one in found.items():
        print(
            f"  {name:26} {one.wall * 1000:8.0f} ms {one.wall / found[peer].wall:6.2f} x {peer}"
            f"   (processor {one.processor * 1000:8.0f} ms"
            f" {one.processor / found[peer].processor:6.2f} x)",
            flush=True,
        )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "WODLANG_CACHE": str(folder / "cache")}
        put_files(folder / "many", arguments.files)
        many_files(folder, arguments.files, arguments.runs, environment)
        one_file(folder, arguments.runs, environment)
        full_lint(folder, arguments.runs, environment)
        break_even(folder, arguments.runs, environment)


def many_files(folder: Path, count: int, runs: int, environment: dict[str, str]) -> None:
    """Cold, then unchanged."""
    many, remembered = folder / "many", folder / "ruff"
    ruff = [str(BIN / "ruff"), "check", "--isolated", "--cache-dir", str(remembered), "."]
    wod = [str(BIN / "wod"), "check", "."]
    cold = {"wod check": took(wod, many, environment), "ruff": took(ruff, many, environment)}
    show(f"{count} files, cold", cold, "ruff")
    found = in_turn({"wod check": wod, "ruff": ruff}, many, runs, environment)
    show(f"{count} files, unchanged", found, "ruff")


def one_file(folder: Path, runs: int, environment: dict[str, str]) -> None:
    """A small file whose result is remembered."""
    alone = folder / "alone"
    alone.mkdir()
    (alone / "small.yaml").write_text("---\nname: power\ndays:\n  - monday\n  - friday\n")
    (alone / "small.wod").write_text(PROGRAM.format(75))
    time.sleep(2.1)
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "wod check": [str(BIN / "wod"), "check", "small.wod"],
        "yamllint": [str(BIN / "yamllint"), "small.yaml"],
    }
    show("one unchanged file", in_turn(commands, alone, 3 * runs, environment), "yamllint")


def full_lint(folder: Path, runs: int, environment: dict[str, str]) -> None:
    """Long files on one core; the grammar's tables are remembered, no result is."""
    texts = {
        "recurring": year(False, WEEKS),
        "combined": year(False, WEEKS, MANY_FORMS),
        "distinct": year(True, WEEKS),
    }
    count = texts["recurring"].count("\n")
    long = folder / "long"
    long.mkdir()
    names = {kind: programs(long, kind, text) for kind, text in texts.items()}
    (long / "long.py").write_text(python_file(count))
    (long / "long.craft").write_text(wodcraft_file(count))
    (long / "one.wod").write_text("Back Squat 5x5 @ 80%\n")
    (long / "one.py").write_text("name = 1\n")
    (long / "one.craft").write_text(wodcraft_file(6))
    code = (
        "import sys; from wodlang.cli.results import cache; cache.index_path = lambda _: None;"
        " from wodlang.cli.dispatch import dispatch; sys.exit(dispatch(sys.argv[1:]))"
    )
    wod = [sys.executable, "-c", code, "check", "--jobs", "1", "--output-format", "concise"]
    flake8, wodc = [str(BIN / "flake8"), "-j1", "--isolated"], [str(BIN / "wodc"), "check"]
    commands = {
        "wod, recurring lines": [*wod, *names["recurring"]],
        "wod, combined anew": [*wod, *names["combined"]],
        "wod, distinct lines": [*wod, *names["distinct"]],
        "flake8": [*flake8, "long.py"],
        "wodc": [*wodc, "long.craft"],
        "start wod": [*wod, "one.wod"],
        "start flake8": [*flake8, "one.py"],
        "start wodc": [*wodc, "one.craft"],
    }
    found = in_turn(commands, long, runs, environment)
    print(f"full lint of {count} lines")
    starts = {name.split(",")[0]: found[f"start {name.split(',')[0]}"] for name in commands
              if not name.startswith("start")}  # fmt: skip
    speeds = {
        name: count / (found[name].processor - starts[name.split(",")[0]].processor)
        for name in commands
        if not name.startswith("start")
    }
    for name, speed in speeds.items():
        print(
            f"  {name:26} {speed:8.0f} lines/s   {speed / speeds['flake8']:5.2f} x flake8"
            f"   {speed / speeds['wodc']:5.2f} x wodc",
            flush=True,
        )


def programs(folder: Path, kind: str, text: str) -> list[str]:
    """The long program as several of a hundred weeks each."""
    head, *weeks = text.split("week ")
    names = []
    for start in range(0, len(weeks), 100):
        name = f"{kind}{start}.wod"
        (folder / name).write_text("week ".join([head, *weeks[start : start + 100]]))
        names.append(name)
    return names


def break_even(folder: Path, runs: int, environment: dict[str, str]) -> None:
    """From how many small files on a second process pays."""
    for count in (50, 100, 200, 400, 800):
        few = folder / f"few{count}"
        put_files(few, count)
        found: dict[int, list[float]] = {1: [], 2: []}
        for number in range(runs + 1):
            for jobs, walls in found.items():
                shutil.rmtree(folder / "cache" / "results", ignore_errors=True)
                command = [str(BIN / "wod"), "check", "--jobs", str(jobs), "."]
                wall = took(command, few, environment).wall
                if number:
                    walls.append(wall)
        one, two = (statistics.median(walls) for walls in found.values())
        print(f"{count} files anew: one process {one * 1000:.0f} ms, two {two * 1000:.0f} ms")


if __name__ == "__main__":
    main()
