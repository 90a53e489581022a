"""Lines that real people wrote: how many are read without a diagnostic, and how.

    python benchmarks/real_lines.py LINES.tsv [--sample 60 --seed N] [--show NAME]

LINES.tsv has a dialect, the number of a source and the line in three columns. Each line is read on
its own in a session of a small file: that file declares `units: lb`, because people's programs
have a unit even where a line does not name it; an exercise stands above the line, because half of
a whiteboard continues the line above (`5 @ 75%` under a name); another one stands below, because
the head of a day or of a timed block is no mistake for want of what it heads. Lines of a class that
nobody should parse (`line_classes.py`) are left out and counted, those that parse with the others.

A line without a diagnostic may still be read wrongly: `--sample` prints some with their readings,
to be judged by a person. `--show` prints the lines of a class, of a diagnostic, or the `clean` ones.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from line_classes import CLASSES, class_of
from line_readings import Reading, read_line


@dataclass(frozen=True, slots=True)
class Line:
    """A real line: where it comes from, the class it is left out with, and its reading."""

    dialect: str
    left_out: str | None
    reading: Reading

    @property
    def is_clean(self) -> bool:
        """Without any diagnostic."""
        return not self.reading.diagnostics


def read_lines(path: Path) -> list[Line]:
    """All lines of a table; its comments are skipped."""
    rows = (
        row.split("\t", 2)
        for row in path.read_text(encoding="utf-8").splitlines()
        if row and not row.startswith("#")
    )
    return [_line(dialect, text) for dialect, _, text in rows]


def _line(dialect: str, text: str) -> Line:
    found = class_of(text)
    return Line(dialect, found.name if found else None, read_line(text))


def print_dialects(lines: Iterable[Line]) -> None:
    """All, left out, remaining and clean lines of each dialect."""
    by_dialect: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_dialect[line.dialect].append(line)
        by_dialect["all"].append(line)
    print(f"{'dialect':<12}{'lines':>7}{'left out':>10}{'remain':>8}{'clean':>7}{'%':>7}")
    for dialect in sorted(by_dialect, key=lambda name: (name == "all", name)):
        own = by_dialect[dialect]
        remain = [line for line in own if line.left_out is None]
        clean = sum(line.is_clean for line in remain)
        share = 100 * clean / len(remain) if remain else 0
        counts = f"{len(own):>7}{len(own) - len(remain):>10}{len(remain):>8}{clean:>7}"
        print(f"{dialect:<12}{counts}{share:>7.1f}")


def print_classes(lines: Iterable[Line]) -> None:
    """The classes left out, with how many of their lines parse all the same."""
    left_out = [line for line in lines if line.left_out]
    counts = Counter(line.left_out for line in left_out)
    clean = Counter(line.left_out for line in left_out if line.is_clean)
    print(f"\n{'left out':<28}{'lines':>6}{'clean':>7}")
    for one in CLASSES:
        print(f"{one.name:<28}{counts[one.name]:>6}{clean[one.name]:>7}  {one.why}")


def print_diagnostics(lines: Iterable[Line]) -> None:
    """How many of the remaining lines have each diagnostic."""
    remain = [line for line in lines if line.left_out is None]
    counts = Counter(name for line in remain for name in line.reading.diagnostics)
    print("\ndiagnostic (lines that remain)")
    for name, count in counts.most_common():
        print(f"{name:<28}{count:>6}")


def print_sample(lines: Iterable[Line], size: int, seed: int) -> None:
    """Clean lines drawn at random, each with its reading."""
    clean = [line for line in lines if line.left_out is None and line.is_clean]
    print(f"\nsample of {size}, seed {seed}")
    for number, line in enumerate(random.Random(seed).sample(clean, min(size, len(clean))), 1):
        print(f"{number:>3} {line.dialect}: {line.reading.text}\n    {line.reading.words}")


def print_chosen(lines: Iterable[Line], name: str) -> None:
    """The lines of a class, of a diagnostic or clean ones, each with its reading."""
    for line in lines:
        chosen: tuple[str, ...] = ("clean",) if line.is_clean else line.reading.diagnostics
        if line.left_out == name or (line.left_out is None and name in chosen):
            why = ", ".join(line.reading.diagnostics)
            print(f"{line.dialect}: {line.reading.text}\n    {line.reading.words}  [{why}]")


def main() -> None:
    """Measure, or print the lines that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("lines", type=Path, metavar="LINES.tsv")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="print N readings")
    parser.add_argument("--seed", type=int, default=7, help="of the sample")
    parser.add_argument("--show", metavar="NAME", help="print the lines of a class or diagnostic")
    options = parser.parse_args()
    lines = read_lines(options.lines)
    if options.show:
        print_chosen(lines, options.show)
        return
    print_dialects(lines)
    print_classes(lines)
    print_diagnostics(lines)
    if options.sample:
        print_sample(lines, options.sample, options.seed)


if __name__ == "__main__":
    main()
