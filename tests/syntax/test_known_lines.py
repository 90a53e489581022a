"""What is remembered of lines says of a further line what reading it anew would say."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from wodlang.model.catalogue import load_catalogue
from wodlang.syntax.assemble import Assembler
from wodlang.syntax.body import BodyReader
from wodlang.syntax.grammar import fold, prescription_parser
from wodlang.syntax.known_lines import NAMED
from wodlang.syntax.line_tree import LineTrees

CORPUS = Path(__file__).parents[2] / "grammar" / "corpus"
NAMES = (
    "Back Squat", "Leg Press", "Box Jump", "Step-Up", "Pull-Up", "squat", "Farmer's Walk", "A1. Dip",
    "- Row", "Pause Squat", "Clean Pull", "Good Morning", "Nothing Known", "Row Machine", "Run",
    "Push Press", "Zone", "Leg  Press", "Pull–Up", "squat with pause", "Bent-Over Two-Dumbbell Row With Palms In", "max hang", "Burpee Box Jump Over", "Strength: Deadlift", "Turkish Get-Up",
)  # fmt: skip
# What a name must not lend to another: heights, a name that goes on, words that begin a form.
PRESCRIPTIONS = (
    "3x5 (24/20)", "5 (30/24)", "3x10 Leg Press 3x8", "2 Run 3x400m", "3x5 or Dip", "3x5, slowly",
    "3x5 (at 20×3)", "100 × 3", "12 Run", "3x5/4", "4x12, 10, 8, 6", "3 x", "225 5,5,5", "5x5 @ 20% rest 9",
)  # fmt: skip


def lines_of_the_corpus() -> list[str]:
    return sorted(
        {
            line.strip()
            for file in CORPUS.rglob("*.wod")
            for line in file.read_text(encoding="utf-8").splitlines()
            if line.strip() and len(line) < 300
        }
    )


def prescriptions() -> list[str]:
    """What stands behind the names of the corpus, and some of our own."""
    found = {
        match.string[match.end() :]
        for line in lines_of_the_corpus()
        if (match := NAMED.match(line))
    }
    return sorted({*found, *PRESCRIPTIONS})


def test_a_prescription_says_the_same_behind_every_name() -> None:
    """A reader that remembers, in any order of the lines, and one for each line."""
    every = [f"{name} {said}" for name in NAMES for said in prescriptions()]
    chance = random.Random(3)
    lines = chance.sample(every, len(every) // 3)
    remembering = BodyReader(load_catalogue().knows)
    recalled = 0
    for line in lines:
        timed = chance.random() < 0.5
        alone = BodyReader(load_catalogue().knows)
        before = len(remembering.known_lines)
        assert remembering.read(line, timed) == alone.read(line, timed), line
        recalled += len(remembering.known_lines) == before
    assert recalled > len(lines) // 3


def test_lines_of_one_shape_have_their_own_parts() -> None:
    """Each line twice as what Lark gives, whether its shape is new or remembered."""
    trees, parse = LineTrees(), prescription_parser().parse
    for line in lines_of_the_corpus() * 2:
        text = fold(line)
        tokens = [
            str(token)
            for cell in parse(text).children
            for segment in cell.find_data("segment")  # type: ignore[union-attr]
            for token in segment.children
            if token.type != "COLON"  # type: ignore[union-attr]
        ]
        cells = trees.cells(text)
        assert [
            str(part) for cell in cells for _, parts in cell.segments for part in parts
        ] == tokens


def test_a_plain_name_need_not_be_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = BodyReader(load_catalogue().knows)
    for line in ("Back Squat 3x8", "Leg Press 3x8"):
        reader.read(line)
    first, _ = reader.read("Back Squat 3x5 @ 80%, rest 3min")
    monkeypatch.setattr(Assembler, "read", None)
    second, _ = reader.read("Leg Press 3x5 @ 80%, rest 3min")
    assert second.exercises[0].name == "Leg Press"
    assert second.exercises[0].cells == tuple(cell.moved(-1) for cell in first.exercises[0].cells)
