"""Cold start and lines a second, beside peers in the same run.

    python benchmarks/speed.py [--runs 7]

Cold start: `wod check` of a small file as a whole process, beside yamllint on a small file; once as
people run it (an unchanged file, whose result is remembered) and once with `--no-cache`, where even
the grammar's tables are made anew.
Throughput: `wod check --no-cache` of a long program, beside flake8 and `wodc check` (wodcraft) on
files of the same number of lines; the start of each program is taken off. Two programs are read: a
year in which lines recur, as they do in programs, and one in which every line is new.

The commands take turns, so that a machine that slows down slows all of them; medians are printed,
with the ratio to the peer. Install the peers first: pip install yamllint flake8 wodcraft.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

BIN = Path(sys.executable).parent
EXERCISES = (
    "Back Squat", "Front Squat", "Bench Press", "Overhead Press", "Barbell Row", "Pull-Up",
    "Leg Press", "Leg Curl", "Lateral Raise", "Dumbbell Bench Press", "Lat Pulldown", "Hip Thrust",
    "Walking Lunge", "Face Pull", "Biceps Curl", "Triceps Pushdown", "Seated Cable Row",
)  # fmt: skip
MANY_FORMS = tuple(
    f"{sets}x{reps} @ {percent}%"
    for sets in (3, 4, 5, 6)
    for reps in range(1, 13)
    for percent in range(60, 93)
)
TITLES = {"Monday": "Lower", "Wednesday": "Upper", "Friday": "Lower B", "Saturday": "Upper B"}
FORMS = (
    "3x5 @ 80%",
    "5x5 @ 75%, rest 3min",
    "3x8-12",
    "4x6 @ RPE 8",
    "5,3,1 @ 90%",
    "3x12, rest 60s",
)


def year(distinct: bool, weeks: int = 100, forms: Sequence[str] = FORMS) -> str:
    """A long program; with `distinct` no exercise line is there twice."""
    chance = random.Random(1)
    lines = ["program Long", "  units: kg"]
    for week in range(1, weeks + 1):
        lines.append(f"week {week}")
        for day in ("Monday", "Wednesday", "Friday", "Saturday"):
            lines += [f"{day}: {TITLES[day]}", ""]
            for _ in range(7):
                form = f"3x5 @ {len(lines) / 8:.1f}kg" if distinct else chance.choice(forms)
                lines.append(f"  {chance.choice(EXERCISES)} {form}")
    return "\n".join(lines) + "\n"


def python_file(lines: int) -> str:
    """A Python file of so many lines that flake8 finds nothing in."""
    block = "def name_{0}(first, second):\n    total = first + second\n    return total * {0}\n\n\n"
    return "".join(block.format(number) for number in range(lines // 5)).rstrip("\n") + "\n"


def wodcraft_file(lines: int) -> str:
    """A WODCraft file of about so many lines."""
    block = "## Part {0}\nAMRAP 12\n  12 Thrusters @43kg\n  9 Pull-ups\n  6 Burpees\n\n"
    return "# Long\n\n" + "".join(block.format(number) for number in range(lines // 6))


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The wall time of one whole process."""
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.perf_counter() - start


def in_turn(
    commands: dict[str, list[str]], runs: int, environment: dict[str, str]
) -> dict[str, float]:
    """The median of each command; one run of each goes uncounted before."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            took = seconds(command, environment)
            if number:
                times[name].append(took)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "WODLANG_CACHE": str(folder / "cache")}
        cold_start(folder, runs, environment)
        throughput(folder, runs, environment)


def cold_start(folder: Path, runs: int, environment: dict[str, str]) -> None:
    """A small file, as a whole process."""
    small = folder / "small.wod"
    small.write_text("\n".join(year(False, 1).splitlines()[:10]) + "\n")
    (folder / "small.yaml").write_text("---\nname: power\ndays:\n  - monday\n  - friday\n")
    found = in_turn(
        {
            "python -c pass": [sys.executable, "-c", "pass"],
            "yamllint": [str(BIN / "yamllint"), str(folder / "small.yaml")],
            "wod check, unchanged file": [str(BIN / "wod"), "check", str(small)],
            "wod check --no-cache": [str(BIN / "wod"), "check", "--no-cache", str(small)],
        },
        runs,
        environment,
    )
    print("cold start (median of whole processes)")
    for name, took in found.items():
        print(f"  {name:28} {took * 1000:7.0f} ms   {took / found['yamllint']:5.2f} x yamllint")


def throughput(folder: Path, runs: int, environment: dict[str, str]) -> None:
    """Long files, the start of each program taken off."""
    texts = {"recurring": year(False), "distinct": year(True)}
    count = texts["recurring"].count("\n")
    files = {"wod": "{}.wod", "flake8": "long.py", "wodc": "craft.wod"}
    for kind, text in texts.items():
        (folder / f"{kind}.wod").write_text(text)
    (folder / files["flake8"]).write_text(python_file(count))
    (folder / files["wodc"]).write_text(wodcraft_file(count))
    (folder / "one.wod").write_text("Back Squat 5x5 @ 80%\n")
    (folder / "one.py").write_text("name = 1\n")
    (folder / "onecraft.wod").write_text(wodcraft_file(6))
    wod = [str(BIN / "wod"), "check", "--no-cache", "--output-format", "concise"]
    flake8 = [str(BIN / "flake8"), "-j1", "--isolated"]
    wodc = [str(BIN / "wodc"), "check"]
    found = in_turn(
        {
            "wod, recurring lines": [*wod, str(folder / "recurring.wod")],
            "wod, distinct lines": [*wod, str(folder / "distinct.wod")],
            "flake8": [*flake8, str(folder / "long.py")],
            "wodc check": [*wodc, str(folder / "craft.wod")],
            "start wod": [*wod, str(folder / "one.wod")],
            "start flake8": [*flake8, str(folder / "one.py")],
            "start wodc check": [*wodc, str(folder / "onecraft.wod")],
        },
        runs,
        environment,
    )
    print(f"throughput ({count} lines, one core, start taken off)")
    speeds = {}
    for name, took in found.items():
        if not name.startswith("start"):
            tool = name.split(",")[0]
            speeds[name] = count / max(took - found[f"start {tool}"], 0.001)
    for name, speed in speeds.items():
        print(
            f"  {name:28} {speed:8.0f} lines/s   {speed / speeds['flake8']:5.2f} x flake8"
            f"   {speed / speeds['wodc check']:5.2f} x wodc"
        )


if __name__ == "__main__":
    main()
