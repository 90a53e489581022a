"""Any text at all gives a program and diagnostics, never an exception; every span is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wodlang.lint.settings import Settings
from wodlang.syntax.line_nodes import ExerciseNode, LineBody
from wodlang.syntax.nodes import Statement
from wodlang.text.span import Span
from wodlang.workbench import CheckResult, check_text

CORPUS = Path(__file__).parents[2] / "grammar" / "corpus"
LINES = sorted(
    {
        line
        for path in CORPUS.rglob("*.wod")
        for line in path.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("include")
    }
)
PIECES = (
    "Back Squat", "Row", "3x5", "5,5,3", "@ 80%", "100kg", "RPE 8", ", ", " - ", " | ", "then",
    "rest 90s", "(", ")", '"', "#", "or", "+", "/", ":", "week 1", "Monday", "EMOM 10", "@", "x",
    "21-15-9", "each side", "½", "×", "–", "\u00a0", "\t", "\n", "\r\n", "> ", "same", "athlete",
    "exercise", "program", "max", "1.", "A1)", "**", "'", "5", "12:30", "\ufeff", "💪", "٣",
)  # fmt: skip

any_text = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join)


@st.composite
def mutated_lines(draw: st.DrawFn) -> str:
    """Lines of the corpus with a piece taken out, doubled or put in."""
    lines = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=5))
    text = "\n".join(lines)
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, min(len(text), start + 6)))
    piece = draw(st.sampled_from(PIECES) | st.text(max_size=4) | st.just(text[start:end] * 2))
    return text[:start] + piece + text[end:]


@settings(deadline=None, max_examples=300)
@given(any_text)
def test_random_text(text: str) -> None:
    _check(text)


@settings(deadline=None, max_examples=300)
@given(mutated_lines())
def test_mutated_lines(text: str) -> None:
    _check(text)


@pytest.mark.parametrize("piece", PIECES)
def test_one_piece_many_times(piece: str) -> None:
    _check((piece + " ") * 60)
    _check("Back Squat " + (piece + " ") * 60)


def _check(text: str) -> None:
    result = check_text(text, "any.wod", Settings(no_packs=True))
    for finding in result.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.help
    for statement in result.document.statements:
        assert (
            text[statement.span.start : statement.span.end].strip()
            == (text[statement.span.start : statement.span.end])
        )
        for body, offset in _bodies(statement):
            for node in body.exercises:
                _check_node(node, offset, result)


def _bodies(statement: Statement) -> Iterator[tuple[LineBody, int]]:
    body = getattr(statement, "body", None)
    if body is not None:
        yield body, getattr(statement, "body_offset", statement.span.start)


def _check_node(node: ExerciseNode, offset: int, result: CheckResult) -> None:
    text = result.source.text
    if node.name_span is not None:
        typed = _text(text, node.name_span, offset)
        assert " ".join(typed.replace("*", "").replace("__", "").split()) == node.name
    for cell in node.cells:
        for group in cell.groups:
            for part in (group.sets_span, group.reps_span, group.load_span):
                if part is not None:
                    _text(text, part, offset)
        for modifier in cell.modifiers:
            _text(text, modifier.span, offset)
    for note in node.notes:
        assert note.text in _text(text, note.span, offset)


def _text(text: str, span: Span, offset: int) -> str:
    """What a span holds: some text of one line, with no blank at its ends."""
    held = text[span.start + offset : span.end + offset]
    assert held
    assert held == held.strip()
    assert "\n" not in held
    return held
