"""What a rule without code costs beside its Python twin, on the same programs in the same run.

    python benchmarks/toml_rules.py [--runs 31]

The twins are those of `examples/packs/twins.toml` and of the pack posterior-chain. Both look at
every program and every session in `examples/`. Reading a text and making a program of it are left
out, as is what the model works out once for all rules: only the rules' checks are timed. The two
of a pair take turns; medians of all runs are printed, in CPU time, with the ratio of each pair and of the sums.
"""

from __future__ import annotations

import argparse
import gc
import statistics
import time
from collections.abc import Sequence
from pathlib import Path

from wodlang.lint.rule import Context, Rule
from wodlang.lint.subjects import Subjects
from wodlang.model.outline import Outline
from wodlang.rulefile import read_pack
from wodlang.workbench import open_text
from wodlang_posterior_chain import wodlang_pack

EXAMPLES = Path(__file__).parents[1] / "examples"
TARGET = 3.0
Visits = Sequence[tuple[Subjects, Context]]
"""The subjects of each program, with what a rule's check is called with beside them."""


class Programs:
    """Every program of the examples, read once."""

    def __init__(self) -> None:
        opened = [
            open_text(path.read_text(encoding="utf-8"), path.name)
            for path in sorted(EXAMPLES.rglob("*.wod"))
        ]
        self._opened = [(one, Outline(one.program.weeks)) for one in opened]
        self._subjects = [Subjects(one.program, outline) for one, outline in self._opened]
        self.sessions = sum(len(outline.sessions) for _, outline in self._opened)

    def visits(self, rule: Rule) -> Visits:
        """What a rule's check is called with."""
        return [
            (
                subjects,
                Context(one.program, one.source, rule.options(), outline),
            )
            for (one, outline), subjects in zip(self._opened, self._subjects, strict=True)
        ]


def seconds(rule: Rule, visits: Visits) -> float:
    """How long a rule's check takes over all programs."""
    check = rule.check
    start = time.thread_time()
    for subjects, context in visits:
        for subject in subjects.concerned(rule, context):
            for _ in check(subject, context):
                pass
    return time.thread_time() - start


def in_turn(pairs: Sequence[tuple[Rule, Rule]], runs: int) -> list[tuple[float, float]]:
    """The medians of each pair; one run of each goes uncounted before."""
    programs = Programs()
    print(f"{programs.sessions} sessions, {runs} runs, milliseconds for all of them")
    visits = [(programs.visits(one), programs.visits(other)) for one, other in pairs]
    times: list[tuple[list[float], list[float]]] = [([], []) for _ in pairs]
    gc.disable()
    for number in range(runs + 1):
        for pair, seen, found in zip(pairs, visits, times, strict=True):
            for rule, visit, kept in zip(pair, seen, found, strict=True):
                took = seconds(rule, visit)
                if number:
                    kept.append(took)
    return [(statistics.median(one), statistics.median(other)) for one, other in times]


def main() -> None:
    """Print a line for each pair, and the sum."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=31)
    runs = parser.parse_args().runs
    originals = {rule.code.removeprefix("PC"): rule for rule in wodlang_pack().rules}
    read = read_pack(EXAMPLES / "packs" / "twins.toml")
    assert read.pack is not None
    pairs = [(originals[rule.code.removeprefix("TC")], rule) for rule in read.pack.rules]
    medians = in_turn(pairs, runs)
    for (_, twin), (one, other) in zip(pairs, medians, strict=True):
        print_row(f"{twin.code} {twin.name}", one, other)
    print_row("all", sum(one for one, _ in medians), sum(other for _, other in medians))


def print_row(name: str, one: float, other: float) -> None:
    """A pair's milliseconds and ratio."""
    over = "" if other <= TARGET * one else f"   more than {TARGET:g} x"
    print(
        f"  {name:40} Python {one * 1000:7.2f}   TOML {other * 1000:7.2f}   {other / one:5.2f} x{over}"
    )


if __name__ == "__main__":
    main()
